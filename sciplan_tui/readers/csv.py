"""CSV files, as Excel, WPS and this program write them: commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.document import Document, Table, TableRow
from sciplan_tui.core.plan import Source
from sciplan_tui.errors import ReadingError

DELIMITERS = (",", "\t", ";")
LARGEST_ROWS = 200_000
"""More rows than any plan has; a file beyond is refused rather than read for minutes."""
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def looks_like_csv(text: str) -> bool:
    """Whether the first lines part into the same number of cells, three or more."""
    lines = [line for line in text[:20_000].splitlines()[:6] if line.strip()][:5]
    for delimiter in DELIMITERS:
        try:
            widths = {len(row) for row in csv.reader(lines, delimiter=delimiter)}
        except csv.Error:
            continue
        if len(lines) > 1 and len(widths) == 1 and widths.pop() >= 3:
            return True
    return False


def read_csv(text: str, source: Source) -> Document:
    """The rows that hold anything, each with the line where it begins.

    A `'` before a sign that a spreadsheet would take for a formula is taken off: exports put it there.
    Raises ReadingError: a quotation mark that never closes, a cell or a table beyond all measure.
    """
    text = text.lstrip("\ufeff")
    rows = tuple(TableRow(line, cells) for line, cells in _rows(text) if any(cells))
    return Document(source, (Table(rows),), text)


def _rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for count, row in enumerate(reader):
            if count > LARGEST_ROWS:
                raise ReadingError("csv_long", rows=LARGEST_ROWS)
            yield line, tuple(_unguarded(clean_text(cell)) for cell in row)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReadingError("csv_broken", line=line) from error


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_GUARDED) else cell


def _delimiter(text: str) -> str:
    """The sign that parts the first lines into most cells; quoted stretches do not count."""
    head = "\n".join(itertools.islice(text.splitlines(), 10))[:20_000]
    bare = "".join(head.split('"')[::2])
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))
