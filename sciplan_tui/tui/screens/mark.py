"""The form of a mark: milestone, state, date, note, evidence, for one task or many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from textual.widget import Widget

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.detail.task import MilestoneMark
from sciplan_tui.core.given.day import day as day_meant
from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.plan import COUNTED_KINDS, Kind, Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.desk import Desk, MarkForm
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.workspace.gesture import given_text

UNMARKED = MarkCell(None)
_LINES = ("#on", "#note", "#evidence")
"""Where one writes what is told of a state."""


class Titled(Protocol):
    """A task, by what it is called."""

    @property
    def path(self) -> str:
        """Its path."""

    @property
    def title(self) -> str:
        """Its title."""


class Placed(Titled, Protocol):
    """A node of the outline."""

    @property
    def kind(self) -> Kind:
        """Whether it is a 任务, or a heading."""


def heading_refused(node: Placed, marks: Mapping[int, MarkCell]) -> str | None:
    """Why this one is not marked: it is a heading, and bears no mark that could be taken away. None: it may be."""
    if node.kind in COUNTED_KINDS or any(mark.status for mark in marks.values()):
        return None
    return say("error.only_headings", tasks=f"{node.path} {node.title}")


class MarkScreen(Form[MarkForm]):
    """Marks `tasks` at one of the milestones of their plans. `task`: the one task, when it is one, and `marks` how it
    stands now, by milestone: that is what the form opens with, so that accepting it as it is changes nothing.

    `headings`: how many of `tasks` are headings of the outline, which are left alone; `unseen`: how many are filtered
    out or folded away. `chosen`: the key of the milestone the cursor is on; else the one that was marked at last, else
    the one that is nearest to today is offered.
    """

    def __init__(
        self,
        tasks: frozenset[int],
        milestones: Sequence[MarkColumn],
        task: Titled | None,
        today: date,
        chosen: str | None = None,
        marks: Mapping[int, MarkCell] | None = None,
        headings: int = 0,
        unseen: int = 0,
    ) -> None:
        super().__init__()
        self._tasks = tuple(sorted(tasks))
        self._headings = headings
        self._unseen = unseen
        self._one = task
        self._today = today
        by_key = {mark.key: mark for mark in sorted(milestones, key=lambda mark: (mark.end or "9999", mark.key))}
        names = milestone_names(milestones)
        self._milestones = [(key, names[key]) for key in by_key]
        self._chosen = chosen or min(by_key, key=lambda key: _days_away(by_key[key], today), default=None)
        self._marks = {key: (marks or {}).get(mark.milestone_id, UNMARKED) for key, mark in by_key.items()}
        self._proposed = self._proposal(self._marks.get(self._chosen or "", UNMARKED), None)
        self._decided = False

    def title_text(self) -> str:
        """Which task, or how many."""
        if self._one:
            return say("tui.mark.title_one", path=self._one.path, title=self._one.title)
        title = say("tui.mark.title", count=len(self._tasks) - self._headings)
        others = {"unseen": self._unseen, "without": self._headings}
        return "  ".join([title, *(say(f"tui.mark.{name}", count=count) for name, count in others.items() if count)])

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The state comes first: a milestone is chosen already."""
        state, on, note, evidence = self._proposed
        states = [(str(state), say(f"word.status.{state}")) for state in Status]
        states.append(("", say("tui.mark.clear")))
        yield say("tui.mark.state"), Choice(states, value=state, id="state")
        yield say("tui.mark.milestone"), Choice(self._milestones, value=self._chosen, digits=False, id="milestone")
        yield say("tui.mark.on"), TextLine(on, id="on")
        yield say("tui.mark.note"), TextLine(note, id="note")
        yield say("tui.mark.evidence"), TextLine(evidence, hint=say("tui.mark.where"), id="evidence")

    def _proposal(self, mark: MarkCell, state: str | None) -> tuple[str, str, str, str]:
        """State, day, note and evidence to begin with; they are told of a state, so another (`state`) has its own."""
        standing = str(mark.status or Status.DONE)
        if mark.status and state in (None, standing):
            return standing, mark.on or "", mark.note or "", mark.evidence or ""
        return standing if state is None else state, self._today.isoformat(), "", ""

    def on_choice_changed(self) -> None:
        """Another milestone or another state proposes something else, but for what a person has put."""
        state, *before = self._proposed
        chosen = self.query_one("#state", Choice)
        self._decided = self._decided or chosen.value != state
        self._proposed = self._proposal(self._standing, chosen.value if self._decided else None)
        chosen.choose(self._proposed[0])
        for name, was, now in zip(_LINES, before, self._proposed[1:], strict=True):
            line = self.query_one(name, TextLine)
            if line.value == show_text(was):
                line.value = now

    @property
    def _standing(self) -> MarkCell:
        """The mark of the one task at the milestone that is chosen."""
        return self._marks.get(self.query_one("#milestone", Choice).value, UNMARKED)

    def answer(self) -> MarkForm | None:
        """The mark, when its date is one. A line that was emptied clears what the mark has; else empty leaves it."""
        on, note, evidence = (self.query_one(name, TextLine).value.strip() for name in _LINES)
        try:
            on = day_meant(on).isoformat() if on else ""
        except ValueError:
            self.fault(say("tui.mark.bad_date"))
            self.query_one("#on").focus()
            return None
        try:
            for text in (note, evidence):
                given_text.note(text)
        except RefusedError as refused:
            self.fault(str(refused))
            return None
        state = self.query_one("#state", Choice).value
        milestone = self.query_one("#milestone", Choice).value
        empty = "" if state and state == self._standing.status else None
        told = (given or empty for given in (on, note, evidence))
        return MarkForm(self._tasks, milestone, Status(state) if state else None, *told)


def marked(desk: Desk, form: MarkForm, milestone: str) -> Finished:
    """The mark carried out, and what to say of it; `milestone`: how it is called."""
    result = desk.mark(form)
    desk.marked_at = form.milestone
    state = say(f"word.status.{form.status}" if form.status else "tui.mark.clear")
    told = [say("tui.mark.done", count=result.changed, milestone=milestone, state=state)]
    if result.headings:
        told.append(say("tui.mark.headings", count=result.headings))
    if result.lacking:
        named = {"plans": say("word.between").join(result.lacking), "tasks": say("word.between").join(result.named)}
        told.append(say("cli.mark.lacking", left=result.left, milestone=milestone, **named))
    return Finished("  ".join(told))


def marks_at(marks: Iterable[MilestoneMark]) -> dict[int, MarkCell]:
    """How a task that was read whole stands, by milestone."""
    return {
        one.milestone.milestone_id: replace(one.mark, on=one.on, note=one.note, evidence=one.evidence) for one in marks
    }


def milestone_names(milestones: Iterable[MarkColumn]) -> dict[str, str]:
    """What the milestones of each key are called: where plans call theirs otherwise, by all its names."""
    names: dict[str, dict[str, None]] = {}
    for milestone in milestones:
        names.setdefault(milestone.key, {})[milestone.label] = None
    return {key: " / ".join(several) for key, several in names.items()}


def _days_away(milestone: MarkColumn, today: date) -> int:
    return abs((date.fromisoformat(milestone.end) - today).days) if milestone.end else 10**6
