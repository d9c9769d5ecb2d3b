"""How a cell looks beside its letters: by its role or its state. Letters say everything; colour only helps the eye."""

from __future__ import annotations

from dataclasses import dataclass

from sciplan_tui.core.kinds import Origin
from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.sheet import Value


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a cell as hex RGB. Ink on fill has a contrast of at least 4.5."""

    fill: str
    ink: str = "1F2328"
    bold: bool = False


LOOKS: dict[str, Look] = {
    "lead": Look("1F4E79", "FFFFFF", bold=True),
    "responsible": Look("BDD7EE"),
    "support": Look("E2EFDA"),
    "lead_inherited": Look("D6DCE5", "1F4E79"),
    "responsible_inherited": Look("F0F5FB", "44546A"),
    "support_inherited": Look("F4F9F1", "44546A"),
    "proposed": Look("FFFFFF", "7F4A00"),
    "not_started": Look("EDEDED"),
    "in_progress": Look("FFF2CC"),
    "done": Look("C6E0B4"),
    "ongoing": Look("DDEBF7"),
    "blocked": Look("F8CBAD"),
    "not_applicable": Look("F2F2F2", "595959"),
    "late": Look("FFC7CE", "9C0006", bold=True),
    "near": Look("FFE699"),
}
"""The looks there are, roles first, then the states of marks and the lights."""


PATTERNS = ("rising", "falling", "dots", "lines", "checks")


@dataclass(frozen=True, slots=True)
class Fill:
    """How the pieces of a chart are filled: paper and ink as hex RGB, and the pattern that the ink makes on it.

    They differ in pattern as well as in colour, so that they are told apart in black and white; `pattern` is one of
    PATTERNS, empty: all ink.
    """

    ink: str
    paper: str = "FFFFFF"
    pattern: str = ""


FILLS: dict[str, Fill] = {
    "done": Fill("2F6B3A"),
    "ongoing": Fill("2F6B3A", "CFE8D0", "rising"),
    "not_applicable": Fill("8C8C8C", "F2F2F2", "dots"),
    "in_progress": Fill("C98A00", "FFE699", "lines"),
    "blocked": Fill("9C0006", "F8CBAD", "checks"),
    "not_started": Fill("7F7F7F", "D9D9D9", "falling"),
    "unmarked": Fill("FFFFFF"),
    "late": Fill("C00000"),
    "tasks": Fill("1F4E79"),
}
"""The fills of the states, and of all tasks."""
OTHER_FILLS = (Fill("1F4E79"), Fill("1F4E79", "BDD7EE", "rising"), Fill("595959", "EDEDED", "dots"), Fill("FFFFFF"))
"""The fills of what is no state, in turn."""


def fill(key: str, place: int) -> Fill:
    """The fill of a column's pieces, the column being the `place`th of its chart, from 0."""
    return FILLS.get(key) or OTHER_FILLS[place % len(OTHER_FILLS)]


def look(value: Value) -> str:
    """The name of a cell's look: its first role, or its light, or its mark; empty for any other cell."""
    if isinstance(value, MarkCell):
        return value.light or value.status or ""
    if isinstance(value, tuple) and value:
        if value[0].origin is Origin.PROPOSED:
            return "proposed"
        return f"{value[0].role}_inherited" if value[0].inherited else str(value[0].role)
    return ""
