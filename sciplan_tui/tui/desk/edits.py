"""What the screens can have edited by hand: tasks, figures, milestones, plans. Called from worker threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.plan import Kind, MilestoneKind

if TYPE_CHECKING:
    from sciplan_tui.core.detail.editable import Editable, EditableMilestone
    from sciplan_tui.core.journal import Gesture

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EditDesk:
    """One database; each edit is one journal entry. Raises RefusedError, StoreError."""

    database: Path
    today: date

    def editable(self, task_id: int) -> Editable:
        """What may be edited of a task and its plan."""
        from sciplan_tui.workspace.edit.editable import editable

        return editable(self.database, task_id, today=self.today)

    def first_task(self, plan: str) -> int:
        """The task that a plan begins with."""
        from sciplan_tui.workspace.edit.editable import first_task

        return first_task(self.database, plan, today=self.today)

    def milestone(self, plan: str, key: str) -> EditableMilestone:
        """One milestone."""
        from sciplan_tui.workspace.edit.editable import editable_milestone

        return editable_milestone(self.database, plan, key, today=self.today)

    def set_milestone(self, plan: str, key: str, given: Given) -> Gesture:
        """Name, kind and date."""
        from sciplan_tui.workspace.edit.milestones import set_milestone

        label, kind, day = given["label"], MilestoneKind(given["kind"]), given["date"]
        return set_milestone(self.database, plan, key, label=label, kind=kind, date=day, at=_now())

    def drop_milestone(self, plan: str, key: str) -> Gesture:
        """With the marks at it, of which has been told."""
        from sciplan_tui.workspace.edit.milestones import drop_milestone

        return drop_milestone(self.database, plan, key, with_all=True, at=_now())

    def add_target(self, task_id: int, given: Given) -> Gesture:
        """A figure more."""
        from sciplan_tui.workspace.edit.targets import add_target

        return add_target(self.database, task_id, given, at=_now())

    def set_target(self, target_id: int, given: Given) -> Gesture:
        """A figure otherwise."""
        from sciplan_tui.workspace.edit.targets import set_target

        return set_target(self.database, target_id, given, at=_now())

    def drop_target(self, target_id: int) -> Gesture:
        """A figure less, with what was reported for it, of which has been told."""
        from sciplan_tui.workspace.edit.targets import drop_target

        return drop_target(self.database, target_id, with_all=True, at=_now())

    def report(self, target_id: int, given: Given) -> Gesture:
        """What was reported for a figure; what is left empty stays as it is."""
        from sciplan_tui.workspace.progress.reporting import report_value

        note, evidence = given["note"] or None, given["evidence"] or None
        return report_value(
            self.database, target_id, given["value"], on=given["on"], note=note, evidence=evidence, at=_now()
        )

    def drop_report(self, target_id: int, on: str) -> Gesture:
        """What was reported on a day, no more."""
        from sciplan_tui.workspace.progress.reporting import drop_report

        return drop_report(self.database, target_id, on=on, at=_now())

    def add_task(self, beside: int, given: Given) -> tuple[Gesture, int]:
        """A task behind another or below it; and its number."""
        from sciplan_tui.workspace.edit.tasks import add_task
        from sciplan_tui.workspace.meant.task import task_at

        below, with_units = given["where"] == "below", given["units"] == "copied"
        done = add_task(
            self.database, beside, given["title"],
            below=below, kind=Kind(given["kind"]), with_units=with_units, by=given["by"] or None, at=_now(),
        )  # fmt: skip
        return done, task_at(self.database, done.facts["path"], done.facts["plan"], today=self.today).task_id

    def drop_task(self, task_id: int) -> Gesture:
        """With what hangs on it, of which has been told."""
        from sciplan_tui.workspace.edit.tasks import drop_task

        return drop_task(self.database, task_id, with_all=True, at=_now())

    def add_plan(self, given: Given) -> Gesture:
        """A plan without a file."""
        from sciplan_tui.workspace.edit.plans import add_plan

        said = {name: text for name, text in given.items() if name != "first"}
        return add_plan(self.database, said, given["first"], at=_now())

    def set_plan(self, plan: str, given: Given) -> Gesture:
        """What a plan says about itself."""
        from sciplan_tui.workspace.edit.plans import set_plan

        return set_plan(self.database, plan, given, at=_now())


def _now() -> str:
    from sciplan_tui.settings import now

    return now()
