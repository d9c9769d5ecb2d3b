"""CSV files, as Excel, WPS and this program write them: commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.document import Document, Table, TableRow
from sciplan_tui.core.plan import Source
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import decode

DELIMITERS = (",", "\t", ";")
LARGEST_ROWS = 20_000
"""More rows than any plan has; a file beyond is refused rather than read for minutes."""
WIDEST = 200
"""Columns; further ones are no part of a task table."""
_GUARDED = re.compile(r"'(?=[\s\x00\ufeff]*[=+\-@\t\r\n\x00＝＋－＠])")


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The rows that hold anything, each with the line where it begins.

    A `'` before what a spreadsheet would take for a formula is taken off: exports put it there.
    Raises ReadingError: a quotation mark that never closes, a cell or a table beyond all measure.
    """
    from hashlib import sha256

    text, codec = decode(name, data, encoding)
    source = Source(name=name, sha256=sha256(data).hexdigest(), format="csv", encoding=codec)
    rows = tuple(TableRow(line, cells) for line, cells in _rows(text) if any(cells))
    return Document(source, (Table(rows),), text)


def _rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for count, row in enumerate(reader):
            if count > LARGEST_ROWS:
                raise ReadingError("csv_long", rows=LARGEST_ROWS)
            yield line, tuple(_unguarded(clean_text(cell)) for cell in row[:WIDEST])
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReadingError("csv_broken", line=line) from error


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _delimiter(text: str) -> str:
    """The sign that parts the first lines into most cells; quoted stretches do not count."""
    head = "\n".join(itertools.islice(text.splitlines(), 10))[:20_000]
    bare = "".join(head.split('"')[::2])
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))
