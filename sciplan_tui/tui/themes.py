"""The colours there are to choose from: three of our own, and those of Textual that have colours of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from textual.app import App
from textual.color import Color
from textual.theme import Theme

from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix import palette as matrix_palette
from sciplan_tui.tui.widgets.matrix.palette import LEAST, Palette, palette

CALM = Theme(name="sciplan", dark=True, surface="#1d2431", panel="#28344f", **matrix_palette.CALM)  # type: ignore[arg-type]
LIGHT = Theme(
    name="sciplan-light", dark=False,
    primary="#2257b8", secondary="#0b6b62", accent="#8a5a00", warning="#8a5a00", error="#b3243a", success="#2f6d1e",
    foreground="#27303d", background="#f7f8fa", surface="#eef1f5", panel="#dbe4f5",
)  # fmt: skip
CONTRAST = Theme(
    name="sciplan-contrast", dark=True,
    primary="#9ec5ff", secondary="#7ff0e0", accent="#ffd400", warning="#ffd400", error="#ff9aa6", success="#8cff7a",
    foreground="#ffffff", background="#000000", surface="#101010", panel="#1c2433",
)  # fmt: skip
OURS = (CALM, LIGHT, CONTRAST)
LEAST_OF_HIGH = 7.0
"""The contrast of an ink with its ground in the theme of high contrast (WCAG AAA)."""
_NEEDED = ("background", "foreground", "primary", "secondary", "accent", "warning", "error", "success")
_INKS = ("text", "outline", "dim", "notice", "late", "lead", "responsible", "support")


def names(app: App[None]) -> list[str]:
    """The themes to choose from, ours first. Those of ANSI colours are left out: no contrast can be told of them."""
    own = [theme.name for theme in OURS]
    return own + sorted(name for name in app.available_themes if name not in own and "ansi" not in name)


def title(name: str) -> str:
    """What a theme is called: ours in the language in force, the others by their own names."""
    return say(f"look.{name}") if name in {theme.name for theme in OURS} else name


def palette_of(theme: Theme) -> Palette:
    """The grounds and inks of a theme."""
    return _palette(_colours(theme), _least(theme))


def variables(theme: Theme) -> Mapping[str, str]:
    """The same for the style sheet: `$ground-head`, `$ink-dim`."""
    return _variables(_colours(theme), _least(theme))


def _colours(theme: Theme) -> tuple[str, ...]:
    """The colours from which a palette is mixed; a theme may leave some of them to Textual."""
    said = [getattr(theme, name) for name in _NEEDED]
    made = {} if all(said) else theme.to_color_system().generate()
    return tuple(one or made[name] for name, one in zip(_NEEDED, said, strict=True))


def _least(theme: Theme) -> float:
    return LEAST_OF_HIGH if theme.name == CONTRAST.name else LEAST


@lru_cache
def _palette(colours: tuple[str, ...], least: float) -> Palette:
    return palette({name: Color.parse(said).rgb for name, said in zip(_NEEDED, colours, strict=True)}, least)


@lru_cache
def _variables(colours: tuple[str, ...], least: float) -> Mapping[str, str]:
    of = _palette(colours, least)
    grounds = {f"ground-{name}": _hex(colour) for name, colour in of.grounds.items()}
    return grounds | {f"ink-{name}": _hex(of.readable(name)) for name in _INKS}


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
