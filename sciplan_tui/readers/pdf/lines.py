"""The lines that characters make, and their words: a blank is room that no writing explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from sciplan_tui.readers.pdf.page import Char

_SMALL = 0.6
"""Of the usual size of letters; what is smaller is a mark, a raised figure, or small print."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Characters of one height, from left to right; `size` is that of its letters."""

    chars: tuple[Char, ...]
    size: float
    text: str

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.chars[-1].right

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return self.chars[0].middle


def lines_of(chars: Sequence[Char]) -> list[TextLine]:
    """The lines that these characters make, from above."""
    usual = _SMALL * sum(map(_size, chars)) / max(1, len(chars))
    small = [char for char in chars if char.size < usual]
    if not small:
        return [line_of(row) for row in _rows(chars)]
    rows = _rows([char for char in chars if char.size >= usual])
    apart = [char for char in small if not _joins(char, rows)]
    rows = sorted([*rows, *_rows(apart)], key=lambda row: -row[0].middle)
    return [line_of(row) for row in rows]


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    rows: list[list[Char]] = []
    first: Char | None = None
    for char in sorted(chars, key=_height, reverse=True):
        if first and first.middle - char.middle < 0.5 * min(first.size, char.size):
            rows[-1].append(char)
        else:
            first = char
            rows.append([char])
    return rows


def _joins(small: Char, rows: Sequence[list[Char]]) -> bool:
    """A mark whose box is drawn tightly around it, as some fonts have it, stands in the line that reaches around it."""
    for row in rows:
        if row[0].bottom - 0.2 * row[0].size <= small.middle <= row[0].top:
            row.append(small)
            return True
    return False


_size = attrgetter("size")
_height = attrgetter("middle")
_from_left = attrgetter("left")


def line_of(row: Iterable[Char]) -> TextLine:
    """The line that characters of one height make."""
    chars = sorted(row, key=_from_left)
    size = sorted(char.size for char in chars)[len(chars) // 2]
    return TextLine(tuple(chars), size, _words(chars, size))


def _words(chars: Sequence[Char], size: float) -> str:
    """The words of a line; a gap that no writing explains is a blank as one that is written, a wide one is two."""
    gaps = [char.left - before.right for before, char in pairwise(chars)]
    spread = 3 * sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    parts = [chars[0].text]
    for gap, before, char in zip(gaps, chars, chars[1:], strict=False):
        written = char.blank and gap > 0.1 * size
        if written or (gap > 0.2 * size and (gap > 0.7 * size or gap > max(spread, _blank(before, char)))):
            parts.append("  " if gap > size * 1.5 else " ")
        parts.append(char.text)
    return "".join(parts)


def _blank(before: Char, char: Char) -> float:
    """How wide a blank between two letters is at least: half of a full-width one, in Latin words less."""
    if before.text.isascii() and char.text.isascii():
        return 0.0
    return 0.4 * max(before.right - before.left, char.right - char.left)
