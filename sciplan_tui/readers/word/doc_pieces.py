"""The text of a Word 97–2003 file: its header (FIB) names a table of pieces, each a stretch of bytes ([MS-DOC] 2.4.1).

Pieces stand in the order of the text, wherever their bytes lie: what was deleted and saved fast has no piece. A piece
is UTF-16, or one byte a character.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sciplan_tui.errors import ReadingError

_WORD = 0xA5EC
_FIRST = 0x00C1
"""The version number of Word 97; files before it have other headers."""
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COUNTS = 0x4C
"""Where the header counts characters: of the body, the notes, the headers, the macros, the comments, the end notes, the
text boxes."""
_OFFSETS = 0x9A
_STYLES, _CHPX, _PAPX, _CLX, _LISTS, _OVERRIDES = 1, 12, 13, 33, 73, 74
_COMPRESSED = 0x40000000
_CHINESE = frozenset({0x0804, 0x1004, 0x0404, 0x0C04})
MOST_CHARACTERS = 5_000_000
"""Of one text; the longest plan has some hundred thousand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: where its bytes begin in the main stream, and how many each character takes."""

    text: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class WordFile:
    """The main stream, the tables' stream, the stream of what has no room there, and what the header says of them."""

    main: bytes
    tables: bytes
    aside: bytes
    counts: tuple[int, ...]
    chinese: bool

    def table(self, place: int) -> bytes:
        """One of the tables that the header lists."""
        start, length = struct.unpack_from("<II", self.main, _OFFSETS + 8 * place)
        return self.tables[start : start + length]

    @property
    def character_pages(self) -> bytes:
        """Where the formats of characters stand."""
        return self.table(_CHPX)

    @property
    def paragraph_pages(self) -> bytes:
        """Where the formats of paragraphs stand."""
        return self.table(_PAPX)

    @property
    def style_sheet(self) -> bytes:
        """The styles."""
        return self.table(_STYLES)

    @property
    def lists(self) -> tuple[int, int]:
        """Where the lists lie in the tables' stream, and how long their table is."""
        start, length = struct.unpack_from("<II", self.main, _OFFSETS + 8 * _LISTS)
        return start, length

    @property
    def list_overrides(self) -> bytes:
        """The lists as paragraphs name them."""
        return self.table(_OVERRIDES)

    def body(self) -> list[Piece]:
        """The pieces of the body."""
        return list(self._pieces(0, self.counts[0]))

    def box(self, first: int, last: int) -> list[Piece]:
        """Pieces of the text boxes, whose text stands behind the body, its notes, headers and comments."""
        before = sum(self.counts[:6])
        return list(self._pieces(before + max(0, first), before + last))

    def _pieces(self, first: int, last: int) -> Iterator[Piece]:
        starts, places = _piece_table(self.table(_CLX))
        for start, end, place in zip(starts, starts[1:], places, strict=False):
            begin, stop = max(start, first), min(end, last)
            if begin < stop:
                yield self._piece(place, begin - start, stop - start)

    def _piece(self, place: int, begin: int, stop: int) -> Piece:
        if place & _COMPRESSED:
            at = (place & ~_COMPRESSED) // 2 + begin
            return Piece(self._narrow(self.main[at : at + stop - begin]), at, 1)
        at = place + 2 * begin
        data = self.main[at : at + 2 * (stop - begin)]
        units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
        return Piece("".join(map(chr, units)), at, 2)

    def _narrow(self, data: bytes) -> str:
        """One byte a character; in a Chinese file, pairs of bytes that are Chinese characters, each padded to two."""
        if self.chinese and not data.isascii():
            try:
                return "".join(sign if sign < "\x80" else sign + _PAD for sign in data.decode("gb2312"))
            except UnicodeDecodeError:
                pass
        return data.decode("cp1252", "replace")


_PAD = "\x1f"
"""A soft hyphen of Word, which prints nothing: it keeps every character at the place of its bytes."""


def open_word(name: str, data: bytes) -> WordFile:
    """The file's streams. Raises ReadingError: damaged, protected by a password, or from before Word 97."""
    main = _stream(name, data, "WordDocument")
    if len(main) < _OFFSETS + 8 * (_OVERRIDES + 1):
        raise ReadingError("damaged_file", file=name)
    kind, version, _, language, _, flags = struct.unpack_from("<6H", main)
    if kind != _WORD or version < _FIRST:
        raise ReadingError("kind_unread", file=name, kind="Word 95", wanted="docx")
    if flags & _ENCRYPTED:
        raise ReadingError("locked_file", file=name)
    tables = _stream(name, data, "1Table" if flags & _TABLE_1 else "0Table")
    counts = struct.unpack_from("<8i", main, _COUNTS)
    if min(counts) < 0 or sum(counts) > MOST_CHARACTERS:
        raise ReadingError("damaged_file", file=name)
    return WordFile(main, tables, _stream(name, data, "Data", missing=b""), counts, language in _CHINESE)


def _stream(name: str, data: bytes, stream: str, *, missing: bytes | None = None) -> bytes:
    """The bytes of a stream; `missing` is what a file without it has instead."""
    import olefile

    opened: Any
    try:
        with olefile.OleFileIO(data) as opened:
            if missing is not None and not opened.exists(stream):
                return missing
            return bytes(opened.openstream(stream).read())
    except Exception:  # the library fails in many ways on a damaged file; all mean the same to a person
        raise ReadingError("damaged_file", file=name) from None


def _piece_table(clx: bytes) -> tuple[tuple[int, ...], list[int]]:
    """Where the pieces begin in the text, and where in the file. Formats of whole pieces stand before the table."""
    at = 0
    while clx[at : at + 1] == b"\x01":
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    length = int.from_bytes(clx[at + 1 : at + 5], "little")
    table = clx[at + 5 : at + 5 + length]
    count = (len(table) - 4) // 12
    if clx[at : at + 1] != b"\x02" or count < 1:
        return (), []
    starts = struct.unpack_from(f"<{count + 1}I", table)
    return starts, [struct.unpack_from("<I", table, 4 * (count + 1) + 8 * place + 2)[0] for place in range(count)]
