"""The units of the cursor's task, one a line below it: the sign of the role, the whole name, where the role comes from.

So a window that has no room for columns still shows each unit by name, and the cursor can stand on it.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from sciplan_tui.core.matrix import MatrixRow, RowRef
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix.scene import Part, Scene, filler, place, to_strip, words_of
from sciplan_tui.tui.widgets.matrix.signs import ROOMY, role_sign
from sciplan_tui.tui.widgets.matrix.tree import CHOSEN, INDENT, indent
from sciplan_tui.tui.widgets.matrix.words import role_notes
from sciplan_tui.tui.widgets.measure import narrow


def unit_strip(scene: Scene, ref: RowRef, row: MatrixRow, at: int, thumb: bool) -> Strip:
    """The line of unit `at` of the cursor's task, as wide as the widget; the last one may count those that follow."""
    width = scene.layout.marks_at + scene.layout.marks_width
    inset = min(CHOSEN + indent(ref, scene.layout.tree // 3) + 2 * INDENT, width)
    ground = "row" if scene.column == at else "shade"
    counts = at == scene.opened - 1 < len(scene.holdings) - 1
    parts = [
        words_of(">" if scene.column == at else "", inset, scene.style("chosen", ground)),
        *(_rest(scene, width - inset) if counts else _named(scene, row, at, width - inset, ground)),
        filler(scene, width, ground),
        place(scene, thumb),
    ]
    return to_strip(parts, scene.layout.width)


def _rest(scene: Scene, room: int) -> list[Part]:
    """How many units follow that have no line until the cursor goes among them."""
    count = len(scene.holdings) - scene.opened + 1
    return [words_of(say("matrix.more_units", count=count), room, scene.style("context", "shade"))]


def _named(scene: Scene, row: MatrixRow, at: int, room: int, ground: str) -> list[Part]:
    unit, cell = scene.holdings[at]
    text, ink = role_sign(scene.words.roles[ROOMY], (cell,))
    chosen = "cell" if scene.column == at else ground
    name, left = narrow(f"{unit.fold}{unit.name}{role_notes(row, cell)}"), max(room - ROOMY, 0)
    wide = min(cell_len(name), left)
    return [
        words_of(text, min(ROOMY, room), scene.style(ink, chosen)),
        words_of(name, wide, scene.style("text", chosen)),
        (" " * (left - wide), scene.style("text", ground)),
    ]
