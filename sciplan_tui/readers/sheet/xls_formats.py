"""Which cells of an .xls print their number in a form of its own ([MS-XLS] 2.4.126, 2.4.353): the library that reads
the values does not tell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice

from sciplan_tui.readers.sheet.number_formats import Form, Forms, form_of
from sciplan_tui.readers.sheet.xlsx_formats import MOST_CELLS

_BEGIN, _END, _SHEET, _FORMAT, _STYLE = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_CELLS = frozenset((0x0203, 0x027E, 0x0006))
"""A number, a short number, a formula: each begins with its row, its column, its style."""
_CELLS_OF_ROW = 0x00BD
_MOST_RECORDS = 5_000_000


def read_forms(data: bytes) -> list[Forms]:
    """For each sheet, in the order of the workbook, the cells with a form; nothing of what can't be read."""
    book = _book(data)
    places, styles = [], []
    codes: dict[int, str] = {}
    for kind, body in _records(book, 0):
        if kind == _SHEET and len(body) >= 4:
            places.append(int.from_bytes(body[:4], "little"))
        elif kind == _FORMAT and len(body) > 3:
            codes[int.from_bytes(body[:2], "little")] = _code(body)
        elif kind == _STYLE and len(body) >= 4:
            styles.append(int.from_bytes(body[2:4], "little"))
    found = {place: form for place, number in enumerate(styles) if (form := form_of(number, codes))}
    return [_forms(book, place, found) for place in places] if found else []


def _book(data: bytes) -> bytes:
    import olefile

    try:
        with olefile.OleFileIO(data) as opened:
            return bytes(opened.openstream("Workbook" if opened.exists("Workbook") else "Book").read())
    except Exception:  # the library fails in many ways on a damaged file, whose values have been read all the same
        return b""


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the workbook, those of drawings within it left out."""
    depth = 0
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(book):
            return
        kind, length = struct.unpack_from("<HH", book, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth < 1:
            return
        if depth == 1:
            yield kind, book[at + 4 : at + 4 + length]
        at += 4 + length


def _code(body: bytes) -> str:
    """A format's code: in Excel 97 and later behind a flag that tells whether its letters take two bytes."""
    if len(body) == 3 + body[2]:
        return body[3:].decode("gb18030", "replace")
    return body[5:].decode("utf-16-le" if body[4] & 1 else "latin-1", "replace")


def _forms(book: bytes, place: int, styles: dict[int, Form]) -> Forms:
    found = ((cell, styles[style]) for cell, style in _cells(book, place) if style in styles)
    return dict(islice(found, MOST_CELLS))


def _cells(book: bytes, place: int) -> Iterator[tuple[tuple[int, int], int]]:
    """The cells of a sheet that hold numbers, each with its style."""
    for kind, body in _records(book, place):
        if kind in _CELLS and len(body) >= 6:
            row, column, style = struct.unpack_from("<HHH", body)
            yield (row, column), style
        elif kind == _CELLS_OF_ROW and len(body) >= 12:
            row, first = struct.unpack_from("<HH", body)
            for count in range((len(body) - 6) // 6):
                yield (row, first + count), int.from_bytes(body[4 + 6 * count : 6 + 6 * count], "little")
