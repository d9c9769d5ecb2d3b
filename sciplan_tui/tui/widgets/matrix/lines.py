"""The body of the matrix, a line at a time: the tree, the cells of the units in view, what the row counts, the marks.

Everything here is a function of a Scene and a row, so that a line can be tested as text.
"""

from __future__ import annotations

from functools import lru_cache

from textual.strip import Strip

from sciplan_tui.core.kinds import Role
from sciplan_tui.core.matrix import MatrixRow, PlanHead, RowRef
from sciplan_tui.core.view.spec import Density
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix.counts import row_counts
from sciplan_tui.tui.widgets.matrix.layout import Layout, plan_name, visible
from sciplan_tui.tui.widgets.matrix.named import named
from sciplan_tui.tui.widgets.matrix.palette import style
from sciplan_tui.tui.widgets.matrix.scene import Part, Scene, filler, place, to_strip, words_of
from sciplan_tui.tui.widgets.matrix.signs import NARROW, ROOMY, mark_sign, role_sign
from sciplan_tui.tui.widgets.matrix.tree import tree
from sciplan_tui.tui.widgets.measure import fit

_UNDERLINED = frozenset(f"{role}_proposed" for role in Role)


def row_strip(scene: Scene, ref: RowRef, row: MatrixRow | None, here: bool, thumb: bool) -> Strip:
    """One task's line, as wide as the widget, but for the column of the cursor. `row` None: not yet read."""
    if row is None:
        return empty_strip(scene, thumb)
    ground = "row" if here else "base"
    parts = [
        *tree(scene, ref, row, here),
        *(_cells(scene, row, ref.plan_id, here) if scene.layout.units else named(scene, row, ground)),
        *_sums(scene, row, ground),
        *_marks(scene, ref, row, ground),
    ]
    return _closed(scene, parts, ground, thumb)


def row_cell(scene: Scene, ref: RowRef, row: MatrixRow, here: bool, cells: int) -> Part:
    """The cell of a task's line in the column of the cursor, of which so many cells show."""
    layout, ground = scene.layout, "cell" if here else "column"
    if scene.mark >= 0:
        _, text, ink = mark_sign(scene.words.signs, ref, row, layout.slots[scene.mark])
        return text, scene.style(ink, ground)
    unit = layout.units[scene.column]
    held = row.cells.get(unit.unit_id) if unit else None
    sign, ink = role_sign(scene.roles, held) if held else ("", "text")
    behind = _behind(layout, cells)
    return " " * cells if not held or behind is None else sign + behind, scene.style(ink, ground)


def plan_strip(scene: Scene, plan: PlanHead, line: int, thumb: bool) -> Strip:
    """The head of one plan among several; it says so where the plan names no unit."""
    here = line == scene.line
    ground = "row" if here else "plan"
    layout = scene.layout
    text = plan_name(plan) + ("" if plan.names_units else say("word.aside", said=scene.words.no_units))
    width = layout.marks_at + layout.marks_width
    return _closed(
        scene, [words_of(f"{'>' if here else ' '}{text}", width, scene.style("plan_name", ground))], ground, thumb
    )


def empty_strip(scene: Scene, thumb: bool = False) -> Strip:
    """A line below the last row."""
    return to_strip([filler(scene, 0), place(scene, thumb)], scene.layout.width)


def _closed(scene: Scene, parts: list[Part], ground: str, thumb: bool) -> Strip:
    used = scene.layout.marks_at + scene.layout.marks_width
    return to_strip([*parts, filler(scene, used, ground), place(scene, thumb)], scene.layout.width)


def _cells(scene: Scene, row: MatrixRow, plan_id: int, here: bool) -> list[Part]:
    """The roles in view. A blank takes the ink of its neighbour on the same ground, so that they become one segment."""
    cells, colour, signs, ink, before = row.cells, scene.colour, scene.roles, "text", ""
    parts: list[Part] = []
    for unit_id, blank, behind, ground in _places(scene.layout, scene.offset, plan_id, here):
        held, text = cells.get(unit_id), blank
        if held:
            sign, ink = role_sign(signs, held)
            text = blank if behind is None else sign + behind
        elif ground != before or ink in _UNDERLINED:
            ink = "text"
        before = ground
        parts.append((text, style(ink, ground, colour)))
    return parts


@lru_cache(maxsize=64)
def _places(layout: Layout, offset: int, plan_id: int, here: bool) -> tuple[tuple[int, str, str | None, str], ...]:
    """The columns in view, the same for every line: the unit (0: none), as many blanks as show of it, those behind a
    sign (None: an edge leaves no room for it), the ground.
    """
    places = []
    for index, width in visible(layout, offset):
        unit = layout.units[index]
        shaded = unit is not None and unit.plan_id == plan_id and layout.shades[index]
        ground = "row" if here else "shade" if shaded else "base"
        places.append((unit.unit_id if unit else 0, " " * width, _behind(layout, width), ground))
    return tuple(places)


def _behind(layout: Layout, cells: int) -> str | None:
    """The blanks behind a sign where so many cells show of a column; None: not the whole sign."""
    room = NARROW if layout.density is Density.UPRIGHT else ROOMY
    return " " * (cells - room) if cells >= room else None


def _sums(scene: Scene, row: MatrixRow, ground: str) -> list[Part]:
    """How many units lead this task, and how many are responsible."""
    if not scene.layout.sums:
        return []
    counts = row_counts(scene.frame, row)
    text = "".join(f" {_count(count)}" for count in (counts.lead, counts.responsible))
    return [(fit(text, scene.layout.sums), scene.style("count", ground))]


def _count(count: int) -> str:
    return f"{fit(str(count), 2) if count > 9 else count or '':>2}"


def _marks(scene: Scene, ref: RowRef, row: MatrixRow, ground: str) -> list[Part]:
    blank = scene.style("text", ground)
    parts: list[Part] = [(" ", blank)] if scene.layout.slots else []
    for slot in scene.layout.slots:
        before, text, ink = mark_sign(scene.words.signs, ref, row, slot)
        look = scene.style(ink, ground)
        parts += [(before, look if before.strip() else blank), (text, look)]
    return parts
