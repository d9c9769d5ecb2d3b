"""What a database without a plan shows: how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings, first_key
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Finished, Refused
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.one_line import OneLine, TopLine
from sciplan_tui.tui.widgets.plain import Plain, joined, plain
from sciplan_tui.tui.work import in_background, write_in_background

if TYPE_CHECKING:
    from sciplan_tui.tui.import_outcome import ImportOutcome

WAYS = {"import": "first_import", "plan": "first_plan", "demo": "demo", "leave": "welcome_leave"}
"""What is said of each way to begin, and its action."""
MOST, LEAST, BESIDE = 72, 20, 10
"""Cells of a line at most and at least, and beside it on the screen."""


class WelcomeScreen(InWindow, Screen[None]):
    """Import a file, or look at the demo."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("welcome")
    SCOPES = ("welcome", "app")

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        yield TopLine()
        with Container(id="welcome"):
            yield Plain()
        yield OneLine(id="note")
        yield KeyLine("welcome", "app")

    def on_mount(self) -> None:
        """Fill the lines."""
        self.speak_anew()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.speak_anew()

    def speak_anew(self) -> None:
        """All in the language in force."""
        width = max(min(self.size.width - BESIDE, MOST), LEAST)
        self.query_one("#welcome > Plain", Plain).say(_words(str(app_of(self).desk.database), width))
        self.query_one("#status", OneLine).show([say("tui.welcome.title")])

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence at the foot."""
        self.query_one("#note", OneLine).show([sentence], urgent=urgent)

    def action_import(self) -> None:
        """Read a plan from a file."""
        from sciplan_tui.tui.screens.edition.importing import ImportScreen

        self.app.push_screen(ImportScreen(), self._imported)

    async def _imported(self, came: ImportOutcome | None) -> None:
        """The matrix takes over, and says what came in."""
        if came is None:
            return
        app = app_of(self)
        await app.open_desk(app.desk)
        if told := getattr(app.screen, "_imported", None):
            told(came)

    def action_new_plan(self) -> None:
        """Begin a plan without a file."""
        from sciplan_tui.core.sentence.entry import sentence
        from sciplan_tui.tui.screens.edit.forms import new_plan_form
        from sciplan_tui.tui.screens.form.field_form import Written

        edits = app_of(self).desk.edits()

        def answered(written: Written | None) -> None:
            if written is not None:
                write_in_background(self, lambda: Finished(sentence(edits.add_plan(written))))

        self.app.push_screen(new_plan_form(), answered)

    async def on_finished(self, message: Finished) -> None:
        """There is a plan now."""
        await app_of(self).open_desk(app_of(self).desk)

    def action_demo(self) -> None:
        """Fill a throw-away database and open it."""
        self.say(say("tui.reading"))
        desk = app_of(self).desk
        in_background(self, lambda: Answered(desk.demo()))

    async def on_answered(self, message: Answered[Desk]) -> None:
        """The demo is ready."""
        await app_of(self).open_desk(message.value)

    def on_refused(self, message: Refused) -> None:
        """Say why not."""
        self.say(message.sentence, urgent=True)

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()


def _words(database: str, width: int) -> Content:
    lines = [plain(say("tui.welcome.line"), "bold"), plain(""), _wrapped(say("tui.welcome.what"), "", width), plain("")]
    for name, action in WAYS.items():
        lead = (f"{first_key(action):<4} ", "bold $ink-notice")
        lines.append(hang([lead], [[(say(f"tui.welcome.{name}"), "")]], width))
    return joined([*lines, plain(""), _wrapped(say("tui.welcome.database", path=database), "$ink-dim", width)])


def _wrapped(text: str, style: str, width: int) -> Content:
    return hang([], [[(text, style)]], width)
