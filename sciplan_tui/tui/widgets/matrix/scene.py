"""One moment of the matrix, whole: what is shown, from where, with which signs, and where the cursor stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sciplan_tui.core.kinds import Role
from sciplan_tui.core.matrix import Frame, RoleCounts
from sciplan_tui.core.view.spec import Density
from sciplan_tui.tui.widgets.matrix.columns import Units
from sciplan_tui.tui.widgets.matrix.holdings import Holdings
from sciplan_tui.tui.widgets.matrix.layout import Layout, mark_place, unit_place
from sciplan_tui.tui.widgets.matrix.palette import style
from sciplan_tui.tui.widgets.matrix.signs import NARROW, ROOMY, RoleSigns
from sciplan_tui.tui.widgets.measure import fit

Part = tuple[str, Style]


class Words(NamedTuple):
    """The few words and signs that a matrix shows, in the language in force.

    `signs`: of roles and states; `roles`: what follows from them for cells of so much room. `classes`: each class of
    units in ever shorter forms. `counts`: what the rows that count are called. `legend`: what the signs mean, in cells
    of so much room.
    """

    signs: Mapping[str, str]
    roles: Mapping[int, RoleSigns]
    classes: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, str]
    counts: Mapping[Role | None, str]
    no_units: str
    legend: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """What `line` of the body the cursor is on, and which `column`: -1 the tree, then units, then marks.

    `totals`: by unit, in how many of the tasks shown it holds which role; None while that is being counted.
    `holdings`: where units have no columns, those of the cursor's task, which stand one a line below it.
    """

    frame: Frame
    layout: Layout
    words: Words
    offset: int = 0
    line: int = 0
    column: int = -1
    plan_id: int = 0
    selected: frozenset[int] = frozenset()
    colour: bool = True
    totals: Mapping[int, RoleCounts] | None = None
    holdings: Holdings = ()

    @property
    def units(self) -> Units:
        """The units that a cursor can stand on: those of the columns, or of the lines below its task."""
        return self.layout.units or tuple(holding.unit for holding in self.holdings)

    @property
    def opened(self) -> int:
        """Lines below the cursor's task: one a unit; until the cursor goes among them, no more than half of those in
        view, so that the tasks around it stay there.
        """
        held, half = len(self.holdings), max((self.layout.height - self.layout.head) // 2, 1)
        return held if 0 <= self.column < held else min(held, half)

    @property
    def mark(self) -> int:
        """Which column of marks the cursor is on; negative: none."""
        return self.column - len(self.units)

    @property
    def columns(self) -> int:
        """How many columns a cursor can stand on, the tree not counted."""
        return len(self.units) + len(self.layout.slots)

    def style(self, ink: str, ground: str) -> Style:
        """An ink on a ground, in colour or without."""
        return style(ink, ground, self.colour)

    @property
    def roles(self) -> RoleSigns:
        """The signs of roles that the columns have room for."""
        return self.words.roles[self._room]

    @property
    def legend(self) -> tuple[str, ...]:
        """What they mean."""
        return self.words.legend[self._room]

    @property
    def _room(self) -> int:
        return NARROW if self.layout.density is Density.UPRIGHT else ROOMY


def column_place(scene: Scene, offset: int) -> tuple[int, int] | None:
    """Where on screen the cursor's column begins, so many cells being scrolled away, and how many cells of it show;
    None: none does.
    """
    if scene.mark >= 0:
        return mark_place(scene.layout, scene.mark)
    return unit_place(scene.layout, offset, scene.column) if 0 <= scene.column < len(scene.layout.units) else None


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


def laid_over(strip: Strip, at: int, part: Part) -> Strip:
    """A line with a part in place of the cells that begin there; neither edge runs through a character."""
    text, look = part
    width = cell_len(text)
    before, _, behind = strip.divide([at, at + width, strip.cell_length])
    return Strip.join([before, Strip([Segment(text, look)], width), behind])


def filler(scene: Scene, used: int, ground: str = "base") -> Part:
    """Blanks up to the cell that shows the place."""
    return " " * max(scene.layout.width - 1 - used, 0), scene.style("text", ground)


def place(scene: Scene, thumb: bool) -> Part:
    """The cell at the right edge that shows which part of all lines is in view."""
    return " ", scene.style("text", "thumb" if thumb else "bar")


def words_of(text: str, width: int, look: Style) -> Part:
    """A stretch of text of exactly this width."""
    return fit(text, width), look
