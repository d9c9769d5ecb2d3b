"""`milestone`, `target`, `task` and `plan` as a person writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


def listed(sciplan: Sciplan, what: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in sciplan(what, "--json").out.splitlines()]


def test_a_milestone_is_added_changed_and_dropped_and_all_is_taken_back(sciplan: Sciplan) -> None:
    key = str(listed(sciplan, "plans")[0]["key"])
    before = listed(sciplan, "milestones")
    sciplan("milestone", "add", "--plan", key, "--kind", "midterm_review", "--year", "2024")
    ran = sciplan("milestone", "set", "midterm-2024", "--on", "2024-06", "--label", "年中检查会")
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert "日期 2024 改为 2024-06" in ran.out
    sciplan("mark", "kind:task", "--milestone", "midterm-2024", "--status", "done")
    refused = sciplan("milestone", "drop", "midterm-2024")
    assert refused.code is Exit.MEND
    assert "年中检查会" in refused.err
    assert "--yes" in refused.err
    dropped = sciplan("milestone", "drop", "midterm-2024", "--yes", language="en")
    assert "and with it" in dropped.out
    assert listed(sciplan, "milestones") == before
    for _ in range(4):
        assert sciplan("undo").code is Exit.DONE
    assert listed(sciplan, "milestones") == before


def test_a_milestone_is_due_on_the_day_that_is_said(sciplan: Sciplan) -> None:
    key = str(listed(sciplan, "plans")[0]["key"])
    for kind, option, said in (("midterm_review", "--year", "2024-6-30"), ("phase", "--on", "2025年10月31日")):
        assert sciplan("milestone", "add", "--plan", key, "--kind", kind, option, said).code is Exit.DONE
    dates = {(one["key"], one["start"], one["end"]) for one in listed(sciplan, "milestones")}
    added = {("midterm-2024", "2024-06-30", "2024-06-30"), ("phase-2025", "2025-10-31", "2025-10-31")}
    assert added <= dates
    ran = sciplan("milestone", "add", "--plan", key, "--kind", "phase", "--year", "soon")
    assert (ran.code, "soon 不是日期" in ran.err) == (Exit.MEND, True)


def test_nothing_to_change_and_what_is_no_date_are_said_so(sciplan: Sciplan) -> None:
    assert sciplan("milestone", "set", "2023").code is Exit.USAGE
    ran = sciplan("milestone", "set", "2025", "--on", "明年")
    assert ran.code is Exit.MEND
    assert "明年 不是日期" in ran.err


def test_a_task_is_added_behind_another_and_dropped_again(sciplan: Sciplan) -> None:
    before = listed(sciplan, "tasks")
    ran = sciplan("task", "add", "1.1.1", "--title", "办好科普讲堂", "--with-units", "--by", "会议纪要")
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert "1.1.3 办好科普讲堂" in ran.out
    assert [one["path"] for one in listed(sciplan, "tasks")].index("1.1.3") == 1 + [
        one["path"] for one in before
    ].index("1.1.1")
    assert sciplan("task", "drop", "1.1.1", "--yes").code is Exit.MEND
    assert sciplan("task", "drop", "1.1.3").code is Exit.MEND
    assert "连同" in sciplan("task", "drop", "1.1.3", "--yes").out
    assert listed(sciplan, "tasks") == before


def test_a_figure_is_added_changed_and_dropped(sciplan: Sciplan) -> None:
    before = listed(sciplan, "targets")
    ran = sciplan(
        "target", "add", "1.1.1", "--indicator", "科普报告", "--comparator", ">=", "--value", "20", "--unit", "场"
    )
    assert (ran.code, ran.err) == (Exit.DONE, "")
    ran = sciplan("target", "set", "1.1.1", "--figure", "科普报告", "--value", "30", "--deadline", "2024-06")
    assert "数值 20 改为 30、期限 - 改为 2024-06-30" in ran.out
    assert sciplan("target", "set", "1.1.1", "--figure", "科普报告", "--value", "x").code is Exit.MEND
    assert sciplan("target", "set", "1.1.1", "--figure", "科普报告").code is Exit.USAGE
    assert sciplan("target", "drop", "1.1.1", "--figure", "科普报告").code is Exit.DONE
    assert listed(sciplan, "targets") == before


def test_a_plan_is_begun_and_changed(sciplan: Sciplan) -> None:
    ran = sciplan(
        "plan", "add", "--title", "乙县科普方案", "--region", "乙县", "--period", "2024-2026", "--first", "任务"
    )
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert "乙县-2024" in ran.out
    assert "文号 - 改为" in sciplan("plan", "set", "乙县", "--number", "乙政发〔2024〕1号").out
    assert sciplan("plan", "set", "乙县", "--period", "明年").code is Exit.MEND
    assert sciplan("plan", "set", "乙县").code is Exit.USAGE
    assert [plan["key"] for plan in listed(sciplan, "plans")][-1] == "乙县-2024"
    assert sciplan("task", "add", "1", "--plan", "乙县", "--below", "--title", "办科普日").code is Exit.DONE
    assert "办科普日" in sciplan("show", "1.1", "--plan", "乙县").out
    assert sciplan("doctor").code is Exit.DONE
    assert sciplan("problems", "--plan", "乙县").code is Exit.DONE
    assert sciplan("review", "--plan", "乙县").code is Exit.MEND
