"""Tasks side by side under their states: a list a state; the empty ones are only as wide as their signs, or, where the
others need the room, not there.

Where there is no room for that, one state shows at a time, below a line that counts them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Generic

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from sciplan_tui.core.progress.facts import COLUMNS
from sciplan_tui.tui.widgets.line_list import MARGIN, Head, Key, LineList, Pieces
from sciplan_tui.tui.widgets.one_line import OneLine
from sciplan_tui.tui.widgets.text.standing_text import state_name, state_sign

SIDE_BY_SIDE = 100
"""Cells from which the states stand side by side."""
ROOMY = 140
"""Cells from which those without tasks stand among them, if any has one."""


class StateBoard(Vertical, Generic[Key]):
    """`draw(state, key, width)` gives the pieces of a task's line. The column that has the keys is `state`."""

    class Turned(Message):
        """Another column has the keys."""

    def __init__(self, draw: Callable[[str, Key, int], Pieces], colour: bool) -> None:
        super().__init__(id="states")
        self.state = COLUMNS[0]
        self._counts: Mapping[str, int] = {}
        self._arranged: dict[str, tuple[bool, str | int]] = {}
        self._lists: dict[str, LineList[Key]] = {
            name: LineList(
                partial(draw, name), header=partial(self._header, name), colour=colour, id=f"state-{name}", alone=False
            )
            for name in COLUMNS
        }

    def compose(self) -> ComposeResult:
        """The counts of all, then the lists."""
        yield OneLine(id="tally", between="  ")
        with Horizontal():
            yield from self._lists.values()

    @property
    def lines(self) -> LineList[Key]:
        """The list that has the keys."""
        return self._lists[self.state]

    @property
    def shown(self) -> Iterator[tuple[str, LineList[Key]]]:
        """The columns that have tasks, from the left."""
        return ((name, lines) for name, lines in self._lists.items() if self._counts.get(name))

    def show(self, columns: Mapping[str, Sequence[Key | Head]], counts: Mapping[str, int]) -> None:
        """Fill the columns; the keys stay in their column, else go to the nearest that has tasks."""
        self._counts = counts
        for name, lines in self._lists.items():
            lines.show(columns[name])
        self.state = self._nearest()
        self._arrange()

    def _nearest(self) -> str:
        at = COLUMNS.index(self.state)
        full = [name for name, _ in self.shown]
        return min(full, key=lambda name: (abs(COLUMNS.index(name) - at), COLUMNS.index(name)), default=self.state)

    def _arrange(self) -> None:
        cells = self.size.width or self.screen.size.width  # at first it has no size of its own
        wide, roomy = cells >= SIDE_BY_SIDE, cells >= ROOMY and bool(self._counts)
        for name, lines in self._lists.items():
            count = self._counts.get(name, 0)
            full = count or not (wide and self._counts)
            width = ("3fr" if name == self.state else "2fr") if full else cell_len(self._sign(name)) + MARGIN + 1
            shown = name == self.state or (wide and bool(count or roomy))
            if self._arranged.get(name) != (shown, width):
                self._arranged[name] = (shown, width)
                lines.display, lines.styles.width = shown, width
        tally = self.query_one("#tally", OneLine)
        tally.display = not wide
        tally.show([self._head(name) for name in COLUMNS if self._counts.get(name)])

    def _head(self, name: str) -> str:
        """The state and its count; the column that has the keys in brackets."""
        count = f" {self._counts.get(name, 0)}" if self._counts else ""
        told = f"{state_name(name)}{count}"
        return f"[{told}]" if name == self.state else told

    def _sign(self, name: str) -> str:
        """The same in short, for a column that has no room for the name of its state: an empty one has not."""
        return f"{state_sign(name).strip()} {self._counts.get(name, 0)}"

    def _header(self, name: str, width: int) -> Pieces:
        head = self._head(name)
        shown = self._sign(name) if self._counts and width < cell_len(head) else head
        return [(shown, "outline" if name == self.state else "class" if self._counts.get(name) else "legend")]

    def go_to(self, name: str) -> None:
        """Give the keys to a column."""
        before, self.state = self.state, name
        self._arrange()
        for column in (before, name):
            self._lists[column].refresh()
        if not self.lines.has_focus:
            self.lines.focus()
        self.post_message(self.Turned())

    def turn(self, by: int) -> None:
        """To the next column that has tasks, or the one before."""
        full = [name for name, _ in self.shown]
        if self.state in full and 0 <= (at := full.index(self.state) + by) < len(full):
            self.go_to(full[at])

    def on_descendant_focus(self) -> None:
        """A click may have given the keys to another column."""
        name = next((name for name, lines in self._lists.items() if lines.has_focus), self.state)
        if name != self.state:
            self.go_to(name)

    def on_resize(self) -> None:
        """Side by side, or one at a time."""
        self._arrange()
