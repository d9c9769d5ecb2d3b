"""The way to every screen from the matrix, by keys, over the desk without a database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.screens.welcome import WelcomeScreen
from tests.tui.driving import matrix, press, settled
from tests.tui.fake_desk import FakeDesk

BEGIN = ("j", "j", "space", "l", "l")
"""On the way to a place that is to be kept: a task, a selection, a unit."""
SCREENS: dict[str, tuple[str, ...]] = {
    "matrix": (),
    "matrix, filtered": ("slash", "科", "enter", "d"),
    "matrix, scrolled": ("G", "dollar_sign"),
    "task": ("enter", "pagedown"),
    "history": ("H",),
    "help": ("question_mark", "pagedown"),
    "units": ("U", "j", "j"),
    "unit": ("w", "j"),
    "views": ("V",),
    "milestones": ("b", "l"),
    "milestones, by lead": ("b", "tab"),
    "timeline": ("b", "tab", "tab"),
    "problems": ("D", "j"),
    "review": ("R", "j"),
    "overview": ("O", "j"),
    "files": ("i",),
    "what came in": ("i", "enter"),
    "edit": ("E", "j"),
    "split": ("U", "j", "s", "甲", "comma", "乙", "enter", "1"),
    "welcome": (),
}
"""An empty database says welcome, so no key leads there: it is put before the matrix."""
FORMS: dict[str, tuple[str, ...]] = {
    "mark": ("m",),
    "milestone": ("M",),
    "plans": ("p",),
    "export": ("e",),
    "pack": ("B",),
    "duty_sheets": ("W",),
    "draft": ("O", "d"),
    "as_of": ("t",),
    "palette": ("ctrl+p",),
    "query": ("slash", "l"),
    "find": ("f", "科"),
    "themes": ("T",),
    "rename": ("U", "r"),
    "members": ("U", "greater_than_sign", "m"),
    "report": ("O", "left", "m"),
    "new plan": ("P",),
    "new task": ("plus",),
    "view name": ("V", "plus"),
    "correct a title": ("D", "j", "j", "t"),
    "correct a unit": ("D", "j", "j", "w"),
    "correct a role": ("D", "j", "j", "o"),
    "figure": ("E", "G", *["k"] * 8, "enter"),
    "settle": ("D", "s"),
}
"""Those that stand over another, and the query line while it is written."""


@asynccontextmanager
async def standing_at(
    keys: tuple[str, ...],
    size: tuple[int, int] = (120, 40),
    hear: Callable[[Message], None] | None = None,
    desk: FakeDesk | None = None,
) -> AsyncIterator[Pilot[None]]:
    """A program that was led by keys to a screen. `hear` is told of every message."""
    desk = desk or FakeDesk()
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=size, message_hook=hear) as pilot:
        await settled(pilot)
        await press(pilot, *BEGIN, *keys)
        yield pilot


async def every_screen(
    pilot: Pilot[None], places: Mapping[str, tuple[str, ...]] = SCREENS | FORMS
) -> AsyncIterator[str]:
    """Each of these places in turn, from a task and a unit: to go there in one program takes a third of the time."""
    for name, keys in places.items():
        matrix(pilot).matrix.move(2, 1)
        if name == "welcome":
            await pilot.app.push_screen(WelcomeScreen())
        await press(pilot, *keys)
        yield name
        while len(pilot.app.screen_stack) > 1:
            pilot.app.pop_screen()
        await press(pilot, *back_from(keys))


def back_from(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that end what these have begun on the matrix itself."""
    return ("escape",) * 3 if "slash" in keys else ()


def drawn(pilot: Pilot[None]) -> list[str]:
    """Everything on the screen with its looks, a line each."""
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(f"{text}<{style}>" for text, style, _ in strip) for strip in strips]
