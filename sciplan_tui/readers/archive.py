"""What a zip says of itself before anything is unpacked: a bomb is refused by its own table of contents.

An honest document has some dozen parts. A bomb has many, or huge ones, or several that lie over one another.
"""

from __future__ import annotations

import io
import zipfile

from sciplan_tui.errors import ReadingError

MOST_PARTS = 2_000
LARGEST_SUM = 100_000_000
"""Bytes of all parts together, unpacked, as they declare them; a part that unpacks to more is damaged."""
LARGEST_RATIO = 200
SMALL = 1_000_000
"""Bytes below which no ratio is asked: a page of blanks is no bomb."""
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_LONGEST_TABLE = MOST_PARTS * 600
_DAMAGE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, IndexError)


def inspect(name: str, data: bytes) -> frozenset[str]:
    """The names of the parts. Raises ReadingError: damaged, encrypted, or a bomb."""
    _check_table(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            parts = opened.infolist()
    except _DAMAGE:
        raise ReadingError("damaged_file", file=name) from None
    if any(part.flag_bits & 1 for part in parts):
        raise ReadingError("locked_file", file=name)
    if sum(part.file_size for part in parts) > LARGEST_SUM or any(_is_bomb(part) for part in parts) or _overlap(parts):
        raise ReadingError("unpacks_too_large", file=name, limit=LARGEST_SUM // 1_000_000)
    return frozenset(part.filename for part in parts)


def _check_table(name: str, data: bytes) -> None:
    """The end record is looked at first: a table of a million parts is never built."""
    at = data.rfind(_END, max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + 22:
        raise ReadingError("damaged_file", file=name)
    count = int.from_bytes(data[at + 10 : at + 12], "little")
    table = int.from_bytes(data[at + 12 : at + 16], "little")
    if count > MOST_PARTS or table > _LONGEST_TABLE or data[at - 20 : at - 16] == _END_64:
        raise ReadingError("too_many_parts", file=name, limit=MOST_PARTS)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL and part.file_size > LARGEST_RATIO * max(1, part.compress_size)


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether parts share bytes, which makes a small file unpack without end."""
    reach = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < reach:
            return True
        reach = part.header_offset + 30 + part.compress_size
    return False
