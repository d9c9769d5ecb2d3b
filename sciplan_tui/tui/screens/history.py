"""The history: everything that was done, newest first; what each entry changed; any of it undone or done again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from sciplan_tui.core.detail.entry import EntryDetail
from sciplan_tui.core.journal import Entry
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Finished
from sciplan_tui.tui.screens.filtered import Filtered
from sciplan_tui.tui.screens.marking import Marking
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.text import history_lines, list_tables
from sciplan_tui.tui.work import in_background, write_in_background

PAUSE = 0.08
"""Seconds on a line before its changes are read: who runs through the list waits for none of them."""


FIRST = 200
"""Entries that are read before all others: they stand at once, however long the journal is."""


@dataclass
class Sized(Message):
    """How many rows each entry touched."""

    sizes: Mapping[int, int]


@dataclass
class Detailed(Message):
    """An entry was read in full."""

    found: EntryDetail


class HistoryScreen(Filtered[int, None], Marking):
    """Undo and redo are of the entry under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("history", "ends")
    SCOPES = ("history", "rows", "ends", "app")
    OF_LINES = frozenset({"history_open", "history_undo", "history_redo", "history_copy"})
    HINT = "history.filter_hint"

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, Entry] = {}
        self._sizes: Mapping[int, int] = {}
        self._texts: dict[int, str] = {}
        self._whole = False
        self._details: dict[int, EntryDetail] = {}
        self._waiting: Timer | None = None

    def on_mount(self) -> None:
        """Read the journal."""
        self.head(say("tui.history.title"))
        self.read(FIRST)

    def read(self, newest: int | None = None) -> None:
        """All entries, or the `newest` so many; then how many rows each touched."""
        desk = app_of(self).desk.journal()
        in_background(self, lambda: Answered(desk.entries(newest)), group="entries")

    def on_answered(self, message: Answered[Sequence[Entry]]) -> None:
        """They stand; whatever was known of one may have changed."""
        entries = message.value
        first = not self._entries
        self._entries = {entry.id: entry for entry in reversed(entries)}
        self._details.clear()
        self._texts.clear()
        self._whole = not first or len(entries) < FIRST
        self.show_lines()
        self.call_after_refresh(self._read_sizes if self._whole else self.read)

    def _read_sizes(self) -> None:
        desk = app_of(self).desk.journal()
        in_background(self, lambda: Sized(desk.sizes()), group="sizes")

    def on_sized(self, message: Sized) -> None:
        """The last column."""
        self._sizes = message.sizes
        self.lines.refresh()

    def on_detailed(self, message: Detailed) -> None:
        """What an entry touched."""
        self._details[message.found.entry.id] = message.found
        if self.lines.key == message.found.entry.id:
            self.tell()

    # What is shown

    def speak_anew(self) -> None:
        """The filter looks for words of the language in force."""
        self._texts.clear()
        super().speak_anew()

    def show_lines(self) -> None:
        """Fill the title line and the list."""
        found = [key for key, entry in self._entries.items() if self._fits(entry)]
        self.lines.show(found)
        facts = [say("history.count", count=len(self._entries))] if self._whole else []
        if self._query:
            facts = [say("history.matched", count=len(found), all=len(self._entries))]
            facts.append(say("history.filtered", query=self._query))
        self.head(say("tui.history.title"), *facts)
        if not found:
            self.say(say("history.nothing" if self._query else "tui.history.empty"))
        self.tell()

    def _fits(self, entry: Entry) -> bool:
        """Whether all words of the filter are in it."""
        if not self._query:
            return True
        text = self._texts.get(entry.id) or self._texts.setdefault(entry.id, _text(entry))
        return self.filtered(text)

    def header(self, width: int) -> Pieces:
        """The names of the columns."""
        return history_lines.header(width)

    def pieces(self, key: int, width: int) -> Pieces:
        """An entry."""
        entry = self._entries[key]
        return history_lines.pieces(entry, self._sizes.get(entry.id), width)

    def detail(self, key: int, width: int) -> Content:
        """All about it; what is not known yet is read, once the cursor rests."""
        found = self._details.get(key)
        if self._waiting is not None:
            self._waiting.stop()
        if found is None:
            self._waiting = self.set_timer(PAUSE, partial(self._read_detail, key))
        return history_lines.detail(self._entries[key], found, width)

    def _read_detail(self, number: int) -> None:
        desk = app_of(self).desk.journal()
        in_background(self, lambda: Detailed(desk.detail(number)), group="detail")

    @property
    def idle(self) -> frozenset[str]:
        """Of undo and redo, the one that the entry under the cursor has no use for."""
        entry = self.at_cursor(self._entries)
        other = {"undo": "history_redo", "redo": "history_undo"}
        return super().idle.union((other[history_lines.turn_of(entry)],) if entry else ())

    # What a person does

    def action_undo(self) -> None:
        """Take the entry under the cursor back."""
        self._turn("undone", app_of(self).desk.journal().undo)

    def action_redo(self) -> None:
        """Do the entry under the cursor again."""
        self._turn("redone", app_of(self).desk.journal().redo)

    def _turn(self, done: str, turn: Callable[[int], Entry]) -> None:
        def work(number: int) -> Finished:
            entry = turn(number)
            return Finished(say(f"tui.{done}", id=entry.id, what=sentence(entry)))

        if (number := self.lines.key) is not None:
            write_in_background(self, partial(work, number))

    def action_open(self) -> None:
        """The task that the entry touched; from there to its other tasks."""
        found = self.at_cursor(self._details)
        if found is None or found.task_id is None:
            self.say(say("history.reading" if found is None else "history.no_task"), urgent=True)
            return
        order = dict.fromkeys(touch.task_id for touch in found.touches if touch.task_id is not None)
        self.open_task(found.task_id, list(order))

    def action_copy(self) -> None:
        """Copy the entries on the list."""
        self.copy_table(list_tables.entries(self._entries[key] for key in self.lines.keys))

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()


def _text(entry: Entry) -> str:
    """What the filter looks in."""
    return f"{entry.kind} {entry.at} {history_lines.told(entry)} {entry.summary.get('plan', '')}".casefold()
