"""The head of the matrix: bands of plans and classes, the short names, and what each column counts.

An upright name reads downwards, one character under the other, its foot on the last row; under it stands, upright as
well, in how many of the tasks shown the unit has which role.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from sciplan_tui.core.kinds import Role
from sciplan_tui.core.view.spec import Density
from sciplan_tui.tui.widgets.matrix.bands import band
from sciplan_tui.tui.widgets.matrix.columns import CELL, MarkSlot, head_name
from sciplan_tui.tui.widgets.matrix.layout import visible
from sciplan_tui.tui.widgets.matrix.scene import Part, Scene, filler, to_strip, words_of
from sciplan_tui.tui.widgets.measure import fit, narrow, sign, upright

SUM_HEADS = (Role.LEAD, Role.RESPONSIBLE)
"""The roles that a row counts at its right."""
COUNT_INKS = ("count", "count_beside")
"""Of rows for a role in turn, or where there is one row, of neighbours."""


def head_strip(scene: Scene, y: int) -> Strip:
    """Row `y` of the head, as wide as the widget, but for the column of the cursor."""
    parts = [_corner(scene, y), *_units(scene, y), *_sums(scene, y), *_marks(scene, y)]
    used = scene.layout.marks_at + scene.layout.marks_width
    parts += [filler(scene, used, "head"), (" ", scene.style("text", "head"))]
    return to_strip(parts, scene.layout.width)


def head_cell(scene: Scene, y: int, cells: int) -> Part | None:
    """The cell of row `y` in the column of the cursor, of which so many cells show; None: the row has none."""
    layout = scene.layout
    if scene.mark >= 0:
        return mark_name(scene, layout.slots[scene.mark])[y], scene.style("chosen", "row")
    if y < layout.bands:
        return None
    if y < layout.bands + layout.names:
        return _name(scene, y - layout.bands, scene.column, cells), scene.style("chosen", "row")
    return _total(scene, y, scene.column, cells), scene.style(_count_ink(scene, y, scene.column), "row")


def _corner(scene: Scene, y: int) -> Part:
    """Above the tree: what the signs mean, what the rows below the names count, or that the plan names no unit."""
    layout, text, ink = scene.layout, "", "legend"
    width = layout.tree if layout.units else layout.sums_at
    foot = layout.bands + layout.names - 1
    if not scene.frame.units and y == max(foot - 1, 0):
        text, ink = scene.words.no_units, "notice"
    elif scene.frame.units and y == foot:
        text = _fitting(scene.legend, width - 3)
    elif y > foot:
        text = _right(_counted(scene, y), width - 3)
    return words_of("  " + text, width, scene.style(ink, "head"))


def _fitting(legend: tuple[str, ...], width: int) -> str:
    """As many of the signs' meanings as there is room for, each whole."""
    while legend and cell_len("  ".join(legend)) > width:
        legend = legend[:-1]
    return "  ".join(legend)


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _counted(scene: Scene, y: int) -> str:
    """What a row counts; where there is no row for each role, all of them."""
    counts = scene.words.counts
    if _figure_row(scene, y) < scene.layout.figures - 1:
        return ""
    if scene.layout.density is Density.SHORT:
        return f"{counts[Role.LEAD]}/{counts[Role.RESPONSIBLE]}"
    role = _role_counted(scene, y)
    return counts[role]


