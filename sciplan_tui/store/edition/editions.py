"""What a new edition is compared with: the stored rows of one plan, its last edition, and the problems of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sciplan_tui.core.diff.difference import Difference, Identity
from sciplan_tui.core.diff.last_said import earlier_editions
from sciplan_tui.core.diff.proposing import REASONS, difference_of
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.edition.identity import PlanIdentity
from sciplan_tui.core.edition.said import plan_said
from sciplan_tui.core.journal import Row
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.store.rows import rows

_PLAN = 'SELECT id, "key", region, title, period_start, period_end FROM plan'
_EDITION = "SELECT id, number, sha256, said FROM edition WHERE plan_id = ?"


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """A stored plan, as far as it tells which files belong to it."""

    id: int
    key: str
    identity: PlanIdentity


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition of a plan: its number, what it said, and the sha256 of its file."""

    id: int
    number: int
    sha256: str
    said: str


def known_plans(connection: sqlite3.Connection) -> tuple[KnownPlan, ...]:
    """All plans, in the order they came."""
    return _known(connection.execute(f"{_PLAN} ORDER BY id"))


def plans_of(connection: sqlite3.Connection, region: str | None) -> tuple[KnownPlan, ...]:
    """The plans of a region, or those without one, in the order they came."""
    return _known(connection.execute(f"{_PLAN} WHERE region IS ? ORDER BY id", (region,)))


def edited_plans(connection: sqlite3.Connection) -> Iterator[KnownPlan]:
    """The plans of which something else was said since they came: each as its last edition says that it is.

    Those that were changed at all are found by the index alone, however many plans there are.
    """
    found = connection.execute(
        'SELECT id, "key" FROM plan WHERE id IN (SELECT row_id FROM journal_change'
        " WHERE table_name = 'plan' GROUP BY row_id HAVING count(*) > 1) AND EXISTS (SELECT 1 FROM journal_change"
        " WHERE table_name = 'plan' AND row_id = plan.id AND old IS NOT NULL) ORDER BY id"
    )
    for number, key in found.fetchall():
        if (edition := last_edition(connection, number)) is not None:
            said = plan_said(edition.said)
            yield KnownPlan(number, key, PlanIdentity(said.region, said.title, said.period_start, said.period_end))


def plan_titles(connection: sqlite3.Connection) -> dict[str, str]:
    """The titles of all plans by their keys, in the order they came."""
    return dict(connection.execute('SELECT "key", title FROM plan ORDER BY id'))


def _known(rows: Iterable[tuple[Any, ...]]) -> tuple[KnownPlan, ...]:
    return tuple(KnownPlan(number, key, PlanIdentity(*identity)) for number, key, *identity in rows)


def begins_on(connection: sqlite3.Connection, plan_key: str) -> str | None:
    """The first day a plan tells of itself: that of its issue, its period or the first file, whichever came first."""
    (day,) = connection.execute(
        'SELECT MIN(day) FROM (SELECT issued_on AS day FROM plan WHERE "key" = :plan'
        " UNION ALL SELECT period_start || '-01-01' FROM plan WHERE \"key\" = :plan"
        " UNION ALL SELECT substr(imported_at, 1, 10) FROM edition JOIN plan ON plan.id = plan_id"
        ' WHERE "key" = :plan) AS days',
        {"plan": plan_key},
    ).fetchone()
    return str(day) if day else None


def last_edition(connection: sqlite3.Connection, plan_id: int) -> StoredEdition | None:
    """The edition with the highest number."""
    row = connection.execute(f"{_EDITION} ORDER BY number DESC LIMIT 1", (plan_id,)).fetchone()
    return StoredEdition(*row) if row else None


def edition_of(connection: sqlite3.Connection, plan_id: int, number: int) -> StoredEdition | None:
    """The edition of this number."""
    row = connection.execute(f"{_EDITION} AND number = ?", (plan_id, number)).fetchone()
    return StoredEdition(*row) if row else None


