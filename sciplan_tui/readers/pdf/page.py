"""One page of a PDF as it is seen: its characters where they stand, and its ruled lines."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

MOST_RULES = 5_000
"""Ruled lines of one page; a page with more is a drawing, and no table is looked for in it."""
MOST_OBJECTS = 20_000
_DEEPEST = 3
"""Forms within forms."""
_OUTLINES = 300
"""Drawn shapes that are no lines; a seal or a logo has fewer."""
_THIN = 3.0
_SHORTEST = 4.0
_ASKED = 7
_PRIVATE = re.compile("[\ue000-\uf8ff\uffff]")
"""Signs that mean something in their own font only."""


class Char(NamedTuple):
    """A character in its box; x to the right, y upwards, in points. `middle` is the height at which it stands; `blank`,
    whether the file itself writes a blank before it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    middle: float
    size: float
    blank: bool = False


def char_at(letter: str, left: float, bottom: float, right: float, top: float, *, blank: bool = False) -> Char:
    """A letter in its box."""
    return Char(letter, left, bottom, right, top, (bottom + top) / 2, top - bottom, blank)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: at `at` (y of a level one, x of an upright one), from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page. `unknown` counts the characters whose meaning the file does not tell; `pictured` is the
    share of the page that pictures cover.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    unknown: int
    pictured: float


def read_page(page: Any, number: int) -> Page:
    """The page, turned as it is shown."""
    width, height = page.get_size()
    turn = _Turn(page.get_rotation(), width, height)
    chars, unknown = _chars(page, turn)
    rules, pictured = _rules(page, turn)
    return Page(number, width, height, chars, rules, unknown, pictured / max(1.0, width * height))


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the file's own axes to those of the page as it is shown."""

    degrees: int
    width: float
    height: float

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        x1, y1 = self._point(left, bottom)
        x2, y2 = self._point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.degrees == 90:
            return y, self.height - x
        if self.degrees == 180:
            return self.width - x, self.height - y
        return (self.width - y, x) if self.degrees == 270 else (x, y)


def _chars(page: Any, turn: _Turn) -> tuple[tuple[Char, ...], int]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    box, at = raw.FS_RECTF(), raw.FPDFText_GetLooseCharBox
    place, handle = ctypes.byref(box), text.raw
    chars: list[Char] = []
    letters = _letters(text)
    blank = False
    for index, letter in enumerate(letters):
        if letter.isspace() or letter < " ":
            blank = blank or (letter in " \xa0" and not raw.FPDFText_IsGenerated(text, index))
            continue
        if not at(handle, index, place):
            continue
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if turn.degrees:
            left, bottom, right, top = turn.box(left, bottom, right, top)
        size = top - bottom
        if size > 1 and -5 <= left <= turn.width and 0 <= top <= turn.height + 5:
            chars.append(Char(letter, left, bottom, right, top, (bottom + top) / 2, size, blank))
        blank = False
    text.close()
    return tuple(_once(chars)), letters.count("\ufffd")


def _letters(text: Any) -> str:
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


def _once(chars: Sequence[Char]) -> list[Char]:
    """Without the second print of a letter that makes it bold."""
    kept: list[Char] = []
    for char in chars:
        before = kept[-1] if kept else None
        if before is None or not _covers(before, char):
            kept.append(char)
    return kept


def _covers(one: Char, other: Char) -> bool:
    near = 0.15 * other.size
    if other.right - other.left > 1.2 * other.size:  # one sign that stands for two letters, as a long dash does
        return False
    return one.text == other.text and abs(one.left - other.left) < near and abs(one.bottom - other.bottom) < near


def _rules(page: Any, turn: _Turn) -> tuple[tuple[Rule, ...], float]:
    """The ruled lines, and how much room pictures take, in square points; letters that are drawn as outlines, and hold
    no text, are one picture over the whole page.
    """
    import pypdfium2.raw as raw

    rules: list[Rule] = []
    pictured, outlines = 0.0, 0
    for count, found in enumerate(_drawn(page, page, _DEEPEST)):
        if count > MOST_OBJECTS or len(rules) > MOST_RULES:
            return (), pictured
        if found is None:
            continue
        if found.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += _room(found)
        else:
            ruled = _rules_of(found, turn)
            rules += ruled
            outlines += not ruled
    return tuple(rules), pictured if outlines < _OUTLINES else turn.width * turn.height


def _drawn(page: Any, holder: Any, depth: int) -> Iterator[Any]:
    """The lines and pictures of a page, or of a form on it; None for all else, which is letters mostly: to make an
    object of each would take as long as to read it. Raises PdfiumError.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    on_page = holder is page
    one, kind_of = raw.FPDFPage_GetObject if on_page else raw.FPDFFormObj_GetObject, raw.FPDFPageObj_GetType
    for index in range((raw.FPDFPage_CountObjects if on_page else raw.FPDFFormObj_CountObjects)(holder)):
        found = one(holder, index)
        kind = kind_of(found) if found else raw.FPDF_PAGEOBJ_UNKNOWN
        if kind == raw.FPDF_PAGEOBJ_UNKNOWN:
            raise pypdfium2.PdfiumError(f"no object {index}")
        is_drawn = kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH)
        yield pypdfium2.PdfObject(found, page=page, pdf=page.pdf) if is_drawn else None
        if kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _drawn(page, found, depth - 1)


def _room(picture: Any) -> float:
    """What a picture takes, at least a point, so that it is known to be there."""
    try:
        left, bottom, right, top = picture.get_bounds()
    except Exception:  # a picture without extent
        return 1.0
    return max(1.0, float(right - left) * float(top - bottom))


def _rules_of(path: Any, turn: _Turn) -> list[Rule]:
    """A thin path is one line; a drawn box is its four sides."""
    try:
        left, bottom, right, top = turn.box(*path.get_bounds())
    except Exception:  # a path without extent
        return []
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST:
        return [Rule(True, (bottom + top) / 2, left, right)]
    if wide <= _THIN and high >= _SHORTEST:
        return [Rule(False, (left + right) / 2, bottom, top)]
    return _sides(path, turn)


def _sides(path: Any, turn: _Turn) -> list[Rule]:
    import pypdfium2.raw as raw

    matrix = path.get_matrix()
    points: list[tuple[float, float]] = []
    rules: list[Rule] = []
    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= 2_000:
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        px, py = matrix.on_point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            points = []
        elif raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO and points:
            rules += _side(*turn.box(*points[-1], px, py))
        points.append((px, py))
        if raw.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            rules += _side(*turn.box(*points[-1], *points[0]))
    return rules


def _side(left: float, bottom: float, right: float, top: float) -> list[Rule]:
    if top - bottom < 1 and right - left >= _SHORTEST:
        return [Rule(True, (bottom + top) / 2, left, right)]
    if right - left < 1 and top - bottom >= _SHORTEST:
        return [Rule(False, (left + right) / 2, bottom, top)]
    return []
