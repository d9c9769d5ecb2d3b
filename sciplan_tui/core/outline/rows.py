"""The rows of a view of the outline, each made when it is looked at: what matches, what that stands below, what is
folded away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, overload

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.outline.flags import Flags, both

if TYPE_CHECKING:
    from sciplan_tui.core.outline.tree import Outline


class OutlineRows(Sequence[RowRef]):
    """The rows of a view of the outline, each made when it is asked for.

    `matched`: the tasks that match, `printed`: those by their own print; `order`: the places of the rows, where they do
    not follow the outline (then matched 任务 only); `closed`: the tasks below which nothing is shown. `nested`: what
    matches and what that stands below.
    """

    def __init__(
        self,
        outline: Outline,
        matched: Flags,
        printed: Flags,
        closed: frozenset[int] = frozenset(),
        order: Sequence[int] | None = None,
    ) -> None:
        self.outline = outline
        self._matched, self._printed, self._closed = matched, printed, closed
        self.nested = outline.with_ancestors(matched)
        self._hits = both(matched, outline.counted)
        self._shown = self._unfolded() if order is None else self._hits
        self._in_order = order is None
        self.places = outline.places_of(self._shown) if order is None else order

    def _unfolded(self) -> Flags:
        if not self._closed:
            return self.nested
        shown = bytearray(self.nested)
        for place in (self.outline.places[task] for task in self._closed if task in self.outline.places):
            below = self.outline.ends[place] - place - 1
            shown[place + 1 : place + 1 + below] = bytes(below)
        return bytes(shown)

    @property
    def task_ids(self) -> list[int]:
        """The tasks of the rows, in order."""
        return list(map(self.outline.ids.__getitem__, self.places))

    def matching(self, *, counted: bool) -> list[int]:
        """The tasks of the rows that match, or only the 任务 among them."""
        found = self.outline.places_of(both(self._shown, self._hits if counted else self._matched))
        return list(map(self.outline.ids.__getitem__, found))

    def row_of(self, task_id: int) -> int | None:
        """The number of a task's row; None: it has none."""
        place = self.outline.places.get(task_id)
        if place is None or not self._shown[place]:
            return None
        return bisect_left(self.places, place) if self._in_order else self.places.index(place)

    def row_hiding(self, task_id: int) -> int | None:
        """The number of the row that a task which matches is folded away in; None: it is shown, or does not match."""
        place = self.outline.places.get(task_id)
        if place is None or not self._in_order or self._shown[place] or not self._matched[place]:
            return None
        return bisect_left(self.places, self._shown.rfind(1, 0, place))  # what stands between is folded away with it

    def tasks_of(self, plan_id: int) -> int:
        """How many 任务 of a plan match."""
        return self._hits.count(1, *self.outline.spans.get(plan_id, (0, 0)))

    @property
    def hidden_below(self) -> int:
        """How many rows hide others."""
        places = self.outline.places
        return sum(self._shown[at] and self._parent(at) for at in map(places.get, self._closed) if at is not None)

    def spans(self) -> Iterator[tuple[int, int]]:
        """The plans that have rows, and how many."""
        for plan, (start, end) in self.outline.spans.items():
            if rows := self._shown.count(1, start, end):
                yield plan, rows

    def parents(self) -> Iterator[RowRef]:
        """The rows that have others below them, folded or not."""
        ends = self.outline.ends
        return (self._row(place) for place in self.places if ends[place] > place + 1 and self._parent(place))

    def _parent(self, place: int) -> bool:
        return self.nested.find(1, place + 1, self.outline.ends[place]) >= 0

    def _row(self, place: int) -> RowRef:
        outline = self.outline
        task, parent = outline.ids[place], self._parent(place)
        how = "context" if not self._matched[place] else "printed" if self._printed[place] else "inherited"
        below = self._hits.count(1, place + 1, outline.ends[place]) if parent else 0
        folded = parent and task in self._closed
        hidden = self.nested.count(1, place + 1, outline.ends[place]) if folded else 0
        depth, counted = outline.depths[place], bool(outline.counted[place])
        return RowRef(task, outline.plan_at(place), depth, how, counted, below, folded, parent, hidden)

    @overload
    def __getitem__(self, index: int) -> RowRef: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[RowRef]: ...
    def __getitem__(self, index: int | slice) -> RowRef | Sequence[RowRef]:
        if isinstance(index, slice):
            return tuple(map(self._row, self.places[index]))
        return self._row(self.places[index])

    def __iter__(self) -> Iterator[RowRef]:
        return map(self._row, self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(RowRef.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self.places))


class FirstRows(OutlineRows):
    """The rows of all tasks, of which only the first are known; a look at any other has the whole read.

    `counts`: how many rows each plan has, in order.
    """

    def __init__(self, first: Sequence[RowRef], counts: Mapping[int, int], whole: Callable[[], OutlineRows]) -> None:
        self._first, self._counts = first, counts
        self._whole: Callable[[], OutlineRows] | None = whole

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") or self._whole is None:
            raise AttributeError(name)
        self.__dict__.update(vars(self._whole()))
        self._whole = None
        return getattr(self, name)

    @property
    def hidden_below(self) -> int:
        """Nothing is folded."""
        return 0

    def spans(self) -> Iterator[tuple[int, int]]:
        """The plans that have rows, and how many."""
        return iter(self._counts.items())

    @overload
    def __getitem__(self, index: int) -> RowRef: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[RowRef]: ...
    def __getitem__(self, index: int | slice) -> RowRef | Sequence[RowRef]:
        known = len(self._first)
        if isinstance(index, int) and 0 <= index < known:
            return self._first[index]
        if isinstance(index, slice) and None is not index.stop and 0 <= (index.start or 0) <= index.stop <= known:
            return self._first[index]
        return super().__getitem__(index)

    def __len__(self) -> int:
        return sum(self._counts.values())


def task_ids(rows: Sequence[RowRef]) -> Sequence[int]:
    """The tasks of a view's rows, in order, without making each row where they need not be."""
    return rows.task_ids if isinstance(rows, OutlineRows) else [row.task_id for row in rows]


def matching(rows: Sequence[RowRef], *, counted: bool) -> list[int]:
    """The tasks of a view's rows that match, without those above them that do not; `counted`: only 任务."""
    if isinstance(rows, OutlineRows):
        return rows.matching(counted=counted)
    return [row.task_id for row in rows if row.matched != "context" and (row.counted or not counted)]


def row_of(rows: Sequence[RowRef], task_id: int | None) -> int | None:
    """The number of a task's row in a view; None: it has none."""
    if task_id is None:
        return None
    if isinstance(rows, OutlineRows):
        return rows.row_of(task_id)
    return next((number for number, row in enumerate(rows) if row.task_id == task_id), None)


def row_hiding(rows: Sequence[RowRef], task_id: int | None) -> int | None:
    """The number of the row that a task which matches is folded away in; None where it is not."""
    return rows.row_hiding(task_id) if isinstance(rows, OutlineRows) and task_id is not None else None


def tasks_of(rows: Sequence[RowRef], plan_id: int) -> int:
    """How many 任务 of a plan a view has, folded or not."""
    if isinstance(rows, OutlineRows):
        return rows.tasks_of(plan_id)
    return sum(row.counted and row.plan_id == plan_id for row in rows)


def plan_spans(rows: Sequence[RowRef]) -> Iterator[tuple[int, int]]:
    """The plans that a view has rows of, in order, and how many."""
    if isinstance(rows, OutlineRows):
        return rows.spans()
    return ((plan, len(list(of))) for plan, of in groupby(row.plan_id for row in rows))
