"""Task tables that lost their grid in the text: one cell a line, or one row a line with blanks between the cells.

The heads tell the columns (`text_heads`); a row begins with its number. What a merged cell spans is printed once: a
later row then has neither number nor title. A head that comes again after a page break is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.markers import LONG_LINE, begins_heading, opens_table
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.parse.table.heads import Column, read_head
from sciplan_tui.core.parse.table.in_text.text_heads import FIRST, head_at
from sciplan_tui.core.parse.table.rows import BARS, GRID_MARKS, Piece, TaskRow

_OWNER = re.compile(r"单 ?位|部 ?门|牵 ?头|责 ?任|配 ?合")
_LONGEST_HEAD = 160
"""Characters of a line that holds a head, its wide blanks included."""
_GLUED = re.compile("(?:单位|部门)1[.、．]?[^\\W\\d]")
"""A head and the first number, nothing between them."""
_FEWEST_TABS = 4
_FEWEST_GAPS = 2
_BAR = re.compile(f"[{''.join(sorted(BARS))}]")
_LONGEST_BARRED = 24
"""Characters of a first head, the bar behind it included."""
_DASHES = "-—－–"
_PAGE = re.compile(rf"[{_DASHES}]{{1,3}}\s*\d{{1,4}}\s*[{_DASHES}]{{1,3}}$")
_TITLE = re.compile(r".{4,60}(?:表|清单|台账|方案)(?:[（(].{1,30}[)）])?$")


class TextTable(NamedTuple):
    """A table found among the lines `[first, last]` (indices), its own title above it included; without rows where
    none could be read. `within`: the columns that it takes, where it stands inside one line.
    """

    title: str
    first: int
    last: int
    rows: tuple[TaskRow, ...]
    within: tuple[int, int] | None = None
    unread: tuple[tuple[str, str], ...] = ()
    """Heads that give no role, with the units that stand below each."""
    left: tuple[int, ...] = ()
    """The lines of rows that name no task and head none."""


def find_tables(lines: Sequence[Line]) -> tuple[TextTable, ...]:
    """The task tables among the clean lines, in order."""
    if not any(line.text and len(line.text) <= _LONGEST_HEAD and _OWNER.search(line.text) for line in lines):
        return tuple(_inline(lines))
    apart = tuple(_apart(lines))
    pieces = [piece for piece in _pieces(lines) if not any(one.first <= piece.place <= one.last for one in apart)]
    found = (*apart, *_tables(pieces), *_inline(lines))
    return tuple(sorted(found, key=lambda table: table.first)) if apart else found


def _apart(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables whose cells lines of a tab part."""
    if sum(not line.text and "\t" in line.raw for line in lines) < _FEWEST_TABS:
        return
    from sciplan_tui.core.parse.table.in_text.row_a_line.tab_lines import tab_line_tables

    pieces = _pieces(lines)
    places = [piece.place for piece in pieces]
    for table in tab_line_tables(lines):
        title, first = _title_above(pieces, places.index(table.first))
        yield TextTable(title, first, table.last, table.rows)


