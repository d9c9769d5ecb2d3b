"""`sciplan export` with its options, and `sciplan draft`, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.cli import output
from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


def test_columns_language_and_order_are_as_they_are_asked_for(sciplan: Sciplan) -> None:
    ran = sciplan("export", "assignments", "--columns", "unit,role", "--language", "en")
    assert ran.lines[0].lstrip("\ufeff") == '"unit","role"'
    assert '"市教育局","lead"' in ran.out
    assert sciplan("export", "units", "--columns", "单位,unit").lines[0].lstrip("\ufeff") == '"单位"'
    assert sciplan("export", "units", "--columns", "单个,unit").err.count("\n") == 1
    assert (
        sciplan("export", "units", "--columns", "unit", "-o", "-").lines
        == sciplan("export", "units", "--columns", "unit").lines
    )
    loaded = sciplan("export", "units", "--columns", "unit lead", "--order", "load").lines[1:]
    leading = [int(line.split('"')[3]) for line in loaded]
    assert leading == sorted(leading, reverse=True)


def test_without_options_an_export_is_as_it_always_was(sciplan: Sciplan) -> None:
    before = sciplan("export", "assignments").out
    sciplan("export", "assignments", "--inherited", "--columns", "unit", "--language", "en", "--keep")
    assert sciplan("export", "assignments").out == before
    assert '"是"' not in before


def test_what_is_kept_is_used_where_it_is_asked_for_and_what_is_said_goes_first(
    sciplan: Sciplan, tmp_path: Path
) -> None:
    asked = ("--inherited", "--columns", "unit,inherited", "--language", "en", "--format", "md")
    kept = sciplan("export", "assignments", *asked, "--keep").out
    assert sciplan("export", "assignments", "--kept").out == kept
    assert sciplan("export", "tasks", "--kept").out == sciplan("export", "tasks").out
    printed = sciplan("export", "assignments", "--kept", "--printed", "--format", "csv")
    assert printed.lines[0].lstrip("\ufeff") == '"unit","inherited"'
    assert '"yes"' not in printed.out
    sciplan("export", "assignments", "--kept", "-o", "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8-sig").startswith('"unit","inherited"')


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("assignments", "--columns", "nope"), Exit.MEND),
        (("assignments", "--columns", ","), Exit.USAGE),
        (("plan", "--columns", "title"), Exit.MEND),
        (("tasks", "--order", "load"), Exit.MEND),
        (("tasks", "--order", "nope"), Exit.USAGE),
        (("tasks", "--language", "fr"), Exit.USAGE),
        (("units", "--printed"), Exit.MEND),
        (("targets", "--inherited"), Exit.MEND),
        (("tasks", "--proposed"), Exit.MEND),
        (("tasks", "--inherited", "--printed"), Exit.USAGE),
        (("tasks", "--proposed", "--no-proposed"), Exit.USAGE),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(sciplan: Sciplan, words: tuple[str, ...], code: Exit) -> None:
    ran = sciplan("export", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1


def test_what_no_terminal_can_show_is_not_sent_there(sciplan: Sciplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "shown_to_someone", lambda: True)
    for form in ("xlsx", "docx"):
        ran = sciplan("export", "units", "--format", form)
        assert (ran.code, ran.out, ran.err.count("\n")) == (Exit.MEND, "", 1)
        assert f"-o 文件名.{form}" in ran.err
    assert sciplan("export", "units", "--format", "md").out


def test_an_export_without_a_row_says_so(sciplan: Sciplan) -> None:
    assert "火星" in sciplan("export", "tasks", "lead:火星", "-o", "n.xlsx").err.splitlines()[1]
    assert sciplan("export", "tasks", "lead:教育", "-o", "a.xlsx").err.count("\n") == 1


def test_a_broken_file_of_options_is_put_aside_and_the_export_goes_on(sciplan: Sciplan, tmp_path: Path) -> None:
    sciplan("export", "tasks", "--columns", "title", "--keep")
    [file] = tmp_path.glob("settings/**/exports.json")
    file.write_text("{")
    ran = sciplan("export", "tasks", "--kept")
    assert ran.code == Exit.DONE
    assert "exports-damaged-" in ran.err
    assert ran.out == sciplan("export", "tasks").out
    assert sciplan("export", "tasks", "--kept").err == ""


@pytest.mark.parametrize("kind", ["self-evaluation", "自评报告", "bulletin", "通报", "summary", "总结"])
def test_a_draft_is_written_where_it_is_asked_for(sciplan: Sciplan, kind: str, tmp_path: Path) -> None:
    ran = sciplan("draft", kind, "--milestone", "2023", "-o", "a.md")
    assert (ran.code, ran.out) == (Exit.DONE, "")
    assert "a.md" in ran.err
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# ")
    assert sciplan("draft", kind, "--milestone", "2023", "-o", "a.md").code == Exit.MEND
    assert sciplan("draft", kind, "--milestone", "2023", "-o", "a.md", "--force").code == Exit.DONE


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nothing", "--milestone", "2023", "-o", "a.md"), Exit.USAGE),
        (("summary", "-o", "a.md"), Exit.USAGE),
        (("summary", "--milestone", "2023"), Exit.USAGE),
        (("summary", "--milestone", "1999", "-o", "a.md"), Exit.MEND),
        (("summary", "--milestone", "2023", "-o", "a.pdf"), Exit.MEND),
        (("summary", "--milestone", "2023", "--on", "yesterday", "-o", "a.md"), Exit.USAGE),
    ],
)
def test_a_draft_that_cannot_be_is_told_in_a_sentence(
    sciplan: Sciplan, words: tuple[str, ...], code: Exit, tmp_path: Path
) -> None:
    ran = sciplan("draft", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1
    assert not [*tmp_path.glob("a.*")]
