"""Bars as a picture within a web page: SVG of plain shapes, whose looks are attributes, as the page's policy wants it.

A piece has its pattern, and its sign and number where they fit; all of it is told in words to who does not see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.chart import Bars, Chart, Piece, bars
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.chart_text import letter, title, told
from sciplan_tui.writers.looks import Fill, fill
from sciplan_tui.writers.wording import head, worded, writable

_WIDTH, _SIDE = 900, 10
_TITLE, _BAR, _THICK, _LEGEND = 34, 26, 18, 22
"""Of the title, of a bar with what parts it from the next, of the bar itself, and of a line of the legend."""
_CELL, _SIZE = 6.6, 12
"""How wide a cell of text is, and how high its characters."""
_MOST_NAME = 32
"""Cells of a bar's name; of a longer one the rest is in the words."""
_INK = "#1f2328"
_PATTERNS = {
    "rising": '<path d="M-2,2l4,-4M0,8l8,-8M6,10l4,-4" stroke="{ink}" stroke-width="2.4"/>',
    "falling": '<path d="M-2,6l4,4M0,0l8,8M6,-2l4,4" stroke="{ink}" stroke-width="2.4"/>',
    "dots": '<circle cx="2" cy="2" r="1.2" fill="{ink}"/><circle cx="6" cy="6" r="1.2" fill="{ink}"/>',
    "lines": '<path d="M0,2h8M0,6h8" stroke="{ink}" stroke-width="1.4"/>',
    "checks": '<path d="M0,0h4v8h4v-4h-8z" fill="{ink}"/>',
}
"""What is drawn in squares of 8."""


def picture(chart: Chart, sheet: Sheet, name: str) -> str:
    """The chart as an element of a page, empty where it has no bars. `name` is that of no other on the page."""
    drawn = bars(chart, sheet)
    return "" if drawn.empty else "".join(_picture(chart, drawn, name))


def _picture(chart: Chart, drawn: Bars, name: str) -> Iterator[str]:
    legend, lines = _legend(drawn, name)
    foot = _TITLE + _BAR * len(drawn.rows)
    high = foot + _LEGEND * lines + _SIDE
    yield f'<figure class="chart">\n<svg viewBox="0 0 {_WIDTH} {high}" role="img" '
    yield f'aria-labelledby="{name}-title" aria-describedby="{name}-words">\n'
    yield f'<title id="{name}-title">{_text(title(chart))}</title>\n'
    yield f'<desc id="{name}-words">{_text(told(chart, drawn))}</desc>\n<defs>'
    yield from (_pattern(_name(name, place), fill(one.column.key, place)) for place, one in enumerate(drawn.pieces))
    yield "</defs>\n"
    yield _words(_WIDTH / 2, 20, title(chart), "middle", bold=True)
    yield from _bars(drawn, name)
    yield f'<g transform="translate(0 {foot})">{legend}</g>\n</svg>\n</figure>\n'


def _bars(drawn: Bars, name: str) -> Iterator[str]:
    left = _SIDE * 2 + _CELL * max(cell_width(_short(str(worded(one)))) for one in drawn.names)
    scale = (_WIDTH - left - _SIDE) / (drawn.longest or 1)
    for place, said in enumerate(drawn.names):
        top, at = _TITLE + _BAR * place, left
        yield _words(left - _SIDE, top + 13, _short(str(worded(said))), "end")
        for number, piece in enumerate(drawn.pieces):
            wide = piece.numbers[place] * scale
            if wide > 0:
                yield _piece(piece, place, (at, top, wide), _name(name, number))
            at += wide
        yield "\n"
    foot = _TITLE + _BAR * len(drawn.rows) - 4
    yield f'<path d="M{left:.1f},{_TITLE - 4}V{foot}" stroke="#595959"/>\n'


def _piece(piece: Piece, place: int, at: tuple[float, float, float], name: str) -> str:
    """A piece from `at` (left, top) on, so wide, with sign and number on white where there is room for them."""
    left, top, wide = at
    said = f"{letter(piece.column.key)}{worded(piece.numbers[place])}"
    needed = _CELL * cell_width(said) + 6
    shape = (
        f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{_THICK}" fill="url(#{name})" stroke="#595959"/>'
    )
    if needed + 2 > wide:
        return shape
    middle = left + wide / 2
    under = f'<rect x="{middle - needed / 2:.1f}" y="{top + 2}" width="{needed:.1f}" height="14" fill="#ffffff"/>'
    return shape + under + _words(middle, top + 13, said, "middle")


def _legend(drawn: Bars, name: str) -> tuple[str, int]:
    """What the fills stand for, and how many lines that takes."""
    parts, left, line = [], float(_SIDE), 0
    for place, piece in enumerate(drawn.pieces):
        said = " ".join(filter(None, (letter(piece.column.key), head(piece.column))))
        wide = 22 + _CELL * cell_width(said) + 16
        if left + wide > _WIDTH and left > _SIDE:
            left, line = float(_SIDE), line + 1
        top = _LEGEND * line + 4
        filled = f'fill="url(#{_name(name, place)})" stroke="#595959"'
        parts.append(f'<rect x="{left:.1f}" y="{top}" width="14" height="14" {filled}/>')
        parts.append(_words(left + 20, top + 11, said, "start"))
        left += wide
    return "".join(parts), line + 1


def _pattern(name: str, said: Fill) -> str:
    """The fill that is called `name`."""
    under = said.paper if said.pattern else said.ink
    drawn = _PATTERNS[said.pattern].format(ink=f"#{said.ink}") if said.pattern else ""
    return (
        f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="#{under}"/>{drawn}</pattern>'
    )


def _name(name: str, place: int) -> str:
    return f"{name}-{place}"


def _words(left: float, foot: float, said: str, anchor: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{left:.1f}" y="{foot:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{_SIZE}" fill="{_INK}"{weight}>{_text(said)}</text>'


def _short(said: str) -> str:
    """As much of a name as there is room for, on one line."""
    line = " ".join(said.split())
    if cell_width(line) <= _MOST_NAME:
        return line
    while cell_width(line) > _MOST_NAME - 2:
        line = line[:-1]
    return f"{line}.."


def _text(text: str) -> str:
    return escape(writable(text))
