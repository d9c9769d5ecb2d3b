"""Lists, one thing in full, exports and the demo, as a person and as a program gets them."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path

import pytest

from sciplan_tui.cli import output
from sciplan_tui.cli.listing import COMMANDS
from sciplan_tui.exits import Exit
from sciplan_tui.workspace.export.exporting import VIEWS
from tests.cli.conftest import Ran, Sciplan
from tests.cli.plans import PLAN

LISTS = [name for name in COMMANDS if name != "show"]


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_list_is_a_table_with_heads(sciplan: Sciplan, name: str, language: str) -> None:
    ran = sciplan(name, language=language)
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert len(ran.lines) > 1
    assert ran.lines[0].isascii() == (language == "en")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_for_programs_is_an_object_a_line(sciplan: Sciplan, name: str) -> None:
    objects = [json.loads(line) for line in sciplan(name, "--json").lines]
    assert len(objects) == len(sciplan(name).lines) - 1
    assert all(key.isascii() for one in objects for key in one)


def test_a_query_may_stand_in_several_words(sciplan: Sciplan) -> None:
    one = sciplan("tasks", "lead:教育局 活动").out
    assert one == sciplan("tasks", "lead:教育局", "活动").out
    assert len(one.splitlines()) == 2
    assert "办好科学教育活动" in one


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("tasks", "lead:火星"), "没有与“火星”相符"),
        (("tasks", "lead:教肓局"), "市教育局"),
        (("tasks", "path:99"), "没有与 path:99 相符"),
        (("tasks", "lead:教育", "lead:=市科协", "活动"), "lead:教育、lead:=市科协、活动 单独都有"),
        (("milestones", "plan:zzz"), "plan:zzz"),
        (("units", "plan:zzz"), "plan:zzz"),
        (("problems", "--settled"), "没有已处理的疑点"),
    ],
)
def test_a_list_without_rows_says_so_and_why(sciplan: Sciplan, words: tuple[str, ...], why: str) -> None:
    ran = sciplan(*words)
    assert (ran.code, len(ran.lines)) == (Exit.DONE, 1), "a program gets the heads"
    assert why in ran.err
    assert sciplan(*words, "--json") == Ran(Exit.DONE, "", "")


def test_a_person_gets_no_heads_without_rows(sciplan: Sciplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "shown_to_someone", lambda: True)
    ran = sciplan("tasks", "lead:火星")
    assert (ran.out, ran.err) == ("", "没有与“火星”相符或相近的单位。请用 sciplan units 查看单位的名称。\n")
    assert sciplan("problems", "--settled").err == "这里没有已处理的疑点。\n"


def test_a_wrong_query_names_the_place(sciplan: Sciplan) -> None:
    ran = sciplan("tasks", "活动 nosuch:x")
    assert (ran.code, ran.out) == (Exit.MEND, "")
    assert ran.err.count("\n") == 1
    assert "4" in ran.err


def test_a_task_is_shown_with_the_sentence_that_proves_it(sciplan: Sciplan) -> None:
    ran = sciplan("show", "1.1.1")
    assert "牵头  市教育局" in ran.out
    assert ">>" in ran.out
    assert json.loads(sciplan("show", "1.1.1", "--json").out)["title"] == "办好科学教育活动"


def test_a_unit_is_shown_with_its_duties(sciplan: Sciplan) -> None:
    page = sciplan("show", "市科协").lines
    assert [line.split()[:2] for line in page if line.startswith(("牵头", "责任"))] == [
        ["牵头", "1.1.2"],
        ["责任", "1.1.1"],
        ["责任", "1.2.3"],
    ]
    assert sciplan("show", "没有这个").code is Exit.MEND


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_view_is_exported_to_stdout_and_to_a_file(sciplan: Sciplan, view: str, form: str, tmp_path: Path) -> None:
    printed = sciplan("export", view, "--format", form)
    assert (printed.code, printed.err) == (Exit.DONE, "")
    written = sciplan("export", view, "--format", form, "-o", str(tmp_path / "out"))
    assert (written.code, written.out) == (Exit.DONE, "")
    assert (tmp_path / "out").read_bytes().decode() == printed.out
    assert (tmp_path / "out").read_bytes().startswith(b"\xef\xbb\xbf") == (form == "csv")


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "html", "md", "json"])
def test_the_suffix_of_the_file_chooses_the_format(sciplan: Sciplan, form: str, tmp_path: Path) -> None:
    written = sciplan("export", "assignments", "-o", str(tmp_path / f"out.{form.upper()}"))
    assert (written.code, written.out) == (Exit.DONE, "")
    begins = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "docx": b"PK", "html": b"<!DOCTYPE", "md": b"# ", "json": b"["}
    assert (tmp_path / f"out.{form.upper()}").read_bytes().startswith(begins[form])
    other = tmp_path / "other.csv"
    sciplan("export", "assignments", "-o", str(other), "--format", form)
    assert other.read_bytes().startswith(begins[form])


def test_a_format_without_sense_is_refused_in_a_sentence(sciplan: Sciplan, tmp_path: Path) -> None:
    for view in ("matrix", "assignments", "units", "problems", "division"):
        ran = sciplan("export", view, "-o", str(tmp_path / "out.ics"))
        assert (ran.code, ran.out, ran.err.count("\n")) == (Exit.MEND, "", 1)
        assert "xlsx" in ran.err
    assert not (tmp_path / "out.ics").exists()


def test_an_export_never_overwrites_unasked(sciplan: Sciplan, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("mine")
    ran = sciplan("export", "tasks", "-o", str(target))
    assert (ran.code, target.read_text()) == (Exit.MEND, "mine")
    assert sciplan("export", "tasks", "-o", str(target), "--force").code is Exit.DONE
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_assignments_have_the_columns_of_the_contract(sciplan: Sciplan) -> None:
    text = sciplan("export", "assignments", language="en").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text)))
    assert ",".join(rows[0]) == "plan,path,number,title,unit,printed,role,order,origin,inherited,line"
    assert len(rows) == 1 + 9


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_a_plan_comes_back_as_it_went(sciplan: Sciplan, form: str, tmp_path: Path) -> None:
    def facts(path: Path) -> dict[str, object]:
        said = json.loads(sciplan("check", "--json", str(path)).out)
        kept = {name: value for name, value in said.items() if name not in {"source", "problems"}}
        return json.loads(json.dumps(kept), object_hook=lambda one: {k: v for k, v in one.items() if k != "line"})

    out = tmp_path / f"out.{form}"
    assert sciplan("export", "plan", "--format", form, "-o", str(out)).code is Exit.DONE
    assert facts(out) == facts(tmp_path / "plan.txt")


def test_the_doctor_finds_a_new_database_well(sciplan: Sciplan) -> None:
    ran = sciplan("doctor")
    assert ran.code is Exit.DONE
    assert {line.split()[0] for line in ran.lines} <= {"正常", "留意"}


def test_the_doctor_ends_with_one_for_a_broken_database(sciplan: Sciplan, database: Path) -> None:
    database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    ran = sciplan("doctor")
    assert ran.code is Exit.MEND
    assert "损坏" in ran.out


def test_the_demo_prints_every_plan_and_leaves_the_users_database_alone(
    sciplan: Sciplan, database: Path, opened: list[Path]
) -> None:
    before = database.read_bytes()
    ran = sciplan("demo", "--print")
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert ran.out.count("全民科学素质") >= 6
    assert "牵" in ran.out
    assert "没有写任何单位" in ran.out
    assert database.read_bytes() == before
    assert not opened


def test_the_demo_opens_the_screens_where_there_is_a_terminal(
    sciplan: Sciplan, opened: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(output, "can_hold_screens", lambda: True)
    chosen = tmp_path / "chosen.db"
    assert sciplan("demo", "--db", str(chosen)).code is Exit.DONE
    assert sciplan("demo").code is Exit.DONE
    assert opened[0] == chosen
    assert stat.S_IMODE(chosen.stat().st_mode) == 0o600
    assert not opened[1].exists()


def test_an_open_list_ends_so_and_no_other_does(sciplan: Sciplan, tmp_path: Path) -> None:
    lines = sciplan("show", "1.2.3").lines
    assert [line for line in lines if line.endswith(" 等")] == ["责任  市科协 市教育局 等"]
    checked = next(line for line in sciplan("check", str(tmp_path / "plan.txt")).lines if "市农业农村局" in line)
    assert checked.strip() == "牵头 市农业农村局  责任 市科协 市教育局 等"


@pytest.mark.parametrize(("form", "encoding"), [("json", "gb18030"), ("xlsx", "utf-8"), ("html", "utf-8-sig")])
def test_an_encoding_that_a_format_does_not_have_is_refused(sciplan: Sciplan, form: str, encoding: str) -> None:
    ran = sciplan("export", "tasks", "--format", form, "--encoding", encoding)
    assert (ran.code, ran.out) == (Exit.MEND, "")
    assert encoding in ran.err
    assert sciplan("export", "tasks", "--format", "json", "--encoding", "utf-8").code is Exit.DONE


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "html", "md"])
@pytest.mark.parametrize("view", ["assignments", "tasks"])
def test_a_list_that_was_exported_is_not_taken_for_a_plan(
    sciplan: Sciplan, tmp_path: Path, view: str, form: str, language: str
) -> None:
    path = tmp_path / f"{view}.{form}"
    sciplan("export", view, "-o", str(path), "--language", language)
    ran = sciplan("check", str(path))
    assert ran.code == Exit.MEND
    assert "sciplan export plan" in ran.err


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "html", "md"])
def test_a_division_that_was_exported_is_read_again(sciplan: Sciplan, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"division.{form}"
    sciplan("export", "division", "-o", str(path))
    read = json.loads(sciplan("check", str(path), "--json").out)
    held = {a["unit"] for task in read["tasks"] for a in task["assignments"] if a["role"] == "lead"}
    assert held == {"市教育局", "市科协", "市农业农村局"}
