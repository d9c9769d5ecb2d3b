"""One page of a fixed format as it is seen: its letters where they stand, and its ruled lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

MOST_RULES = 5_000
"""Ruled lines of one page; a page with more is a drawing, and no table is looked for in it."""
MOST_OBJECTS = 20_000
Box = tuple[float, float, float, float]
"""Left, bottom, right, top; x to the right, y upwards, in points."""


class Letters(NamedTuple):
    """A letter in its box, or several of one width that follow each other evenly.

    `middle` is the height at which they stand; `blank`, whether the file itself writes a blank before them; `gap`, the
    room between each two of them.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    middle: float
    size: float
    blank: bool = False
    gap: float = 0.0

    @property
    def width(self) -> float:
        """That of one of them."""
        return (self.right - self.left + self.gap) / len(self.text) - self.gap


def letters_at(text: str, box: Box, *, blank: bool = False, gap: float = 0.0) -> Letters:
    """Letters in their box."""
    left, bottom, right, top = box
    return Letters(text, left, bottom, right, top, (bottom + top) / 2, top - bottom, blank, gap)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: at `at` (y of a level one, x of an upright one), from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page. `unknown` counts the letters whose meaning the file does not tell; `pictured` is the
    share of the page that pictures cover.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letters, ...]
    rules: tuple[Rule, ...]
    unknown: int
    pictured: float

    @property
    def count(self) -> int:
        """How many letters there are."""
        return sum(len(letters.text) for letters in self.letters)
