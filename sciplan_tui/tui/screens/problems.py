"""The problems, one after the other: the list by sort, the source beside the reading, and what can be corrected."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message

from sciplan_tui.core.doubt import NEEDS, Doubt, DoubtReading, grouped, need
from sciplan_tui.core.problem_sentence import name, sentence
from sciplan_tui.core.task_detail import TaskDetail
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.doubt_desk import DoubtDesk
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.correct import Corrections
from sciplan_tui.tui.screens.gestures import Gestures
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets import doubt_text
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.line_list import Head, Pieces
from sciplan_tui.tui.widgets.one_line import OneLine
from sciplan_tui.tui.widgets.plain import Plain, joined
from sciplan_tui.tui.work import in_background

WIDE = 100
"""From so many cells on, the source stands beside the reading, else above it."""


@dataclass
class DoubtsRead(Message):
    """The list was read."""

    doubts: tuple[Doubt, ...]


@dataclass
class ReadingRead(Message):
    """One problem was read, and the names of its plan's units."""

    reading: DoubtReading
    names: Sequence[str]


class ProblemsScreen(Listing[int], Corrections):
    """Hands back the task that was looked at last, so that the matrix can go there."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("doubts", "correct", "ends")
    SCOPES = ("doubts", "correct", "rows", "ends", "app")

    def __init__(self, desk: DoubtDesk, below: Gestures, line: int | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._below = below
        self._line = line
        self._doubts: dict[int, Doubt] = {}
        self._reading: DoubtReading | None = None
        self._going_on = False

    def compose(self) -> ComposeResult:
        """The list over the source and the reading."""
        yield OneLine(id="status", yields=True)
        yield self.lines
        with Horizontal(id="panes"):
            with VerticalScroll(id="source", can_focus=False):
                yield Plain("", id="text")
            with VerticalScroll(id="detail", can_focus=False):
                yield Plain("", id="about")
        yield OneLine(id="note")
        yield KeyLine(*self.SCOPES)

    def on_screen_resume(self) -> None:
        """Read the list: at first, and when a task that was opened from it has closed."""
        self._read()

    def _read(self) -> None:
        desk = self._desk
        in_background(self, lambda: DoubtsRead(desk.doubts()), group="doubts")

    # What is shown

    def on_doubts_read(self, message: DoubtsRead) -> None:
        """Fill the list; the cursor stays on its problem, or goes on from one that was settled."""
        self._doubts = {doubt.problem_id: doubt for doubt in message.doubts}
        groups = grouped(message.doubts)
        lines: list[Hashable] = []
        for wanted in NEEDS:
            for code, doubts in groups.items():
                if need(code) == wanted:
                    left = sum(not doubt.settled for doubt in doubts)
                    lines.append(Head(name(code), f"{say(f'doubt.need.{wanted}')}  {left}/{len(doubts)}"))
                    lines += [doubt.problem_id for doubt in doubts]
        self.lines.show(lines)
        self._begin()
        left = sum(not doubt.settled for doubt in message.doubts)
        plan = self._desk.plan or say("doubt.all_plans")
        self.head(say("doubt.screen"), plan, say("doubt.screen.counts", open=left, count=len(message.doubts)))
        if not message.doubts:
            self.say(say("doubt.empty"))
        self._look()

    def _begin(self) -> None:
        """Go on to the next open problem after one was settled; at first, to the first open one."""
        if self._going_on or self._reading is None:
            self._going_on = False
            here = self._doubt
            if here is not None and here.settled:
                self._go(1)

    @property
    def _doubt(self) -> Doubt | None:
        key = self.lines.key
        return self._doubts.get(key) if isinstance(key, int) else None

    def pieces(self, key: Hashable, width: int) -> Pieces:
        """A line of the list."""
        doubt = self._doubts.get(key) if isinstance(key, int) else None
        return doubt_text.pieces(doubt, with_plan=self._desk.plan is None) if doubt else []

    def on_line_list_moved(self) -> None:
        """Another problem."""
        self.say("")
        self._look()

    def _look(self) -> None:
        """Read the problem under the cursor."""
        doubt, desk = self._doubt, self._desk
        if doubt is None:
            self._reading = None
            self.tell()
            return
        number, plan = doubt.problem_id, doubt.plan_key
        in_background(self, lambda: ReadingRead(desk.reading(number), desk.unit_names(plan)), group="reading")

    def on_reading_read(self, message: ReadingRead) -> None:
        """Show it, unless the cursor has gone on."""
        if self.lines.key == message.reading.doubt.problem_id:
            self._reading, self.names = message.reading, message.names
            self.tell()

    def tell(self) -> None:
        """Fill the panes."""
        wide = self.size.width >= WIDE
        self.query_one("#source").display = wide
        width = max(self.size.width // 2 - 5 if wide else self.size.width - 6, 20)
        reading = self._reading
        self.query_one("#about", Plain).say(_right(reading, width, wide) if reading else "")
        self.query_one("#text", Plain).say(_left(reading, width) if reading and wide else "")
        for pane in ("#source", "#detail"):
            self.query_one(pane).scroll_home(animate=False)

    # What a person does

    @property
    def task_shown(self) -> TaskDetail | None:
        """The task of the problem under the cursor."""
        return self._reading.task if self._reading else None

    @property
    def correcting(self) -> DoubtDesk:
        """What can be done."""
        return self._desk

    def proposals_shown(self) -> Sequence[int]:
        """Of a document that names no lead, all that are proposed."""
        return [one.assignment_id for one in self._reading.proposals] if self._reading else ()

    def _go(self, by: int) -> bool:
        """To the next open problem, or the one before; whether there is one."""
        keys = self.lines.keys
        at = keys.index(self.lines.key) if self.lines.key in keys else -1
        following = keys[at + 1 :] if by > 0 else keys[:at][::-1]
        key = next((k for k in following if isinstance(k, int) and not self._doubts[k].settled), None)
        if key is not None:
            self.lines.find(key)
        return key is not None

    def action_turn(self, by: int) -> None:
        """The next open problem, or the one before."""
        if not any(not doubt.settled for doubt in self._doubts.values()):
            self.say(say("doubt.done_all" if self._doubts else "doubt.empty"))
        elif not self._go(by):
            self.say(say("doubt.last" if by > 0 else "doubt.first"))

    def action_look(self, pages: int) -> None:
        """Turn the pages of the source and of the reading."""
        for pane in ("#source", "#detail"):
            scroll = self.query_one(pane)
            scroll.scroll_relative(y=pages * max(scroll.size.height - 1, 1), animate=False)

    def action_settle(self) -> None:
        """Settle it, with a note; open a settled one again."""
        from sciplan_tui.tui.screens import correct_forms as forms

        doubt, desk = self._doubt, self._desk
        if doubt is None:
            return
        if doubt.settled:
            self.do(lambda: desk.unsettle([doubt.problem_id]))
            return

        def settle(said: forms.Written) -> None:
            self._going_on = True
            self.do(lambda: desk.settle([doubt.problem_id], said["note"] or None))

        self._ask(forms.settle_form(sentence(doubt.problem)), settle)

    def action_open(self) -> None:
        """Everything about its task."""
        from sciplan_tui.tui.screens.task import TaskScreen

        if task := self._there():
            self.app.push_screen(TaskScreen(task.task_id, self._below))

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()

    def on_finished(self, message: Finished) -> None:
        """Say what was done, and show it."""
        self.say(message.sentence)
        self._read()

    def action_back(self) -> None:
        """Go back to the matrix, at the task that was looked at."""
        task = self.task_shown
        self.dismiss(task.task_id if task else None)


def _left(reading: DoubtReading, width: int) -> Content:
    """What is in doubt, and the source."""
    return joined([doubt_text.about(reading, width), doubt_text.source(reading, width)], "\n\n")


def _right(reading: DoubtReading, width: int, wide: bool) -> Content:
    """The reading; on a narrow screen below what is in doubt and its source, as far as there is any."""
    parts = [] if wide else [doubt_text.about(reading, width)]
    if reading.lines and not wide:
        parts.append(doubt_text.source(reading, width, around=1))
    if wide or reading.task or reading.proposals:
        parts.append(doubt_text.read(reading, width))
    return joined(parts, "\n\n")
