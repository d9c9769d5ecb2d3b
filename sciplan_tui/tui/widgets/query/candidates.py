"""The candidates of a query line: a list that floats over the matrix, right above the term they would complete.

It is filled anew with each letter, so it draws only the lines in sight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sciplan_tui.core.query.completion import Candidate
from sciplan_tui.core.query.words import COUNTED, NO_MARK
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix.palette import style
from sciplan_tui.tui.widgets.matrix.scene import Part, to_strip
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.thumb import in_thumb

ROWS = 8
"""Candidates in sight at once."""
WIDEST = 34
"""Cells of what would be written; what it means stands behind."""


class Candidates(Widget, can_focus=False):
    """None is chosen until a person goes down to it."""

    @dataclass
    class Taken(Message):
        """A candidate was clicked."""

        index: int

    chosen: int | None = None
    """The candidate that was gone down to."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], ...] = ()
        self._top = 0

    @property
    def texts(self) -> list[str]:
        """What each line says, from the first, also of those out of sight."""
        return [f"{written} {meaning}" for written, meaning in self._lines]

    def show(self, candidates: Sequence[Candidate], at: int) -> None:
        """Show these, from the cell `at` of the line on; nothing where there are none."""
        self.set_class(bool(candidates), "some")
        if not candidates and not self._lines:
            return
        self._lines = tuple((narrow(candidate.written), narrow(_meaning(candidate))) for candidate in candidates)
        self.chosen, self._top = None, 0
        rows = min(len(candidates), ROWS)
        self.styles.width = sum(self._columns) + 4 + (len(candidates) > ROWS)
        self.styles.height = rows
        self.styles.offset = (max(at - 1, 0), -rows - 1)
        self.refresh()

    def move(self, by: int) -> None:
        """Down to the next, up to the one before; above the first none is chosen."""
        at = (-1 if self.chosen is None else self.chosen) + by
        self.chosen = None if at < 0 else min(at, len(self._lines) - 1)
        self._top = max(min(self._top, self.chosen or 0), (self.chosen or 0) - ROWS + 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line in sight: what would be written, and what it means."""
        at, colour, width = self._top + y, not self.app.no_color, self.size.width
        if at >= len(self._lines):
            return Strip.blank(width)
        here = "chosen" if colour else "cell"
        ground = here if at == self.chosen else "panel"
        edge = " " if colour else "|"  # without a ground of its own the list is told from the rows so
        wide, behind = self._columns
        parts: list[Part] = [
            (f"{edge}{fit(self._lines[at][0], wide)}  ", style("outline", ground, colour)),
            (f"{fit(self._lines[at][1], behind)}{edge}", style("dim", ground, colour)),
        ]
        if len(self._lines) > ROWS:
            thumb = in_thumb(y, self._top, ROWS, len(self._lines))
            parts.append((" ", style("text", "thumb" if thumb else "bar", colour)))
        return to_strip(parts, width)

    @property
    def _columns(self) -> tuple[int, int]:
        """Cells of what would be written, and of what it means."""
        wide, behind = (max((cell_len(line[part]) for line in self._lines), default=0) for part in (0, 1))
        return min(wide, WIDEST), min(behind, WIDEST)

    def on_click(self, event: events.Click) -> None:
        """A click takes a candidate."""
        event.stop()
        if self._top + event.y < len(self._lines):
            self.post_message(self.Taken(self._top + event.y))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel looks on."""
        self._scroll(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """And back."""
        self._scroll(event, -1)

    def _scroll(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        self._top = max(0, min(self._top + by, len(self._lines) - ROWS))
        self.refresh()


def _meaning(candidate: Candidate) -> str:
    if not candidate.code:
        return candidate.about
    if candidate.sort in ("field", "no"):
        return say(f"query.{candidate.sort}.{candidate.code}")
    own = candidate.code in (NO_MARK, COUNTED)
    return say(f"query.{candidate.code}") if own else say(_WORDS[candidate.sort] + candidate.code)


_WORDS = {"kind": "word.kind.", "status": "word.status.", "mark": "word.status.", "figure": "query.figure."}
