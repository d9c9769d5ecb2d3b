"""Text that is being mended and still knows where each of its characters stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Replacement = str | Callable[[re.Match[str]], str]


class Traced(NamedTuple):
    """`text`, and for each of its characters the place in the raw text. No `offsets`: each stands where it stood."""

    text: str
    offsets: tuple[int, ...] | None = None

    def cut(self, start: int, end: int) -> Traced:
        """The stretch from `start` to `end`."""
        if start <= 0 and end >= len(self.text):
            return self
        return Traced(self.text[start:end], tuple(self._places()[start:end]))

    def stripped(self) -> Traced:
        """Without white space at both ends."""
        kept = self.text.strip()
        if len(kept) == len(self.text):
            return self
        start = self.text.find(kept)
        return self.cut(start, start + len(kept))

    def reworded(self, text: str) -> Traced:
        """The same stretch with other characters, one for one: `text` must be as long."""
        if len(text) != len(self.text):
            raise ValueError(text)
        return self if text == self.text else Traced(text, self.offsets or tuple(range(len(text))))

    def sub(self, pattern: re.Pattern[str], replacement: Replacement) -> Traced:
        """Every match replaced. The new characters stand where the old ones did; further ones, where the last did."""
        pieces: list[str] = []
        places: list[int] = []
        last = 0
        old = self._places()
        for found in pattern.finditer(self.text):
            new = replacement if isinstance(replacement, str) else replacement(found)
            pieces += (self.text[last : found.start()], new)
            places += old[last : found.start()]
            places += _spread(old[found.start() : found.end()], len(new))
            last = found.end()
        if not pieces:
            return self
        return Traced("".join(pieces) + self.text[last:], (*places, *old[last:]))

    def _places(self) -> Sequence[int]:
        return range(len(self.text)) if self.offsets is None else self.offsets


def _spread(places: Sequence[int], length: int) -> list[int]:
    """`length` places for what replaces the characters at `places`."""
    last = len(places) - 1
    return [places[min(index, last)] for index in range(length)]


def joined(parts: Sequence[tuple[int, Traced]]) -> Traced:
    """The parts behind one another; each comes with the place in the common raw text where its own begins."""
    places = [start + place for start, part in parts for place in part._places()]
    return Traced("".join(part.text for _, part in parts), tuple(places))
