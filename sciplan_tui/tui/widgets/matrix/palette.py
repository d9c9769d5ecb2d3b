"""The colours of the matrix, and what takes their place where colour is not wanted.

A style is an ink (what a cell says) on a ground (where it stands); both are mixed from the few colours of a theme, and
an ink is brought so far from its ground that it can be read. Without colour, grounds are told by bold and reverse only,
and the signs carry all meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style

from sciplan_tui.tui.widgets.contrast import BLACK, WHITE, Colour, contrast, legible, mixed

_LOOKS = {
    "outline": "bold", "chosen": "bold", "lead": "bold", "blocked": "bold", "late": "bold", "edge": "bold",
    "plan_name": "bold", "lead_proposed": "italic underline", "responsible_proposed": "italic underline",
    "support_proposed": "italic underline",
}  # fmt: skip
_PLAIN_LOOKS = {
    "outline": "bold", "lead": "bold", "late": "bold", "blocked": "bold", "plan_name": "bold", "chosen": "bold",
    "lead_inherited": "bold", "count_beside": "bold", "class_beside": "bold",
    "lead_proposed": "underline", "responsible_proposed": "underline", "support_proposed": "underline",
}  # fmt: skip
_PLAIN_GROUNDS = {"cell": "reverse", "thumb": "reverse", "plan": "underline"}
HEATS = ("heat", "warm")
"""Grounds of numbers, each in four shades: how much of all a number is."""
_SHARES = {1: 0.1, 2: 0.2, 3: 0.3, 4: 0.4}
_STRONG = ("cell", "chosen", "thumb", "thumb_lit", "veil", *(f"{heat}{level}" for heat in HEATS for level in _SHARES))
"""Grounds on which only one ink stands, or none."""
LEAST = 4.5
"""The contrast of an ink with its ground (WCAG AA), where a theme asks for no more."""
_OUTSTANDING = {"lead": 1.35, "responsible": 1.35, "support": 1.35}
"""Inks that must stand out from the dimmer ones of what is inherited: their contrast is so much higher at least."""
_SILENT = ("none",)
"""Inks of signs that only hold a place."""


class Palette(NamedTuple):
    """Grounds and inks by their names; `least`: the contrast of an ink with the ground it stands on."""

    grounds: Mapping[str, Colour]
    inks: Mapping[str, Colour]
    least: float

    def ink(self, name: str, ground: str) -> Colour:
        """An ink as it stands on a ground."""
        if name in _SILENT and ground != "cell":
            return self.inks[name]
        ink = self.grounds["base"] if ground == "cell" else self.inks[name]
        return legible(ink, self.grounds[ground], self.least * _OUTSTANDING.get(name, 1))

    def readable(self, name: str) -> Colour:
        """An ink that can be read on every ground where text stands."""
        quiet = [colour for ground, colour in self.grounds.items() if ground not in _STRONG]
        hardest = min(quiet, key=lambda colour: contrast(colour, self.inks[name]))
        return legible(self.inks[name], hardest, self.least)


def palette(of: Mapping[str, Colour], least: float) -> Palette:
    """The grounds and inks that follow from a theme's background, foreground, primary, accent … colours."""
    base, text, blue = of["background"], of["foreground"], of["primary"]
    grounds = {
        "base": base, "shade": mixed(base, text, 0.03), "head": mixed(base, text, 0.05), "cell": of["accent"],
        "head_shade": mixed(base, text, 0.08), "plan": mixed(base, blue, 0.1), "row": mixed(base, blue, 0.2),
        "column": mixed(base, text, 0.09), "bar": mixed(base, text, 0.03), "panel": mixed(base, blue, 0.17),
        "thumb": mixed(base, blue, 0.4), "thumb_lit": mixed(base, blue, 0.55), "chosen": mixed(base, blue, 0.45),
        "veil": mixed(base, BLACK, 0.4),
    }  # fmt: skip
    for heat, colour in zip(HEATS, (blue, of["error"]), strict=True):
        grounds |= {f"{heat}{level}": mixed(base, colour, share) for level, share in _SHARES.items()}
    strong = mixed(text, max((BLACK, WHITE), key=lambda end: contrast(end, base)), 0.6)
    dim, faint = mixed(text, base, 0.4), mixed(text, base, 0.5)
    lead, doubt = mixed(of["warning"], of["error"], 0.3), mixed(of["error"], blue, 0.5)
    roles = {"lead": lead, "responsible": blue, "support": of["secondary"]}
    inks = {
        "text": text, "outline": strong, "plan_name": strong, "name": text, "context": dim, "number": dim, "dim": dim,
        "legend": faint, "not_applicable": faint, "not_started": mixed(text, base, 0.25),
        "none": mixed(base, text, 0.25), "chosen": of["accent"], "notice": of["accent"], "edge": of["accent"],
        "in_progress": of["warning"], "done": of["success"], "ongoing": mixed(blue, of["secondary"], 0.5),
        "blocked": mixed(of["warning"], of["error"], 0.5), "late": of["error"], "near": mixed(of["error"], text, 0.5),
        "class": mixed(dim, blue, 0.4), "class_beside": mixed(strong, blue, 0.25),
        "count": mixed(faint, blue, 0.4), "count_beside": mixed(text, blue, 0.2),
    }  # fmt: skip
    for name, ink in roles.items():
        inks |= {name: ink, f"{name}_inherited": mixed(ink, base, 0.45), f"{name}_proposed": doubt}
    return Palette(grounds, inks, least)


CALM = {
    "primary": "#86aef5", "secondary": "#7cc7bd", "accent": "#e6c07b", "warning": "#e6c07b", "error": "#f07d8c",
    "success": "#93c97f", "foreground": "#c9d1dc", "background": "#151a23",
}  # fmt: skip
"""The colours from which all begins, where no other theme is asked for."""
_in_force = palette({name: RichColor.parse(said).get_truecolor() for name, said in CALM.items()}, LEAST)


def paint(colours: Palette) -> None:
    """Put a palette in force for all that is drawn from now on."""
    global _in_force
    if colours != _in_force:
        _in_force = colours
        style.cache_clear()


def in_force() -> Palette:
    """The palette that is drawn with."""
    return _in_force


@lru_cache(maxsize=1024)
def style(ink: str, ground: str, colour: bool = True) -> Style:
    """The style of one ink on one ground."""
    if not colour:
        return Style.parse(f"{_PLAIN_LOOKS.get(ink, '')} {_PLAIN_GROUNDS.get(ground, '')}".strip() or "none")
    look = "bold" if ground == "cell" else _LOOKS.get(ink, "")
    on = Style(color=_rich(_in_force.ink(ink, ground)), bgcolor=_rich(_in_force.grounds[ground]))
    return Style.parse(look) + on if look else on


def _rich(colour: Colour) -> RichColor:
    return RichColor.from_rgb(*colour)