def _inline(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables inside single lines, which hold a whole plan then."""
    for place, line in enumerate(lines):
        if len(line.text) >= LONG_LINE and _GLUED.search(line.text):
            from sciplan_tui.core.parse.table.in_text.row_a_line.glued_rows import inline_glued

            yield from (TextTable("", place, place, rows, within) for within, rows in inline_glued(place, line))
        if len(line.text) < LONG_LINE or "序号 " not in line.text:
            continue
        from sciplan_tui.core.parse.table.in_text.inline_tables import inline_tables

        for pieces, columns in inline_tables(place, line):
            head = head_at(pieces, 0)
            rows = _rows_at(pieces, head.body, head.columns, in_lines=True)[0] if head and head.in_lines else []
            if len(rows) == len(columns) - 1:
                own = (row._replace(within=within) for row, within in zip(rows, columns[1:], strict=True))
                yield TextTable("", place, place, tuple(own), (columns[0][0], columns[-1][1]))


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    """The lines that hold something; a bar on a line of its own closes the cell above it, if none has yet."""
    pieces: list[Piece] = []
    for place, line in enumerate(lines):
        text = _narrow(line.text)
        if text in BARS and pieces and text and pieces[-1].text[-1] not in BARS:
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text} {text}")
        elif text and not (text[0] in _DASHES and _PAGE.match(text)):
            pieces.append(Piece(place, line, text))
    return pieces


def without_rows(lines: tuple[Line, ...], tables: Sequence[TextTable]) -> tuple[Line, ...]:
    """The lines as the outline sees them: of a table its title, and that one begins."""
    if not tables:
        return lines
    kept = list(lines)
    for table in tables:
        if table.within:
            start, end = table.within
            text = kept[table.first].text
            kept[table.first] = kept[table.first]._replace(text=text[:start] + " " * (end - start) + text[end:])
        for place in range(table.first + 1, table.last + 1):
            if kept[place].text and not opens_table(kept[place].text):
                kept[place] = kept[place]._replace(text="", offsets=None)
    return tuple(kept)


def _narrow(text: str) -> str:
    """The line with one blank for each wide one (columns that stand below each other)."""
    return " ".join(text.split()) if "  " in text else text.strip()


def _tables(pieces: Sequence[Piece]) -> Iterator[TextTable]:
    at = 0
    while at < len(pieces):
        if _may_be_grid(pieces[at]) and (drawn := _grid_at(pieces, at)):
            grid, end = drawn
            if grid:
                title, first = _title_above(pieces, at)
                yield TextTable(title, first, pieces[end - 1].place, grid)
            at = end
            continue
        head = head_at(pieces, at)
        if head is None:
            at += 1
            continue
        columns, body, in_lines = head
        if not in_lines:
            pieces = _once(pieces, at, body)
        rows, end = _aligned(pieces, at, columns) or _rows_at(pieces, body, columns, in_lines)
        if 2 * sum(_tells_units(row.title) for row in rows) > len(rows):
            at = body  # the cells have slipped: what is left are paragraphs with their units below
            continue
        title, first = _title_above(pieces, at)
        end = max(end, body)
        while not rows and end < len(pieces) and pieces[end].text == pieces[at].text:
            end += 1
        yield TextTable(title, first, pieces[end - 1].place, tuple(rows))
        at = end


def _once(pieces: Sequence[Piece], at: int, body: int) -> Sequence[Piece]:
    """The pieces without the head of `[at, body)` where it comes again amid a cell, behind the end of a page."""
    texts = [piece.text.rstrip("：") for piece in pieces]  # above units a head looks like a label
    head, kept, place = texts[at:body], list(pieces[:body]), body
    while place < len(pieces):
        behind = place + len(head)
        if texts[place:behind] == head and behind < len(texts) and not _begins_row(texts[behind]):
            place = behind
        else:
            kept.append(pieces[place])
            place += 1
    return kept


def _begins_row(text: str) -> bool:
    return text.rstrip(".、．").isdecimal() or begins_heading(text)


def _aligned(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int] | None:
    """The rows below a head whose cells wide blanks part, where they stand below it."""
    if pieces[at].line.text.count("  ") < _FEWEST_GAPS:
        return None
    from sciplan_tui.core.parse.table.in_text.row_a_line.aligned_rows import read_aligned

    return read_aligned(pieces, at, columns)


def _tells_units(title: str) -> bool:
    """Whether the title of a row is no task but who is to do it: 市海洋局、市港口局分别牵头落实."""
    if not title.endswith(("牵头", "牵头落实", "牵头负责")):
        return False
    return read_statement(title).names_units


def _rows_at(pieces: Sequence[Piece], at: int, columns: Sequence[Column], in_lines: bool) -> tuple[list[TaskRow], int]:
    """The rows below a head; the ways to read them are loaded when the first table of their kind is met."""
    if in_lines:
        from sciplan_tui.core.parse.table.in_text.row_a_line.blank_rows import read_rows

        rows, end = read_rows(pieces, at, columns)
        if rows:
            return rows, end
        from sciplan_tui.core.parse.table.in_text.row_a_line.glued_rows import read_glued

        return read_glued(pieces, at, columns)
    else:
        from sciplan_tui.core.parse.table.in_text.cell_a_line.cell_rows import read_rows
    return read_rows(pieces, at, columns)


def _may_be_grid(piece: Piece) -> bool:
    text = piece.text
    drawn = text[0] in GRID_MARKS and (text.count(text[0]) > 1 or text[0] not in "|+")
    return drawn or piece.line.raw.count("\t", 1) > 1 or _is_barred(text)


def _is_barred(text: str) -> bool:
    """Whether a line begins with a head and a bar behind it."""
    bar = _BAR.search(text, 0, _LONGEST_BARRED)
    return bar is not None and bar.start() > 0 and read_head(text[: bar.start()]) in FIRST


def _grid_at(pieces: Sequence[Piece], at: int) -> tuple[tuple[TaskRow, ...], int] | None:
    if "\t" in pieces[at].line.raw:
        from sciplan_tui.core.parse.table.in_text.row_a_line.tab_rows import read_tabbed

        rows, end = read_tabbed(pieces, at)
        return (rows, end) if rows else None
    if pieces[at].text[0] not in GRID_MARKS:
        from sciplan_tui.core.parse.table.in_text.row_a_line.bar_rows import read_barred

        rows, end = read_barred(pieces, at)
        return (rows, end) if rows else None
    from sciplan_tui.core.parse.table.in_text.row_a_line.grid_rows import is_grid, read_grid

    return read_grid(pieces, at) if is_grid(pieces[at].text) else None


def is_title(text: str) -> bool:
    """Whether a line may be the title of a table."""
    return _TITLE.fullmatch(text) is not None and not text.endswith("。")


def _title_above(pieces: Sequence[Piece], at: int) -> tuple[str, int]:
    above = pieces[at - 1] if at else None
    if above and is_title(above.text):
        return above.text, above.place
    return "", pieces[at].place
