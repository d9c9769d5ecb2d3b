"""A plan may say once that those before the comma lead: so it is in each of its later lists."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import Role

SIGNS = {Role.LEAD: "L", Role.RESPONSIBLE: "R", Role.SUPPORT: "S"}
HEAD = "海州市灯塔整治方案（2021—2025年）\n一、任务\n"
RULES = {
    "列逗号之前的为牵头单位，其他有关单位按职责分工配合，下同": "S",
    "第一个逗号前为牵头单位，多个牵头部门的按照职责分工负责，下同": "R",
    "逗号前的单位为牵头单位，下同": "R",
}


def _held(items: str) -> list[str]:
    plan = parse(readers.read("a.txt", (HEAD + items).encode()), lambda words: words)
    return [" ".join(f"{SIGNS[held.role]} {held.unit}" for held in task.assignments) for task in plan.tasks[1:]]


@pytest.mark.parametrize(("rule", "others"), RULES.items(), ids=RULES)
def test_who_stands_before_it_leads_in_every_later_list(rule: str, others: str) -> None:
    items = (
        f"1.点灯。天天点。（责任单位：市海洋局、市港口局，市渔业局、市航道局；{rule}）\n"
        "2.换灯。年年换。（责任单位：市海洋局，市渔业局）\n"
        "3.擦灯。月月擦。（责任单位：市港口局、市海洋局）\n"
        "4.看灯。（市港口局牵头，市海洋局负责）\n"
    )
    assert _held(items) == [
        f"L 市海洋局 L 市港口局 {others} 市渔业局 {others} 市航道局",
        f"L 市海洋局 {others} 市渔业局",
        "L 市港口局 L 市海洋局",
        "L 市港口局 R 市海洋局",
    ]


def test_without_the_same_below_it_holds_there_alone() -> None:
    items = (
        "1.点灯。天天点。（责任单位：市海洋局，市渔业局。逗号前为牵头单位）\n2.换灯。（责任单位：市海洋局，市港口局）\n"
    )
    assert _held(items) == ["L 市海洋局 R 市渔业局", "R 市海洋局 R 市港口局"]
