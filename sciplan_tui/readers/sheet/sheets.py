"""Workbooks (.xlsx .xls .xlsb .ods .et): the sheets that hold tasks, found by the words of their heads.

A cell is text as a person reads it: 2025 and never 2025.0, a date as 2023-06-30. A row's line is its number in the
sheet; of several sheets the rows follow one another, each sheet's below its name. What is left out, other sheets,
hidden ones with tasks, or rows beyond all measure, is named in a Problem, and so are hidden rows, which are read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.document import Document, Table, TableRow
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS
from sciplan_tui.core.parse.table.task_rows import find_head
from sciplan_tui.core.plan import LISTED, Problem, Source
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.laying import WIDEST, across
from sciplan_tui.readers.sheet.number_formats import Forms, printed
from sciplan_tui.readers.sheet.shared_titles import SharedTitles

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_ROWS = 20_000
"""Rows of one sheet that are read; the longest task table has some hundred."""
MOST_CELLS = 20_000_000
"""Cells of one sheet that are looked at, empty ones counted: a stray cell in the last column makes each row wide."""
MOST_SHEETS = 50
_TOP = 30
"""Rows among which the head of a task table stands."""
_MOST_FILLED = 1_000_000
_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s*\d{0,3}", re.I)
_SHARE = re.compile(r"0\.\d{1,4}")
_MOST_TOLD = 10
_GLOBALS = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_FILE_PASS = b"\x2f\x00"
Merge = tuple[tuple[int, int], tuple[int, int]]
"""A merged cell: its first and its last row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet's rows, cut behind its last filled one. `held` is how many rows it has altogether. `hidden`: a person
    who opens the workbook does not see it.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    held: int
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()