def has_text(connection: sqlite3.Connection, edition_id: int, raw: str) -> bool:
    """Whether the edition's file held this very text, in whatever encoding."""
    return (
        connection.execute("SELECT 1 FROM edition WHERE id = ? AND raw = ?", (edition_id, raw)).fetchone() is not None
    )


def newest_with_text(connection: sqlite3.Connection, plan_id: int, sha256: str, raw: str) -> int | None:
    """The number of the plan's last edition that is this file, or this very text in whatever encoding."""
    (number,) = connection.execute(
        "SELECT max(number) FROM edition WHERE plan_id = ? AND (sha256 = ? OR raw = ?)", (plan_id, sha256, raw)
    ).fetchone()
    return None if number is None else int(number)


def last_texts(connection: sqlite3.Connection, plan_key: str, count: int) -> tuple[tuple[int, str, str], ...]:
    """Number, what was said, and the raw text of a plan's last editions, newest first."""
    found = connection.execute(
        'SELECT number, said, raw FROM edition WHERE plan_id = (SELECT id FROM plan WHERE "key" = ?)'
        " ORDER BY number DESC LIMIT ?",
        (plan_key, count),
    )
    return tuple(found.fetchall())


def stored_plan(connection: sqlite3.Connection, plan_id: int, problems: Iterable[Row] = ()) -> StoredPlan:
    """All rows of a plan, its outline in order; `problems` are those of its last edition."""
    of_task = "task_id IN (SELECT id FROM task WHERE plan_id = ?)"
    plan = rows(connection, "plan", "id = ?", (plan_id,))
    if not plan:
        return StoredPlan(plan_id)
    undecided, rejected = proposals(problems)
    last = last_edition(connection, plan_id)
    tasks = rows(connection, "task", "plan_id = ? ORDER BY position, id", (plan_id,))
    return StoredPlan(
        plan_id,
        plan[0],
        tasks,
        rows(connection, "unit", "plan_id = ? ORDER BY position, id", (plan_id,)),
        rows(connection, "assignment", f"{of_task} ORDER BY task_id, position, id", (plan_id,)),
        rows(connection, "target", f"{of_task} ORDER BY task_id, position, id", (plan_id,)),
        rows(connection, "milestone", "plan_id = ? ORDER BY position, id", (plan_id,)),
        rows(connection, "mark", f"{of_task} ORDER BY id", (plan_id,)),
        rows(connection, "succession", "plan_id = ? ORDER BY id", (plan_id,)),
        undecided,
        rejected,
        last.number if last else 0,
        _earlier(connection, plan_id, earlier_editions(row["said_path"] for row in tasks)),
        rows(connection, "reported", f"target_id IN (SELECT id FROM target WHERE {of_task}) ORDER BY id", (plan_id,)),
    )


def _earlier(connection: sqlite3.Connection, plan_id: int, numbers: Iterable[int]) -> dict[int, ParsedPlan]:
    found = ((number, edition_of(connection, plan_id, number)) for number in numbers)
    return {number: plan_said(edition.said) for number, edition in found if edition is not None}


def proposals(problems: Iterable[Row]) -> tuple[dict[Identity, Difference], frozenset[Identity]]:
    """What stays proposed among the problems of an edition, and what a person has rejected."""
    undecided: dict[Identity, Difference] = {}
    rejected: set[Identity] = set()
    for row in problems:
        if row["code"] in REASONS and "about" in (details := json.loads(row["details"])):
            one = difference_of(row["code"], details)
            if row["settled_on"] is None:
                undecided[one.identity] = one
            else:
                rejected.add(one.identity)
    return undecided, frozenset(rejected)


def stored_problems(connection: sqlite3.Connection, plan_id: int) -> tuple[Row, ...]:
    """The problems of all editions of a plan, in their order."""
    of_plan = "edition_id IN (SELECT id FROM edition WHERE plan_id = ?) ORDER BY edition_id, position"
    return rows(connection, "problem", of_plan, (plan_id,))
