"""One line of facts, cut to the width of the screen in cells; only a sentence that is said alone takes as many lines as
it needs.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined, plain

MOST, LEAST = 3, 8
"""Lines of a sentence at most, and those that a screen has for each of them."""


class OneLine(Widget):
    """Facts from the left, the first of them bold; one word at the right edge where there is room.

    `yields`: the first fact (a long title) is cut before any other is lost, and before another is cut, the word at the
    right is left out.
    """

    def __init__(self, *, id: str | None = None, between: str = "   ", yields: bool = False) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._between = between
        self._yields = yields
        self._facts: tuple[str, ...] = ()
        self._right = ""
        self._urgent = False

    def show(self, facts: Iterable[str], right: str = "", urgent: bool = False) -> None:
        """Show other facts; `urgent` ones stand out."""
        shown = tuple(narrow(fact) for fact in facts)
        if (shown, right, urgent) != (self._facts, self._right, self._urgent):
            before = len(self._lines(self.size.width))
            self._facts, self._right, self._urgent = shown, right, urgent
            self.refresh(layout=len(self._lines(self.size.width)) != before)

    def _lines(self, width: int) -> list[str]:
        """A sentence alone on as many lines as it needs, the last of those that there are cut; all else on one."""
        most = min(self.screen.size.height // LEAST, MOST) if self.is_attached else 1
        if len(self._facts) != 1 or self._right or self._yields or most < 2 or not 0 < width < cell_len(self._facts[0]):
            return [""]
        lines = hang([], [[(self._facts[0], "")]], width).plain.split("\n")
        return lines if len(lines) <= most else [*lines[: most - 1], fit("".join(lines[most - 1 :]), width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as a sentence needs, where the sheet of styles lets it."""
        return len(self._lines(width))

    @property
    def text(self) -> str:
        """What is shown, uncut."""
        return self._between.join([*self._facts, self._right] if self._right else self._facts)

    def render(self) -> Content:
        """The line, exactly as wide as the widget."""
        width = self.size.width
        if len(lines := self._lines(width)) > 1 and self.size.height > 1:
            style = "bold $ink-notice" if self._urgent else "bold"
            return joined(plain(fit(line, width), style) for line in lines)
        room = width - cell_len(self._right) - 2 if self._right else width
        facts = self._given_way(room)
        left = cell_len(self._between.join(facts)) <= room if self._yields else room > width // 2
        right = self._right if left else ""
        facts = facts if right else self._given_way(width)
        line = fit(self._between.join(facts), room if right else width)
        line = fit(line + "  " + right, width) if right else line
        if self._urgent:
            return plain(line, "bold $ink-notice")
        head = len(facts[0]) if facts else 0
        return Content("").join([plain(line[:head], "bold"), plain(line[head:])])

    def _given_way(self, width: int) -> tuple[str, ...]:
        """The facts, the first one cut so that the others find room."""
        over = cell_len(self._between.join(self._facts)) - width
        if not self._yields or over <= 0:
            return self._facts
        first = self._facts[0]
        return (fit(first, max(cell_len(first) - over, min(16, cell_len(first)))), *self._facts[1:])


class TopLine(OneLine):
    """The line at the top of a screen; a click on it opens the palette, so that a mouse reaches every command."""

    def __init__(self, *, yields: bool = False) -> None:
        super().__init__(id="status", yields=yields)

    async def on_click(self, event: events.Click) -> None:
        """Show the commands, where there are any."""
        await self.run_action("app.palette")
