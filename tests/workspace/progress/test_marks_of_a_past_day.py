"""As things stood on a day: what is marked for a later day is not known, and what it took the place of stands still."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.plan import Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.progress.marking import MarkResult, mark_tasks
from sciplan_tui.workspace.progress.overview import overview
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, small

TASK, NOW = 3, datetime.date(2024, 1, 8)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def mark(
    database: Path, status: Status | None, on: str | None, at: str = "2024-01-05T09:00:00", evidence: str | None = None
) -> MarkResult:
    return mark_tasks(database, [TASK], milestone="2023", status=status, on=on, evidence=evidence, at=at)


def stood(database: Path, day: str | None) -> tuple[Any, ...]:
    """State, light and note of the mark on a day (None: now), and whether the query for late ones finds the task."""
    with View.open(database, NOW, datetime.date.fromisoformat(day) if day else None) as view:
        row = next(row for row in view.all_rows(view.frame(ViewSpec())) if row.task_id == TASK)
        late = view.frame(ViewSpec(query="mark:2023=late")).rows
        cell = row.marks.get(1, MarkCell(None))
        return cell.status, cell.light, cell.on, any(row.task_id == TASK for row in late)


def test_what_is_marked_for_a_later_day_is_not_known(database: Path) -> None:
    mark(database, Status.DONE, "2023-12-20")
    assert stood(database, None) == (Status.DONE, None, "2023-12-20", False)
    assert stood(database, "2023-12-20") == (Status.DONE, None, "2023-12-20", False)
    assert stood(database, "2023-10-20") == (None, None, None, False)


def test_what_it_took_the_place_of_stands(database: Path) -> None:
    mark(database, Status.BLOCKED, "2023-10-01")
    mark(database, Status.DONE, "2023-12-20")
    assert stood(database, "2023-12-19")[::2] == (Status.BLOCKED, "2023-10-01")
    assert stood(database, "2023-09-30")[0] is None


def test_the_evidence_of_what_stood_is_told(database: Path) -> None:
    mark(database, Status.BLOCKED, "2023-10-01", evidence="三号柜")
    mark(database, Status.DONE, "2023-12-20")
    with View.open(database, NOW, datetime.date(2023, 11, 1)) as view:
        assert view.task(TASK).marks[0].evidence == "三号柜"
    with View.open(database, NOW) as view:
        task = view.task(TASK)
        assert (task.marks[0].evidence, [past.evidence for past in task.past]) == (None, ["三号柜", None])


def test_what_was_cleared_later_stands_and_what_was_cleared_before_does_not(database: Path) -> None:
    mark(database, Status.DONE, "2023-10-01", at="2023-10-01T09:00:00")
    mark(database, None, None, at="2023-11-01T09:00:00")
    assert [stood(database, day)[0] for day in ("2023-10-31", "2023-11-01", None)] == [Status.DONE, None, None]


def test_a_later_note_of_an_earlier_day_corrects(database: Path) -> None:
    mark(database, Status.DONE, "2023-12-20")
    mark(database, Status.IN_PROGRESS, "2023-10-01")
    assert stood(database, "2023-10-20")[::2] == (Status.IN_PROGRESS, "2023-10-01")


def test_a_mark_that_names_no_day_stands_from_when_it_was_noted(database: Path) -> None:
    mark(database, Status.DONE, None, at="2023-11-01T09:00:00")
    assert [stood(database, day)[0] for day in ("2023-10-31", "2023-11-01")] == [None, Status.DONE]


def test_what_was_undone_was_never_so(database: Path) -> None:
    entry = mark(database, Status.BLOCKED, "2023-10-01").entry_id
    undo(database, entry, at=AT)
    mark(database, Status.DONE, "2023-12-20")
    assert stood(database, "2023-10-20")[0] is None
    undo(database, at=AT)
    redo(database, entry, at=AT)
    assert stood(database, "2023-10-20")[0] is Status.BLOCKED


def test_lights_are_those_of_the_day(database: Path) -> None:
    assert stood(database, None)[1::2] == ("late", True)
    assert stood(database, "2023-06-01")[1::2] == (None, False)


def test_a_paper_of_a_day_counts_so_whenever_it_is_written(database: Path) -> None:
    mark(database, Status.DONE, "2023-12-20")
    for day, done in ((datetime.date(2023, 10, 20), 0), (datetime.date(2023, 12, 20), 1)):
        with View.as_on(database, day) as view:
            counts = overview(view, ViewSpec()).progress.marks
            assert sum(one.status is Status.DONE for of in counts.values() for one in of.values()) == done


def test_the_same_view_looks_back_and_forth(database: Path) -> None:
    mark(database, Status.DONE, "2023-12-20")
    with View.open(database, NOW, datetime.date(2023, 10, 20)) as view:
        assert view.frame(ViewSpec(query="mark:2023=done")).counts.tasks == 0
        mark(database, Status.DONE, "2023-10-10")
        assert view.frame(ViewSpec(query="mark:2023=done")).counts.tasks == 1
