"""The problems, one after the other: the list by sort, the source beside the reading, and what can be corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message

from sciplan_tui.core.detail.doubt import Doubt, DoubtReading, grouped
from sciplan_tui.core.detail.problem_need import NEEDS, need
from sciplan_tui.core.sentence.problem import called_for, name
from sciplan_tui.core.unit.name import UnitBook
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings, of
from sciplan_tui.tui.desk.doubts import DoubtDesk
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.below import Below
from sciplan_tui.tui.screens.copying import Copying
from sciplan_tui.tui.screens.page import MOST
from sciplan_tui.tui.screens.problem.gestures import ProblemGestures
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.line_list import Head, Pieces
from sciplan_tui.tui.widgets.one_line import OneLine, TopLine
from sciplan_tui.tui.widgets.plain import Plain, joined
from sciplan_tui.tui.widgets.text import doubt_text, list_tables
from sciplan_tui.tui.work import in_background

MOST_ASKED = 3
"""Keys that an advice puts on the line of keys."""
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
    units: UnitBook


class ProblemsScreen(ProblemGestures, Copying):
    """Hands back the task that was looked at last, so that the matrix can go there."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("doubts", "correct", "ends")
    SCOPES = ("doubts", "correct", "rows", "ends", "app")
    OF_LINES = frozenset(one.name for one in of("doubts", "correct")) - {"doubt_back", "correct_undo"}

    def __init__(self, desk: DoubtDesk, below: Below) -> None:
        super().__init__(desk, below)
        self._doubts: dict[int, Doubt] = {}

    def compose(self) -> ComposeResult:
        """The list over the source and the reading."""
        yield TopLine(yields=True)
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
        self.read()

    def read(self) -> None:
        """Read the list: also when another program has changed something."""
        desk = self.desk
        in_background(self, lambda: DoubtsRead(desk.doubts()), group="doubts")

    # What is shown

    def on_doubts_read(self, message: DoubtsRead) -> None:
        """Fill the list; the cursor stays on its problem, or goes on from one that was settled."""
        self._doubts = {doubt.problem_id: doubt for doubt in message.doubts}
        self.show_lines()
        self._begin()
        if not message.doubts:
            self.say(say("doubt.empty"))
        self._look()

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        told = tuple(self._doubts.values())
        groups = grouped(told)
        lines: list[int | Head] = []
        for wanted in NEEDS:
            for code, doubts in groups.items():
                if need(code) == wanted:
                    left = sum(not doubt.settled for doubt in doubts)
                    lines.append(Head(name(code), f"{say(f'doubt.need.{wanted}')}  {left}/{len(doubts)}"))
                    lines += [doubt.problem_id for doubt in doubts]
        self.lines.show(lines)
        left = sum(not doubt.settled for doubt in told)
        plan = self.desk.plan or say("doubt.all_plans")
        self.head(say("doubt.screen"), plan, say("doubt.screen.counts", open=left, count=len(told)))
        self.tell()

    def _begin(self) -> None:
        """Go on to the next open problem after one was settled; at first, to the first open one."""
        if self.going_on or self.reading is None:
            self.going_on = False
            here = self.doubt
            if here is not None and here.settled:
                self._go(1)

    @property
    def doubt(self) -> Doubt | None:
        """The problem under the cursor."""
        return self.at_cursor(self._doubts)

    def pieces(self, key: int, width: int) -> Pieces:
        """A line of the list."""
        doubt = self._doubts.get(key)
        return doubt_text.pieces(doubt, with_plan=self.desk.plan is None) if doubt else []

    def on_line_list_moved(self) -> None:
        """Another problem."""
        self.say("")
        self._look()

    def _look(self) -> None:
        """Read the problem under the cursor."""
        doubt, desk = self.doubt, self.desk
        if doubt is None:
            self.reading = None
            self.tell()
            return
        number, plan = doubt.problem_id, doubt.plan_key
        in_background(self, lambda: ReadingRead(desk.reading(number), desk.unit_book(plan)), group="reading")

    def on_reading_read(self, message: ReadingRead) -> None:
        """Show it, unless the cursor has gone on."""
        if self.lines.key == message.reading.doubt.problem_id:
            self.reading, self.units = message.reading, message.units
            self.tell()

    def tell(self) -> None:
        """Fill the panes."""
        wide = self.size.width >= WIDE
        self.query_one("#source").display = wide
        width = max(min(self.size.width // 2 - 5 if wide else self.size.width - 6, MOST), 20)
        reading = self.reading
        self.query_one("#about", Plain).say(_right(reading, width, wide) if reading else "")
        self.query_one("#text", Plain).say(_left(reading, width) if reading and wide else "")
        self.query_one(KeyLine).look()
        for pane in ("#source", "#detail"):
            self.query_one(pane).scroll_home(animate=False)

    # The keys that matter

    @property
    def foremost(self) -> tuple[str, ...]:
        """What the advice on this problem names, before what can be done with any."""
        doubt, proposed = self.doubt, bool(self.proposals_shown())
        asked = called_for(doubt.problem, proposed=proposed) if doubt else ()
        first = [name for name in asked if name != "doubt_settle"][:MOST_ASKED]
        return (*first, "doubt_settle", "doubt_next", "doubt_open", "doubt_back")

    @property
    def idle(self) -> frozenset[str]:
        """The corrections of a task, where a problem is of none; proposals, or open problems, where there are none."""
        doubt = self.doubt
        on_task = {"doubt_open", *(one.name for one in of("correct"))} - {"correct_undo", "correct_accept"}
        return super().idle.union(
            on_task if doubt is None or doubt.task_id is None else (),
            () if self.proposals_shown() else ("correct_accept",),
            () if any(not one.settled for one in self._doubts.values()) else ("doubt_next", "doubt_previous"),
        )

    # What a person does

    def _go(self, by: int) -> bool:
        """To the next open problem, or the one before; whether there is one."""
        keys = self.lines.keys
        at = keys.index(self.lines.key) if self.lines.key is not None else -1
        following = keys[at + 1 :] if by > 0 else keys[:at][::-1]
        key = next((one for one in following if not self._doubts[one].settled), None)
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

    def action_copy(self) -> None:
        """Copy the problems as they stand on the list."""
        self.copy_table(list_tables.doubts(self._doubts[key] for key in self.lines.keys))

    def on_finished(self, message: Finished) -> None:
        """Say what was done, and show it."""
        self.say(message.sentence)
        self.read()

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
