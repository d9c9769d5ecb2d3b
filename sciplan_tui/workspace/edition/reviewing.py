"""Reviewing: what stays proposed of a plan's last edition, and deciding it.

What waits is found anew by comparing the edition with what is stored, so what is accepted fits what people have done
since. One decision is one transaction and one journal entry.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.errors import RefusedError, StoreError

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.diff import Review, StoredPlan
    from sciplan_tui.core.diff.renaming import LikelyRename
    from sciplan_tui.core.journal import Change, Row
    from sciplan_tui.core.plan import ParsedPlan


@dataclass(frozen=True, slots=True)
class Pending:
    """What of a plan's last edition waits for a person, in the order it is told; and units it may have renamed."""

    plan_key: str
    title: str
    edition: int
    differences: tuple[Difference, ...]
    renames: tuple[LikelyRename, ...] = ()


@dataclass(frozen=True, slots=True)
class _Edition:
    """A plan with its last edition, as it is stored."""

    id: int
    number: int
    key: str
    stored: StoredPlan
    said: ParsedPlan
    problems: tuple[Row, ...]
    next_id: Callable[[str], int]


def pending(database: Path, plan_key: str) -> Pending:
    """What stays proposed of the plan that `plan_key` fits. RefusedError: no such plan, or several."""
    from sciplan_tui.store.database.engine import opened

    with opened(database) as connection:
        edition = _edition(connection, plan_key)
        told = _compared(edition, edition.stored).differences
        return Pending(edition.key, edition.said.title, edition.number, told, _renames(connection, edition))


def all_pending(database: Path, part: str | None = None) -> tuple[Pending, ...]:
    """What stays proposed of every plan, or of the one that `part` fits. RefusedError: no such plan, or several."""
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.edition.editions import known_plans

    if part is not None:
        return (pending(database, part),)
    with opened(database) as connection:
        keys = [plan.key for plan in known_plans(connection)]
    return tuple(pending(database, key) for key in keys)


def decide(
    database: Path,
    plan_key: str,
    *,
    accepted: Collection[int],
    rejected: Collection[int],
    seen: tuple[Difference, ...],
    at: str,
) -> int:
    """Carry out what is accepted, and settle what is rejected for good; the number of the journal entry.

    Both are places in `seen`, the differences as they were shown; a task that is rejected as alike is a new one, and
    the removal of the one it was taken for is proposed. What an accepted one needs must be accepted as well.
    RefusedError: nothing is decided, or no such plan. StoreError (`changed_meanwhile`): something else waits by now.
    """
    from sciplan_tui.store.database.engine import opened, transaction
    from sciplan_tui.store.journal.writing import record

    with opened(database, write=True) as connection, transaction(connection):
        edition = _edition(connection, plan_key)
        told = _compared(edition, edition.stored).differences
        if told != seen:
            raise StoreError("changed_meanwhile", table="task")
        yes, no = [told[place] for place in accepted], _with_what_hangs(told, rejected)
        if not yes and not no:
            raise RefusedError("nothing_decided", plan=edition.key)
        review = _decided(edition, yes, no)
        found = (*(review.changes if review.accepted else ()), *_problem_changes(edition, review, no, at))
        changes = [change for change in found if change is not None]
        return record(connection, "review", _summary(edition, review, no), changes, at)


def _edition(connection: sqlite3.Connection, plan_key: str) -> _Edition:
    from sciplan_tui.core.edition.identity import one_fitting
    from sciplan_tui.core.edition.said import plan_said
    from sciplan_tui.store.edition.editions import known_plans, last_edition, plan_titles, stored_plan, stored_problems
    from sciplan_tui.store.journal.numbers import Numbers

    known = {one.key: one.id for one in known_plans(connection)}
    key = one_fitting(plan_key, plan_titles(connection))
    last = last_edition(connection, known[key])
    if last is None:
        raise RefusedError("no_edition", plan=key)
    problems = stored_problems(connection, known[key])
    stored = stored_plan(connection, known[key], problems)
    return _Edition(last.id, last.number, key, stored, plan_said(last.said), problems, Numbers(connection))


def _renames(connection: sqlite3.Connection, edition: _Edition) -> tuple[LikelyRename, ...]:
    """What the last edition may have renamed of the one before it."""
    from sciplan_tui.core.diff.renaming import open_renames
    from sciplan_tui.core.edition.said import plan_said
    from sciplan_tui.store.edition.editions import edition_of

    before = edition_of(connection, edition.stored.plan_id, edition.number - 1)
    return open_renames(edition.stored, plan_said(before.said), edition.said) if before else ()


def _compared(
    edition: _Edition, stored: StoredPlan, accepts: Callable[[int, Difference], bool] = lambda place, one: False
) -> Review:
    """The edition compared with itself: only what is undecided differs."""
    from sciplan_tui.core.diff import Naming, diff
    from sciplan_tui.workspace.pinyin import initials

    return diff(stored, edition.said, edition.said, Naming(initials), edition.next_id, accepts, again=True)


