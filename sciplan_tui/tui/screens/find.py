"""Finding: a line to write on, and under it the units and tasks that answer to it; Enter goes there."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.view.finding import Found, Hit
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.finder import WIDTH, Finder
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import plain
from sciplan_tui.tui.work import in_background

PATH = 10


class FindScreen(Finder[Hit]):
    """Keys wait for what the letters before them find."""

    patient = True

    def __init__(self, spec: ViewSpec, *, units_only: bool = False) -> None:
        area = "out.find" if units_only else "arrange.find"
        super().__init__(say(f"{area}.title"), say(f"{area}.hint"))
        self._units_only = units_only
        self._spec = spec

    def on_mount(self) -> None:
        """Make ready what is searched."""
        self.find("a")

    def find(self, text: str) -> None:
        """What was sought for a text before is dropped."""
        desk, spec = app_of(self).desk, self._spec
        in_background(self, lambda: Answered(desk.frames.find(spec, desk.as_of, text)), group="find")

    def on_answered(self, message: Answered[Found]) -> None:
        """Show what is found."""
        if message.value.text == self.query_one(TextLine).value:
            found = _of_units(message.value) if self._units_only else message.value
            self.show(found.hits)
            self.say(_count(found))

    def on_refused(self, message: Refused) -> None:
        """Say why nothing can be read."""
        self.say(message.sentence)

    def line(self, one: Hit) -> Content:
        """What it is, its name, and what must be given up to go there, which is never cut."""
        notes = [one.plan] if one.plan else []
        if one.away:
            notes.append(say("arrange.find.clears" if one.clears else "arrange.find.moves"))
        note = narrow(f"  {' '.join(notes)}") if notes else ""
        room = max(WIDTH - PATH - cell_len(note), 8)
        return plain(fit(f"{fit(one.path or say('arrange.find.unit'), PATH - 1)} {fit(one.name, room)}{note}", WIDTH))


def _of_units(found: Found) -> Found:
    """Without the tasks; units are told before them, so that no unit is lost behind the most that are told."""
    units = tuple(hit for hit in found.hits if hit.path is None)
    return Found(found.text, units, len(units))


def _count(found: Found) -> str:
    if not found.text.strip():
        return ""
    if not found.hits:
        return say("arrange.find.none")
    shown = len(found.hits)
    return say("arrange.find.count" if shown == found.count else "arrange.find.more", count=found.count, shown=shown)
