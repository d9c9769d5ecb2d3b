"""The colours of the matrix, and what takes their place where colour is not wanted.

A style is a foreground (what a cell says) on a ground (where it stands). Without colour,
grounds are told by bold and reverse only, and the signs carry all meaning.
"""

from __future__ import annotations

from functools import lru_cache

from rich.style import Style

GROUNDS = {
    "base": "#151a23", "shade": "#1a202b", "head": "#1d2431", "head_shade": "#222a39", "plan": "#1f2a3d",
    "row": "#2c3a5a", "column": "#232c3d", "cell": "#e6c07b", "bar": "#1a202b", "thumb": "#465675",
    "heat1": "#202a39", "heat2": "#2c3849", "heat3": "#374d6b", "heat4": "#42557a",
    "warm1": "#2b242f", "warm2": "#412d38", "warm3": "#573742", "warm4": "#6c414b",
}  # fmt: skip

INKS = {
    "text": "#c9d1dc", "outline": "bold #e6ebf2", "context": "#7f8a9b", "number": "#8b97aa", "chosen": "bold #e6c07b",
    "lead": "bold #f5b078", "responsible": "#86aef5", "support": "#7cc7bd",
    "lead_inherited": "#9c7453", "responsible_inherited": "#566f9f", "support_inherited": "#4f8079",
    "lead_proposed": "italic underline #d7a7e8", "responsible_proposed": "italic underline #d7a7e8",
    "support_proposed": "italic underline #d7a7e8",
    "none": "#3c4657", "not_started": "#98a3b4", "in_progress": "#e6c07b", "done": "#93c97f", "ongoing": "#7fc4e8",
    "blocked": "bold #f2995e", "not_applicable": "#667285", "late": "bold #f07d8c", "near": "#f0c2a0",
    "name": "#c9d1dc", "class": "#8fa5c8", "class_beside": "#c3d2ea", "legend": "#77839a",
    "notice": "#e6c07b", "edge": "bold #e6c07b",
    "count": "#6f83a8", "count_beside": "#b7c6de", "plan_name": "bold #e6ebf2",
}  # fmt: skip

_PLAIN_INKS = {
    "outline": "bold", "lead": "bold", "late": "bold", "blocked": "bold", "plan_name": "bold", "chosen": "bold",
    "lead_inherited": "bold", "count_beside": "bold", "class_beside": "bold",
    "lead_proposed": "underline", "responsible_proposed": "underline", "support_proposed": "underline",
}  # fmt: skip
_PLAIN_GROUNDS = {"cell": "reverse", "thumb": "reverse", "plan": "underline"}


@lru_cache(maxsize=1024)
def style(ink: str, ground: str, colour: bool = True) -> Style:
    """The style of one ink on one ground."""
    if not colour:
        return Style.parse(f"{_PLAIN_INKS.get(ink, '')} {_PLAIN_GROUNDS.get(ground, '')}".strip() or "none")
    if ground == "cell":
        return Style.parse(f"bold #151a23 on {GROUNDS['cell']}")
    return Style.parse(f"{INKS[ink]} on {GROUNDS[ground]}")
