"""`sciplan pack`: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests import viewing_data
from tests.busy_database import command


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCIPLAN_TODAY", "2024-03-01")
    return viewing_data.fill(tmp_path / "view.db")


def test_one_command_writes_all_and_says_what(database: Path) -> None:
    code, said = command(database, ["pack", "--milestone", "2023", "--on", "2023-10-20", "-o", "会议", "科普"])
    assert code is Exit.DONE
    files = sorted(one.relative_to("会议").as_posix() for one in Path("会议").rglob("*") if one.is_file())
    assert all(f"  {file}\n" in said for file in files)
    assert {"pack.docx", "pack.xlsx", "slips.docx", "csv/late.csv", "csv/notes.csv"} <= set(files)
    assert "没有节点 2023：乙县全民科学素质行动（2022—2025年）" in said
    notes = Path("会议/csv/notes.csv").read_text("utf-8-sig")
    assert "2023-10-20" in notes
    assert "科普" in notes


def test_again_only_with_force(database: Path) -> None:
    asked = ["pack", "--milestone", "2023", "--plan", "甲市", "-o", "out"]
    assert command(database, asked)[0] is Exit.DONE
    code, said = command(database, asked)
    assert (code, "--force" in said) == (Exit.MEND, True)
    assert command(database, [*asked, "--force"])[0] is Exit.DONE


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--milestone", "2030", "-o", "out"], Exit.MEND),
        (["--milestone", "2023", "-o", "out", "--plan", "没有"], Exit.MEND),
        (["--milestone", "2023", "-o", "out", "lead:"], Exit.MEND),
        (["--milestone", "2023", "-o", "view.db"], Exit.MEND),
        (["--milestone", "2023", "-o", "out", "--on", "yesterday"], Exit.USAGE),
        (["--milestone", "2023"], Exit.USAGE),
        (["-o", "out"], Exit.USAGE),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_written(database: Path, words: list[str], code: Exit) -> None:
    found, said = command(database, ["pack", *words])
    assert found is code
    assert len(said.splitlines()) == 1, said
    assert not Path("out").exists()


def test_it_speaks_english(database: Path) -> None:
    from sciplan_tui.locale import speak

    try:
        code, said = command(database, ["--lang", "en", "pack", "--milestone", "2023", "--plan", "甲市", "-o", "out"])
    finally:
        speak("zh")
    assert code is Exit.DONE
    assert said.startswith("The pack is written: ")
    assert "settled" in Path("out/csv/totals.csv").read_text("utf-8-sig")
