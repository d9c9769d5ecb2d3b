"""The lists of a Word 97–2003 file, by whose numbers its paragraphs are numbered ([MS-DOC] 2.9.131, 2.9.150, 2.9.260).

They are read into the same lists as those of a .docx and count in the same way. A paragraph names its list and level
itself, or its style does, or the style that this one is based on.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from sciplan_tui.readers.word.docx_numbering import LEVELS, Level, List, Numbering

_OVERRIDES = 16
_FORMATS = (
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago "
    "ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal "
    "japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth "
    "decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen "
    "decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac "
    "ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand "
    "taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand"
)
NAMES = tuple(_FORMATS.split())
"""The formats of numbers, in the order of their codes."""
_NONE = 255
_FOLLOWS = ("tab", "space", "nothing")


@dataclass(slots=True)
class _Bytes:
    """Bytes that are read from the front; what would lie beyond their end raises struct.error."""

    data: bytes
    at: int = 0

    def take(self, shape: str) -> tuple[int, ...]:
        found = struct.unpack_from(shape, self.data, self.at)
        self.at += struct.calcsize(shape)
        return found


def read_lists(tables: bytes, lists: tuple[int, int], overrides: bytes) -> Numbering:
    """The lists, named by their place from 1. `lists` is where their table lies; their levels stand behind it. What is
    damaged gives no numbers.
    """
    try:
        known = dict(_lists(tables, *lists))
        return Numbering(dict(_named(overrides, known)), {}, None, {})
    except (struct.error, IndexError):
        return Numbering({}, {}, None, {})


def _lists(tables: bytes, start: int, length: int) -> Iterator[tuple[int, dict[int, Level]]]:
    if not length:
        return
    heads = _Bytes(tables, start)
    levels = _Bytes(tables, start + length)
    for _ in range(max(0, heads.take("<h")[0])):
        name, simple = heads.take("<i22xBx")
        count = 1 if simple & 1 else LEVELS
        yield name, {place: _level(levels) for place in range(count)}


def _level(levels: _Bytes) -> Level:
    start, style, flags, follow, characters, paragraph, restart = levels.take("<iBB9xB8xBBBx")
    levels.at += characters + paragraph
    (length,) = levels.take("<H")
    units = levels.take(f"<{length}H")
    text = "".join(f"%{unit + 1}" if unit < LEVELS else chr(unit) for unit in units if not 0xD800 <= unit < 0xE000)
    return Level(
        start=start,
        style="none" if style == _NONE else NAMES[style] if style < len(NAMES) else "decimal",
        text=text,
        follow=_FOLLOWS[follow] if follow < len(_FOLLOWS) else "tab",
        restart=restart if flags & 8 else None,
        legal=bool(flags & 4),
    )


def _named(overrides: bytes, known: dict[int, dict[int, Level]]) -> Iterator[tuple[str, List]]:
    if not overrides:
        return
    heads = _Bytes(overrides)
    (count,) = heads.take("<I")
    own = _Bytes(overrides, 4 + _OVERRIDES * count)
    for place in range(1, count + 1):
        name, changed = heads.take("<i8xB3x")
        levels, starts = dict(known.get(name, {})), dict[int, int]()
        own.take("<I")
        for _ in range(changed):
            start, flags = own.take("<iI")
            if flags & 0x20:
                levels[flags & 15] = _level(own)
            elif flags & 0x10:
                starts[flags & 15] = start
        yield str(place), List(str(name), levels, starts)


def style_changes(sheet: bytes) -> list[tuple[int, bytes]]:
    """Each style's base (4095 for none) and the changes that it makes to a paragraph, by the style's number."""
    styles: list[tuple[int, bytes]] = []
    try:
        reader = _Bytes(sheet)
        (length,) = reader.take("<H")
        count, base = struct.unpack_from("<HH", sheet, 2)
        reader.at = 2 + length
        for _ in range(count):
            (size,) = reader.take("<H")
            styles.append(_style(sheet[reader.at : reader.at + size], base))
            reader.at += size + size % 2
    except (struct.error, IndexError):
        pass
    return styles


def _style(style: bytes, base: int) -> tuple[int, bytes]:
    """A paragraph style stands with its name before its changes, which begin with its own number again."""
    if len(style) < base + 4:
        return 0xFFF, b""
    kind = int.from_bytes(style[2:4], "little")
    if kind & 15 != 1:
        return 0xFFF, b""
    at = base + 2 * int.from_bytes(style[base : base + 2], "little") + 4
    length = int.from_bytes(style[at : at + 2], "little")
    return kind >> 4, style[at + 4 : at + 2 + length]
