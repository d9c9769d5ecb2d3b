"""Finding: a line to write on, and under it the units and tasks that answer to it; Enter goes there."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from sciplan_tui.core.view.finding import Found, Hit
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import Plain, plain
from sciplan_tui.tui.work import in_background

WIDTH = 70
PATH = 10


class FindScreen(ModalScreen["Hit | None"]):
    """Hands back what was chosen. Keys wait for what the letters before them find."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    AUTO_FOCUS = "TextLine"
    patient = True

    def __init__(self, spec: ViewSpec, *, units_only: bool = False) -> None:
        super().__init__()
        self._units_only = units_only
        self._spec = spec
        self._found = Found("")

    def compose(self) -> ComposeResult:
        """The line, how many are found, and which."""
        with Vertical(classes="dialog"):
            yield Plain(say("out.find.title" if self._units_only else "arrange.find.title"), classes="title")
            yield TextLine(hint=say("out.find.hint" if self._units_only else "arrange.find.hint"))
            yield Plain("", classes="fault")
            options = OptionList(markup=False)
            options.can_focus = False
            yield options
            yield KeyLine("list")

    def on_mount(self) -> None:
        """Make ready what is searched."""
        self._find("a")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as it is written; what was sought for a text before is dropped."""
        self._find(event.value)

    def _find(self, text: str) -> None:
        desk, spec = app_of(self).desk, self._spec
        in_background(self, lambda: Answered(desk.frames.find(spec, desk.as_of, text)), group="find")

    def on_answered(self, message: Answered[Found]) -> None:
        """Show what is found."""
        if message.value.text != self.query_one(TextLine).value:
            return
        self._found = _of_units(message.value) if self._units_only else message.value
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(_line, self._found.hits))
        options.highlighted = 0 if self._found.hits else None
        self.query_one(".fault", Plain).say(_count(self._found))

    def on_refused(self, message: Refused) -> None:
        """Say why nothing can be read."""
        self.query_one(".fault", Plain).say(message.sentence)

    def action_pick(self, by: int) -> None:
        """Up and down in the list while the letters go to the line."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def on_input_submitted(self) -> None:
        """Go there."""
        self._go(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click goes there."""
        self._go(event.option_index)

    def _go(self, index: int | None) -> None:
        if index is not None and index < len(self._found.hits):
            self.dismiss(self._found.hits[index])

    def action_back(self) -> None:
        """Stay."""
        self.dismiss(None)


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


def _line(hit: Hit) -> Content:
    """What it is, its name, and what must be given up to go there, which is never cut."""
    notes = [hit.plan or ""] if hit.plan else []
    if hit.away:
        notes.append(say("arrange.find.clears" if hit.clears else "arrange.find.moves"))
    note = narrow(f"  {' '.join(notes)}") if notes else ""
    room = max(WIDTH - PATH - cell_len(note), 8)
    return plain(fit(f"{fit(hit.path or say('arrange.find.unit'), PATH - 1)} {fit(hit.name, room)}{note}", WIDTH))
