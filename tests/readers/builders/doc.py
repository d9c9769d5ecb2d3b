"""A .doc (Word 97) of paragraphs and tables: a header, a table of pieces, pages of formats, in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from tests.readers.builders import ole
from tests.readers.builders.plan import Block, Row

_START = 2048
_PAGE = 512
_WIDTH = 1700
IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = struct.pack("<HB", 0x2417, 1)
DELETED = struct.pack("<HB", 0x0800, 1)
INSERTED = struct.pack("<HB", 0x0801, 1)
HIDDEN = struct.pack("<HB", 0x083C, 1)


def numbered(level: int, number: int = 1) -> bytes:
    return struct.pack("<HHHB", 0x460B, number, 0x260A, level)


@dataclass(frozen=True)
class Stretch:
    """Some text with the changes that hold for its paragraph or its characters; `narrow` is one byte a character."""

    text: str
    paragraph: bytes = b""
    characters: bytes = b""
    narrow: bool = False
    style: int = 0


def document(
    stretches: Sequence[Stretch],
    *,
    order: Sequence[int] | None = None,
    version: int = 0x00C1,
    flags: int = 0,
    boxes: str = "",
    language: int = 0x0804,
    lists: bytes = b"",
    overrides: bytes = b"",
    styles: bytes = b"",
) -> bytes:
    """The file. `order`: how the stretches' bytes lie in the file, where not as they are read."""
    all_of_them = [*stretches, *([Stretch(boxes)] if boxes else [])]
    places: dict[int, int] = {}
    content = b""
    for index in order or range(len(all_of_them)):
        places[index] = _START + len(content)
        one = all_of_them[index]
        content += (
            one.text.encode("gb18030" if one.narrow and language == 0x0804 else "cp1252")
            if one.narrow
            else one.text.encode("utf-16-le")
        )
    sizes = [_size(one, language) for one in all_of_them]
    content += bytes(-(len(content) + _START) % _PAGE)
    first_page = (_START + len(content)) // _PAGE
    by_place = sorted(
        (places[i], places[i] + sizes[i] * (1 if one.narrow else 2), one) for i, one in enumerate(all_of_them)
    )
    paragraph_pages = [_page(chunk, papx=True) for chunk in _chunks(by_place)]
    character_pages = [_page(chunk, papx=False) for chunk in _chunks(by_place)]
    main = bytes(_START) + content + b"".join(paragraph_pages) + b"".join(character_pages)
    ends = [chunk[0][0] for chunk in _chunks(by_place)] + [by_place[-1][1]]
    papx = struct.pack(f"<{len(ends)}I", *ends) + struct.pack(
        f"<{len(paragraph_pages)}I", *range(first_page, first_page + len(paragraph_pages))
    )
    after = first_page + len(paragraph_pages)
    chpx = struct.pack(f"<{len(ends)}I", *ends) + struct.pack(
        f"<{len(character_pages)}I", *range(after, after + len(character_pages))
    )
    clx = _pieces(all_of_them, places, sizes)
    counts = [sum(sizes) - len(boxes), 0, 0, 0, 0, 0, len(boxes), 0]
    stored, tables = b"", []
    for place, table in ((12, chpx), (13, papx), (33, clx), (74, overrides), (1, styles), (73, lists)):
        tables.append((place, len(stored), 2 + 28 if place == 73 and lists else len(table)))
        stored += table
    header = _header(version, flags, language, counts, tables)
    return ole.build({"WordDocument": header + main[len(header) :], "1Table": stored})


def _size(one: Stretch, language: int) -> int:
    return (
        len(one.text.encode("gb18030")) if one.narrow and language == 0x0804 else len(one.text.encode("utf-16-le")) // 2
    )


def _chunks(rows: list[tuple[int, int, Stretch]]) -> list[list[tuple[int, int, Stretch]]]:
    return [rows[at : at + 4] for at in range(0, len(rows), 4)]


