"""A task's units written out in its line, for windows that have no room for columns: `牵 市教育局 责 8 市委宣传部 ..`.

Leads first, then how many are responsible and who, then support; a name is shown whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from sciplan_tui.core.kinds import Origin, Role
from sciplan_tui.core.matrix import Cell, MatrixRow, UnitColumn
from sciplan_tui.tui.widgets.matrix.holdings import by_role
from sciplan_tui.tui.widgets.matrix.scene import Part, Scene
from sciplan_tui.tui.widgets.matrix.signs import DITTO, PROPOSED
from sciplan_tui.tui.widgets.measure import fit, narrow

CUT = ".."
Word = tuple[str, str]
"""A word of the line and its ink."""


def named(scene: Scene, row: MatrixRow, ground: str) -> list[Part]:
    """The units of a row, in exactly the cells that there are for them."""
    room, parts = scene.layout.shown, list[Part]()
    left = room
    words = list(_words(scene, row))
    for place, (text, ink) in enumerate(words):
        needed = cell_len(text) + (0 if place == len(words) - 1 else 1 + len(CUT))
        if needed > left:
            parts.append((fit(CUT, min(len(CUT), left)), scene.style("text", ground)))
            left -= min(len(CUT), left)
            break
        parts.append((text + " " if left > cell_len(text) else text, scene.style(ink, ground)))
        left -= min(cell_len(text) + 1, left)
    return [*parts, (" " * left, scene.style("text", ground))]


def _words(scene: Scene, row: MatrixRow) -> Iterator[Word]:
    for role, held in by_role(scene.frame, row).items():
        settled = sum(cell.origin is not Origin.PROPOSED for _, cell in held)
        inherited = all(cell.inherited for _, cell in held)
        mark = scene.words.signs[role].rstrip() + (DITTO if inherited else "")
        counted = f"{mark} {settled}" if settled and role is not Role.LEAD else mark
        yield counted, f"{role}_inherited" if inherited else str(role)
        yield from (_name(unit, cell, inherited=inherited) for unit, cell in held)


def _name(unit: UnitColumn, cell: Cell, *, inherited: bool) -> Word:
    """A unit's short name; `?` before what is only proposed, `*` behind what was ruled later."""
    text = narrow(unit.fold + unit.short)
    if cell.origin is Origin.PROPOSED:
        return PROPOSED + text, f"{cell.role}_proposed"
    if cell.inherited and not inherited:
        text += DITTO
    ruled = "*" if cell.origin is Origin.RULED else ""
    return text + ruled, f"{cell.role}_inherited" if cell.inherited else str(cell.role)
