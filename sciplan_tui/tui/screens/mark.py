"""The form of a mark: milestone, state, date, note, for one task or many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from textual.widget import Widget

from sciplan_tui.core.given.day import day as day_meant
from sciplan_tui.core.matrix import MarkColumn
from sciplan_tui.core.plan import Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.tui.desk import Desk, MarkForm
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.workspace import given_text


class Titled(Protocol):
    """A task, by what it is called."""

    @property
    def path(self) -> str:
        """Its path."""

    @property
    def title(self) -> str:
        """Its title."""


class MarkScreen(Form[MarkForm]):
    """Marks `tasks` at one of the milestones of their plans. `task`: the one task, when it is one. `chosen`: the key of
    the milestone the cursor is on; else the one that is nearest to today is offered.
    """

    def __init__(
        self,
        tasks: frozenset[int],
        milestones: Sequence[MarkColumn],
        task: Titled | None,
        today: date,
        chosen: str | None = None,
    ) -> None:
        super().__init__()
        self._tasks = tuple(sorted(tasks))
        self._one = task
        self._today = today
        by_key = {mark.key: mark for mark in sorted(milestones, key=lambda mark: (mark.end or "9999", mark.key))}
        self._milestones = [(key, mark.label) for key, mark in by_key.items()]
        self._chosen = chosen or min(by_key, key=lambda key: _days_away(by_key[key], today), default=None)

    def title_text(self) -> str:
        """Which task, or how many."""
        if self._one:
            return say("tui.mark.title_one", path=self._one.path, title=self._one.title)
        return say("tui.mark.title", count=len(self._tasks))

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The state comes first: the next milestone is chosen already."""
        states = [(str(state), say(f"word.status.{state}")) for state in Status]
        states.append(("", say("tui.mark.clear")))
        yield say("tui.mark.state"), Choice(states, value=str(Status.DONE), id="state")
        yield say("tui.mark.milestone"), Choice(self._milestones, value=self._chosen, id="milestone")
        yield say("tui.mark.on"), TextLine(self._today.isoformat(), id="on")
        yield say("tui.mark.note"), TextLine(id="note")

    def answer(self) -> MarkForm | None:
        """The mark, when its date is one."""
        on, note = self.query_one("#on", TextLine).value.strip(), self.query_one("#note", TextLine).value.strip()
        try:
            day = day_meant(on).isoformat() if on else None
        except ValueError:
            self.fault(say("tui.mark.bad_date"))
            return None
        try:
            given_text.note(note)
        except RefusedError as refused:
            self.fault(str(refused))
            return None
        state = self.query_one("#state", Choice).value
        milestone = self.query_one("#milestone", Choice).value
        return MarkForm(self._tasks, milestone, Status(state) if state else None, day, note or None)


def marked(desk: Desk, form: MarkForm, milestone: str) -> Finished:
    """The mark carried out, and what to say of it; `milestone`: how it is called."""
    result = desk.mark(form)
    state = say(f"word.status.{form.status}" if form.status else "tui.mark.clear")
    told = [say("tui.mark.done", count=result.changed, milestone=milestone, state=state)]
    if result.lacking:
        named = {"plans": " ".join(result.lacking), "tasks": say("word.between").join(result.named)}
        told.append(say("cli.mark.lacking", left=result.left, milestone=milestone, **named))
    return Finished("  ".join(told))


def _days_away(milestone: MarkColumn, today: date) -> int:
    return abs((date.fromisoformat(milestone.end) - today).days) if milestone.end else 10**6
