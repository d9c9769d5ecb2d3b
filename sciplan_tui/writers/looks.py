"""How a cell looks beside its letters: by its role or its state. Letters say everything; colour only helps the eye."""

from __future__ import annotations

from dataclasses import dataclass

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


def look(value: Value) -> str:
    """The name of a cell's look: its first role, or its light, or its mark; empty for any other cell."""
    if isinstance(value, MarkCell):
        return value.light or value.status or ""
    if isinstance(value, tuple) and value:
        return f"{value[0].role}_inherited" if value[0].inherited else str(value[0].role)
    return ""
