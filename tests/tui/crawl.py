"""Every screen, by every key: on each screen that opens all keys of the registry are pressed once, and what that opens
is gone through in the same way. Run as a program it does so in the terminal it stands in, and writes what was seen:

    python -m tests.tui.crawl DATABASE REPORT PLAN whole|glance [unclean]

`unclean`: with the cleaning of texts switched off, so that a test can see that it would be missed.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

import sciplan_tui.tui.screens as screens
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.actions import ACTIONS, of
from tests.tui.driving import press, settled

TODAY = date(2024, 1, 8)
RAW = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
LEFT_ALONE = ("leave", "back", "cancel", "accept", "apply", "copy", "demo", "undo", "redo", "reject", "clear_query")
"""Parts of the calls that would end the walk, or take back what it is to see."""
MOVES = ("step(", "page(", "edge(", "scroll(", "pick(", "side(", "turn(")
ENOUGH = ("step(1, 0)", "page(1)", "edge('last')", "edge('marks')", "scroll(10)", "pick(1)", "side(1)", "turn(1)")
"""Of those that move, these show all that there is."""
EVERYWHERE = {action.call for action in of("app")}
"""Calls that do the same on every screen: once is enough."""
BEGIN = ("j", "j", "l", "l")
"""To a task and a unit, so that there is something to open."""
ROUTES: Mapping[str, tuple[str, Sequence[str]]] = {
    "query line with candidates": ("清屿", ("slash", *"lead:", "tab")),
    "query line with a fault": ("清屿", ("slash", *"lead:[/]x", "enter")),
    "find": ("清屿", ("f", "科")),
    "a reported value": ("清屿", ("O", "left", "m")),
    "another day": ("清屿", ("t", *"2022-06-01", "enter")),
    "split of a unit": ("清屿", ("U", "s", *"甲局 乙局", "enter")),
    "titles where there is room": ("中山", ("d", "d", "pagedown", "pagedown", "pagedown")),
    "import of files": ("清屿", ("i", "down", "space", "down", "space", "enter")),
    "columns of an export": ("清屿", ("e", "down", "down", "space", "right", "greater_than_sign")),
    "review of what waits": ("青屿", ("R", "j")),
}
"""What keys of the registry alone do not open: of which plan, and the keys from the matrix on."""


class Crawl:
    """`texts`: what stood on each screen; `driven`: whatever would drive the terminal or act on a click."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self.home = pilot.app.screen
        self.begun: ViewSpec | None = getattr(self.home, "spec", None)
        self.texts: dict[str, dict[str, None]] = {}
        self.driven: list[str] = []
        self._done: set[tuple[type[Any] | None, str]] = set()

    async def glance(self) -> None:
        """The matrix, a task, a form and the query line."""
        await settled(self.pilot)
        await self.press(*BEGIN, "enter", "escape", "m", "escape", "slash", "l")

    async def whole(self) -> None:
        """All that can be reached from the matrix by keys, then the routes."""
        await settled(self.pilot)
        await self.press(*BEGIN)
        await self.visit()
        for plan, keys in ROUTES.values():
            await self.anew()
            self.home.show(ViewSpec(plan=plan))
            await settled(self.pilot)
            await self.press(*keys)
            if self.app.screen is not self.home:
                await self.visit()
            await self.back_to(self.home)
            await self.press("escape", "escape")

    async def anew(self) -> None:
        """The matrix as it was at first."""
        if self.app.screen is self.home and self.home.spec != self.begun:
            self.home.show(self.begun)
            await settled(self.pilot)

    async def visit(self) -> bool:
        """Page through the screen in front, press each of its keys, and visit what opens. False: a key has closed it,
        and there are keys that were not pressed yet."""
        screen = self.app.screen
        self.note()
        for key, call in keys_of(screen):
            if (type(screen), call) in self._done or (None, call) in self._done:
                continue
            await self.anew()
            self._done.add((None if call in EVERYWHERE else type(screen), call))
            await self.press(key)
            while self.app.screen is not screen:
                if screen not in self.app.screen_stack:
                    return False
                whole = await self.visit()
                if screen in self.app.screen_stack:
                    await self.back_to(screen)
                if whole:
                    break
                await self.press(key)
        return True

    async def press(self, *keys: str) -> None:
        """Press keys and look."""
        for key in keys:
            await press(self.pilot, key)
            self.note()

    async def back_to(self, screen: Screen[Any]) -> None:
        """Close what stands before a screen."""
        for _ in range(8):
            if self.app.screen is screen:
                return
            await press(self.pilot, "escape")
        raise AssertionError(f"{self.app.screen} does not go back to {screen}")

    def note(self) -> None:
        """Keep what stands on the screen, and what of it is more than text."""
        screen = self.app.screen
        lines = []
        for strip in screen._compositor.render_strips():
            lines.append(strip.text)
            for text, style, _ in strip:
                acts = [key for key in (style.meta if style else {}) if key.startswith("@")]
                if text.strip() and (acts or (style and style.link) or RAW.search(text)):
                    self.driven.append(f"{type(screen).__name__}: {text!r} {acts} {style and style.link}")
        self.texts.setdefault(type(screen).__name__, {}).update(dict.fromkeys(lines))


def keys_of(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """The first key and the call of every action of the registry that is in force, but those left alone; what only
    moves comes last, for it leads away from where the others have something to do."""
    keys = {active.binding.action: key for key, active in reversed(list(screen.active_bindings.items()))}
    for action in sorted(ACTIONS, key=lambda action: action.call.startswith(MOVES)):
        passed = action.call.startswith(MOVES) and action.call not in ENOUGH
        if action.call in keys and not passed and not any(part in action.call for part in LEFT_ALONE):
            yield keys[action.call], action.call


def screen_classes() -> set[str]:
    """The names of all screens that a person can meet: those from which no other is made."""
    for module in walk_packages(screens.__path__, screens.__name__ + "."):
        import_module(module.name)
    ours = [kind for kind in _all(Screen) if kind.__module__.startswith(screens.__name__)]
    return {kind.__name__ for kind in ours if not any(issubclass(one, kind) and one is not kind for one in ours)}


def _all(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all(one)


def main(database: Path, report: Path, plan: str, way: str, unclean: bool) -> None:
    """The program on a database, walked through in this terminal."""
    if unclean:
        import sciplan_tui.core.characters as characters

        characters.clean_text = characters.show_text = lambda text: text.replace("\n", " ")
    from sciplan_tui.tui.app import SciplanApp
    from sciplan_tui.tui.desk.desk import Desk
    from sciplan_tui.tui.last_view import remembered

    if (files := database.with_name("files")).is_dir():
        os.chdir(files)
    desk = Desk(database, TODAY)
    desk.memory = remembered(database)
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec(plan=plan)))
    crawls: list[Crawl] = []

    async def walk(pilot: Pilot[Any]) -> None:
        crawls.append(Crawl(pilot))
        try:
            await getattr(crawls[0], way)()
        finally:
            app.exit()

    app.run(auto_pilot=walk)
    app.close_views()
    told = {"texts": {name: [*lines] for name, lines in crawls[0].texts.items()}, "driven": crawls[0].driven}
    report.write_text(json.dumps(told), encoding="utf-8")
    if app.fault:
        raise app.fault


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:5], unclean="unclean" in sys.argv)
