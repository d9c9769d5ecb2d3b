"""The body of the matrix, a line at a time: the tree, the cells of the units in view, the marks.

Everything here is a function of a Scene and a row, so that a line can be tested as text.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from textual.strip import Strip

from sciplan_tui.core.matrix import Cell, MarkCell, MatrixRow, PlanHead, RowRef
from sciplan_tui.core.plan import COUNTED_KINDS, Origin, Role
from sciplan_tui.tui.widgets.matrix_layout import CELL, Layout, MarkSlot, numbered, plan_name
from sciplan_tui.tui.widgets.matrix_palette import style
from sciplan_tui.tui.widgets.matrix_scene import Part, Scene, filler, to_strip, visible, words_of
from sciplan_tui.tui.widgets.measure import fit, narrow, sign

_UNDERLINED = frozenset(f"{role}_proposed" for role in Role)
_INKS = {
    (role, inherited): f"{role}_inherited" if inherited else str(role) for role in Role for inherited in (False, True)
}
_STRENGTH = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}
INHERITED_PLAIN = '" '
"""An inherited role where it cannot be dimmed: as above."""


def row_strip(scene: Scene, ref: RowRef, row: MatrixRow | None, line: int, thumb: bool) -> Strip:
    """One task's line, as wide as the widget. `row` None: not yet read."""
    if row is None:
        return empty_strip(scene, thumb)
    here = line == scene.line
    parts = [*_tree(scene, ref, row, here), *_cells(scene, row, ref.plan_id, here), *_marks(scene, ref, row, here)]
    return _closed(scene, parts, "row" if here else "base", thumb)


def plan_strip(scene: Scene, plan: PlanHead, line: int, thumb: bool) -> Strip:
    """The head of one plan among several; it says so where the plan names no unit."""
    ground = "row" if line == scene.line else "plan"
    layout = scene.layout
    text = plan_name(plan) if plan.names_units else f"{plan_name(plan)}  ({scene.words.no_units})"
    width = layout.marks_at + layout.marks_width
    return _closed(scene, [words_of(f" {text}", width, scene.style("plan_name", ground))], ground, thumb)


def empty_strip(scene: Scene, thumb: bool = False) -> Strip:
    """A line below the last row."""
    return to_strip([filler(scene, 0), _place(scene, thumb)], scene.layout.width)


def _closed(scene: Scene, parts: list[Part], ground: str, thumb: bool) -> Strip:
    used = scene.layout.marks_at + scene.layout.marks_width
    return to_strip([*parts, filler(scene, used, ground), _place(scene, thumb)], scene.layout.width)


def _place(scene: Scene, thumb: bool) -> Part:
    return " ", scene.style("text", "thumb" if thumb else "bar")


