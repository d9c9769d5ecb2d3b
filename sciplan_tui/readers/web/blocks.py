"""An element of a web page as paragraphs and tables: blocks and `<br>` end a line, merged cells are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sciplan_tui.readers.laying import WIDEST, Grid, across

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
_TELLING = _BLOCKS | {"br"}
"""Elements that say more than what stands in them."""
_BLANK = re.compile(r"[ \t\r\n\f]+")
_NUMBERED = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]")
_LONGEST_CELL = 3_000
"""Characters; a cell with more is a frame around running text."""
_MOST_CELLS = 200_000


class _Number(str):
    """The number of a list's item, which stands on the line of the words behind it."""


def blocks(body: Any) -> Iterator[str | Grid]:
    """Each paragraph as a string, each table with more than one cell a row as a grid."""
    line: list[str] = []
    for piece in _pieces(body, _Lists()):
        if isinstance(piece, str):
            line.append(piece)
            continue
        if piece is None and _is_number_alone(line):
            continue
        if text := _tidy("".join(line)):
            yield text
        line = []
        if piece is not None:
            yield piece
    if text := _tidy("".join(line)):
        yield text


def _is_number_alone(line: list[str]) -> bool:
    return any(isinstance(part, _Number) for part in line) and not any(
        part.strip() for part in line if not isinstance(part, _Number)
    )


class _Lists:
    """The numbered lists that are open, and the number of the last item at each depth."""

    def __init__(self) -> None:
        self._depth = 0
        self._last: list[int] = []

    def open(self, numbered: Any) -> None:
        """A list counts on from its start, or where it begins with a list, from where its depth had come to."""
        start, goes_on = numbered.get("start", "1"), len(numbered) > 0 and numbered[0].tag == "ol"
        self._depth += 1
        self._last += [0] * (self._depth - len(self._last))
        if not goes_on:
            self._last[self._depth - 1] = (int(start) if start.isdecimal() and len(start) < 9 else 1) - 1

    def close(self) -> None:
        """The list ends; what it had come to is kept for one that goes on."""
        self._depth -= 1

    def number(self, item: Any) -> _Number | None:
        """The number of the next item, with those above it (1.2), unless its text brings its own."""
        self._last[self._depth - 1] += 1
        del self._last[self._depth :]
        if _NUMBERED.match("".join(item.itertext()).strip()):
            return None
        told = ".".join(map(str, self._last))
        return _Number(f"{told}." if len(self._last) == 1 else f"{told} ")


def _pieces(element: Any, lists: _Lists) -> Iterator[str | Grid | None]:
    """Stretches of text; None where a line ends; tables; the numbers that a browser prints before items of lists."""
    block = element.tag in _BLOCKS
    if block:
        yield None
    if element.tag == "table" and (grid := _grid(element)):
        yield grid
        return
    if element.tag == "br":
        yield None
    if element.text:
        yield element.text
    if numbered := element.tag == "ol":
        lists.open(element)
    for child in element:
        if numbered and child.tag == "li" and (number := lists.number(child)):
            yield number
        if len(child) or child.tag in _TELLING:
            yield from _pieces(child, lists)
        elif child.text:
            yield child.text
        if child.tail:
            yield child.tail
    if numbered:
        lists.close()
    if block:
        yield None


def _tidy(text: str) -> str:
    return _BLANK.sub(" ", text).strip(" ")


def _grid(table: Any) -> Grid | None:
    """The cells of a table, or None where the table is only there to place text: nested, of one cell a row, or a frame
    around running text.
    """
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if max(map(len, cells), default=0) < 2 or next(table.iterdescendants("table"), None) is not None:
        return None
    if sum(map(len, cells)) > _MOST_CELLS:
        return None
    texts = [[(_text(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in row] for row in cells]
    if any(len(text) > _LONGEST_CELL for row in texts for text, _, _ in row):
        return None
    return fill(texts)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _text(cell: Any) -> str:
    return "\n".join(one for one in blocks(cell) if isinstance(one, str))


def _span(cell: Any, name: str) -> int:
    """How many columns or rows a cell spans; what is no number, or none at all, is one."""
    said = cell.get(name, "1").strip()
    return min(int(said), 10_000) if said.isdecimal() and len(said) < 6 and int(said) else 1


def fill(rows: list[list[tuple[str, int, int]]]) -> Grid:
    """The grid of cells told by their text and how many columns and rows they span: down, the text is repeated."""
    filled: Grid = []
    above: dict[int, tuple[str, int]] = {}
    for row in rows:
        cells: list[str] = []
        below: dict[int, tuple[str, int]] = {}
        for text, columns, down in row:
            _fall(above, below, cells)
            for part in across(text, columns):
                if down > 1:
                    below[len(cells)] = (part, down - 1)
                cells.append(part)
        _fall(above, below, cells)
        above = below
        filled.append(cells[:WIDEST])
    return filled


def _fall(above: dict[int, tuple[str, int]], below: dict[int, tuple[str, int]], cells: list[str]) -> None:
    """The cells that reach down from the row above, as far as they follow here."""
    while (reaching := above.get(len(cells))) and len(cells) < WIDEST:
        text, left = reaching
        if left > 1:
            below[len(cells)] = (text, left - 1)
        cells.append(text)
