"""The palette: find a command by a few letters of its name or of what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.screen import Screen

from sciplan_tui.locale import say
from sciplan_tui.tui.action import Action
from sciplan_tui.tui.actions import of
from sciplan_tui.tui.applying import applying
from sciplan_tui.tui.screens.finder import WIDTH, Finder
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.plain import plain

PLAIN_MOVES = ("step(", "page(", "scroll(", "pick(")
"""Calls that nobody looks up by name: a step, a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something to go to: a view, a plan."""

    title: str
    about: str
    go: Callable[[], None]
    shown_keys = ""


Choice = Action | Place


class PaletteScreen(Finder[Choice]):
    """The commands of the screen below that would do something now, and where one can go from it (`places`)."""

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__(say("tui.palette.title"))
        scopes = getattr(below, "SCOPES", ("matrix", "move", "app"))
        every = [action for scope in scopes for action in of(scope) if not action.call.startswith(PLAIN_MOVES)]
        there = [action for action in applying(below, every) if action.name not in ("palette", "back_quickly")]
        places: Sequence[Place] = below.places() if hasattr(below, "places") else ()
        self._all: list[Choice] = [*there, *places]

    def on_mount(self) -> None:
        """At first, everything."""
        self.find("")

    def find(self, text: str) -> None:
        """Those that are called so come first, then those that are told so."""
        wanted = text.strip().casefold()
        named = [action for action in self._all if wanted in action.title.casefold()]
        found = named + [a for a in self._all if a not in named and wanted in a.about.casefold()]
        self.show(found)
        self.say("" if found else say("arrange.find.none"))

    def line(self, one: Choice) -> Content:
        """What it is called, its key, what it does."""
        return plain(fit(f"{fit(one.title, 18)} {fit(one.shown_keys, 9)} {one.about}", WIDTH))
