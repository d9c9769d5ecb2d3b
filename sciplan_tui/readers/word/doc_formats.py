"""What a Word 97–2003 file says of stretches of its bytes: text not printed, cells, rows ([MS-DOC] 2.9.42, 2.9.175).

Formats stand on pages of 512 bytes: the places where stretches begin, then what holds for each, as a list of changes.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sciplan_tui.readers.word.rtf_tables import CellFormat

PAGE = 512
DELETED, INSERTED, _HIDDEN = 0x0800, 0x0801, 0x083C
_IN_TABLE, _ROW_END, _ROW_SHAPE, _CELL_MERGE = 0x2416, 0x2417, 0xD608, 0xD62B
_ASIDE = frozenset((0x6645, 0x6646, 0x646B))
_LIST, _LEVEL = 0x460B, 0x260A
_NO_LIST = (0, 0xF801)
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of what follows a change, by its three highest bits; 0 where the next byte tells."""
_TC = 20
_MERGED_BESIDE, _MERGED_BELOW, _BEGINS_BELOW = 0x02, 0x20, 0x40


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What matters of a paragraph: whether it lies in a table, whether it ends a row (and how the row is drawn), and
    the list and the level of its automatic number (None: its style tells; list 0: it has no number).
    """

    in_table: bool = False
    ends_row: bool = False
    list: int | None = None
    level: int | None = None
    style: int = 0
    cells: tuple[CellFormat, ...] = ()


@dataclass(slots=True)
class Stretches:
    """Stretches of bytes in order, and what holds for each."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    formats: list[ParagraphFormat] = field(default_factory=list)

    def at(self, place: int) -> ParagraphFormat:
        """What holds for the byte at `place`."""
        found = bisect_right(self.starts, place) - 1
        return self.formats[found] if found >= 0 and place < self.ends[found] else ParagraphFormat()


def unprinted(main: bytes, pages: bytes) -> list[tuple[int, int]]:
    """The stretches that are deleted under tracked changes, or hidden."""
    return stretches(main, pages, (DELETED, _HIDDEN))


def stretches(main: bytes, pages: bytes, codes: Collection[int]) -> list[tuple[int, int]]:
    """The stretches of text that have one of these changes of character."""
    found = []
    for page in _pages(main, pages):
        count = page[-1]
        places = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            at = 2 * page[4 * (count + 1) + index]
            changes = page[at + 1 : at + 1 + page[at]] if at else b""
            if any(code in codes and value == b"\x01" for code, value in _changes(changes)):
                found.append((places[index], places[index + 1]))
    return found


def paragraphs(main: bytes, pages: bytes, aside: bytes) -> Stretches:
    """What holds for the paragraphs, by the bytes that they take. `aside`: the stream of what no page has room for."""
    rows: list[tuple[int, int, ParagraphFormat]] = []
    for page in _pages(main, pages):
        count = min(page[-1], (PAGE - 5) // 17)
        places = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            at = 2 * page[4 * (count + 1) + 13 * index]
            rows.append((places[index], places[index + 1], _paragraph(page, at, aside)))
    rows.sort(key=lambda row: row[0])
    return Stretches([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def _paragraph(page: bytes, at: int, aside: bytes) -> ParagraphFormat:
    """The changes begin behind their length (in words; 0 where the next byte tells it) and the style's number."""
    if not at:
        return ParagraphFormat()
    length = 2 * page[at] - 1
    if page[at] == 0:
        at, length = at + 1, 2 * page[at + 1]
    told = [*_with_aside(page[at + 3 : at + 1 + length], aside)]
    changes = dict(told)
    return ParagraphFormat(
        in_table=changes.get(_IN_TABLE) == b"\x01",
        ends_row=changes.get(_ROW_END) == b"\x01",
        list=_list(changes),
        level=changes[_LEVEL][0] if changes.get(_LEVEL) else None,
        style=int.from_bytes(page[at + 1 : at + 3], "little"),
        cells=_cells(changes[_ROW_SHAPE], [value for code, value in told if code == _CELL_MERGE])
        if _ROW_SHAPE in changes
        else (),
    )


def _with_aside(data: bytes, aside: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes, and those that one of them says to stand in the other stream: the shape of a row of many cells."""
    for code, value in _changes(data):
        yield code, value
        if code in _ASIDE and len(value) == 4:
            at = int.from_bytes(value, "little")
            yield from _changes(aside[at + 2 : at + 2 + int.from_bytes(aside[at : at + 2], "little")])


def list_and_level(changes: bytes) -> tuple[int | None, int | None]:
    """The list and the level that a style's changes name."""
    told = dict(_changes(changes))
    return _list(told), told[_LEVEL][0] if told.get(_LEVEL) else None


def _list(changes: dict[int, bytes]) -> int | None:
    value = changes.get(_LIST)
    if value is None or len(value) < 2:
        return None
    number = int.from_bytes(value, "little")
    return 0 if number in _NO_LIST else number


def _pages(main: bytes, table: bytes) -> Iterator[bytes]:
    """The pages that a table lists by number; one that would lie beyond the file, or overflow, is left."""
    count = max(0, (len(table) - 4) // 8)
    for number in struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ():
        page = main[(number & 0x3FFFFF) * PAGE :][:PAGE]
        if len(page) == PAGE and 4 * (page[-1] + 1) + page[-1] < PAGE:
            yield page


def _changes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes of a list, each its code and what follows it."""
    at = 0
    while at + 2 < len(data):
        code = int.from_bytes(data[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if code == _ROW_SHAPE:
            size = 1 + int.from_bytes(data[at : at + 2], "little")
        elif size == 0:
            size = 1 + data[at]
        yield code, data[at : at + size]
        at += size


def _cells(shape: bytes, merges: list[bytes]) -> tuple[CellFormat, ...]:
    """A row's cells: their edges, then twenty bytes for each, the first two of which say how it is merged."""
    count = shape[2] if len(shape) > 2 else 0
    if len(shape) < 5 + 2 * count:
        return ()
    edges = struct.unpack_from(f"<{count + 1}h", shape, 3)
    cells = []
    for place in range(count):
        start = 5 + 2 * count + _TC * place
        flags = int.from_bytes(shape[start : start + 2], "little")
        below = bool(flags & _MERGED_BELOW) and not flags & _BEGINS_BELOW
        cells.append(CellFormat(below, bool(flags & _MERGED_BESIDE), edges[place + 1]))
    for merge in merges:
        if len(merge) >= 3 and merge[1] < count:
            cells[merge[1]].below = merge[2] == 1
    return tuple(cells)