class _Untold(NamedTuple):
    """What the library does not tell of a sheet: in .ods the merged cells, in all the forms of numbers, in .xlsx the
    hidden rows, counted from 1.
    """

    merges: list[Merge] | None
    forms: Forms
    hidden_rows: tuple[int, ...] = ()


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The task sheets, each a table. Raises ReadingError: damaged, protected by a password, without a filled cell."""
    from hashlib import sha256

    from sciplan_tui.readers.sniffing import sniff

    kind = sniff(name, data)
    found = _of_xml(name, data, encoding) if kind == "excelml" else _sheets(name, data, kind)
    sheets = [sheet for sheet in found if sheet.rows and not sheet.hidden]
    if not sheets:
        raise ReadingError("empty_file", file=name)
    chosen = _task_sheets(sheets)
    lines: list[str] = []
    titles = SharedTitles()
    tables = tuple(
        _table(sheet, lines, titles, grouped=len(chosen) > 1 and not _UNNAMED.fullmatch(sheet.name)) for sheet in chosen
    )
    source = Source(name=name, sha256=sha256(data).hexdigest(), format=kind, encoding=None)
    problems = (*_left_out(sheets, chosen), *_hidden_tasks(found), *_hidden_rows(chosen), *_untold_shares(data, chosen))
    return Document(source, tables, "\n".join(lines), problems=problems)


def _sheets(name: str, data: bytes, kind: str) -> list[_Sheet]:
    """Every sheet of rows; a library that fails, in whatever way, has met a damaged file."""
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            untold = _untold(name, data, kind, [sheet.name for sheet in book.sheets_metadata])
            shown, hidden = (_worksheets(book, hidden=hidden)[:MOST_SHEETS] for hidden in (False, True))
            return [
                *(_sheet(book.get_sheet_by_name(one), untold.get(one, _Untold(None, {}))) for one in shown),
                *(_top_of_hidden(book.get_sheet_by_name(one)) for one in hidden),
            ]
    except (ReadingError, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic inside the library is no Exception
        raise ReadingError("locked_file" if _is_enciphered(data) else "damaged_file", file=name) from None


def _is_enciphered(data: bytes) -> bool:
    """Whether an .xls says, among the first records of its workbook, that the others are enciphered."""
    at = data.find(_GLOBALS)
    for _ in range(10 if at >= 0 else 0):
        kind, length = data[at : at + 2], int.from_bytes(data[at + 2 : at + 4], "little")
        if kind == _FILE_PASS:
            return True
        at += 4 + length
    return False


def _worksheets(book: CalamineWorkbook, *, hidden: bool) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and (sheet.visible != SheetVisibleEnum.Visible) is hidden
    ]


def _untold(name: str, data: bytes, kind: str, sheets: list[str]) -> dict[str, _Untold]:
    """What the library does not tell of each sheet."""
    if kind == "ods":
        from sciplan_tui.readers.sheet.ods_cells import read_cells

        return {sheet: _Untold(*told) for sheet, told in read_cells(name, data).items()}
    if kind == "xlsx":
        from sciplan_tui.readers.sheet.xlsx_formats import read_untold

        return {sheet: _Untold(None, *told) for sheet, told in zip(sheets, read_untold(name, data), strict=False)}
    from sciplan_tui.readers.sheet import xls_formats

    forms = xls_formats.read_forms(data)
    return {sheet: _Untold(None, told) for sheet, told in zip(sheets, forms, strict=False)}


def _sheet(sheet: CalamineSheet, untold: _Untold) -> _Sheet:
    last_row, last_column = sheet.end or (0, 0)
    held = last_row + 1
    most = min(held, MOST_ROWS, MOST_CELLS // (last_column + 1))
    values = sheet.to_python(skip_empty_area=False, nrows=most)
    rows = [[_text(value) for value in row[:WIDEST]] for row in values]
    for (row, column), form in untold.forms.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = printed(values[row][column], form) or rows[row][column]
    merges = untold.merges if untold.merges is not None else sheet.merged_cell_ranges or []
    return replace(_filled(sheet.name, rows, merges, held), hidden_rows=untold.hidden_rows)


def _top_of_hidden(sheet: CalamineSheet) -> _Sheet:
    """As much of a sheet that nobody sees as tells whether it is a task table."""
    rows = [tuple(map(_text, row[:WIDEST])) for row in sheet.to_python(skip_empty_area=False, nrows=_TOP)]
    return _Sheet(sheet.name, tuple(rows), len(rows), hidden=True)


def _filled(name: str, rows: list[list[str]], merges: Iterable[Merge], held: int) -> _Sheet:
    most = len(rows)
    _fill(rows, merges)
    while rows and not any(rows[-1]):
        rows.pop()
    return _Sheet(name, tuple(map(tuple, rows)), held if held > most else len(rows))


def _of_xml(name: str, data: bytes, encoding: str | None) -> list[_Sheet]:
    """The sheets of a workbook that is one XML file, all rows as wide as the widest."""
    from sciplan_tui.readers.sheet.sheet_xml import read_sheets

    found = []
    for sheet in read_sheets(name, data, encoding):
        width = max(map(len, sheet.rows), default=0)
        rows = [[*map(_text, row), *[""] * (width - len(row))] for row in sheet.rows]
        found.append(replace(_filled(sheet.name, rows, sheet.merges, len(rows)), hidden=sheet.hidden))
    return found


def _text(value: object) -> str:
    """A value as it is read: whole numbers whole, a day without its midnight."""
    if value == "":
        return ""
    if isinstance(value, str):
        return clean_text(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(value, ".12g")
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return (
        value.isoformat(" ")
        if isinstance(value, datetime)
        else value.isoformat()
        if isinstance(value, date)
        else str(value)
    )


def _fill(rows: list[list[str]], merges: Iterable[Merge]) -> None:
    """Give every row that a merged cell spans its text; to the right as `across` says."""
    left = _MOST_FILLED
    for (top, first), (bottom, last) in merges:
        if top >= len(rows) or first >= len(rows[top]):
            continue
        cells = across(rows[top][first], last - first + 1)
        for row in rows[top : bottom + 1]:
            row[first : first + len(cells)] = cells[: len(row) - first]
            left -= len(cells)
            if left < 0:
                return


def _task_sheets(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """Those with a column of units, else those with a column of tasks, else the first: its heads are then told."""
    led = [sheet for sheet in sheets if _heads(sheet) == 2]
    return led or [sheet for sheet in sheets if _heads(sheet) == 1] or list(sheets[:1])


def _heads(sheet: _Sheet) -> int:
    """2 for a table of tasks and their units (or a plan that was exported), 1 for one of tasks alone, 0 for neither."""
    if sheet.rows[0][0].strip().lower() == "record":
        return 2
    try:
        columns = find_head(_top(sheet)).columns
    except ReadingError:
        return 0
    return 2 if UNIT_COLUMNS.intersection(columns) else 1


def _head(sheet: _Sheet) -> int:
    """The number of the head's row, 0 where there is none."""
    try:
        return find_head(_top(sheet)).at + 1
    except ReadingError:
        return 0


