"""Tables that go by unit: a unit stands once, before the first of its tasks."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

BY_UNIT = ["责任单位,重点任务,完成时限", "市海洋局,点灯,8月底", ",换灯,9月底", "市渔业局,擦灯,年底"]
BY_NUMBER = ["序号,责任单位,任务", "1,市海洋局,点灯", "2,,换灯", "3,市渔业局,擦灯"]


def _held(rows: list[str]) -> list[tuple[str, str]]:
    plan = parse(readers.read("a.csv", "\n".join(rows).encode()), lambda words: words)
    return [(task.title, " ".join(held.unit for held in task.assignments)) for task in plan.tasks]


def test_the_unit_above_holds_the_tasks_below_it() -> None:
    assert _held(BY_UNIT) == [("点灯", "市海洋局"), ("换灯", "市海洋局"), ("擦灯", "市渔业局")]


@pytest.mark.parametrize("rows", [BY_NUMBER, ["任务,责任单位", "点灯,市海洋局", "换灯,", "擦灯,市渔业局"]])
def test_in_other_tables_an_empty_cell_names_nobody(rows: list[str]) -> None:
    assert dict(_held(rows))["换灯"] == ""
