"""`sciplan review` and `diff`: what an edition leaves undecided, and what one text says otherwise than another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import EDITED, PLAN, SHORTENED


@pytest.fixture
def shortened(sciplan: Sciplan, tmp_path: Path) -> Path:
    """A plan whose second edition has lost a task."""
    for name, text in (("a.txt", PLAN), ("b.txt", SHORTENED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert sciplan("import", "--yes", str(tmp_path / name)).code is Exit.DONE
    return tmp_path


def titles(sciplan: Sciplan) -> list[str]:
    return [json.loads(line)["title"] for line in sciplan("tasks", "--json").lines]


def test_an_import_says_what_it_leaves_and_how_to_decide_it(sciplan: Sciplan, shortened: Path) -> None:
    (shortened / "c.txt").write_text(EDITED, encoding="utf-8")
    ran = sciplan("import", "--yes", str(shortened / "c.txt"))
    assert "sciplan review --plan 某某市-2021" in ran.err
    [waiting] = sciplan("review", "--json").lines
    assert {one["reason"] for one in json.loads(waiting)["differences"]} == {"removal"}


def test_a_dry_run_tells_each_difference_and_whether_a_yes_accepts_it(sciplan: Sciplan, shortened: Path) -> None:
    (shortened / "c.txt").write_text(EDITED, encoding="utf-8")
    [line] = sciplan("import", "--dry-run", "--json", str(shortened / "c.txt")).lines
    told = json.loads(line)["differences"]
    assert {"kind", "path", "title", "old", "new", "now", "reason", "accepted"} <= told[0].keys()
    assert [one["accepted"] for one in told] == [one["reason"] is None for one in told]
    (shortened / "c.txt").write_text(EDITED.replace("组织专家到村里去", "组织专家到村里讲课"), encoding="utf-8")
    text = sciplan("import", "--dry-run", str(shortened / "c.txt")).out
    assert text.index("增加单位 1 处") < text.index("正文 1 处")


def test_a_removal_waits_until_it_is_accepted_and_is_taken_back_by_undo(sciplan: Sciplan, shortened: Path) -> None:
    assert "1  新版没有原来的任务 1.2.3 送科技下乡" in sciplan("review").out
    assert "送科技下乡" in titles(sciplan)
    ran = sciplan("review", "--accept", "1")
    assert (ran.code, ran.out) == (Exit.DONE, "某某市-2021：接受 1 处，不采纳 0 处，仍待定 0 处\n")
    assert "送科技下乡" not in titles(sciplan)
    assert "没有待定的改动" in sciplan("review").out
    assert "接受 1 处" in sciplan("undo").out
    assert "送科技下乡" in titles(sciplan)
    assert "待定 1 处" in sciplan("review", "--plan", "某某").out


def test_a_program_is_told_what_was_decided_and_what_is_left(sciplan: Sciplan, shortened: Path) -> None:
    ran = sciplan("review", "--accept", "1", "--json")
    [told] = map(json.loads, ran.lines)
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert (told["plan"], told["accepted"], told["rejected"], told["differences"]) == ("某某市-2021", 1, 0, [])


def test_a_removal_says_how_many_marks_it_takes_along(sciplan: Sciplan, shortened: Path) -> None:
    for path in ("1.2.3", "1.1.1"):
        assert sciplan("mark", f"path:{path}", "--milestone", "2023", "--status", "done").code is Exit.DONE
    assert "送科技下乡 is not in the new edition (1 mark would go with it)" in sciplan("review", language="en").out
    [waiting] = sciplan("review", "--json").lines
    assert [one["marks"] for one in json.loads(waiting)["differences"]] == [1]
    (shortened / "c.txt").write_text(SHORTENED.replace("2023年开展中期督查，", ""), encoding="utf-8")
    told = sciplan("import", "--yes", str(shortened / "c.txt"), language="en").out
    assert "is not in the new edition (2 marks would go with it)" in told
    assert "(2 marks would go with it)" in sciplan("problems", language="en").out


def test_what_is_rejected_is_not_asked_about_again(sciplan: Sciplan, shortened: Path) -> None:
    assert sciplan("review", "--reject", "task_removed").code is Exit.DONE
    assert "没有待定的改动" in sciplan("review").out
    (shortened / "c.txt").write_text(SHORTENED + "\n", encoding="utf-8")
    again = sciplan("import", "--yes", str(shortened / "c.txt"))
    assert "送科技下乡" not in again.out
    assert "送科技下乡" in titles(sciplan)
    assert "没有待定的改动" in sciplan("review").out


@pytest.mark.parametrize("said", ["2", "0", "1,x", "task_gone", ""])
def test_a_wrong_choice_is_named_and_nothing_is_written(sciplan: Sciplan, shortened: Path, said: str) -> None:
    ran = sciplan("review", "--accept", said)
    assert (ran.code, ran.out, ran.err.count("\n")) == (Exit.USAGE, "", 1)
    assert "待定 1 处" in sciplan("review").out


def test_who_decides_by_number_is_told_that_the_others_are_numbered_anew(sciplan: Sciplan, tmp_path: Path) -> None:
    gone = ("建好科技馆", "送科技下乡", "市农业农村局")
    left = "\n".join(line for line in PLAN.splitlines() if not any(word in line for word in gone))
    for name, text in (("a.txt", PLAN), ("b.txt", left)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert sciplan("import", "--yes", str(tmp_path / name)).code is Exit.DONE
    assert len(json.loads(sciplan("review", "--json").lines[0])["differences"]) == 2
    assert sciplan("review", "--reject", "2").err == ""
    sciplan("undo")
    told = sciplan("review", "--reject", "1")
    assert (told.code, "sciplan review --plan 某某市-2021" in told.err, told.err.count("\n")) == (Exit.DONE, True, 1)


def test_where_nothing_waits_nothing_is_decided(sciplan: Sciplan, shortened: Path) -> None:
    sciplan("review", "--accept", "all")
    ran = sciplan("review", "--reject", "all")
    assert (ran.code, ran.out, ran.err.count("\n")) == (Exit.MEND, "", 1)


def test_files_and_editions_are_compared_with_each_other(sciplan: Sciplan, shortened: Path) -> None:
    one, other = str(shortened / "a.txt"), str(shortened / "b.txt")
    told = [
        json.loads(sciplan("diff", *sides, "--json").lines[0])
        for sides in ((one, other), ("某某@1", "某某"), ("某某市-2021@1", other), (one, "某某@2"))
    ]
    assert [said["differences"] for said in told] == [told[0]["differences"]] * 4
    assert told[1]["left"] == {"name": "某某市-2021", "edition": 1}
    assert told[0]["right"] == {"name": "b.txt", "edition": None}
    back = json.loads(sciplan("diff", other, one, "--json").lines[0])["differences"]
    assert [(way["kind"], way["path"]) for way in back if way["kind"].startswith("task")] == [("task_added", "1.2.3")]


def test_no_differences_are_said_and_no_database_is_made(sciplan: Sciplan, tmp_path: Path, database: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    ran = sciplan("diff", str(tmp_path / "a.txt"), str(tmp_path / "a.txt"))
    assert (ran.code, ran.lines[-1]) == (Exit.DONE, "没有不同")
    assert not database.exists()


@pytest.mark.parametrize("side", ["nowhere.txt", "某某@9", "nowhere", "某某@0"])
def test_a_side_that_is_not_there_is_named(sciplan: Sciplan, shortened: Path, side: str) -> None:
    ran = sciplan("diff", side, "某某")
    assert (ran.code, ran.out, ran.err.count("\n")) == (Exit.MEND, "", 1)
    assert side.partition("@")[2] in ran.err


def test_without_a_plan_what_waits_of_the_only_one_is_decided_and_of_several_it_is_asked(
    sciplan: Sciplan, shortened: Path
) -> None:
    for name, text in (("c.txt", PLAN), ("d.txt", SHORTENED)):
        (shortened / name).write_text(text.replace("某某市", "别处市"), encoding="utf-8")
    sciplan("import", str(shortened / "c.txt"))
    assert "接受 1 处" in sciplan("review", "--accept", "all").out
    sciplan("undo")
    sciplan("import", "--yes", str(shortened / "d.txt"))
    asked = sciplan("review", "--accept", "all")
    assert asked.code == Exit.MEND
    assert "有几个方案：某某市-2021《" in asked.err
    assert "接受 1 处" in sciplan("review", "--accept", "all", "--plan", "别处市全民科学素质").out
