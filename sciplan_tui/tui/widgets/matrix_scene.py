"""One moment of the matrix, whole: what is shown, from where, with which signs, and where the cursor stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sciplan_tui.core.matrix import Frame
from sciplan_tui.tui.widgets.matrix_layout import Layout
from sciplan_tui.tui.widgets.matrix_palette import style
from sciplan_tui.tui.widgets.measure import fit

Part = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Words:
    """The few words and signs that a matrix shows, in the language in force."""

    signs: Mapping[str, str]
    classes: Mapping[str, str]
    marks: Mapping[str, str]
    no_units: str
    legend: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What `line` of the body the cursor is on, and which `column`: -1 the tree, then units, then marks."""

    frame: Frame
    layout: Layout
    words: Words
    offset: int = 0
    line: int = 0
    column: int = -1
    plan_id: int = 0
    selected: frozenset[int] = frozenset()
    colour: bool = True

    def style(self, ink: str, ground: str) -> Style:
        """An ink on a ground, in colour or without."""
        return style(ink, ground, self.colour)


def to_strip(parts: Iterable[Part], width: int) -> Strip:
    """Neighbours of one style joined into one segment: bytes per frame follow the number of segments.

    Styles are kept by the palette, so that one style is one object and need not be compared.
    """
    segments: list[Segment] = []
    texts: list[str] = []
    look: Style | None = None
    for text, other in parts:
        if other is not look and texts:
            segments.append(Segment("".join(texts), look))
            texts = []
        if text:
            texts.append(text)
            look = other
    if texts:
        segments.append(Segment("".join(texts), look))
    return Strip(segments, width)


def visible(layout: Layout, offset: int) -> Iterator[tuple[int, int]]:
    """The columns of units in view: index, cells of it that show (1 at an edge that cuts it)."""
    at, end = offset, min(offset + layout.shown, layout.units_width)
    while at < end:
        step = min(2 - at % 2, end - at)
        yield at // 2, step
        at += step


def clip(text: str, cells: int) -> str:
    """A cell of two, or the blank that stands for half of it."""
    return text if cells == 2 else " "


def filler(scene: Scene, used: int, ground: str = "base") -> Part:
    """Blanks up to the cell that shows the place."""
    return " " * max(scene.layout.width - 1 - used, 0), scene.style("text", ground)


def words_of(text: str, width: int, look: Style) -> Part:
    """A stretch of text of exactly this width."""
    return fit(text, width), look
