"""The line about the cursor: all facts of it, on two lines where the screen is narrow and has room for them.

Its height hangs on the screen alone, so that the matrix stands still while the cursor moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.one_line import OneLine
from sciplan_tui.tui.widgets.plain import joined, plain

BROAD, LOW = 160, 24
"""Columns of a screen from which one line does, and rows below which there is no room for a second one."""
LEAST = 16
"""Cells that are left of a fact that gives way."""


class DetailLine(OneLine):
    """Says a sentence (`show`), or what the cursor is on (`tell`)."""

    _forms: tuple[tuple[str, ...], ...] = ()
    _title = 0

    def show(self, facts: Iterable[str], right: str = "", urgent: bool = False) -> None:
        """Show a sentence, or nothing."""
        self._forms = ()
        super().show(facts, right, urgent)

    def tell(self, forms: Iterable[Iterable[str]], yields: int = 0) -> None:
        """Show facts, in the first of these ever shorter forms that there is room for; the fact at `yields`, a long
        title, is cut before any other."""
        shown = tuple(tuple(map(narrow, form)) for form in forms)
        super().show(shown[0])
        self._forms, self._title = shown, yields

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines at least, where the screen has room and needs them."""
        standing = 2 if viewport.width < BROAD and viewport.height >= LOW else 1
        return max(standing, super().get_content_height(container, viewport, width))

    def render(self) -> Content:
        """The lines, exactly as wide as the widget; the first fact is bold."""
        width = self.size.width
        if not self._forms or width <= 0:
            return super().render()
        lines = placed(self._forms, self._title, self._between, width, max(self.size.height, 1))
        head = len(lines[0].partition(self._between)[0])
        first, *others = (fit(line, width) for line in lines)
        return joined([plain(first[:head], "bold") + plain(first[head:]), *map(plain, others)])


def placed(forms: Sequence[Sequence[str]], yields: int, between: str, width: int, rows: int) -> list[str]:
    """Facts on so many lines, each of them whole on one, in the first form that fits. Before the last form is taken,
    which leaves something out, the fact `yields` is cut; at last the longest ones are.
    """
    for facts in forms[:-1]:
        if _fits(lines := _lines(facts, between, width), width, rows):
            return lines
    for facts in forms[-2:]:
        cut = list(facts)
        while not (fits := _fits(lines := _lines(cut, between, width), width, rows)) and _cut(cut, yields):
            pass
        if fits:
            return lines
    while not _fits(lines := _lines(cut, between, width), width, rows) and _cut(cut, _longest(cut)):
        pass
    return [*lines[: rows - 1], between.join(lines[rows - 1 :])]


def _longest(facts: Sequence[str]) -> int:
    return max(range(len(facts)), key=lambda place: cell_len(facts[place]))


def _cut(facts: list[str], place: int) -> bool:
    """Cut a fact by two cells; False where nothing of it can be spared."""
    cells = cell_len(facts[place])
    if cells <= LEAST:
        return False
    facts[place] = fit(facts[place], cells - 2).rstrip()
    return True


def _fits(lines: Sequence[str], width: int, rows: int) -> bool:
    return len(lines) <= rows and all(cell_len(line) <= width for line in lines)


def _lines(facts: Sequence[str], between: str, width: int) -> list[str]:
    lines = [""]
    for fact in facts:
        longer = lines[-1] + between + fact if lines[-1] else fact
        if lines[-1] and cell_len(longer) > width:
            lines.append(fact)
        else:
            lines[-1] = longer
    return lines