def _with_what_hangs(told: tuple[Difference, ...], rejected: Collection[int]) -> list[Difference]:
    """What is rejected, and what needs it. What is said of a task that is not the one it was taken for, is not."""
    gone, asked = set(rejected), {place for place, one in enumerate(told) if _is_match(one)}
    while more := {place for place, one in enumerate(told) if (gone - asked).intersection(one.needs)} - gone:
        gone |= more
    return [told[place] for place in sorted(gone)]


def _is_match(one: Difference) -> bool:
    """Whether it asks if two tasks are the same."""
    return one.reason == "alike" and one.ratio is not None


def _decided(edition: _Edition, yes: list[Difference], no: list[Difference]) -> Review:
    """The changes of a decision. A task that is not the one it was taken for is a new one, with all that is its own."""
    wanted = {one.identity for one in yes}
    new = {one.identity: one for one in _new_tasks(edition, [one for one in no if _is_match(one)])}
    rejected = {one.identity for one in no}
    left = {identity: one for identity, one in edition.stored.undecided.items() if identity not in rejected}
    gone = {one.identity: one for one in _gone_tasks(edition, [one for one in no if _is_match(one)])}
    stored = replace(edition.stored, undecided={**left, **new, **gone}, rejected=edition.stored.rejected | rejected)
    told = _compared(edition, stored).differences
    places = {place for place, one in enumerate(told) if one.identity in wanted or one.identity in new}
    along = {place for place, one in enumerate(told) if one.kind == "moved" and places.intersection(one.needs)}
    return _compared(edition, stored, lambda place, one: place in places | along)


def _gone_tasks(edition: _Edition, apart: list[Difference]) -> Iterator[Difference]:
    """The tasks that others were taken for, as removals that are proposed."""
    numbers = {int(one.about.split(" ")[1]) for one in apart}
    for row in edition.stored.tasks:
        if row["id"] in numbers:
            about = f"task {row['id']}"
            yield Difference("task_removed", row["path"], row["title"], row["title"], reason="removal", about=about)


def _new_tasks(edition: _Edition, apart: list[Difference]) -> Iterator[Difference]:
    """The tasks that are not those they were taken for, and all below them: as additions, or moved if stored."""
    from sciplan_tui.core.folding import fold

    paths = {one.path for one in apart}
    taken_for = {one.path: int(one.about.split(" ")[1]) for one in apart}
    there = {row["said_path"]: row["id"] for row in edition.stored.tasks}
    below = {row["id"]: row["parent_id"] for row in edition.stored.tasks}
    for task in edition.said.tasks:
        if task.path in paths or task.parent in paths:
            paths.add(task.path)
            yield Difference("task_added", task.path, task.title, new=task.title, about=f"new {fold(task.title)}")
            number = there.get(task.path)
            if number is not None and task.parent in taken_for and below[number] == taken_for[task.parent]:
                yield Difference("moved", task.path, task.title, new=task.path, about=f"task {number}")


def _problem_changes(edition: _Edition, review: Review, no: list[Difference], at: str) -> Iterator[Change | None]:
    """What is rejected is settled; what is accepted, or has become void, waits no more; what has come up waits."""
    from sciplan_tui.core.diff.difference import altered, removed
    from sciplan_tui.core.diff.proposing import REASONS, Settled, as_problem, problem_identity, problem_rows
    from sciplan_tui.core.journal import Change
    from sciplan_tui.store.problem.stored import stored_problem

    left = {one.identity for place, one in enumerate(review.differences) if place not in review.accepted}
    rejected = {one.identity: one for one in no}
    known: set[object] = set()
    for row in edition.problems:
        if row["code"] not in REASONS:
            continue
        identity = problem_identity(stored_problem(row["code"], row["line"], row["details"]))
        known.add(identity)
        if row["settled_on"] is None and identity in rejected:
            yield altered("problem", row, {"settled_on": at[:10]})
        elif row["settled_on"] is None and identity not in left:
            yield removed("problem", row)
    new = [one for one in (*review.differences, *no) if one.identity in {*left, *rejected} - known]
    settled: dict[object, Settled] = dict.fromkeys(rejected, (at[:10], None))
    last = max((row["position"] for row in edition.problems), default=0)
    for row in problem_rows(map(as_problem, new), settled):
        place = {"edition_id": edition.id, "position": last + row["position"]}
        yield Change("problem", edition.next_id("problem"), None, {**row, **place})


def _summary(edition: _Edition, review: Review, no: list[Difference]) -> dict[str, Any]:
    return {
        "plan": edition.key,
        "title": edition.said.title,
        "edition": edition.number,
        "accepted": len(review.accepted),
        "rejected": len(no),
    }
