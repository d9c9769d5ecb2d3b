"""The first frame of the screens is the frame of its view, however few of its rows are read at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.outline.rows import FirstRows, plan_spans, task_ids
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec
from sciplan_tui.workspace.view import first_frame as first
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import TODAY

PLAIN = [ViewSpec(), ViewSpec(plan="甲市"), ViewSpec(plan="乙", hide_empty=False), ViewSpec(unfolded=frozenset({4}))]
OTHER = [ViewSpec(query="科普"), ViewSpec(rows=RowOrder.LEAD), ViewSpec(columns=ColumnOrder.LOAD),
         ViewSpec(folded=frozenset({1}))]  # fmt: skip


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    with View.open(data.fill(tmp_path / "sciplan.db"), TODAY) as view:
        yield view


def uncounted(rows: tuple[RowRef, ...] | list[RowRef]) -> list[RowRef]:
    return [row._replace(below=0) for row in rows]


@pytest.mark.parametrize("spec", PLAIN)
@pytest.mark.parametrize("read", [1, 3, 5, 11, 12, 500])
def test_the_first_frame_is_the_frame(view: View, spec: ViewSpec, read: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first, "_ROWS", read)
    whole = view.frame(spec)
    frame = first.first_frame(view, spec)
    assert isinstance(frame.rows, FirstRows)
    assert replace(frame, rows=()) == replace(whole, rows=())
    assert len(frame.rows) == len(whole.rows)
    assert list(plan_spans(frame.rows)) == list(plan_spans(whole.rows))
    known = min(read, len(whole.rows))
    assert [frame.rows[place]._replace(below=0) for place in range(known)] == uncounted(list(whole.rows)[:known])
    assert uncounted(list(frame.rows[:known])) == uncounted(list(whole.rows)[:known])


@pytest.mark.parametrize("spec", PLAIN)
def test_a_look_past_the_first_rows_reads_the_whole(
    view: View, spec: ViewSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first, "_ROWS", 1)
    whole = view.frame(spec)
    assert first.first_frame(view, spec).rows[len(whole.rows) - 1] == whole.rows[-1]
    assert list(first.first_frame(view, spec).rows[1:]) == list(whole.rows[1:])
    assert first.first_frame(view, spec).rows == whole.rows
    assert task_ids(first.first_frame(view, spec).rows) == task_ids(whole.rows)


@pytest.mark.parametrize("spec", OTHER)
def test_what_is_sought_folded_or_ordered_is_read_whole(view: View, spec: ViewSpec) -> None:
    assert first.first_frame(view, spec) == view.frame(spec)


def test_nothing_but_the_first_rows_is_read(view: View) -> None:
    frame = first.first_frame(view, ViewSpec())
    assert sum(rows for _, rows in plan_spans(frame.rows)) == len(frame.rows)
    assert frame.rows[:5] == tuple(frame.rows[place] for place in range(5))
    assert "outline" not in vars(frame.rows)
    assert "outline" not in vars(view.kept.contents)
