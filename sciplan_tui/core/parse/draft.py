"""What the steps of reading hand to each other: clean lines, the nodes of the outline, and what each node holds."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sciplan_tui.core.plan import Assignment, Kind, Proposal, Role


class Line(NamedTuple):
    """One line of the source, cleaned. `number` counts from 1 in the file as stored; `offsets[i]` is where character i
    of `text` stood in `raw`, so that every quotation can be shown as it was printed.

    A line that was broken inside a sentence is joined to the one above: its own `text` is then empty, and `raw` of the
    one above holds all of them, parted by `\n`. No `offsets`: `text` is `raw` as it stands.
    """

    number: int
    text: str
    raw: str
    offsets: tuple[int, ...] | None = None

    def offset(self, index: int) -> int:
        """Where character `index` of `text` stood in `raw`."""
        return index if self.offsets is None else self.offsets[index]

    def line_at(self, index: int) -> int:
        """The line of the stored file on which character `index` of `text` stands (joined lines keep their own)."""
        return self.number + self.raw.count("\n", 0, self.offset(index))


class Span(NamedTuple):
    """A stretch of one clean line: `line.text[start:end]`."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the stretch."""
        return self.line.text[self.start : self.end]


class Node(NamedTuple):
    """A node of the outline before its units, targets and milestones are read.

    `alone` says that its heading stands alone on its line. `body` is its own wording without the heading and without
    its children; `line_end` closes the whole node, children included.
    """

    path: str
    parent: str | None
    number: str | None
    title: str
    kind: Kind
    line: int
    line_end: int
    inferred: bool
    alone: bool
    heading: Span | None
    body: tuple[Span, ...]


class Holding(NamedTuple):
    """What one node holds: printed assignments, proposals, whether its list is open (等部门), a printed deadline."""

    assignments: tuple[Assignment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    open_list: bool = False
    deadline: str | None = None

    def joined(self, other: Holding) -> Holding:
        """Both statements of one node; the same unit in the same role counts once."""
        known = {(held.unit, held.role) for held in self.assignments}
        places = dict.fromkeys(Role, 0)
        for held in self.assignments:
            places[held.role] += 1
        added = []
        for held in other.assignments:
            if (held.unit, held.role) not in known:
                places[held.role] += 1
                place = places[held.role]
                added.append(held if held.order == place else replace(held, order=place))
        return Holding(
            (*self.assignments, *added),
            self.proposals if self.assignments else other.proposals,
            self.open_list or other.open_list,
            self.deadline or other.deadline,
        )
