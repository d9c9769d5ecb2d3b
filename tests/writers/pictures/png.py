"""A small PNG of a page: a page of text and bars has few colours, so that each point is a number of one of 256."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Sequence

Colour = tuple[int, int, int]
_STEP = 17
"""Between two values of a channel that are told apart."""


def png(width: int, channels: int, lines: Sequence[bytes]) -> bytes:
    """`lines` of points, red first, `channels` bytes each, of which the first three are used."""
    rows = [_colours(line[: width * channels], channels) for line in lines]
    found = [colour for colour, _ in Counter(colour for row in rows for colour in row).most_common()]
    palette = found[:256]
    numbers = {colour: palette.index(_nearest(colour, palette)) for colour in found}
    raw = b"".join(b"\0" + bytes([numbers[colour] for colour in row]) for row in rows)
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 3, 0, 0, 0)
    parts = (b"IHDR", head), (b"PLTE", b"".join(map(bytes, palette))), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _colours(line: bytes, channels: int) -> list[Colour]:
    red, green, blue = ([round(value / _STEP) * _STEP for value in line[channel::channels]] for channel in range(3))
    return list(zip(red, green, blue, strict=True))


def _nearest(colour: Colour, palette: Sequence[Colour]) -> Colour:
    return min(palette, key=lambda one: sum((a - b) ** 2 for a, b in zip(one, colour, strict=True)))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
