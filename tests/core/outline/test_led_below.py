"""A group that names no unit lacks no lead where each task below it has one."""

from __future__ import annotations

from sciplan_tui.core.outline.flags import of_places
from sciplan_tui.core.outline.tree import Outline

#          part  action  task  group  task  task  action  task
PARENTS = (-1, 0, 1, 1, 3, 3, 0, 6)
COUNTED = bytes((0, 1, 1, 1, 1, 1, 1, 1))


def led_below(*stating: int) -> list[int]:
    """The places that are led task by task where these print a lead each."""
    holders = [place if place in stating else -1 for place in range(len(PARENTS))]
    outline = Outline(range(len(PARENTS)), PARENTS, holders, COUNTED, {1: (0, len(PARENTS))})
    return outline.places_of(outline.led_below(of_places(stating, len(PARENTS))))


def test_each_task_below_must_be_led_however_deep() -> None:
    assert led_below() == []
    assert led_below(2, 4) == [], "the task at place 5 has none"
    assert led_below(4, 5) == [3]
    assert led_below(2, 4, 5) == [1, 3], "a part is no task, and lacks nothing"
    assert led_below(7) == [6]


def test_what_is_under_a_statement_of_its_own_lacks_what_that_lacks() -> None:
    holders = (-1, 1, 2, 1, 4, 5, -1, -1)
    outline = Outline(range(8), PARENTS, holders, COUNTED, {1: (0, 8)})
    assert outline.places_of(outline.led_below(of_places((2, 4, 5), 8))) == []
