"""A sentence on as many lines as it takes, each ending where a line may end: Textual itself breaks at blanks alone."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size

from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.plain import Plain, joined


class RunningText(Plain):
    """Text whose lines are as long as the widget is wide."""

    def __init__(self, text: str = "", *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._text = text

    def say(self, text: str | Content) -> None:
        """Show another text."""
        self._text = str(text)
        self.update("")

    def render(self) -> Content:
        """The lines at the width that there is."""
        return self._lines(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines they are."""
        return self._lines(width).plain.count("\n") + 1 if self._text else 0

    def _lines(self, width: int) -> Content:
        return joined(hang([], [[(line, "")]], width) for line in self._text.split("\n"))
