"""What must hold of comparing any plan with any other."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.diff import choosing, diff
from sciplan_tui.core.diff.applying import applied, composed
from sciplan_tui.core.journal import inverted
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.plan_cleaning import cleaned
from sciplan_tui.workspace.edition.checking import read_plan
from tests.plan_pairs import (
    NAMING,
    Numbers,
    an_edition,
    everything,
    facts_of,
    facts_stored,
    first,
    next_edition,
    pairs,
    soundness,
)

ROOT = Path(__file__).parents[3]
FIXTURES, SEEDS = ROOT / "fixtures", ROOT.parent / "shared" / "seeds"


@given(pairs())
@settings(max_examples=60)
def test_an_edition_that_says_the_same_differs_in_nothing(pair: tuple[ParsedPlan, ParsedPlan]) -> None:
    plan, numbers = pair[1], Numbers()
    stored = first(plan, numbers)
    assert facts_stored(stored) == facts_of(plan)
    review = diff(stored, plan, plan, NAMING, numbers)
    assert (review.differences, review.changes) == ((), ())


@given(pairs())
@settings(max_examples=150)
def test_all_that_differs_accepted_is_the_next_edition(pair: tuple[ParsedPlan, ParsedPlan]) -> None:
    before, after = pair
    numbers = Numbers()
    stored, _ = next_edition(first(before, numbers), before, after, numbers, everything)
    soundness(stored)
    told, said = facts_stored(stored), facts_of(after)
    # A form that carries no running text says nothing against the text that is there.
    told["tasks"] = [(*row[:-1], want[-1] and row[-1]) for row, want in zip(told["tasks"], said["tasks"], strict=True)]
    assert told == said


@given(pairs(), st.data())
@settings(max_examples=150)
def test_any_decision_can_be_carried_out_and_taken_back(
    pair: tuple[ParsedPlan, ParsedPlan], data: st.DataObject
) -> None:
    before, after = pair
    numbers = Numbers()
    stored = first(before, numbers)
    told = diff(stored, before, after, NAMING, numbers).differences
    wanted = data.draw(st.sets(st.integers(0, max(len(told) - 1, 0))))
    decided, review = next_edition(stored, before, after, numbers, lambda place, one: place in wanted)
    assert review.differences == told
    assert review.accepted == choosing.closed(told, wanted)
    soundness(decided)
    assert len({(change.table, change.id) for change in review.changes}) == len(review.changes)
    back = applied(decided, inverted(review.changes))
    assert sorted(back.tasks, key=lambda row: row["id"]) == sorted(stored.tasks, key=lambda row: row["id"])
    assert facts_stored(back) == facts_stored(stored)


@given(pairs(), st.data())
@settings(max_examples=80)
def test_a_difference_carries_what_it_does(pair: tuple[ParsedPlan, ParsedPlan], data: st.DataObject) -> None:
    before, after = pair
    numbers = Numbers()
    stored = first(before, numbers)
    told = diff(stored, before, after, NAMING, numbers).differences
    if told:
        place = data.draw(st.integers(0, len(told) - 1))
        needed = choosing.with_needs(told, [place])
        _, review = next_edition(stored, before, after, numbers, lambda at, one: at in needed)
        assert review.accepted == needed


def test_changes_of_one_row_are_one() -> None:
    from sciplan_tui.core.journal import Change

    assert composed([Change("task", 1, None, {"a": 1}), Change("task", 1, {"a": 1}, {"a": 2})]) == (
        Change("task", 1, None, {"a": 2}),
    )
    assert composed([Change("task", 1, {"a": 1}, {"a": 2}), Change("task", 1, {"a": 2, "b": 1}, {"a": 1, "b": 3})]) == (
        Change("task", 1, {"b": 1}, {"b": 3}),
    )
    assert composed([Change("task", 1, {"a": 1}, {"a": 2}), Change("task", 1, {"a": 2, "b": 1}, None)]) == (
        Change("task", 1, {"a": 1, "b": 1}, None),
    )
    assert composed([Change("task", 1, None, {"a": 1}), Change("task", 1, {"a": 1}, None)]) == ()


@pytest.mark.parametrize("accepted", [(), (0, 1)])
def test_what_needs_another_goes_with_it(accepted: tuple[int, ...]) -> None:
    from sciplan_tui.core.diff.difference import Difference

    told = (Difference("task_added", "1", "一"), Difference("task_added", "1.1", "二", needs=(0,)))
    assert choosing.certain(told) == {0, 1}
    assert choosing.toggled(told, frozenset(), 1) == {0, 1}
    assert choosing.toggled(told, frozenset({0, 1}), 0) == frozenset()
    assert choosing.toggled(told, frozenset({0, 1}), 1) == {0}
    assert choosing.closed(told, [1, 5]) == frozenset()
    assert choosing.everything(told) == choosing.closed(told, [0, 1])
    assert choosing.of_kind(told, "task_added") == {0, 1}


def test_a_kind_that_needs_another_takes_it_along() -> None:
    from sciplan_tui.core.diff.difference import Difference

    told = (
        Difference("split", "1.1", "一", reason="alike"),
        Difference("unit_removed", "1.1", "一", reason="removal", needs=(0,)),
        Difference("unit_removed", "1.2", "二", reason="removal"),
    )
    assert choosing.kind_toggled(told, frozenset(), "unit_removed") == {0, 1, 2}
    assert choosing.kind_toggled(told, {0, 1, 2}, "unit_removed") == {0}
    assert choosing.kind_toggled(told, {0, 1, 2}, "split") == {2}


@cache
def read(file: Path) -> ParsedPlan:
    plan, _ = read_plan(file)
    return cleaned(plan)


def real_plans() -> list[Path]:
    """Those that ship with the product, and the seeds where they are."""
    return sorted(FIXTURES.glob("*.*")) + sorted(SEEDS.glob("*.txt"))


@pytest.mark.parametrize("file", real_plans(), ids=lambda file: file.stem)
def test_a_real_plan_becomes_any_other_and_any_edition_of_itself(file: Path) -> None:
    before = read(file)
    chance = Random(file.stem)
    others = [read(other) for other in real_plans() if other.parent == file.parent]
    for after in (*others, *(an_edition(chance, before, edits) for edits in (0.02, 0.1, 0.3))):
        numbers = Numbers()
        stored, review = next_edition(first(before, numbers), before, after, numbers, everything)
        soundness(stored)
        told, said = facts_stored(stored), facts_of(after)
        told["tasks"] = [
            (*row[:-1], want[-1] and row[-1]) for row, want in zip(told["tasks"], said["tasks"], strict=True)
        ]
        assert told == said
        assert after is not before or review.differences == ()
