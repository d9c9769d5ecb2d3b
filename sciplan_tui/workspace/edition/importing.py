"""Importing: a file's plan becomes a new plan, or a new edition of one that is there.

One file is one transaction and one journal entry. The same text again, in whatever encoding, changes nothing. What an
edition changes is planned and carried out within one transaction, so what was shown is what is done, or it is refused.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import RefusedError, StoreError

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.diff.difference import Difference
    from sciplan_tui.core.journal import Change
    from sciplan_tui.core.unit.renaming import LikelyRename
    from sciplan_tui.store.editions import StoredEdition
    from sciplan_tui.store.keeping import KeptOpen

_NEEDED = ("core.plan_cleaning", "core.diff", "core.unit.renaming", "store.editions", "store.numbers", "store.creating")
"""What an import is made with; the rest comes with these."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do.

    `new`: a first edition. `unchanged`: the same text is in already. `edition`: a changed file; `entry_id` None says
    that it was not applied, since nobody has accepted it (or it was a dry run). `differences` lists what it changes;
    those in `accepted` (places in it) are carried out, or would be with a yes; the others stay proposed. `counts`:
    tasks, units, assignments, targets, milestones, problems. `renames`: units that it may have renamed, to be asked.
    `doubted`: it does not look like a task plan.
    """

    status: Literal["new", "unchanged", "edition"]
    plan_key: str
    title: str
    entry_id: int | None
    counts: dict[str, int]
    differences: tuple[Difference, ...] = ()
    edition: int = 1
    accepted: frozenset[int] = frozenset()
    renames: tuple[LikelyRename, ...] = ()
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A plan to be imported and its decoded text: of which plan it is said to be, what is accepted, and when."""

    plan: ParsedPlan
    raw: str
    key: str | None
    accept: bool | frozenset[int]
    at: str


@dataclass(frozen=True, slots=True)
class _Draft:
    """A planned import: its result without an entry, and the changes that carry it out."""

    result: ImportResult
    changes: tuple[Change, ...]


def get_ready() -> None:
    """Load what the first import would load."""
    from sciplan_tui.workspace.pinyin import initials

    for name in _NEEDED:
        import_module(f"sciplan_tui.{name}")
    initials("市")


def plan_import(database: Path, plan: ParsedPlan, raw: str, *, key: str | None, at: str) -> ImportResult:
    """What an import would do; nothing is written, and no database is made."""
    return import_plan(database, plan, raw, key=key, accept=False, dry_run=True, at=at)


def import_plan(
    database: Path,
    plan: ParsedPlan,
    raw: str,
    *,
    key: str | None = None,
    accept: bool | frozenset[int] = False,
    dry_run: bool = False,
    at: str,
    seen: tuple[Difference, ...] | None = None,
    kept: KeptOpen | None = None,
) -> ImportResult:
    """Import one plan as it was read from a file, whose decoded text is `raw`.

    `key`: the plan it belongs to (any part that fits one), else it is found by region, title and period. A changed file
    is applied only with `accept`: True for what is certain, else the places of the differences that are accepted; the
    others stay proposed. `seen` are the differences that were shown before, and if another process has changed the plan
    since, so that they are others now, it is refused (`changed_meanwhile`). `kept`: a connection for many files.
    RefusedError: no task in it, no such plan. StoreError: the database.
    """
    from sciplan_tui.core.plan_cleaning import cleaned
    from sciplan_tui.store.keeping import KeptOpen

    if not plan.tasks:
        raise RefusedError("nothing_to_import", name=plan.source.name)
    asked = _Asked(cleaned(plan), raw, key, dry_run or accept, at)
    if dry_run:
        return _dry(database, asked)
    if kept is not None:
        return _write(kept, asked, seen)
    with closing(KeptOpen(database)) as once:
        return _write(once, asked, seen)


def _dry(database: Path, asked: _Asked) -> ImportResult:
    """Planned on a database in memory where there is none yet, else on a connection that cannot write."""
    import sqlite3

    from sciplan_tui.resources import schema_sql
    from sciplan_tui.store.creating import statements
    from sciplan_tui.store.engine import opened

    if database.exists():
        with opened(database) as connection:
            return _draft(connection, asked).result
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements(schema_sql()):
            connection.execute(statement)
        return _draft(connection, asked).result