def _page(rows: Sequence[tuple[int, int, Stretch]], *, papx: bool) -> bytes:
    places = [rows[0][0], *(row[1] for row in rows)]
    page = bytearray(_PAGE)
    struct.pack_into(f"<{len(places)}I", page, 0, *places)
    at = _PAGE - 2
    for index, (_, _, one) in enumerate(rows):
        changes = one.paragraph if papx else one.characters
        if not changes and not (papx and one.style):
            continue
        changes += bytes(len(changes) % 2) if papx else b""
        packed = (
            bytes([0, (len(changes) + 2) // 2, one.style, 0]) + changes if papx else bytes([len(changes)]) + changes
        )
        at = (at - len(packed)) // 2 * 2
        page[at : at + len(packed)] = packed
        page[4 * len(places) + index * (13 if papx else 1)] = at // 2
    page[-1] = len(rows)
    return bytes(page)


def _pieces(stretches: Sequence[Stretch], places: dict[int, int], sizes: Sequence[int]) -> bytes:
    starts, descriptions = [0], b""
    for index, one in enumerate(stretches):
        starts.append(starts[-1] + sizes[index])
        place = places[index] * 2 | 0x40000000 if one.narrow else places[index]
        descriptions += struct.pack("<HIH", 0, place, 0)
    table = struct.pack(f"<{len(starts)}I", *starts) + descriptions
    formats = b"\x01" + struct.pack("<H", 3) + DELETED
    return formats + b"\x02" + struct.pack("<I", len(table)) + table


def one_list(*levels: tuple[int, str]) -> bytes:
    """A list of nine levels, each its number format and its text, where a character below 9 stands for a number."""
    nine = [*levels, *[(0, "")] * (9 - len(levels))]
    head = struct.pack("<hi22xBx", 1, 77, 0)
    return head + b"".join(
        struct.pack("<iBB9xB8xBBBx", 1, style, 0, 0, 0, 0, 0) + struct.pack("<H", len(text)) + text.encode("utf-16-le")
        for style, text in nine
    )


def list_overrides(*starts: int | None) -> bytes:
    """The list as paragraphs name it, from 1 on; a number begins its first level there."""
    heads = b"".join(struct.pack("<i8xB3x", 77, start is not None) for start in starts)
    own = b"".join(
        struct.pack("<I", 0) + (b"" if start is None else struct.pack("<iI", start, 0x10)) for start in starts
    )
    return struct.pack("<I", len(starts)) + heads + own


def style_sheet(*styles: tuple[int, bytes]) -> bytes:
    """Paragraph styles: each the number of its base (4095 for none) and its changes."""
    sheet = struct.pack("<HHH", 4, len(styles), 10)
    for number, (base, changes) in enumerate(styles):
        name = "样式"
        style = struct.pack("<HHHHH", 0, base << 4 | 1, 1, 0, 0) + struct.pack("<H", len(name))
        style += name.encode("utf-16-le") + bytes(2) + struct.pack("<HH", 2 + len(changes), number) + changes
        sheet += struct.pack("<H", len(style)) + style + bytes(len(style) % 2)
    return sheet


def _header(
    version: int, flags: int, language: int, counts: Sequence[int], tables: Sequence[tuple[int, int, int]]
) -> bytes:
    header = bytearray(0x9A + 8 * 93)
    struct.pack_into("<6H", header, 0, 0xA5EC, version, 0, language, 0, 0x0200 | flags)
    struct.pack_into("<H", header, 32, 14)
    struct.pack_into("<H", header, 62, 22)
    struct.pack_into("<8i", header, 0x4C, *counts)
    struct.pack_into("<H", header, 0x98, 93)
    for place, start, length in tables:
        struct.pack_into("<II", header, 0x9A + 8 * place, start, length)
    return bytes(header)


def table(rows: Sequence[Row]) -> list[Stretch]:
    found = []
    for row in rows:
        found += [Stretch(cell.text + "\x07", IN_TABLE) for cell in row]
        found.append(Stretch("\x07", IN_TABLE + ROW_END + _shape(row)))
    return found


def _shape(row: Row) -> bytes:
    edges, merges = [0], b""
    for cell in row:
        edges.append(edges[-1] + cell.across * _WIDTH)
        merges += struct.pack("<H18x", 0x60 if cell.down > 1 else 0x20 if cell.down == 0 else 0)
    content = bytes([len(row)]) + struct.pack(f"<{len(edges)}h", *edges) + merges
    return struct.pack("<HH", 0xD608, len(content) + 1) + content


def build(blocks: Sequence[Block]) -> bytes:
    stretches: list[Stretch] = []
    for block in blocks:
        stretches += [Stretch(block + "\r")] if isinstance(block, str) else table(block)
    return document(stretches)