def _tree(scene: Scene, ref: RowRef, row: MatrixRow, here: bool) -> list[Part]:
    ground = "row" if here else "base"
    chosen = ref.task_id in scene.selected
    mark = (">" if here else " ") + ("*" if chosen else " ")
    counted = row.kind in COUNTED_KINDS
    ink = "context" if ref.matched == "context" else "text" if counted and ref.depth > 1 else "outline"
    width = scene.layout.tree
    title = fit(_label(ref, row, width // 3), max(width - 3, 0)) + " "
    over = "cell" if scene.column == -1 and here and not scene.colour else ground
    return [
        (fit(mark, min(2, width)), scene.style("chosen", ground)),
        (fit(title, max(width - 2, 0)), scene.style(ink, over)),
    ]


def _label(ref: RowRef, row: MatrixRow, most: int) -> str:
    """A task's number and title, set in by its depth."""
    return f"{'':{min(2 * ref.depth, most)}}{numbered(row.number, row.title)}"


def tree_width(ref: RowRef, row: MatrixRow) -> int:
    """Cells that the tree needs to show a row uncut."""
    return cell_len(narrow(_label(ref, row, 20))) + 4


def _cells(scene: Scene, row: MatrixRow, plan_id: int, here: bool) -> list[Part]:
    """The roles in view. A blank takes the ink of its neighbour on the same ground, so that they become one segment."""
    cells, colour, ink, before = row.cells, scene.colour, "text", ""
    parts: list[Part] = []
    for unit_id, blank, ground in _places(scene.layout, scene.offset, scene.column, plan_id, here):
        held, text = cells.get(unit_id), blank
        if held:
            sign_, ink = role_sign(scene, held)
            text = sign_ if len(blank) == CELL else blank
        elif ground != before or ink in _UNDERLINED:
            ink = "text"
        before = ground
        parts.append((text, style(ink, ground, colour)))
    return parts


@lru_cache(maxsize=64)
def _places(layout: Layout, offset: int, column: int, plan_id: int, here: bool) -> tuple[tuple[int, str, str], ...]:
    """The columns in view, the same for every line: the unit (0: none), as many blanks as show of it, the ground."""
    places = []
    for index, width in visible(layout, offset):
        unit = layout.units[index]
        own = unit is not None and unit.plan_id == plan_id
        ground = _ground(layout, index, at=index == column, own=own, here=here)
        places.append((unit.unit_id if unit else 0, " " * width, ground))
    return tuple(places)


def _ground(layout: Layout, index: int, *, at: bool, own: bool, here: bool) -> str:
    """Where a cell stands: under the cursor, in its row, in its column, or on the ground of its class of units."""
    if at:
        return "cell" if here else "column"
    if here:
        return "row"
    return "shade" if own and layout.shades[index] else "base"


def role_sign(scene: Scene, held: tuple[Cell, ...]) -> tuple[str, str]:
    """The sign of a cell and its ink: the strongest settled role; a mere proposal only where nothing is settled."""
    if len(held) == 1 and held[0].origin is not Origin.PROPOSED:
        return _settled_sign(scene, held[0])
    settled = [cell for cell in held if cell.origin is not Origin.PROPOSED]
    best = min(settled or held, key=lambda cell: _STRENGTH[cell.role])
    text, ink = _settled_sign(scene, best)
    if len(settled) < len(held):
        return (text, f"{best.role}_proposed") if settled else ("? ", f"{best.role}_proposed")
    return text, ink


def _settled_sign(scene: Scene, cell: Cell) -> tuple[str, str]:
    if cell.inherited and not scene.colour:
        return INHERITED_PLAIN, _INKS[cell.role, True]
    text = scene.words.signs[f"{cell.role}_ruled" if cell.origin is Origin.RULED else cell.role]
    return text, _INKS[cell.role, cell.inherited]


def _marks(scene: Scene, ref: RowRef, row: MatrixRow, here: bool) -> list[Part]:
    layout, base = scene.layout, "row" if here else "base"
    parts: list[Part] = [(" ", scene.style("text", base))] if layout.slots else []
    for place, slot in enumerate(layout.slots):
        at = scene.column == len(layout.units) + place
        ground = "cell" if at and here else "column" if at and not here else base
        before, text, ink = mark_sign(scene, ref, row, slot)
        parts += [(before, scene.style(ink if before.strip() else "text", base)), (text, scene.style(ink, ground))]
    return parts


def mark_sign(scene: Scene, ref: RowRef, row: MatrixRow, slot: MarkSlot) -> tuple[str, str, str]:
    """The cell before a mark, its sign and its ink. A state that is late has `!` before it and the ink of what is late;
    a dot stands where a task waits for its first mark.
    """
    milestone = slot.ids.get(ref.plan_id)
    mark = row.marks.get(milestone, MarkCell(None)) if milestone else MarkCell(None)
    if mark.status is not None:
        late = mark.light == "late"
        return ("!" if late else " "), scene.words.signs[mark.status], "late" if late else str(mark.status)
    if mark.light in ("late", "near"):
        return " ", scene.words.signs[mark.light], mark.light
    return (" ", sign("."), "none") if milestone and row.kind in COUNTED_KINDS else (" ", "  ", "text")
