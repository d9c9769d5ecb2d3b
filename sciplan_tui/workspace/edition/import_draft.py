"""What an import would do: how an edition differs from the last one, and the changes that bring it in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sciplan_tui.core.plan import ParsedPlan

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.diff import Review
    from sciplan_tui.core.diff.difference import Difference
    from sciplan_tui.core.diff.renaming import LikelyRename
    from sciplan_tui.core.journal import Change
    from sciplan_tui.store.edition.editions import StoredEdition


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do.

    `new`: a first edition. `unchanged`: the same text is in already. `earlier`: it is the text of an edition that a
    later one has followed, and changes nothing either. `edition`: a changed file; `entry_id` None says
    that it was not applied, since nobody has accepted it (or it was a dry run). `differences` lists what it changes;
    those in `accepted` (places in it) are carried out, or would be with a yes; the others stay proposed. `counts`:
    tasks, units, assignments, targets, milestones, problems. `renames`: units that it may have renamed, to be asked.
    `doubted`: it does not look like a task plan.
    """

    status: Literal["new", "unchanged", "earlier", "edition"]
    plan_key: str
    title: str
    entry_id: int | None
    counts: dict[str, int]
    differences: tuple[Difference, ...] = ()
    edition: int = 1
    accepted: frozenset[int] = frozenset()
    renames: tuple[LikelyRename, ...] = ()
    doubted: bool = False

    @property
    def is_in(self) -> bool:
        """Whether there is nothing to write: what the file says is in already, in the last edition or one before."""
        return self.status in ("unchanged", "earlier")


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan to be imported and its decoded text: of which plan it is said to be, what is accepted, and when."""

    plan: ParsedPlan
    raw: str
    key: str | None
    accept: bool | frozenset[int]
    at: str


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A planned import: its result without an entry, and the changes that carry it out."""

    result: ImportResult
    changes: tuple[Change, ...]


def planned_import(connection: sqlite3.Connection, asked: Asked) -> ImportDraft:
    """Compare the plan with what is stored of it."""
    from sciplan_tui.store.edition.editions import last_edition
    from sciplan_tui.workspace.edition.belonging import belongs_to, earlier_edition, is_in

    plan = asked.plan
    plan_id, plan_key, is_new = belongs_to(connection, plan, asked.key)
    last = None if is_new else last_edition(connection, plan_id)
    result = ImportResult("new", plan_key, plan.title, None, _counts(plan))
    if last is not None and is_in(connection, last, plan, asked.raw):
        return ImportDraft(replace(result, status="unchanged", edition=last.number), ())
    if last is not None and (earlier := earlier_edition(connection, plan_id, last, plan, asked.raw)):
        return ImportDraft(replace(result, status="earlier", edition=earlier), ())
    draft = _edition(connection, asked, plan_id, last, result)
    return replace(draft, changes=(*_plan_changes(plan, plan_id, plan_key), *draft.changes)) if is_new else draft


def _edition(
    connection: sqlite3.Connection, asked: Asked, plan_id: int, last: StoredEdition | None, result: ImportResult
) -> ImportDraft:
    """An edition of a plan, its first or another: how it differs from the `last`, and what brings it in."""
    from sciplan_tui.core.diff import Naming, diff
    from sciplan_tui.core.diff.renaming import open_renames
    from sciplan_tui.core.edition.said import plan_said
    from sciplan_tui.store.edition.editions import stored_plan, stored_problems
    from sciplan_tui.store.journal.numbers import Numbers
    from sciplan_tui.workspace.edition.changes import edition_changes
    from sciplan_tui.workspace.edition.own_deadlines import deadline_milestone
    from sciplan_tui.workspace.pinyin import initials

    plan, accept, numbers = asked.plan, asked.accept, Numbers(connection)
    problems = stored_problems(connection, plan_id) if last else ()
    stored, before = stored_plan(connection, plan_id, problems), plan_said(last.said) if last else None
    accepted = None if isinstance(accept, bool) else lambda place, _: place in accept
    review = diff(stored, before, plan, Naming(initials), numbers, accepted)
    number = last.number + 1 if last else 1
    changes = (
        *review.changes,
        *deadline_milestone(plan, before, plan_id, stored.milestones, numbers),
        *edition_changes(plan, asked.raw, plan_id, number, asked.at, review, problems, numbers),
    )
    renames = open_renames(stored, before, plan) if before else ()
    return ImportDraft(replace(_of_edition(result, number, plan, review), renames=renames), changes)


def _of_edition(result: ImportResult, number: int, plan: ParsedPlan, review: Review) -> ImportResult:
    """The result for the edition of this number, but for the units that it may have renamed."""
    return replace(
        result,
        status="edition" if number > 1 else "new",
        differences=review.differences,
        edition=number,
        accepted=review.accepted,
        doubted=any(problem.code == "no_task_plan" for problem in plan.problems),
    )


def _plan_changes(plan: ParsedPlan, plan_id: int, plan_key: str) -> tuple[Change, ...]:
    from sciplan_tui.core.diff.rows import plan_row
    from sciplan_tui.core.journal import Change

    return (Change("plan", plan_id, None, {"key": plan_key, **plan_row(plan)}),)


def _counts(plan: ParsedPlan) -> dict[str, int]:
    from sciplan_tui.core.plan import COUNTED_KINDS
    from sciplan_tui.workspace.edition.own_deadlines import with_its_own

    return {
        "tasks": sum(task.kind in COUNTED_KINDS for task in plan.tasks),
        "units": len({assignment.unit for task in plan.tasks for assignment in task.assignments}),
        "assignments": sum(len(task.assignments) for task in plan.tasks),
        "targets": len(plan.targets),
        "milestones": with_its_own(plan),
        "problems": len(plan.problems),
    }
