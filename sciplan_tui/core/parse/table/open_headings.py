"""The headings of a table that stand over a row: 一、重点任务 over （一）灯塔, each in a row of its own.

A heading closes those of its rank and below. One without a number stands below the one right above it; behind rows it
takes the place of the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sciplan_tui.core.parse.line.markers import Rank, marker
from sciplan_tui.core.parse.table.cell_places import is_dated
from sciplan_tui.core.parse.table.rows import EMPTY, Cell, TaskRow, is_units

_LONGEST = 30


@dataclass(slots=True)
class _Open:
    """A heading, and whether a row has followed it."""

    heading: Cell
    rank: Rank
    heads: bool = False


@dataclass(slots=True)
class OpenHeadings:
    """Those that are open, the outermost first; `left`: the lines of those that no row followed."""

    left: list[int] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def begin(self, heading: Cell) -> Cell | None:
        """Take the next heading, and tell which one it stands below."""
        self._close(rank := self._rank(heading))
        above = self._open[-1].heading if self._open else None
        self._open.append(_Open(heading, rank))
        return above

    def over(self, row: TaskRow) -> TaskRow:
        """The next row with the headings over it."""
        return headed(row, self.go_on())

    def go_on(self) -> tuple[Cell, ...]:
        """Say that a row follows, and tell the headings over it, the outermost first."""
        for one in self._open:
            one.heads = True
        return tuple(one.heading for one in self._open)

    def end(self) -> None:
        """Say that no row follows."""
        self._close(Rank.CHAPTER)

    def _close(self, rank: Rank) -> None:
        while self._open and self._open[-1].rank >= rank:
            closed = self._open.pop()
            self.left += [] if closed.heads else [closed.heading.line]

    def _rank(self, heading: Cell) -> Rank:
        found = marker(heading.text)
        if found and not found.doubtful:
            return found.rank
        return self._open[-1].rank if self._open and self._open[-1].heads else Rank.DASH


def headed(row: TaskRow, headings: Sequence[Cell]) -> TaskRow:
    """A row below these headings; a cell of its own that groups it stands below them."""
    over = (*headings, *([row.group] if row.group else []))
    return row._replace(group=over[-1], over=over[:-1]) if over else row


def heads_rows(text: str, above: Rank = Rank.ITEM) -> bool:
    """Whether a line heads the rows below it: 二、海上行动. `above`: the rank that its number is higher than."""
    found = marker(text)
    return found is not None and found.rank < above and may_be_group(text)


def may_be_group(text: str) -> bool:
    """Whether a cell may head the rows below it: short, no unit, and no day."""
    return len(text) <= _LONGEST and text not in EMPTY and not is_units(text) and not is_dated(text)