def _write(kept: KeptOpen, asked: _Asked, seen: tuple[Difference, ...] | None) -> ImportResult:
    from sciplan_tui.store.engine import transaction
    from sciplan_tui.store.writing import record

    with kept.opened() as connection:
        with transaction(connection):
            draft = _draft(connection, asked)
            result = draft.result
            if seen is not None and seen != result.differences:
                raise StoreError("changed_meanwhile", table="task")
            if result.status == "unchanged" or (result.status == "edition" and asked.accept is False):
                return result
            entry = record(connection, "import", _summary(result, asked.plan), draft.changes, asked.at)
        return replace(result, entry_id=entry)


def _draft(connection: sqlite3.Connection, asked: _Asked) -> _Draft:
    """Compare the plan with what is stored of it."""
    from sciplan_tui.store.editions import last_edition

    plan = asked.plan
    plan_id, plan_key, is_new = _belongs_to(connection, plan, asked.key)
    last = None if is_new else last_edition(connection, plan_id)
    result = ImportResult("new", plan_key, plan.title, None, _counts(plan))
    if last is not None and _is_in(connection, last, plan, asked.raw):
        return _Draft(replace(result, status="unchanged", edition=last.number), ())
    draft = _edition(connection, asked, plan_id, last, result)
    return replace(draft, changes=(*_plan_changes(plan, plan_id, plan_key), *draft.changes)) if is_new else draft


def _edition(
    connection: sqlite3.Connection, asked: _Asked, plan_id: int, last: StoredEdition | None, result: ImportResult
) -> _Draft:
    """An edition of a plan, its first or another: how it differs from the `last`, and what brings it in."""
    from sciplan_tui.core.diff import Naming, diff
    from sciplan_tui.core.edition.said import plan_said
    from sciplan_tui.core.unit.renaming import open_renames
    from sciplan_tui.store.editions import stored_plan, stored_problems
    from sciplan_tui.store.numbers import Numbers
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
    found = replace(
        result,
        status="edition" if last else "new",
        differences=review.differences,
        edition=number,
        accepted=review.accepted,
        renames=open_renames(stored, before, plan) if before else (),
        doubted=any(problem.code == "no_task_plan" for problem in plan.problems),
    )
    return _Draft(found, changes)


def _is_in(connection: sqlite3.Connection, last: StoredEdition, plan: ParsedPlan, raw: str) -> bool:
    """Whether the last edition is this text, read as it is read now. (A newer program may read more in it.)"""
    from sciplan_tui.core.edition.said import same_reading
    from sciplan_tui.store.editions import has_text

    same_text = last.sha256 == plan.source.sha256 or has_text(connection, last.id, raw)
    return same_text and same_reading(last.said, plan)


def _belongs_to(connection: sqlite3.Connection, plan: ParsedPlan, key: str | None) -> tuple[int, str, bool]:
    """The plan's number and key, and whether it is new. Of many plans only those of its region are read."""
    from sciplan_tui.core.edition.identity import PlanIdentity, one_fitting, plan_key, same_plan
    from sciplan_tui.store.editions import edited_plans, known_plans, plan_titles, plans_of
    from sciplan_tui.store.writing import next_id

    keys = plan_titles(connection)
    mine = PlanIdentity(plan.region, plan.title, plan.period_start, plan.period_end)
    if key is None:
        fits = [one for one in plans_of(connection, plan.region) if same_plan(one.identity, mine)]
        fits = fits or [one for one in edited_plans(connection) if same_plan(one.identity, mine)]
    else:
        named = one_fitting(key, keys)
        fits = [one for one in known_plans(connection) if one.key == named]
    if fits:
        return fits[0].id, fits[0].key, False
    return next_id(connection, "plan"), plan_key(mine, keys), True


def _plan_changes(plan: ParsedPlan, plan_id: int, plan_key: str) -> tuple[Change, ...]:
    from sciplan_tui.core.diff.rows import plan_row
    from sciplan_tui.core.journal import Change

    return (Change("plan", plan_id, None, {"key": plan_key, **plan_row(plan)}),)


def _counts(plan: ParsedPlan) -> dict[str, int]:
    from sciplan_tui.core.plan import COUNTED_KINDS

    return {
        "tasks": sum(task.kind in COUNTED_KINDS for task in plan.tasks),
        "units": len({assignment.unit for task in plan.tasks for assignment in task.assignments}),
        "assignments": sum(len(task.assignments) for task in plan.tasks),
        "targets": len(plan.targets),
        "milestones": len(plan.milestones),
        "problems": len(plan.problems),
    }


def _summary(result: ImportResult, plan: ParsedPlan) -> dict[str, Any]:
    return {
        "plan": result.plan_key,
        "title": result.title,
        "file": plan.source.name,
        "edition": result.edition,
        **result.counts,
        "accepted": len(result.accepted),
        "proposed": len(result.differences) - len(result.accepted),
    }
