"""A sheet as CSV for Excel and WPS: BOM, CRLF, every cell quoted, none that would be taken for a formula."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import NoneType
from typing import cast

from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.sheet import Code, Sheet, SparseRow, Value
from sciplan_tui.errors import WritingError
from sciplan_tui.writers.wording import head, worded

ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")
_SURROGATES = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile(r"[\s\x00\ufeff]*[=+\-@\t\r\n\x00＝＋－＠]")
"""OWASP CSV Injection: these signs, full-width ones too, make a formula also after blanks."""
_SIGNS = frozenset("=+-@＝＋－＠ ")
"""With what printable text begins that may be a formula."""
_FEW = frozenset((Code, MarkCell, NoneType))
"""The kinds of cells of which a column has a few, many times."""


def cell(value: str | int | float) -> str:
    """One cell's text. What begins like a formula gets `'` before it; a number stays a number."""
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if _FORMULA.match(value) else value


def write_sheet(sheet: Sheet, encoding: str = "utf-8-sig") -> bytes:
    """The sheet's heads and rows, in the language in force. WritingError where the encoding lacks a character."""
    return write_parts(iter([sheet]), encoding)


def write_with_notes(sheet: Sheet, notes: Sequence[tuple[str, str]]) -> bytes:
    """A table to be read as it is: an empty line behind its rows, what is told of it beneath, a note a line."""
    beneath = [("", ""), *((_quotable(what), _quotable(said)) for what, said in notes)]
    return write_sheet(sheet) + _bytes(_lines(beneath), "utf-8")


def write_parts(parts: Iterator[Sheet], encoding: str = "utf-8-sig") -> bytes:
    """A sheet that comes in parts, of which there is at least one: its heads once, and the rows of all."""
    first = next(parts)
    heads = [[_quotable(head(column)) for column in first.columns]]
    return _encoded(chain([_lines(heads)], map(_lines_of, chain([first], parts))), encoding)


def write_rows(heads: Sequence[str], rows: Iterable[Sequence[str | int | float]], encoding: str = "utf-8-sig") -> bytes:
    """Rows of plain cells under their heads."""
    return _encoded([_lines([_quotable(value) for value in row] for row in chain([heads], rows))], encoding)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    """A line a row, every cell in quotes."""
    lines = '"\r\n"'.join(map('","'.join, rows))
    return f'"{lines}"\r\n' if lines else ""


def _lines_of(part: Sheet) -> str:
    """The rows of a part, put together of its columns; those of units are one stretch of text in each row."""
    start, stop = part.unit_columns
    beside = zip(*((*row[:start], *row[stop:]) for row in part.rows), strict=True)
    texts = [_column(column) for column in beside]
    if start < stop:
        texts.insert(start, _stretches(part.rows, start, stop))
    return _lines(zip(*texts, strict=True))


def _stretches(rows: Sequence[tuple[Value, ...]], start: int, stop: int) -> list[str]:
    """The cells of units, row by row: most are empty, the others the same few objects, each worded but once, and rows
    of the same statement are the same.
    """
    found: dict[int, str] = {}
    texts: dict[int, str] = {}
    filled = [_filled(row, start, stop) for row in rows]
    for held in filled:
        if id(held) not in found:
            cells = [""] * stop
            try:
                for place, value in held.items():
                    cells[place] = texts[id(value)]
            except KeyError:
                texts |= _by_id(list(held.values()))
                for place, value in held.items():
                    cells[place] = texts[id(value)]
            found[id(held)] = '","'.join(cells[start:])
    return [found[id(held)] for held in filled]


def _filled(row: tuple[Value, ...], start: int, stop: int) -> Mapping[int, Value]:
    if isinstance(row, SparseRow):
        return row.filled
    return {place: row[place] for place in range(start, stop) if row[place] is not None}


def _by_id(values: Sequence[Value]) -> dict[int, str]:
    """The text of each cell as it stands between quotes, while the cells are there: then others may get their ids."""
    return {
        number: _quotable(worded(value)) for number, value in dict(zip(map(id, values), values, strict=True)).items()
    }


def _column(values: Sequence[Value]) -> Iterable[str]:
    """The cells of a column. Of texts it is asked together whether anything is the matter with one."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return map(str, values)
    if kinds == {str} and not _doubtful(cast("Sequence[str]", values)):
        return cast("Sequence[str]", values)
    if kinds <= _FEW:
        return map(_by_id(values).__getitem__, map(id, values))
    return [_quotable(worded(value)) for value in values]


def _doubtful(texts: Sequence[str]) -> bool:
    """Whether one of them must be looked at: it has quotes, what can't be printed, or begins like a formula."""
    together = "".join(texts)
    if '"' in together or not together.isprintable():
        return True
    return any(sign in together for sign in _SIGNS) and not _SIGNS.isdisjoint({text[:1] for text in texts})


def _quotable(value: str | int | float) -> str:
    """A cell as it stands between quotes."""
    return str(cell(value)).replace('"', '""')


def _encoded(lines: Iterable[str], encoding: str) -> bytes:
    """GB18030 holds all of Unicode, and half a surrogate pair is in no encoding: that one is shown as U+FFFD."""
    if encoding not in ENCODINGS:
        raise WritingError("export_encoding", encoding=encoding, known=" ".join(ENCODINGS))
    bare = encoding.removesuffix("-sig")
    mark = BOM_UTF8 if bare != encoding else b""
    return b"".join(chain([mark], (_bytes(text, bare) for text in lines)))


def _bytes(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text).encode(encoding)
