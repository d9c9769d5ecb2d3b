"""Figures by hand: checked field by field, one entry each, and kept when the plan comes again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.given.figure import figure_columns
from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.targets import add_target, drop_target, set_target, target_meant
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import redo, undo
from tests.store_cases import AT, small
from tests.workspace.stored import ask, state, task_id

SAID = "SELECT indicator, comparator, value, value_max, unit, frequency, deadline, aspirational FROM target ORDER BY id"
WHOLE = {"indicator": "科普讲座", "comparator": ">=", "value": "1,200", "unit": "场", "deadline": "2025"}
Do = Callable[[Path], Gesture]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def proved(plan: ParsedPlan, **changed: object) -> ParsedPlan:
    return replace(plan, targets=(replace(plan.targets[0], **changed),))  # type: ignore[arg-type]


def added(database: Path) -> Gesture:
    return add_target(database, task_id(database, "2.1.1"), WHOLE, at=AT)


def changed(database: Path) -> Gesture:
    return set_target(database, 1, {"value": "300", "unit": "人", "frequency": ""}, at=AT)


def renamed(database: Path) -> Gesture:
    return set_target(database, 1, {"indicator": "培训农民"}, at=AT)


def dropped(database: Path) -> Gesture:
    return drop_target(database, 1, at=AT)


@pytest.mark.parametrize("do", [added, changed, renamed, dropped])
def test_it_is_one_entry_taken_back_done_again_and_kept_by_the_next_edition(database: Path, do: Do) -> None:
    before = state(database)
    assert do(database).entry_id == 2
    after = state(database)
    assert after != before
    undo(database, at=AT)
    assert state(database) == before
    redo(database, at=AT)
    assert state(database) == after
    kept = ask(database, SAID)
    assert import_plan(database, small(stamp="2"), "raw", accept=True, at=AT).differences == ()
    assert ask(database, SAID) == kept


def test_what_is_written_is_what_stands_there(database: Path) -> None:
    told = sentence(added(database))
    assert "2.1.1 弘扬科学家精神进校园 科普讲座 >= 1200 场 到 2025-12-31（甲市-2021）" in told
    assert ask(database, SAID)[1] == ("科普讲座", ">=", 1200.0, None, "场", None, "2025-12-31", 0)
    told = sentence(changed(database))
    assert "数值 200 改为 300、计量单位 人次 改为 人、频次 每年 改为 -" in told


def test_what_the_document_changes_of_a_renamed_figure_is_told_and_the_name_stays(database: Path) -> None:
    renamed(database)
    done = import_plan(database, proved(small(stamp="2"), value=250.0), "raw", accept=True, at=AT)
    assert [(one.kind, one.reason) for one in done.differences] == [("target_changed", None)]
    assert ask(database, SAID)[0][:3] == ("培训农民", ">=", 250.0)
    assert len(ask(database, SAID)) == 1


def test_what_both_change_is_a_conflict(database: Path) -> None:
    changed(database)
    (told,) = import_plan(database, proved(small(stamp="2"), value=250.0), "raw", accept=True, at=AT).differences
    assert (told.kind, told.reason) == ("target_changed", "conflict")
    assert ask(database, SAID)[0][2] == 300.0


def test_one_that_was_dropped_and_is_said_otherwise_is_a_conflict(database: Path) -> None:
    dropped(database)
    done = import_plan(database, proved(small(stamp="2"), value=250.0), "raw", accept=True, at=AT)
    (told,) = done.differences
    assert (told.kind, told.reason, told.now) == ("target_added", "conflict", "-")
    assert ask(database, SAID) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"indicator": " "}, "indicator_empty"),
        ({"value": "很多"}, "no_number"),
        ({"value": ""}, "no_number"),
        ({"value": "1e9"}, "no_number"),
        ({"value": "1" * 16}, "no_number"),
        ({"comparator": "约"}, "not_one_of"),
        ({"frequency": "偶尔"}, "not_one_of"),
        ({"deadline": "2023-13"}, "not_a_moment"),
        ({"value_max": "100"}, "range_ends"),
        ({"comparator": "range"}, "range_open"),
        ({"comparator": "=", "value_max": "300"}, "no_range"),
        ({"unit": "长" * 201}, "too_long"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(database: Path, given: dict[str, str], code: str) -> None:
    before = state(database)
    with pytest.raises(RefusedError) as refused:
        set_target(database, 1, given, at=AT)
    assert refused.value.code == code
    assert "{" not in str(refused.value)
    assert state(database) == before


def test_two_values_make_a_range_and_one_less_ends_it() -> None:
    made = figure_columns({"indicator": "比例", "value": "80", "value_max": "90"})
    assert (made["comparator"], made["value_max"]) == ("range", 90.0)
    again = figure_columns({"value_max": ""}, made)
    assert (again["comparator"], again["value_max"]) == ("=", None)
    other = figure_columns({"comparator": ">="}, made)
    assert (other["comparator"], other["value_max"]) == (">=", None)


def test_a_figure_is_meant_by_its_place_or_its_indicator(database: Path) -> None:
    task = task_id(database, "2.2.1")
    add_target(database, task, {**WHOLE, "indicator": "培训班"}, at=AT)
    assert [target_meant(database, task, name) for name in ("1", "人次", "培训班", "2")] == [1, 1, 2, 2]
    for name in ("培训", None, "3"):
        with pytest.raises(RefusedError) as refused:
            target_meant(database, task, name)
        assert "1 培训人次、2 培训班" in str(refused.value)
