"""`sciplan import` and `check`: what is read, asked, written, refused."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from pathlib import Path

import pytest

from sciplan_tui.cli import output
from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import EDITED, PLAN, SHORTENED


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return saved(tmp_path / "plan.txt", PLAN)


def saved(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def entries(database: Path) -> int:
    connection = sqlite3.connect(database)
    try:
        return int(connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0])
    finally:
        connection.close()


def test_check_says_what_was_found_and_touches_no_database(sciplan: Sciplan, plan: Path, database: Path) -> None:
    ran = sciplan("check", str(plan))
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert "5 项任务" in ran.out
    assert "牵头 市教育局  责任 市科协 团市委" in ran.out
    assert "疑点" in ran.out
    assert not database.exists()


def test_check_json_is_one_object_a_line(sciplan: Sciplan, plan: Path) -> None:
    lines = sciplan("check", str(plan), str(plan), "--json").lines
    assert [json.loads(line)["schema"] for line in lines] == ["sciplan-plan/1"] * 2


def test_check_reads_stdin(sciplan: Sciplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    [line] = sciplan("check", "-", "--json").lines
    assert json.loads(line)["region"] == "某某市"


def test_what_does_not_look_like_a_plan_is_said(sciplan: Sciplan, plan: Path, tmp_path: Path) -> None:
    assert "不像任务分工方案" not in sciplan("import", str(plan)).err
    notes = saved(tmp_path / "notes.md", "一、说明\n（一）概况\n1.读我。先读这里。\n2.再读。然后读那里。\n")
    ran = sciplan("import", str(notes))
    assert (ran.code, "不像任务分工方案" in ran.err, "看看是不是选错了文件" in ran.err) == (Exit.DONE, True, True)


@pytest.mark.parametrize("command", ["check", "import"])
def test_what_is_wrong_with_stdin_names_it(sciplan: Sciplan, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"hello")))
    ran = sciplan(command, "-")
    assert (ran.code, ran.out) == (Exit.MEND, "")
    assert "标准输入" in ran.err


def test_the_first_edition_asks_nothing_and_the_same_file_changes_nothing(
    sciplan: Sciplan, plan: Path, database: Path
) -> None:
    assert (
        sciplan("import", str(plan)).lines[0]
        == "已收入：某某市全民科学素质行动规划纲要实施方案（2021—2025年）（某某市-2021）"
    )
    before = database.read_bytes()
    again = sciplan("import", str(plan))
    assert again.code is Exit.DONE
    assert "没有变化" in again.out
    assert database.read_bytes() == before


def test_the_same_text_in_another_encoding_is_the_same_edition(sciplan: Sciplan, plan: Path, database: Path) -> None:
    sciplan("import", str(plan))
    plan.write_bytes(PLAN.encode("gb18030"))
    again = sciplan("import", str(plan))
    assert (again.code, again.err) == (Exit.DONE, "")
    assert "没有变化" in again.out
    assert entries(database) == 1


def test_a_text_that_changes_nothing_says_so(sciplan: Sciplan, plan: Path, database: Path) -> None:
    sciplan("import", str(plan))
    saved(plan, PLAN.replace("\n", " \n"))
    ran = sciplan("import", str(plan))
    assert (ran.code, entries(database)) == (Exit.MEND, 1)
    assert "都没有变" in ran.err
    assert "上面" not in ran.err, "there is no change above"


def test_a_dry_run_makes_no_database(sciplan: Sciplan, plan: Path, database: Path) -> None:
    assert "会收入" in sciplan("import", "--dry-run", str(plan)).out
    assert not database.exists()


def test_a_changed_edition_waits_for_a_yes(sciplan: Sciplan, plan: Path, database: Path) -> None:
    sciplan("import", str(plan))
    saved(plan, EDITED)
    waiting = sciplan("import", str(plan))
    assert waiting.code is Exit.MEND
    assert "增加 市妇联" in waiting.out
    assert waiting.err.count("\n") == 1
    assert "--yes" in waiting.err
    assert entries(database) == 1
    assert sciplan("import", str(plan), "--dry-run").code is Exit.DONE
    assert entries(database) == 1
    assert sciplan("import", str(plan), "--yes").code is Exit.DONE
    assert entries(database) == 2


def test_a_removal_stays_proposed(sciplan: Sciplan, plan: Path) -> None:
    sciplan("import", str(plan))
    ran = sciplan("import", "--yes", str(saved(plan, SHORTENED)))
    assert ran.code is Exit.DONE
    assert "新版没有原来的任务 1.2.3 送科技下乡 [删除要由人来定]" in ran.out


@pytest.mark.parametrize(("answer", "code", "count"), [("y\n", Exit.DONE, 2), ("\n", Exit.MEND, 1), ("", Exit.MEND, 1)])
def test_a_person_is_asked(
    sciplan: Sciplan,
    plan: Path,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: Exit,
    count: int,
) -> None:
    sciplan("import", str(plan))
    saved(plan, EDITED)
    monkeypatch.setattr(output, "someone_is_there", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    ran = sciplan("import", str(plan))
    assert ran.code is code
    assert "增加 市妇联" in ran.err
    assert "y/N" in ran.err
    assert entries(database) == count


def test_a_program_is_never_asked(sciplan: Sciplan, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sciplan("import", str(plan))
    saved(plan, EDITED)
    monkeypatch.setattr(output, "someone_is_there", lambda: True)
    ran = sciplan("import", str(plan), "--json")
    assert ran.code is Exit.MEND
    [line] = ran.lines
    assert json.loads(line)["differences"]


def test_a_folder_imports_its_files_and_a_bad_one_stops_nothing(
    sciplan: Sciplan, tmp_path: Path, database: Path
) -> None:
    folder = tmp_path / "plans"
    (folder / "县").mkdir(parents=True)
    saved(folder / "县" / "a.txt", "没有任务的几个字\n")
    saved(folder / "a.txt", "没有任务的几个字\n")
    saved(folder / "县" / "b.txt", PLAN)
    saved(folder / "notes.log", "not taken from a folder")
    ran = sciplan("import", str(folder), str(tmp_path / "missing.txt"))
    assert ran.code is Exit.MEND
    assert "某某市-2021" in ran.out
    told = ran.err.splitlines()
    named = (folder / "a.txt", folder / "县" / "a.txt", tmp_path / "missing.txt")
    assert all(str(path) in line for path, line in zip(named, told, strict=True))
    assert entries(database) == 1


def test_bad_input_gets_one_sentence_and_no_database(sciplan: Sciplan, tmp_path: Path, database: Path) -> None:
    (tmp_path / "empty folder").mkdir()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    bad = [
        tmp_path / "missing.txt",
        tmp_path / "empty folder",
        saved(tmp_path / "empty.txt", ""),
        saved(tmp_path / "no plan.txt", "今天天气很好。\n"),
        saved(tmp_path / "no tasks.csv", "a,b\n1,2\n"),
        saved(tmp_path / "not ours.json", '{"a": 1}'),
        saved(tmp_path / "broken.json", "{"),
        tmp_path / "binary.txt",
        tmp_path / ("long" * 100),
    ]
    for command in ("check", "import"):
        for path in bad:
            ran = sciplan(command, str(path))
            assert (ran.code, ran.out) == (Exit.MEND, ""), path
            assert ran.err.count("\n") == 1, path
    assert not database.exists()


def test_markup_and_escapes_are_shown_harmlessly(sciplan: Sciplan, tmp_path: Path) -> None:
    hostile = PLAN.replace("送科技下乡", "送[/]科技[red]下\x1b]0;x\x07乡\u202e")
    for command in (["check"], ["check", "--json"], ["import"]):
        ran = sciplan(*command, str(saved(tmp_path / "hostile.txt", hostile)))
        assert ran.code is Exit.DONE
        assert not set(ran.out + ran.err) & set("\x1b\x07\u202e")
    assert "[/]科技[red]" in sciplan("check", str(tmp_path / "hostile.txt")).out


def test_an_entry_is_undone_and_redone(sciplan: Sciplan, plan: Path, database: Path) -> None:
    sciplan("import", str(plan))
    assert sciplan("mark", "lead:教育局", "--milestone", "2023", "--status", "done").out.startswith("已标记 1 项任务")
    assert "标记 1 项任务" in sciplan("undo").out
    assert "标记 1 项任务" in sciplan("redo").out
    entries = [json.loads(line) for line in sciplan("history", "--json").lines]
    assert [entry["kind"] for entry in entries] == ["import", "mark", "undo", "redo"]
    assert entries[1]["changes"][0]["new"]["status"] == "done"
    assert len(sciplan("history").lines) == 1 + len(entries)
    assert sciplan("undo", "99").code is Exit.MEND


def test_a_milestone_is_added_and_marked(sciplan: Sciplan, tmp_path: Path) -> None:
    plan = PLAN.replace("2023年开展中期督查，", "")
    sciplan("import", str(saved(tmp_path / "plan.txt", plan)))
    mark = ("mark", "lead:教育局", "--milestone", "2023", "--status", "done", "--note", "已报")
    assert sciplan(*mark).code is Exit.MEND
    added = sciplan("milestone", "add", "--plan", "某某", "--kind", "midterm_review", "--year", "2023")
    assert (added.code, "midterm-2023" in added.out) == (Exit.DONE, True)
    assert sciplan(*mark).code is Exit.DONE


def test_without_a_database_one_sentence_says_how_to_begin(sciplan: Sciplan, database: Path) -> None:
    for line in ("history", "undo", "redo", "mark x --milestone 2023 --status done"):
        ran = sciplan(*line.split())
        assert (ran.code, ran.out) == (Exit.MEND, "")
        assert ran.err.count("\n") == 1
    assert not database.exists()


def test_a_statement_of_thousands_of_units_is_not_kept_whole_with_each(sciplan: Sciplan, database: Path) -> None:
    names = "、".join(f"市第{number}局" for number in range(3000))
    (database.parent / "many.txt").write_text(
        f"某某市方案\n一、任务\n（一）做事。\n责任单位：{names}\n", encoding="utf-8"
    )
    assert sciplan("import", "many.txt").code is Exit.DONE
    assert database.stat().st_size < 80_000_000


def test_archives_and_pictures_in_a_folder_are_told_and_no_fault(sciplan: Sciplan, tmp_path: Path) -> None:
    folder = tmp_path / "收文"
    (folder / "旧").mkdir(parents=True)
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "旧" / "plan.txt").write_text(PLAN, encoding="utf-8")
    for name in ("打包.zip", "旧/照片.JPG", "说明.exe"):
        (folder / name).write_bytes(b"x")
    ran = sciplan("check", str(folder))
    assert ran.code == Exit.DONE
    assert "有 2 个压缩包、图片或幻灯片没有读，如 打包.zip、旧" in ran.err
    assert "说明" not in ran.err
