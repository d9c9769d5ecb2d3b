"""主责单位 lead where a plan has others beside them, and are but responsible where it never has."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import Role

HEAD = "海州市灯塔整治方案（2021—2025年）\n一、任务\n"
ITEMS = f"{HEAD}1.点灯。\n主责单位：市灯塔局，市港口局\n2.换灯。\n主责单位：市渔业局\n"
ROWS = "序号,任务,{},时限\n1,点灯,市灯塔局,年底\n2,换灯,市渔业局,年底\n"


def _roles(text: str, name: str = "a.txt") -> set[Role]:
    plan = parse(readers.read(name, text.encode()), lambda words: words)
    return {held.role for task in plan.tasks for held in task.assignments if held.unit != "市航道局"}


def test_owners_alone_are_responsible() -> None:
    assert _roles(ITEMS) == {Role.RESPONSIBLE}


def test_they_lead_where_somebody_stands_beside_one() -> None:
    assert _roles(f"{ITEMS}3.擦灯。\n主责单位：市港口局；协同单位：市航道局\n") == {Role.LEAD}


def test_so_it_is_in_tables() -> None:
    assert _roles(ROWS.format("主责单位"), "a.csv") == {Role.RESPONSIBLE}
    assert _roles(ROWS.format("牵头主责单位"), "a.csv") == {Role.LEAD}
