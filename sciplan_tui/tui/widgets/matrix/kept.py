"""The lines of the matrix that have been drawn, kept while nothing moves but the view and the cursor.

A line is kept without the cursor, whose column is laid over it: so a move from column to column draws one cell a line,
and one from line to line draws the two lines it is about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual.strip import Strip

from sciplan_tui.core.matrix import MatrixRow, PlanHead, RowRef
from sciplan_tui.tui.widgets.matrix.head import head_cell, head_strip
from sciplan_tui.tui.widgets.matrix.lines import plan_strip, row_cell, row_strip
from sciplan_tui.tui.widgets.matrix.palette import in_force
from sciplan_tui.tui.widgets.matrix.scene import Scene, column_place, laid_over

MOST = 160
"""Lines kept: some three screens."""
Key = tuple[int, bool]
"""A line of the body, and whether it is beside the thumb; of the head, `~y`."""


class KeptLines:
    """What is kept is forgotten as soon as a scene differs in more than where its cursor is, or other colours are in
    force.
    """

    def __init__(self) -> None:
        self._seen: Scene | None = None
        self._colours = in_force()
        self._place: tuple[int, int] | None = None
        self._strips: dict[Key, Strip] = {}

    def head(self, scene: Scene, y: int) -> Strip:
        """Row `y` of the head."""
        self._follow(scene)
        strip = self._kept((~y, False), partial(head_strip, scene, y))
        at, cells = self._place or (0, 0)
        cell = head_cell(scene, y, cells) if cells else None
        return laid_over(strip, at, cell) if cell else strip

    def plan(self, scene: Scene, plan: PlanHead, line: int, thumb: bool) -> Strip:
        """The head of a plan, on a line of the body."""
        self._follow(scene)
        draw = partial(plan_strip, scene, plan, line, thumb)
        return draw() if line == scene.line else self._kept((line, thumb), draw)

    def row(self, scene: Scene, ref: RowRef, row: MatrixRow | None, line: int, thumb: bool) -> Strip:
        """A task, on a line of the body; `row` None: not yet read."""
        self._follow(scene)
        here = line == scene.line
        draw = partial(row_strip, scene, ref, row, here, thumb)
        if row is None:
            return draw()
        strip = draw() if here else self._kept((line, thumb), draw)
        at, cells = self._place or (0, 0)
        return laid_over(strip, at, row_cell(scene, ref, row, here, cells)) if cells else strip

    def _follow(self, scene: Scene) -> None:
        before, colours = self._seen, self._colours
        self._seen, self._colours = scene, in_force()
        if scene is before and colours is self._colours:
            return
        self._place = column_place(scene, scene.offset)
        if before is None or colours is not self._colours or not _alike(before, scene):
            self._strips.clear()

    def _kept(self, key: Key, draw: Callable[[], Strip]) -> Strip:
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= MOST:
                self._strips.clear()
            strip = self._strips[key] = draw()
        return strip


def _alike(before: Scene, scene: Scene) -> bool:
    """Whether they differ in nothing but where the cursor is."""
    there = replace(before, line=scene.line, column=scene.column, holdings=scene.holdings)
    return before.frame is scene.frame and there == scene
