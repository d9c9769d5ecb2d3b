"""The lines that letters make, and their words: a blank is room that no writing explains."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise, repeat
from operator import attrgetter

from sciplan_tui.readers.pdf.page import Letters

_SMALL = 0.6
"""Of the usual size of letters; what is smaller is a mark, a raised figure, or small print."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Letters of one height, from left to right; `size` is that of most."""

    letters: tuple[Letters, ...]
    size: float
    text: str

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.letters[-1].right

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return self.letters[0].middle


def lines_of(letters: Sequence[Letters]) -> list[TextLine]:
    """The lines that these letters make, from above."""
    sizes = sum(one.size * len(one.text) for one in letters)
    usual = _SMALL * sizes / max(1, sum(len(one.text) for one in letters))
    small = [one for one in letters if one.size < usual]
    if not small:
        return [line_of(row) for row in _rows(letters)]
    rows = _rows([one for one in letters if one.size >= usual])
    apart = [one for one in small if not _joins(one, rows)]
    rows = sorted([*rows, *_rows(apart)], key=lambda row: -row[0].middle)
    return [line_of(row) for row in rows]


def _rows(letters: Iterable[Letters]) -> list[list[Letters]]:
    rows: list[list[Letters]] = []
    first: Letters | None = None
    for one in sorted(letters, key=_height, reverse=True):
        if first and first.middle - one.middle < 0.5 * min(first.size, one.size):
            rows[-1].append(one)
        else:
            first = one
            rows.append([one])
    return rows


def _joins(small: Letters, rows: Sequence[list[Letters]]) -> bool:
    """A mark whose box is drawn tightly around it, as some fonts have it, stands in the line that reaches around it."""
    for row in rows:
        if row[0].bottom - 0.2 * row[0].size <= small.middle <= row[0].top:
            row.append(small)
            return True
    return False


_height = attrgetter("middle")
_from_left = attrgetter("left")


def line_of(row: Iterable[Letters]) -> TextLine:
    """The line that letters of one height make."""
    letters = sorted(row, key=_from_left)
    size = _middle((one.size, len(one.text)) for one in letters)
    return TextLine(tuple(letters), size, _words(letters, size))


def _words(letters: Sequence[Letters], size: float) -> str:
    """The words of a line; a gap that no writing explains is a blank as one that is written, a wide one is two."""
    gaps = [one.left - before.right for before, one in pairwise(letters)]
    spread = 3 * _usual(gaps, letters) if gaps else 0.0
    parts = [letters[0].text]
    for gap, before, one in zip(gaps, letters, letters[1:], strict=False):
        written = one.blank and gap > 0.1 * size
        if written or (gap > 0.2 * size and (gap > 0.7 * size or gap > max(spread, _blank(before, one)))):
            parts.append("  " if gap > size * 1.5 else " ")
        parts.append(one.text)
    return "".join(parts)


def _usual(gaps: Iterable[float], letters: Iterable[Letters]) -> float:
    """The room that most letters of a line have between them."""
    within = ((one.gap, len(one.text) - 1) for one in letters)
    return _middle(chain(zip(gaps, repeat(1)), within))


def _middle(counted: Iterable[tuple[float, int]]) -> float:
    """The median of values that stand there so many times."""
    found = sorted(counted)
    ends = list(accumulate(count for _, count in found))
    return found[bisect_right(ends, ends[-1] // 2)][0]


def _blank(before: Letters, one: Letters) -> float:
    """How wide a blank between two letters is at least: half of a full-width one, in Latin words less."""
    if before.text.isascii() and one.text.isascii():
        return 0.0
    return 0.4 * max(before.width, one.width)
