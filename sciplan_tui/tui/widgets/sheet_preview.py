"""The beginning of a table as it will be written: a line of counts, the heads, the first rows, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined, plain, prose
from sciplan_tui.workspace.export.previewing import Preview

WIDEST = 28
"""Cells of a column at most."""
LEAST = 4
"""Cells that a column cut off at the edge has at least."""
GAP = 2
MORE = " .."
"""There are more columns."""
_LONGEST = 400
"""Characters of a cell that are looked at: no line shows more."""


class SheetPreview(Widget):
    """Shows a Preview, or a sentence in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._said = ""

    def show(self, preview: Preview) -> None:
        """Show the beginning of a table."""
        self._preview, self._said = preview, ""
        self.refresh()

    def say(self, sentence: str) -> None:
        """Say something over the table, which stays until another one has come."""
        self._said = sentence
        self.refresh()

    def refuse(self, sentence: str) -> None:
        """Nothing can be written, for this reason."""
        self._preview, self._said = None, sentence
        self.refresh()

    def render(self) -> Content:
        """As many lines as there is room for; a sentence in its place goes on below."""
        width, height = self.size.width, self.size.height
        if width < 1 or height < 1:
            return plain("")
        if self._preview is None:
            return prose(self._said, "bold")
        lines = [plain(fit(self._said or _counted(self._preview), width), "bold")]
        return joined([*lines, *table(self._preview, width, height - 1)])


def _counted(preview: Preview) -> str:
    count, columns = preview.count, len(preview.heads)
    if count is None:
        return say("out.preview.counting")
    if not columns:
        return say("out.preview.json", count=count)
    if preview.tables > 1:
        return say("out.preview.tables", count=count, tables=preview.tables)
    return say("out.preview.table", count=count, columns=columns)


def table(preview: Preview, width: int, height: int) -> list[Content]:
    """Heads and rows in at most `height` lines of exactly `width` cells."""
    rows = [[narrow(cell[:_LONGEST]) for cell in row] for row in preview.rows[: max(height, 0)]]
    if not preview.heads:
        return [plain(fit(row[0], width)) for row in rows]
    heads = [narrow(head[:_LONGEST]) for head in preview.heads]
    widths = _widths([heads, *rows], width)
    lines = [plain(_line(row, widths, width), "" if place else "underline") for place, row in enumerate([heads, *rows])]
    return lines[:height]


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Of the columns for which there is room; where there is none for all, the last one is cut before the dots."""
    wanted = [min(max(map(cell_len, column)), WIDEST) for column in zip(*rows, strict=True)]
    if sum(wanted) + GAP * (len(wanted) - 1) <= width:
        return wanted
    widths: list[int] = []
    left = width - len(MORE)
    for cells in wanted:
        if left < min(LEAST, cells):
            break
        widths.append(min(cells, left))
        left -= widths[-1] + GAP
    return widths


def _line(row: Sequence[str], widths: Sequence[int], width: int) -> str:
    """What is left out at the right is told by two dots."""
    line = (" " * GAP).join(fit(cell, cells) for cell, cells in zip(row, widths, strict=False))
    return fit(line, width) if len(widths) == len(row) else fit(fit(line, max(width - len(MORE), 0)) + MORE, width)
