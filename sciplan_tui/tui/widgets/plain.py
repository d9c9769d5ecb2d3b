"""The only way by which text reaches a widget: no markup in it is obeyed, no control character leaves it, and no sign
in it is of a width that terminals dispute, so that each line is as wide on the screen as it was reckoned.

`plain` makes one line harmless, `prose` keeps its line breaks. Everything that draws text is made here; a test forbids
Static, Label, notify and the like anywhere else in the screens.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from sciplan_tui.tui.widgets.measure import narrow


def plain(text: str, style: str = "") -> Content:
    """One line of text from anywhere."""
    shown = narrow(text)
    return Content.styled(shown, style) if style else Content(shown)


def prose(text: str, style: str = "") -> Content:
    """Text of several lines from anywhere."""
    shown = "\n".join(map(narrow, text.split("\n")))
    return Content.styled(shown, style) if style else Content(shown)


def joined(parts: Iterable[Content], between: str = "\n") -> Content:
    """Parts one after the other."""
    return Content(between).join(list(parts))


class Plain(Static):
    """A piece of text on a screen."""

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(_content(text), id=id, classes=classes, markup=False)

    def say(self, text: str | Content) -> None:
        """Show another text."""
        self.update(_content(text))


def _content(text: str | Content) -> Content:
    return prose(text) if isinstance(text, str) else text


def in_rows(sizes: Iterable[int], width: int) -> list[list[int]]:
    """The places of pieces of these sizes (in cells), line by line: each whole, as many on a line as fit."""
    rows: list[list[int]] = [[]]
    used = 0
    for place, size in enumerate(sizes):
        if rows[-1] and used + size > width:
            rows.append([])
            used = 0
        rows[-1].append(place)
        used += size
    return rows