def _top(sheet: _Sheet) -> list[TableRow]:
    return [TableRow(number, row) for number, row in enumerate(sheet.rows[:_TOP], 1)]


def _table(sheet: _Sheet, lines: list[str], titles: SharedTitles, *, grouped: bool) -> Table:
    """The rows that hold anything. `grouped`: the sheet's name stands below its head, as the heading of its tasks."""
    head = _head(sheet)
    rows = []
    if grouped and head:
        lines.append(sheet.name)
        rows.append(TableRow(len(lines), (sheet.name,)))
    above = len(lines)
    lines.extend("\t".join(cell.replace("\n", " ") for cell in row).rstrip("\t") for row in sheet.rows)
    own = [TableRow(above + place, row) for place, row in enumerate(sheet.rows, 1) if any(row)]
    below = next((index for index, row in enumerate(own, 1) if row.line == above + head), 0)
    upper = titles.without(own[: below - 1], sheet.name) if below else []
    return Table((*upper, *own[max(0, below - 1) : below], *rows, *own[below:]))


def _untold_shares(data: bytes, chosen: Sequence[_Sheet]) -> tuple[Problem, ...]:
    """In an .xlsb nothing is known of how numbers are printed: what may be a share is told."""
    if b"xl/workbook.bin" not in data:
        return ()
    shares = [cell for sheet in chosen for row in sheet.rows for cell in row if _SHARE.fullmatch(cell)]
    return (Problem("shares_untold", None, (("figures", LISTED.join(shares[:_MOST_TOLD])),)),) if shares else ()


def _hidden_tasks(found: Sequence[_Sheet]) -> tuple[Problem, ...]:
    """A hidden sheet is an old draft as often as not: it is not read, but told where it holds tasks and their units."""
    hidden = [sheet.name for sheet in found if sheet.hidden and sheet.rows and _heads(sheet) == 2]
    return (Problem("hidden_sheets_left", None, (("sheets", LISTED.join(hidden)),)),) if hidden else ()


def _hidden_rows(chosen: Sequence[_Sheet]) -> Iterator[Problem]:
    """Hidden rows are read, for a filter hides them as often as not; they are told, for they may be struck out."""
    for sheet in chosen:
        below = sheet.rows[(head := _head(sheet)) :]
        told = {row: set(filter(None, cells)) for row, cells in enumerate(below, head + 1)}
        rows = [str(row) for row in sheet.hidden_rows if len(told.get(row, ())) > 1]
        if head and rows:
            yield Problem("rows_hidden", None, (("count", str(len(rows))), ("rows", LISTED.join(rows[:_MOST_TOLD]))))


def _left_out(sheets: Sequence[_Sheet], chosen: Sequence[_Sheet]) -> tuple[Problem, ...]:
    others = [sheet.name for sheet in sheets if sheet not in chosen]
    found = [Problem("sheets_left", None, (("sheets", LISTED.join(others)),))] if others else []
    for sheet in chosen:
        if sheet.held > len(sheet.rows):
            details = (("sheet", sheet.name), ("row", str(len(sheet.rows))), ("rows", str(sheet.held)))
            found.append(Problem("sheet_cut", None, details))
    return tuple(found)
