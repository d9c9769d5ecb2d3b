"""Rows that tell how far whoever goes through them is, so that the writing of a book can be watched, and broken off.

A writer need not know of it: it goes through the rows of each sheet once, or several times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sciplan_tui.core.book import Book
from sciplan_tui.core.sheet import Value
from sciplan_tui.workspace.sheet.parts import Step

EVERY = 200
"""Rows from one step to the next."""
WHOLE = 10_000
"""What all passes together come near to, and never go beyond."""


@dataclass
class Watch:
    """Counts the rows of all passes; `rows`: how many one pass over all sheets has. A pass fills half of what is left,
    for nobody knows how many there will be.
    """

    step: Step
    rows: int
    seen: int = 0

    def tell(self) -> None:
        """How far it is. What `step` raises breaks the writing off."""
        self.step(int(WHOLE * (1 - 0.5 ** (self.seen / max(self.rows, 1)))), WHOLE)


class WatchedRows(tuple[tuple[Value, ...], ...]):
    """Rows under a watch."""

    watch: Watch

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        """The rows, told of now and then."""
        for number, row in enumerate(super().__iter__()):
            if number % EVERY == 0:
                self.watch.tell()
            self.watch.seen += 1
            yield row


def watched(book: Book, step: Step) -> Book:
    """The book with the rows of all its sheets watched."""
    watch = Watch(step, sum(len(sheet.rows) for sheet in book.sheets))
    return replace(book, sheets=tuple(replace(sheet, rows=_under(watch, sheet.rows)) for sheet in book.sheets))


def _under(watch: Watch, rows: tuple[tuple[Value, ...], ...]) -> WatchedRows:
    found = WatchedRows(rows)
    found.watch = watch
    return found
