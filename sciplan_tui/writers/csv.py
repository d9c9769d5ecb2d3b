"""A sheet as CSV for Excel and WPS: BOM, CRLF, every cell quoted, none that would be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sciplan_tui.core.sheet import Sheet
from sciplan_tui.errors import WritingError
from sciplan_tui.writers.wording import head, worded

ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")
_FORMULA = re.compile(r"[\s\x00\ufeff]*[=+\-@\t\r\n\x00＝＋－＠]")
"""OWASP CSV Injection: these signs, full-width ones too, make a formula also after blanks."""


def cell(value: str | int | float) -> str:
    """One cell's text. What begins like a formula gets `'` before it; a number stays a number."""
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if _FORMULA.match(value) else value


def write_sheet(sheet: Sheet, encoding: str = "utf-8-sig") -> bytes:
    """The sheet's heads and rows, in the language in force. WritingError where the encoding lacks a character."""
    return write_parts(iter([sheet]), encoding)


def write_parts(parts: Iterator[Sheet], encoding: str = "utf-8-sig") -> bytes:
    """A sheet that comes in parts, of which there is at least one: its heads once, and the rows of all."""
    first = next(parts)
    rows = (
        ["" if value is None else worded(value) for value in row] for part in chain([first], parts) for row in part.rows
    )
    return write_rows([head(column) for column in first.columns], rows, encoding)


def write_rows(heads: Sequence[str], rows: Iterable[Sequence[str | int | float]], encoding: str = "utf-8-sig") -> bytes:
    """Rows of plain cells under their heads."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([cell(text) for text in heads])
    writer.writerows([cell(value) if value else value for value in row] for row in rows)
    return _encoded(out.getvalue(), encoding)


def _encoded(text: str, encoding: str) -> bytes:
    """GB18030 holds all of Unicode, and half a surrogate pair is in no encoding: that one is shown as U+FFFD."""
    if encoding not in ENCODINGS:
        raise WritingError("export_encoding", encoding=encoding, known=" ".join(ENCODINGS))
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode(encoding)
