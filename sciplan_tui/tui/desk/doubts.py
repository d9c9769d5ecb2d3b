"""What the screens can have done about problems and misreadings. Called from worker threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.plan import Kind, Role

if TYPE_CHECKING:
    from sciplan_tui.core.detail.doubt import Doubt, DoubtReading
    from sciplan_tui.core.journal import Entry, Gesture
    from sciplan_tui.core.unit.name import UnitBook

RULINGS = ("add", "instead", "drop")
"""A unit holds a role besides what it holds in the task, in place of it, or no more."""


@dataclass(frozen=True, slots=True)
class CorrectingDesk:
    """Corrections in one database; each is one journal entry."""

    database: Path
    today: date

    def title(self, task_id: int, title: str) -> Gesture:
        """Another title."""
        from sciplan_tui.workspace.edit.correcting import correct_title

        return correct_title(self.database, task_id, title, at=_now())

    def kind(self, task_id: int, kind: Kind) -> Gesture:
        """What it is."""
        from sciplan_tui.workspace.edit.correcting import correct_kind

        return correct_kind(self.database, task_id, kind, at=_now())

    def level(self, task_id: int, by: int) -> Gesture:
        """A level in (1) or out (-1)."""
        from sciplan_tui.workspace.edit.correcting import correct_level

        return correct_level(self.database, task_id, by, at=_now())

    def unit(self, assignment_id: int, name: str) -> Gesture:
        """Which unit it is."""
        from sciplan_tui.workspace.edit.correcting_duties import correct_unit

        return correct_unit(self.database, assignment_id, name, at=_now())

    def role(self, assignment_id: int, role: Role) -> Gesture:
        """Its role."""
        from sciplan_tui.workspace.edit.correcting_duties import correct_role

        return correct_role(self.database, assignment_id, role, at=_now())

    def add(self, task_id: int, name: str, role: Role) -> Gesture:
        """A unit that was not read."""
        from sciplan_tui.workspace.edit.correcting_duties import add_assignment

        return add_assignment(self.database, task_id, name, role, at=_now())

    def drop(self, assignment_id: int) -> Gesture:
        """A unit that is not printed."""
        from sciplan_tui.workspace.edit.correcting_duties import remove_assignment

        return remove_assignment(self.database, assignment_id, at=_now())

    def accept(self, assignment_ids: Sequence[int], by: str | None, on: str | None) -> Gesture:
        """What is proposed holds, by a document or a person, from a day on."""
        from sciplan_tui.workspace.edit.ruling import accept_proposals

        return accept_proposals(self.database, assignment_ids, by=by, on=on, at=_now())

    def rule(self, plan_key: str, path: str, ruling: Mapping[str, str]) -> Gesture:
        """A unit holds a role by a later word, or no more: `name`, `role`, `way` (`RULINGS`), `by` and `on`."""
        from sciplan_tui.workspace.edit.ruling import rule

        return rule(
            *(self.database, plan_key, path, ruling["name"], Role(ruling["role"])),
            by=ruling["by"],
            on=ruling["on"] or None,
            at=_now(),
            drop=ruling["way"] == "drop",
            instead=ruling["way"] == "instead",
        )

    def undo(self) -> Entry:
        """Take back the newest change still in force. Raises RefusedError."""
        from sciplan_tui.workspace.journal.undoing import undo

        return undo(self.database, at=_now())

    def unit_book(self, plan_key: str) -> UnitBook:
        """The units that a plan knows."""
        from sciplan_tui.workspace.problem.doubts import unit_book

        return unit_book(self.database, plan_key, today=self.today)


@dataclass(frozen=True, slots=True)
class DoubtDesk(CorrectingDesk):
    """The problems of one plan (its key), or of all."""

    plan: str | None = None

    def doubts(self) -> tuple[Doubt, ...]:
        """All of them, settled or not."""
        from sciplan_tui.workspace.problem.doubts import doubts

        return doubts(self.database, self.plan, today=self.today)

    def reading(self, problem_id: int) -> DoubtReading:
        """One, with the source and what was read there."""
        from sciplan_tui.workspace.problem.doubts import reading

        return reading(self.database, problem_id, today=self.today)

    def settle(self, problem_ids: Sequence[int], note: str | None) -> Gesture:
        """A person has looked."""
        from sciplan_tui.workspace.problem.settling import settle

        return settle(self.database, problem_ids, note, at=_now())

    def unsettle(self, problem_ids: Sequence[int]) -> Gesture:
        """Open again."""
        from sciplan_tui.workspace.problem.settling import unsettle

        return unsettle(self.database, problem_ids, at=_now())


def _now() -> str:
    from sciplan_tui.settings import now

    return now()
