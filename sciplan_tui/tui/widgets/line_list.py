"""A list of lines under heads, with a cursor on one line: it scrolls, takes keys and clicks, and draws only what shows.

A line is known by its key, not by its place: the cursor finds its line again when the list is filled anew. What stands
on a line is told by a function, as pieces of text with an ink of the matrix' palette.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.widgets.line_view import LineView
from sciplan_tui.tui.widgets.matrix.palette import style
from sciplan_tui.tui.widgets.matrix.scene import Part, to_strip
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.thumb import in_thumb

Key = TypeVar("Key", bound=Hashable)
Pieces = Sequence[tuple[str, str]]
"""Stretches of a line from the left: text and ink; `ink@ground` where one has a ground of its own."""
MARGIN = 2
"""Cells before a line, where the cursor's sign stands."""
WHEEL = 3


@dataclass(frozen=True, slots=True)
class Head:
    """A line over others that no cursor stands on; `note` stands dim behind its text."""

    text: str
    note: str = ""


class LineList(LineView, Generic[Key], can_focus=True):
    """`draw(key, width)` gives the pieces of a line for its width in cells, `header(width)` those of one that stays."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rows")

    class Moved(Message):
        """The cursor is on another line."""

    @dataclass
    class Clicked(Message):
        """A line was clicked, `x` cells from where its text begins."""

        key: Hashable
        x: int

    class Opened(Message):
        """A line was clicked twice."""

    def __init__(
        self,
        draw: Callable[[Key, int], Pieces],
        *,
        header: Callable[[int], Pieces] | None = None,
        colour: bool = True,
        id: str = "lines",  # noqa: A002 (Textual's own name)
        alone: bool = True,
    ) -> None:
        """`alone` False: it stands beside others, and shows its cursor only while it has the keys."""
        super().__init__(id=id)
        self._alone = alone
        self._draw = draw
        self._header = header
        self._colour = colour
        self._lines: tuple[Key | Head, ...] = ()
        self._at = 0

    # What is shown

    def show(self, lines: Sequence[Key | Head]) -> None:
        """Fill the list; the cursor stays on its line, else near its place."""
        key = self.key
        self._lines = tuple(lines)
        self._at = self._lines.index(key) if key is not None and key in self._lines else self._near(self._at)
        self._settle()
        self.refresh()

    @property
    def key(self) -> Key | None:
        """The line under the cursor; None where there is none."""
        line = self._lines[self._at] if self._at < len(self._lines) else None
        return None if isinstance(line, Head) else line

    @property
    def keys(self) -> list[Key]:
        """All lines but the heads, from the top."""
        return [line for line in self._lines if not isinstance(line, Head)]

    def render_line(self, y: int) -> Strip:
        """A line of the widget."""
        width, height = self.size
        room = _room(width)
        if self._header is not None:
            if y == 0:
                return to_strip(self._styled([("", "text"), *self._header(room)], "head", width), width)
            y -= 1
        rows = self._rows_of(height)
        top = self._top_of(rows)
        at = top + y
        ground = "row" if at == self._at and self.key is not None and (self._alone or self.has_focus) else "base"
        edge = (
            " ",
            style("text", "thumb" if in_thumb(y, top, rows, len(self._lines)) else "bar", self._colour),
        )
        if at >= len(self._lines):
            return to_strip([(" " * (width - 1), style("text", "base", self._colour)), edge], width)
        line = self._lines[at]
        here = ground == "row"
        pieces = _head(line) if isinstance(line, Head) else [(">" if here else "", "chosen"), *self._draw(line, room)]
        return to_strip([*self._styled(pieces, ground, width - 1), edge], width)

    @property
    def _rows(self) -> int:
        """Lines that show at once."""
        return self._rows_of(self.size.height)

    def _rows_of(self, height: int) -> int:
        return max(height - (self._header is not None), 1)

    def _styled(self, pieces: Pieces, ground: str, width: int) -> list[Part]:
        """The first piece as wide as the margin, the others as they are; cut or filled to `width`."""
        parts: list[Part] = []
        left = width
        for place, (text, ink) in enumerate(pieces):
            shown = fit(text, min(MARGIN, left)) if place == 0 else narrow(text)
            shown = shown if cell_len(shown) <= left else fit(shown, left)
            ink, _, own = ink.partition("@")
            parts.append((shown, style(ink, own or ground, self._colour)))
            left -= cell_len(shown)
        return [*parts, (" " * left, style("text", ground, self._colour))]

    @property
    def _top(self) -> int:
        return self._top_of(self._rows)

    def _top_of(self, rows: int) -> int:
        return max(0, min(round(self.scroll_y), len(self._lines) - rows))

    # Moving

    def _near(self, at: int, by: int = 1) -> int:
        """The line next to `at` in a direction, else in the other, that is no head."""
        at = max(0, min(at, len(self._lines) - 1))
        for step in (by, -by):
            place = at
            while 0 <= place < len(self._lines):
                if not isinstance(self._lines[place], Head):
                    return place
                place += step
        return 0

    def _settle(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._lines) + self.size.height - self._rows)
        self._follow()

    def _follow(self) -> None:
        """Keep the cursor in view, and with it the head that is right above it; where there is no view yet, later."""
        if not self.size:
            return
        low = self._at - 1 if self._at and isinstance(self._lines[self._at - 1], Head) else self._at
        top = max(self._at - self._rows + 1, min(self._top, low), 0)
        self.scroll_to(0, top, animate=False, force=True)

    def move(self, at: int, by: int = 1) -> None:
        """Put the cursor on a line."""
        self._at = self._near(at, by)
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def find(self, key: Key) -> None:
        """Put the cursor on a line by its key, if it is there."""
        if key in self._lines:
            self.move(self._lines.index(key))

    def on_resize(self) -> None:
        """The cursor stays in view. What has another size is drawn without being asked."""
        self._settle()

    def action_step(self, lines: int) -> None:
        """Move by lines."""
        self.move(self._at + lines, lines)

    def action_page(self, pages: int) -> None:
        """Move by a screen."""
        self.move(self._at + pages * max(self._rows - 1, 1), pages)

    def action_edge(self, where: str) -> None:
        """Move to the first or the last line."""
        self.move(0 if where == "first" else len(self._lines) - 1, 1 if where == "first" else -1)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the click is, and tell."""
        at = self._top + event.y - (self._header is not None)
        if 0 <= at < len(self._lines) and not isinstance(self._lines[at], Head):
            self.move(at)
            self.post_message(self.Opened() if event.chain == 2 else self.Clicked(self._lines[at], event.x - MARGIN))

    def _scroll_by(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_to(0, self._top + lines, animate=False, force=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view, not the cursor."""
        self._scroll_by(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the view, not the cursor."""
        self._scroll_by(event, -WHEEL)


def _room(width: int) -> int:
    """Cells that a line has."""
    return max(width - 1 - MARGIN, 1)


def _head(head: Head) -> Pieces:
    return [("", "text"), (head.text, "outline"), (f"  {head.note}" if head.note else "", "legend")]
