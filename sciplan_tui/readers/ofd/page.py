"""One page of an OFD file: its letters where they stand and its ruled lines, as a page of a PDF is seen.

Places are millimetres from the upper left corner; an object's own places are turned by its matrix (CTM) and moved by
its boundary ([GB/T 33190] 8.5, 9, 11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sciplan_tui.readers.package import local
from sciplan_tui.readers.pdf.page import MOST_OBJECTS, MOST_RULES, Letters, Page, Rule, letters_at

_POINTS = 72 / 25.4
_MOST_STEPS = 10_000
_THIN, _SHORTEST = 1.0, 1.4
_RISE, _FALL = 0.85, 0.15
"""How far a letter stands above and below its base line, in its sizes."""
_SPREAD = 1.3
"""Letters' sizes that a step may measure and still be the letter's own width, spread to fill its line."""
_SEGMENT = re.compile(r"([MLBQASC])([^MLBQASC]*)")


@dataclass(frozen=True, slots=True)
class _Frame:
    """An object's place on the page: its matrix and its boundary; `height` is the page's, for y runs upwards there."""

    matrix: Sequence[float]
    left: float
    top: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the object on the page, in points, y upwards."""
        a, b, c, d, e, f = self.matrix
        right, down = self.left + a * x + c * y + e, self.top + b * x + d * y + f
        return right * _POINTS, (self.height - down) * _POINTS


def read_page(root: Element, number: int, size: tuple[float, float]) -> Page:
    """The page, of `size` millimetres where it does not tell its own."""
    width, height = _size(root) or size
    letters: list[Letters] = []
    rules: list[Rule] = []
    pictured = 0.0
    for count, element in enumerate(root.iter()):
        name = local(element.tag)
        if count > MOST_OBJECTS * 4:
            break
        if name == "TextObject":
            letters += _letters(element, _frame(element, height))
        elif name == "ImageObject":
            box = numbers(element.get("Boundary"))
            pictured += max(1.0, box[2] * box[3]) if len(box) == 4 else 1.0
        elif name == "PathObject" and len(rules) < MOST_RULES:
            rules += _rules(element, _frame(element, height))
    return Page(
        number, width * _POINTS, height * _POINTS, tuple(letters), tuple(rules), 0, pictured / max(1.0, width * height)
    )


def page_size(root: Element | None) -> tuple[float, float]:
    """The size that a document gives to its pages; A4 where it gives none."""
    return (None if root is None else _size(root)) or (210.0, 297.0)


def _size(root: Element) -> tuple[float, float] | None:
    box = next((numbers(one.text) for one in root.iter() if local(one.tag) == "PhysicalBox"), [])
    return (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else None


def _frame(element: Element, height: float) -> _Frame:
    box, matrix = numbers(element.get("Boundary")), numbers(element.get("CTM"))
    left, top = box[:2] if len(box) >= 2 else (0.0, 0.0)
    return _Frame(matrix if len(matrix) == 6 else (1, 0, 0, 1, 0, 0), left, top, height)


def _letters(element: Element, frame: _Frame) -> Iterator[Letters]:
    size = (numbers(element.get("Size")) or [4.0])[0]
    for code in element.iter():
        if local(code.tag) != "TextCode" or not code.text:
            continue
        x, y = (numbers(code.get("X")) or [0.0])[0], (numbers(code.get("Y")) or [0.0])[0]
        right, down = list(_steps(code.get("DeltaX"))), list(_steps(code.get("DeltaY")))
        for place, letter in enumerate(code.text):
            step = right[place] if place < len(right) else 0.0
            width = step if 0 < step <= _SPREAD * size else size if letter > "\xff" else size / 2
            if not letter.isspace():
                yield _letter(letter, frame, x, y, width, size, blank=code.text[place - 1 : place] == " ")
            x += step if place < len(right) else 0 if down else width
            y += down[place] if place < len(down) else 0


def _letter(letter: str, frame: _Frame, x: float, y: float, width: float, size: float, *, blank: bool) -> Letters:
    x1, y1 = frame.point(x, y + _FALL * size)
    x2, y2 = frame.point(x + width, y - _RISE * size)
    return letters_at(letter, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), blank=blank)


def _steps(text: str | None) -> Iterator[float]:
    """The steps between letters; `g 3 4.2` stands for 4.2 three times."""
    words = iter((text or "").split())
    for word in words:
        if word != "g":
            yield (numbers(word) or [0.0])[0]
            continue
        count, step = numbers(next(words, "")), numbers(next(words, ""))
        if count and step:
            yield from [step[0]] * int(min(max(count[0], 0), _MOST_STEPS))


def _rules(element: Element, frame: _Frame) -> Iterator[Rule]:
    data = next((one.text for one in element.iter() if local(one.tag) == "AbbreviatedData"), None)
    start = before = (0.0, 0.0)
    for count, segment in enumerate(_SEGMENT.finditer(data or "")):
        places = numbers(segment[2])
        point = frame.point(*places[-2:]) if len(places) >= 2 else start
        if segment[1] in "MS":
            start = point
        elif segment[1] in "LC":
            yield from _rule(*before, *point)
        before = point
        if count > MOST_RULES:
            return


def _rule(x1: float, y1: float, x2: float, y2: float) -> Iterator[Rule]:
    wide, high = abs(x1 - x2), abs(y1 - y2)
    if high < _THIN and wide >= _SHORTEST:
        yield Rule(True, (y1 + y2) / 2, min(x1, x2), max(x1, x2))
    elif wide < _THIN and high >= _SHORTEST:
        yield Rule(False, (x1 + x2) / 2, min(y1, y2), max(y1, y2))


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute; none where one of them is no number of a page."""
    try:
        found = [float(word) for word in (text or "").split()]
    except ValueError:
        return []
    return found if all(abs(number) < 1e6 for number in found) else []