def _role_counted(scene: Scene, y: int) -> Role | None:
    layout = scene.layout
    if layout.counted < 2 * layout.figures:
        return None
    return SUM_HEADS[(y - (layout.head - layout.counted)) // layout.figures]


def _figure_row(scene: Scene, y: int) -> int:
    """Which of the rows of one count this is; on the last one its last figure stands."""
    layout = scene.layout
    return (y - (layout.head - layout.counted)) % layout.figures


def _units(scene: Scene, y: int) -> list[Part]:
    layout = scene.layout
    if not layout.units or not layout.shown:
        return []
    if y < layout.bands:
        return band(scene, y)
    return _names(scene, y - layout.bands) if y < layout.bands + layout.names else _totals(scene, y)


def _names(scene: Scene, row: int) -> list[Part]:
    layout = scene.layout
    return [
        (_name(scene, row, index, cells), scene.style("name", _ground(scene, index)))
        for index, cells in visible(layout, scene.offset)
    ]


def _name(scene: Scene, row: int, index: int, cells: int) -> str:
    """What row `row` of the names says in a column: a letter of one that stands upright, or all of it."""
    unit = scene.layout.units[index]
    name = head_name(unit) if unit else ""
    if scene.layout.density is not Density.UPRIGHT:
        return fit(name, cells - 1) + " " if cells > 1 else " "
    return upright(name, scene.layout.names)[row] if cells == 2 else " "


def fold_row(name: str, rows: int) -> int:
    """The row of upright names on which the first letter of one stands: the fold sign, where there is one."""
    return max(rows - len(narrow(name)), 0)


def _totals(scene: Scene, y: int) -> list[Part]:
    """In how many tasks each unit has which role; blank while that is being counted."""
    return [
        (_total(scene, y, index, cells), scene.style(_count_ink(scene, y, index), _ground(scene, index)))
        for index, cells in visible(scene.layout, scene.offset)
    ]


def _count_ink(scene: Scene, y: int, index: int) -> str:
    role = _role_counted(scene, y)
    return COUNT_INKS[(role is Role.LEAD) if role else index % 2]


def _total(scene: Scene, y: int, index: int, cells: int) -> str:
    """What a row that counts says in a column."""
    unit = scene.layout.units[index]
    return fit(_held(scene, unit.unit_id, y) if unit and cells >= CELL else "", cells)


def _held(scene: Scene, unit_id: int, y: int) -> str:
    counts = (scene.totals or {}).get(unit_id)
    if counts is None:
        return ""
    if scene.layout.density is Density.SHORT:
        return f"{counts.lead}/{counts.responsible}" if counts.lead or counts.responsible else ""
    role = _role_counted(scene, y)
    count = counts.held if role is None else counts.lead if role is Role.LEAD else counts.responsible
    if not count:
        return ""
    text = figures(count, scene.layout.figures)[_figure_row(scene, y)]
    return text.strip() if role is Role.LEAD and scene.layout.figures > 1 else text


def figures(count: int, rows: int) -> tuple[str, ...]:
    """A count upright in so many rows, a figure in each; `9+` says that it has more figures than rows.

    So two counts side by side never read as one; of two above each other the upper one stands to the left.
    """
    most = 10**rows - 1
    shown = [f"{figure:>{CELL}}" for figure in str(min(count, most)).rjust(rows)]
    return (*shown[:-1], "9+" if count > most else shown[-1])


def _ground(scene: Scene, index: int) -> str:
    return "head_shade" if scene.layout.shades[index] else "head"


def _sums(scene: Scene, y: int) -> list[Part]:
    """Over what each row counts, the signs of what it counts."""
    layout, look = scene.layout, scene.style("name", "head")
    if not layout.sums:
        return []
    heads = "".join(f" {sign(scene.words.signs[role])}" for role in SUM_HEADS)
    foot = layout.bands + layout.names - 1
    return [(fit(heads if y == foot else "", layout.sums), look)]


def _marks(scene: Scene, y: int) -> list[Part]:
    """A milestone's two characters upright, its year below."""
    layout = scene.layout
    look = scene.style("name", "head")
    parts: list[Part] = [(" ", look)] if layout.slots else []
    for slot in layout.slots:
        parts += [(" ", look), (mark_name(scene, slot)[y], look)]
    return parts


def mark_name(scene: Scene, slot: MarkSlot) -> tuple[str, ...]:
    """The cells of a milestone's head, from the top: `中 期 23`; its first character where there is room for one."""
    kind, _, year = slot.key.partition("-")
    short = scene.words.marks.get(kind, slot.label[:2])
    rows = scene.layout.bands + scene.layout.names
    below = ("  ",) * scene.layout.counted
    if rows < 2:
        return (sign(year[2:4] or short), *below)
    return (*upright(short if rows > 2 else short[:1], rows - 1), sign(year[2:4]), *below)
