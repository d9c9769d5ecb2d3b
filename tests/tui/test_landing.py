"""Which row the cursor lands on when what is shown changes."""

from __future__ import annotations

from dataclasses import replace

from sciplan_tui.core.matrix import Counts, Frame, RowRef
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.widgets.matrix.cursor import landing


def frame(query: str, rows: dict[int, str]) -> Frame:
    refs = tuple(RowRef(task, 1, 0, matched) for task, matched in rows.items())
    return Frame(ViewSpec(query=query), (), refs, (), (), Counts(0, 0, 0, 0, 0))


WHOLE = frame("", {1: "printed", 2: "printed", 3: "printed", 4: "printed"})


def test_its_own_task_when_it_matches() -> None:
    assert landing(WHOLE, frame("x", {1: "context", 2: "context", 3: "printed", 4: "printed"}), 4) == 3


def test_the_first_that_matches_when_its_task_does_not() -> None:
    found = frame("x", {1: "context", 2: "context", 4: "inherited"})
    assert landing(WHOLE, found, 3) == 2
    assert landing(WHOLE, found, 1) == 2
    assert landing(WHOLE, frame("x", {}), 3) is None


def test_back_to_its_task_when_the_query_is_cleared() -> None:
    found = frame("x", {1: "context", 4: "printed"})
    assert landing(found, WHOLE, 3) == 2


def test_the_nearest_above_when_a_change_of_the_data_takes_its_task() -> None:
    found = frame("x", {1: "context", 2: "printed", 3: "printed", 4: "printed"})
    assert landing(found, replace(found, rows=found.rows[:2] + found.rows[3:]), 3) == 1
    assert landing(found, replace(found, rows=found.rows[2:]), 1) == 0
    assert landing(found, found, 1) == 0


def test_the_row_that_stood_under_it_when_its_task_is_in_neither() -> None:
    folded = frame("", {1: "printed", 2: "printed", 4: "printed"})
    assert landing(folded, folded, 3, under=2) == 1
    assert landing(folded, replace(folded, rows=folded.rows[:1] + folded.rows[2:]), 3, under=2) == 0
    assert landing(folded, WHOLE, 3, under=2) == 2
