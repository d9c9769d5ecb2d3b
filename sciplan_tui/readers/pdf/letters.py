"""The letters of a page of a PDF, each where it stands."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from sciplan_tui.readers.pdf.page import Box, Letters, Rule, letters_at
from sciplan_tui.readers.pdf.turn import Turn

_ASKED = 7
_PRIVATE = re.compile("[\ue000-\uf8ff\uffff]")
"""Signs that mean something in their own font only."""
_EVEN = re.compile("[\u3001-\ud7ff\uf900-\ufeff\uff01-\uff60]+|[0-9]+|[^\\s\0-\x1f]")
"""Letters to which most fonts give one width, or one letter."""
_NEAR = 0.05
"""Of a letter's size: within it two places are one."""
_LOOSE = 0.15
"""Of a letter's size: room between letters that is less than any blank."""


def letters_of(page: Any, turn: Turn) -> tuple[list[Letters], int]:
    """The letters as they are shown, and how many of them have no meaning."""
    text = page.get_textpage()
    letters = _read(text)
    places = _Places(text, letters, turn)
    placed: list[Letters] = []
    end = 0
    for even in _EVEN.finditer(letters):
        start, blank = even.start(), places.is_blank(end, even.start())
        end = even.end()
        placed += places.evenly(start, end, blank)
    text.close()
    return _once(placed), letters.count("\ufffd")


def apart_at(rules: Sequence[Rule], letters: Sequence[Letters]) -> Iterator[Letters]:
    """The letters, each by itself where an upright line, or the end of a level one, may part them."""
    borders = sorted({x for rule in rules for x in ((rule.start, rule.end) if rule.level else (rule.at,))})
    for one in letters:
        if bisect_right(borders, one.left) < bisect_right(borders, one.right):
            yield from _each(one)
        else:
            yield one


def _each(letters: Letters) -> Iterator[Letters]:
    width = letters.width
    for place, letter in enumerate(letters.text):
        left = letters.left + place * (width + letters.gap)
        yield letters._replace(text=letter, left=left, right=left + width, blank=letters.blank and not place, gap=0.0)


class _Places:
    """Where the letters of a page stand. The file is asked where a stretch of them begins, ends, and has its middle:
    where these tell that they follow each other evenly, it is asked for no more of them.
    """

    def __init__(self, text: Any, letters: str, turn: Turn) -> None:
        import pypdfium2.raw as raw

        self._handle, self._letters, self._turn = text.raw, letters, turn
        self._box = raw.FS_RECTF()
        self._into = ctypes.byref(self._box)
        self._ask, self._is_generated = raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated

    def is_blank(self, start: int, end: int) -> bool:
        """Whether the file itself writes a blank there."""
        return any(
            self._letters[place] in " \xa0" and not self._is_generated(self._handle, place)
            for place in range(start, end)
        )

    def evenly(self, start: int, end: int, blank: bool) -> list[Letters]:
        """The letters of a stretch, those that follow each other evenly as one; without what the page does not show."""
        first, last = self._at(start), self._at(end - 1)
        if first and last and (gap := self._gap(start, end, first, last)) is not None:
            box = first[0], first[1], last[2], first[3]
            return [letters_at(self._letters[start:end], box, blank=blank, gap=gap)]
        if end - start == 1:
            return []
        middle = (start + end) // 2
        return self.evenly(start, middle, blank) + self.evenly(middle, end, False)

    def _gap(self, start: int, end: int, first: Box, last: Box) -> float | None:
        """The room between each two letters of a stretch; None where they differ in height, width or room."""
        steps = end - start - 1
        if not steps:
            return 0.0
        size, width = first[3] - first[1], first[2] - first[0]
        step = (last[0] - first[0]) / steps
        gap = step - width
        near = _NEAR * size
        if not -near < gap < _LOOSE * size or not _are_alike(first, last, near):
            return None
        middle = self._at(start + steps // 2) if steps > 1 else first
        even = middle and _are_alike(first, middle, near)
        return gap if middle and even and abs(first[0] + steps // 2 * step - middle[0]) < near else None

    def _at(self, place: int) -> Box | None:
        """The box of a letter, if the page shows it."""
        if not self._ask(self._handle, place, self._into):
            return None
        box, turn = self._box, self._turn
        found = box.left, box.bottom, box.right, box.top
        left, bottom, _, top = found = turn.box(*found) if turn.degrees else found
        shown = top - bottom > 1 and -5 <= left <= turn.width and 0 <= top <= turn.height + 5
        return found if shown else None


def _are_alike(one: Box, other: Box, near: float) -> bool:
    """Whether two boxes are of one height and width, and stand at one height."""
    return (
        abs(one[1] - other[1]) < near
        and abs(one[3] - other[3]) < near
        and abs(one[2] - one[0] - other[2] + other[0]) < near
    )


def _once(letters: Sequence[Letters]) -> list[Letters]:
    """Without the second print of a letter that makes it bold."""
    kept: list[Letters] = []
    for one in letters:
        before = kept[-1] if kept else None
        if before is None or not _covers(before, one):
            kept.append(one)
    return kept


def _covers(one: Letters, other: Letters) -> bool:
    near = 0.15 * other.size
    if other.width > 1.2 * other.size:  # one sign that stands for two letters, as a long dash does
        return False
    return one.text == other.text and abs(one.left - other.left) < near and abs(one.bottom - other.bottom) < near


def _read(text: Any) -> str:
    """The letters of a page, U+FFFD for each whose meaning the file does not tell.

    Some are asked for theirs, and if one of them has none, all are.
    """
    import pypdfium2.raw as raw

    count = raw.FPDFText_CountChars(text)
    found = text.get_text_range() if count else ""
    if len(found) != count:  # a sign without a meaning is left out there
        found = "".join(map(_letter, (raw.FPDFText_GetUnicode(text, index) for index in range(count))))
    found = _PRIVATE.sub("\ufffd", found)
    handle = text.raw
    if any(raw.FPDFText_HasUnicodeMapError(handle, index) > 0 for index in range(0, count, _ASKED)):
        told = (raw.FPDFText_HasUnicodeMapError(text, index) <= 0 for index in range(count))
        found = "".join(letter if known else "\ufffd" for letter, known in zip(found, told, strict=True))
    return found


def _letter(code: int) -> str:
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF or code >= 0xFFFE:
        return "\ufffd"
    return chr(code)
