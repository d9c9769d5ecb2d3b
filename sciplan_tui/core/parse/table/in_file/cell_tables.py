"""Tables that are tables in the file: their rows as the text tables hand theirs over, so that both are read alike.

A table that goes on after a page break, with its head again or without, is one table. What stands in rows of one cell
above the head is its title. A table that is no task table is data (hidden from the outline) or a frame around text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile, zip_longest

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head, read_heads
from sciplan_tui.core.parse.table.heads_in_two_rows import head_of_rows
from sciplan_tui.core.parse.table.in_file.document_rows import DocumentRows
from sciplan_tui.core.parse.table.in_text.text_tables import TextTable, is_title
from sciplan_tui.core.parse.table.rows import Piece, is_units
from sciplan_tui.core.parse.table.task_rows import names_no_task, numbered_in_words
from sciplan_tui.core.parse.table.unit_cells import units_alone
from sciplan_tui.core.parse.table.unknown_columns import first_units, spanned, unread_columns

HEAD_WITHIN = 8
"""Rows above the head hold the title and notes; further down it would be another table."""
_SENTENCE = re.compile("[。；]")
_FRAMED = 60
"""Characters; cells that hold sentences of more are running text in a frame, unless a row has many of them."""
_LINES_OF_TITLE = 3
_WORDED = frozenset({Column.TITLE, Column.CONTENT})
_ENDS = ("。", "；", ";", "！")
_CONTINUED = re.compile(r"(?:续\s?表\s?\d{0,2}|.{0,40}[（(]\s?续(?:表|上表)?\d{0,2}\s?[）)])?")
"""What may stand between two parts of a table: nothing, or 续表."""
Columns = tuple[Column, ...]


@dataclass(slots=True)
class TaskTable:
    """A task table as it grows over the pages: its columns, its rows, the lines of its title."""

    columns: Columns
    title: tuple[str, ...]
    head: TableRow
    first: int
    rows: list[TableRow] = field(default_factory=list)


def task_tables(document: Document) -> list[TaskTable]:
    """The task tables of a document, each whole."""
    found: list[TaskTable] = []
    goes_on = False
    for block in document.blocks:
        if isinstance(block, Paragraph):
            goes_on = goes_on and _CONTINUED.fullmatch(block.text.strip()) is not None
            continue
        if block.unread:
            continue
        goes_on = _read(block, found, goes_on)
    return [table for table in found if table.rows]


def only_table(document: Document) -> Table | None:
    """The task table of a document that has one, with its title above its head."""
    found = task_tables(document)
    if len(found) != 1:
        return None
    table = found[0]
    title = table.title or _lines_above(document, table.first)
    return Table((*(TableRow(table.first, (line,)) for line in title), table.head, *table.rows))


def _lines_above(document: Document, first: int) -> tuple[str, ...]:
    """The short lines right above a table, none of them a sentence: its title is among them."""
    above = [one.text.strip() for one in document.blocks if isinstance(one, Paragraph) and one.line < first]
    lines = [text for text in above if text][-_LINES_OF_TITLE:]
    return tuple(takewhile(lambda text: len(text) <= _FRAMED and not text.endswith(_ENDS), reversed(lines)))[::-1]


def _read(table: Table, found: list[TaskTable], goes_on: bool) -> bool:
    """Whether the table is a task table, or goes on with the last one: a table behind it may then do so too."""
    at, columns = _head(table.rows)
    last = found[-1] if found and goes_on else None
    if last and _width(table) == len(last.columns) and columns in (None, last.columns) and not at:
        _add(last, table.rows[_whole_head(table.rows, at)[0] if columns else 0 :])
        return True
    if columns is None:
        return False
    above = [cell for row in table.rows[:at] for cell in row.cells if cell]
    title = tuple(line.strip() for cell in above for line in cell.split("\n") if line.strip())
    begun = TaskTable(columns, title, _whole_head(table.rows, at)[1], table.rows[0].line)
    end = _whole_head(table.rows, at)[0]
    heads = {row.cells for row in table.rows[at:end]}
    begun.rows += [row for row in table.rows[end:] if row.cells not in heads and _columns(row) != columns]
    found.append(begun)
    return True


def _add(table: TaskTable, rows: Sequence[TableRow]) -> None:
    """The rows of the next page; a row that the page had cut is one again."""
    if rows and table.rows and _is_cut(table.rows[-1], rows[0], table.columns):
        above, below = table.rows[-1], rows[0]
        cells = tuple(one + other for one, other in zip_longest(above.cells, below.cells, fillvalue=""))
        table.rows[-1] = TableRow(above.line, cells, above.page)
        rows = rows[1:]
    table.rows += rows


def _is_cut(above: TableRow, below: TableRow, columns: Columns) -> bool:
    """Whether a row on top of a page goes on with the last one of the page before: it names no task, and no units of
    its own, or the wording above ends within a sentence, a list of units within a name.
    """
    if below.page is None or below.page == above.page:
        return False
    told = dict(zip(columns, below.cells, strict=False))
    if told.get(Column.NUMBER) or (told.get(Column.TITLE) and Column.NUMBER not in columns):
        return False
    said = "".join(cell for cell, column in zip(above.cells, columns, strict=False) if column in _WORDED)
    units = [pair for *pair, column in zip(above.cells, below.cells, columns, strict=False) if column in UNIT_COLUMNS]
    broken = any(up and rest and not is_units(up) for up, rest in units)
    return broken or not any(rest for _, rest in units) or not said.endswith(_ENDS)


def _head(rows: Sequence[TableRow]) -> tuple[int, Columns | None]:
    """Where the head stands, and its columns; of a head in two rows, the lower one says more."""
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        if columns := _columns(row):
            return at, _columns(_whole_head(rows, at)[1]) or columns
    return 0, None


def _whole_head(rows: Sequence[TableRow], at: int) -> tuple[int, TableRow]:
    """Where the head that begins at `at` ends, and its last row with the heads that those above have for it too."""
    if at + 1 < len(rows) and _columns(rows[at + 1], strict=True):
        return at + 2, rows[at + 1]
    taken, heads = head_of_rows([row.cells for row in rows[at : at + 3]])
    return at + taken, rows[at + taken - 1]._replace(cells=tuple(heads))


def _columns(row: TableRow, *, strict: bool = False) -> Columns | None:
    if sum(1 for cell in row.cells if cell) < 2:
        return None
    return read_heads(["".join(cell.split()) for cell in row.cells], strict=strict)


def _width(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)


def with_tables(
    document: Document, lines: tuple[Line, ...], in_text: tuple[TextTable, ...]
) -> tuple[tuple[Line, ...], tuple[TextTable, ...]]:
    """The lines with the rows of the tables put back (each one line, blanks between its cells), and all task tables:
    those of the file and those that stand in its text.
    """
    rows = {row.line: row for block in document.blocks if isinstance(block, Table) for row in block.rows}
    if not rows:
        return lines, in_text
    whole = tuple(_row_line(rows[line.number]) if line.number in rows else line for line in lines)
    places = {line.number: index for index, line in enumerate(whole)}
    told = (_text_table(table, whole, places) for table in task_tables(document))
    return whole, tuple(sorted((*in_text, *told, *_unread(document, places)), key=lambda table: table.first))


def _unread(document: Document, places: dict[int, int]) -> Iterator[TextTable]:
    """The tables whose cells could not be told apart, and those that may go on with a task table, without rows."""
    known = task_tables(document)
    for block in document.blocks:
        if isinstance(block, Table) and (block.unread or _may_go_on(block, known)):
            yield TextTable("", places[block.rows[0].line], places[block.rows[-1].line], ())


def _may_go_on(table: Table, known: Sequence[TaskTable]) -> bool:
    """Whether a table has no head, but as many columns as a task table, and units where that one has some."""
    lines = {row.line for row in table.rows}
    if any(row.line in lines for one in known for row in (one.head, *one.rows)):
        return False
    columns = [one.columns for one in known if len(one.columns) == _width(table)]
    return any(
        column in UNIT_COLUMNS and first_units(place, table.rows)
        for told in columns
        for place, column in enumerate(told)
    )


def _row_line(row: TableRow) -> Line:
    text = " ".join(" ".join(cell.split()) for cell in row.cells).strip()
    return Line(row.line, text, text)


def without_tables(document: Document) -> Document:
    """The document as the outline sees it: a row is an empty line, but for a frame around text, which is text."""
    if not any(isinstance(block, Table) for block in document.blocks):
        return document
    blocks: list[Block] = []
    tasks = {row.line for table in task_tables(document) for row in table.rows}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            blocks.append(block)
            continue
        framed = not block.unread and not tasks.intersection(row.line for row in block.rows) and _is_frame(block)
        blocks += [Paragraph(row.line, _row_line(row).text if framed else "", row.page) for row in block.rows]
    return replace(document, blocks=tuple(blocks))


def _is_frame(table: Table) -> bool:
    """Whether a table only places text: its rows are one cell each, or hold sentences and no heads."""
    if any(len([cell for cell in row.cells if read_head(cell)]) > 1 for row in table.rows[:HEAD_WITHIN]):
        return False
    filled = [[cell for cell in row.cells if cell] for row in table.rows]
    return all(len(cells) <= 1 for cells in filled) or (
        _width(table) <= 2 and any(len(cell) > _FRAMED and _SENTENCE.search(cell) for row in filled for cell in row)
    )


def _text_table(table: TaskTable, lines: Sequence[Line], places: dict[int, int]) -> TextTable:
    first = places[table.first]
    title = next((line for line in reversed(table.title) if is_title(line)), "") or _title_above(lines, first)
    heads = table.head.cells
    columns = tuple(spanned(heads, table.columns, table.rows))
    read = _task_rows(table, columns, lines, places)
    unread = tuple(unread_columns(heads, columns, table.rows))
    last = places[table.rows[-1].line]
    return TextTable(title, first, last, tuple(read.rows), unread=unread, left=tuple(read.left))


def _title_above(lines: Sequence[Line], first: int) -> str:
    above = next((line.text for line in reversed(lines[max(0, first - 4) : first]) if line.text), "")
    return above if is_title(above) else ""


def _task_rows(table: TaskTable, columns: Columns, lines: Sequence[Line], places: dict[int, int]) -> DocumentRows:
    read = DocumentRows(columns, numbered_in_words(table.rows, columns))
    for row in table.rows:
        cells = [*row.cells, *[""] * len(table.columns)][: len(table.columns)]
        cells = [*units_alone(cells, table.head.cells, columns)]
        if not _repeats_head(cells, table) and not names_no_task(cells):
            index = places[row.line]
            read.read(cells, Piece(index, lines[index], lines[index].text))
    read.end()
    return read


def _repeats_head(cells: Sequence[str], table: TaskTable) -> bool:
    return _columns(TableRow(0, tuple(cells)), strict=True) == table.columns
