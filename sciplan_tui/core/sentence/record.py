"""A row of a record table as a person reads it: `分工  市教育局  牵头`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sciplan_tui.core.plan import Kind, Origin, Role
from sciplan_tui.core.record_line import Cells
from sciplan_tui.locale import say

_RECORDS = ("plan", "task", "assignment", "target", "milestone")
_WORDS: Mapping[str, tuple[str, Sequence[str]]] = {
    "record": ("word.record", _RECORDS),
    "kind": ("word.kind", tuple(Kind)),
    "role": ("word.role", tuple(Role)),
    "origin": ("word.origin", tuple(Origin)),
}
"""Columns that hold a code: where its words are, and the codes there are."""
_TOLD = (
    *("record", "number", "title", "kind", "unit", "printed", "role", "origin"),
    *("indicator", "comparator", "value", "value_max", "deadline", "label", "start", "end", "text"),
)
"""The columns that a person reads; the others serve the program, and a sentence that is quoted is shown by itself."""


def told(cells: Cells) -> str:
    """What the row says; what goes without saying is left out."""
    row = dict(cells)
    plain = {"printed": row.get("unit"), "origin": Origin.PRINTED}
    return "  ".join(_said(name, row[name]) for name in _TOLD if name in row and row[name] != plain.get(name))


def _said(column: str, value: str) -> str:
    area, codes = _WORDS.get(column, ("", ()))
    return say(f"{area}.{value}") if value in codes else value
