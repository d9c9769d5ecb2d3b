"""Two names that always stand together, where commas part all others, are one unit; it is told."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

BOTH = "市灯塔委、东港管委会"
OTHERS = ["市海洋局", "市渔业局，市航道局", "市财政局", "市港口局，市海洋局", "市科协"]


def _plan(lists: list[str]) -> ParsedPlan:
    items = "".join(f"{place}.点灯{place}。\n责任单位：{listed}\n" for place, listed in enumerate(lists, 1))
    text = f"海州市灯塔整治方案（2021—2025年）\n一、任务\n{items}"
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _units(plan: ParsedPlan) -> set[str]:
    return {held.unit for task in plan.tasks for held in task.assignments}


def _told(plan: ParsedPlan) -> list[int | None]:
    return [problem.line for problem in plan.problems if problem.code == "units_joined"]


def test_they_are_one_and_it_is_told_once() -> None:
    plan = _plan([f"{BOTH}，市港口局", f"市海洋局，{BOTH}", BOTH, *OTHERS])
    assert BOTH in _units(plan)
    assert not {"市灯塔委", "东港管委会"} & _units(plan)
    assert _told(plan) == [4]
    orders = [[held.order for held in task.assignments] for task in plan.tasks[1:4]]
    assert orders == [[1, 2], [1, 2], [1]]
    assert plan.tasks[3].proposals[0].unit == BOTH


@pytest.mark.parametrize(
    "lists",
    [
        [f"{BOTH}，市港口局", BOTH, *OTHERS],
        [f"{BOTH}，市港口局", BOTH, BOTH, "东港管委会", *OTHERS],
        [f"{BOTH}，市港口局", BOTH, BOTH, "市海洋局、市港口局", *OTHERS],
        [BOTH, BOTH, BOTH, "市海洋局"],
    ],
    ids=["too_seldom", "one_stands_alone", "others_stand_so_too", "hardly_any_others"],
)
def test_else_they_are_two(lists: list[str]) -> None:
    plan = _plan(lists)
    assert {"市灯塔委", "东港管委会"} <= _units(plan)
    assert not _told(plan)
