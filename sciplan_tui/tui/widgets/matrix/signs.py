"""What stands in one cell of the matrix: the sign of a role, and that of a mark with its light.

A role's sign tells without colour whether it is inherited (`"`), ruled (a sign of its own) or proposed (`?`), as far as
the column has room for it; an ink tells it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from rich.cells import cell_len

from sciplan_tui.core.kinds import COUNTED_KINDS, Origin, Role
from sciplan_tui.core.matrix import Cell, MarkCell, MatrixRow, RowRef
from sciplan_tui.tui.widgets.matrix.columns import MarkSlot
from sciplan_tui.tui.widgets.measure import fit, sign

SignKey = tuple[Role, Origin, bool, bool]
"""A role, its origin, whether it is inherited, and whether another one is proposed beside it."""
RoleSigns = Mapping[SignKey, tuple[str, str]]
"""The sign of every cell there can be, and its ink."""

NARROW, ROOMY = 2, 4
"""Cells of a sign in an upright column, and in one under a name written across."""
PROPOSED = "?"
DITTO = '"'
"""An inherited role: as above."""
DITTO_LEAD = '"L'
"""An inherited lead where there is no room for its own sign beside the other."""
LATE, NEAR = "!", "~"
"""Before a state: its day has passed, or is near."""
_STRENGTH = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}


def role_signs(signs: Mapping[str, str], room: int, colour: bool) -> RoleSigns:
    """The signs of roles in columns with so much room. Where there is colour, only a roomy one shows what is inherited
    by a sign besides."""
    keys = product(Role, Origin, (False, True), (False, True))
    return {key: (fit(_sign(signs, key, room, ditto=room > NARROW or not colour), room), _ink(key)) for key in keys}


def _sign(signs: Mapping[str, str], key: SignKey, room: int, *, ditto: bool) -> str:
    role, origin, inherited, doubted = key
    own = signs[f"{role}_ruled" if origin is Origin.RULED else role].rstrip()
    if origin is Origin.PROPOSED:
        return _if_room(PROPOSED + own, PROPOSED, room)
    if inherited and ditto:
        own = _if_room(own + DITTO, DITTO_LEAD if role is Role.LEAD else DITTO, room)
    return _if_room(own + PROPOSED, own, room) if doubted else own


def _if_room(text: str, less: str, room: int) -> str:
    return text if cell_len(text) <= room else less


def _ink(key: SignKey) -> str:
    role, origin, inherited, doubted = key
    if doubted or origin is Origin.PROPOSED:
        return f"{role}_proposed"
    return f"{role}_inherited" if inherited else str(role)


def role_sign(signs: RoleSigns, held: tuple[Cell, ...]) -> tuple[str, str]:
    """The sign of a cell and its ink: the strongest settled role; a mere proposal only where nothing is settled."""
    if len(held) == 1:
        cell = held[0]
        return signs[cell.role, cell.origin, cell.inherited, False]
    settled = [cell for cell in held if cell.origin is not Origin.PROPOSED]
    best = min(settled or held, key=lambda cell: _STRENGTH[cell.role])
    return signs[best.role, best.origin, best.inherited, 0 < len(settled) < len(held)]


def mark_sign(signs: Mapping[str, str], ref: RowRef, row: MatrixRow, slot: MarkSlot) -> tuple[str, str, str]:
    """The cell before a mark, its sign and its ink. A state that is late or nearly due has `!` or `~` before it, and
    the ink of what is late; a dot stands where a task waits for its first mark.
    """
    milestone = slot.ids.get(ref.plan_id)
    mark = row.marks.get(milestone, MarkCell(None)) if milestone else MarkCell(None)
    if mark.status is not None:
        before = {"late": LATE, "near": NEAR}.get(mark.light or "", " ")
        return before, sign(signs[mark.status]), "late" if mark.light == "late" else str(mark.status)
    if mark.light in ("late", "near"):
        return " ", sign(signs[mark.light]), mark.light
    return (" ", sign("."), "none") if milestone and row.kind in COUNTED_KINDS else (" ", "  ", "text")
