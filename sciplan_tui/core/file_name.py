"""Text from a document as a part of a file's name: it never leaves its folder, and every system takes it."""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.characters import REPLACEMENT, show_text

WIDEST = 80
"""Cells of a name at most: half as many Chinese characters."""
LONGEST = 200
"""Bytes of a name at most, so that a suffix has room in the 255 that most systems allow."""
_FORBIDDEN = dict.fromkeys(map(ord, f'/\\:*?"<>|{REPLACEMENT}'), "-")
_EDGE = " .-"
"""Not at the head (hidden files, options of commands), nor at the end (Windows drops it)."""
_PORTS = frozenset(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")
_RESERVED = _PORTS | {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
"""Names of devices on Windows, whatever suffix follows."""


def safe_name(text: str) -> str:
    """`text` as the name of a file without its suffix, or of a folder: no separator, no control, no device.

    At most WIDEST cells and LONGEST bytes. What has nothing that a name can hold is `_`.
    """
    line = " ".join(show_text(text).translate(_FORBIDDEN).split())
    name = _cut("".join(sign if sign.isprintable() else "-" for sign in line).lstrip(_EDGE)).rstrip(_EDGE)
    device = name.partition(".")[0].rstrip().upper() in _RESERVED
    return _cut(f"_{name}").rstrip(_EDGE) if device or not name else name


def distinct_names(texts: Iterable[str]) -> tuple[str, ...]:
    """A safe name for each text: all differ, also where capitals and small letters are one (`name`, `name (2)`)."""
    taken: set[str] = set()
    return tuple(_taken(safe_name(text), taken) for text in texts)


def _taken(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        more = f" ({number})"
        found = _cut(name, len(more)).rstrip(_EDGE) + more
    taken.add(found.casefold())
    return found


def _cut(name: str, room: int = 0) -> str:
    """As much of it as fits, with `room` left."""
    cells = size = 0
    for end, sign in enumerate(name):
        cells, size = cells + cell_width(sign), size + len(sign.encode())
        if cells > WIDEST - room or size > LONGEST - room:
            return name[:end]
    return name
