"""From a page's own axes to those of the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sciplan_tui.readers.pdf.page import Box


@dataclass(frozen=True, slots=True)
class Turn:
    """How far a page is turned, and its size as it is shown, in points."""

    degrees: int
    width: float
    height: float

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file as it is shown."""
        x1, y1 = self._point(left, bottom)
        x2, y2 = self._point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.degrees == 90:
            return y, self.height - x
        if self.degrees == 180:
            return self.width - x, self.height - y
        return (self.width - y, x) if self.degrees == 270 else (x, y)
