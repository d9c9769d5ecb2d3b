"""Which changes of the journal touch a unit: asked backwards, so that a row that is gone is known by its end."""

from __future__ import annotations

from sciplan_tui.core.journal import Change
from sciplan_tui.core.unit.changes import AT_UNIT, Concerned


def concerned() -> Concerned:
    return Concerned(frozenset({7}), frozenset({21, 22}), {1: 21}, {31: 21}, {41: 22})


def test_a_mark_or_a_figure_of_its_tasks_touches_it_there() -> None:
    asked = concerned()
    assert asked.task_of(Change("mark", 31, {"status": "done"}, {"status": "blocked"})) == 21
    assert asked.task_of(Change("target", 41, {"value": 1.0}, {"value": 2.0})) == 22
    assert asked.task_of(Change("mark", 99, None, {"task_id": 50, "status": "done"})) is None


def test_where_only_the_place_in_the_source_moved_nothing_is_told() -> None:
    asked = concerned()
    assert asked.task_of(Change("target", 41, {"line": 1}, {"line": 2})) is None
    assert asked.task_of(Change("task", 21, {"line": 1, "position": 2}, {"line": 2, "position": 3})) is None
    assert asked.task_of(Change("assignment", 1, {"line": 1}, {"line": 2})) is None
    assert asked.task_of(Change("task", 21, {"title": "甲"}, {"title": "乙"})) == 21


def test_a_row_that_is_gone_is_known_by_its_removal_before_its_earlier_changes_are_asked_for() -> None:
    asked = concerned()
    earlier = Change("mark", 32, {"status": "done"}, {"status": "blocked"})
    assert asked.task_of(earlier) is None
    assert asked.task_of(Change("mark", 32, {"task_id": 22, "status": "blocked"}, None)) == 22
    assert asked.task_of(earlier) == 22


def test_what_was_reported_touches_it_where_its_figure_is_or_was() -> None:
    asked = concerned()
    assert asked.task_of(Change("reported", 51, None, {"target_id": 41, "value": 2.0})) is None
    assert asked.task_of(Change("reported", 51, {"target_id": 41, "value": 2.0}, None)) == 22
    assert asked.task_of(Change("reported", 51, None, {"target_id": 41, "value": 2.0})) == 22
    assert asked.task_of(Change("reported", 52, {"target_id": 99, "value": 2.0}, None)) is None


def test_a_duty_that_went_to_another_or_came_from_one_touches_it() -> None:
    asked = concerned()
    assert asked.task_of(Change("assignment", 5, {"unit_id": 7, "task_id": 21}, None)) == 21
    assert asked.task_of(Change("assignment", 6, {"unit_id": 8}, {"unit_id": 7})) == AT_UNIT
    assert asked.task_of(Change("assignment", 8, {"unit_id": 8, "task_id": 21}, None)) is None


def test_its_entry_in_the_registry_and_what_binds_it_to_others_touch_it_itself() -> None:
    asked = concerned()
    assert asked.task_of(Change("unit", 7, {"contact": None}, {"contact": "张"})) == AT_UNIT
    assert asked.task_of(Change("unit", 7, {"position": 1}, {"position": 2})) is None
    assert asked.task_of(Change("unit", 8, {"contact": None}, {"contact": "张"})) is None
    assert asked.task_of(Change("succession", 1, None, {"from_id": 9, "to_id": 7})) == AT_UNIT
    assert asked.task_of(Change("membership", 1, {"collective_id": 7, "member_id": 9}, None)) == AT_UNIT
    assert asked.task_of(Change("plan", 7, None, {"title": "x"})) is None
