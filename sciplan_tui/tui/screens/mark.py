"""The form of a mark: milestone, state, date, note, for one task or many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.widget import Widget

from sciplan_tui.core.matrix import MarkColumn, MatrixRow
from sciplan_tui.core.plan import Status
from sciplan_tui.locale import say
from sciplan_tui.tui.desk import MarkForm
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine


class MarkScreen(Form[MarkForm]):
    """Marks `tasks` at one of the milestones of their plans. `row`: the one task, when it is one. `chosen`: the key of
    the milestone the cursor is on; else the one that is nearest to today is offered.
    """

    def __init__(
        self,
        tasks: frozenset[int],
        milestones: Sequence[MarkColumn],
        row: MatrixRow | None,
        today: date,
        chosen: str | None = None,
    ) -> None:
        super().__init__()
        self._tasks = tuple(sorted(tasks))
        self._row = row
        self._today = today
        by_key = {mark.key: mark for mark in sorted(milestones, key=lambda mark: (mark.end or "9999", mark.key))}
        self._milestones = [(key, mark.label) for key, mark in by_key.items()]
        self._chosen = chosen or min(by_key, key=lambda key: _days_away(by_key[key], today), default=None)

    def title_text(self) -> str:
        """Which task, or how many."""
        if self._row:
            return say("tui.mark.title_one", path=self._row.path, title=self._row.title)
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
            day = date.fromisoformat(on).isoformat() if on else None
        except ValueError:
            self.fault(say("tui.mark.bad_date"))
            return None
        state = self.query_one("#state", Choice).value
        milestone = self.query_one("#milestone", Choice).value
        return MarkForm(self._tasks, milestone, Status(state) if state else None, day, note or None)


def _days_away(milestone: MarkColumn, today: date) -> int:
    return abs((date.fromisoformat(milestone.end) - today).days) if milestone.end else 10**6
