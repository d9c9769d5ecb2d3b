"""Milestones by hand: one added that the document does not name, one changed, one dropped with the marks at it.

The plan's next edition is compared with what the last one said, so none of it is taken back: a milestone that the
document names keeps its key, by which it is known there; the key of one that a person added follows its kind and year.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.given.moment import Span, moment, span
from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.plan import MilestoneKind, Origin
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.given_text import one_line
from sciplan_tui.workspace.meant.plan import milestone_meant, plan_meant

if TYPE_CHECKING:
    import sqlite3


def add_milestone(
    database: Path, *, plan: str | None, kind: MilestoneKind, date: str, label: str | None = None, at: str
) -> Gesture:
    """Add a milestone over a whole year, or on a date as `core.given.moment` reads it; its origin is `ruled`. That of
    the tasks' own deadlines has no date.

    Its facts name the plan, the milestone (its key) and the label.
    RefusedError: no such plan, no date, or one of that key is there already.
    """
    when = Span() if kind is MilestoneKind.DEADLINE else span(date)
    if when.start is None and kind is not MilestoneKind.DEADLINE:
        raise RefusedError("not_a_moment", value="")
    year, what = (when.start or "")[:4], say(f"word.milestone.{kind}")
    name = one_line(label or "") or (say("word.milestone_in", year=year, what=what) if year else what)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.store.journal.writing import next_id
        from sciplan_tui.store.progress.marks import milestones_of

        owner = plan_meant(connection, plan)
        key = _free_key(connection, owner["id"], kind, year)
        place = len(milestones_of(connection, owner["id"])) + 1
        row = _added_row(owner["id"], place, key, kind, name, when)
        facts = {"plan": owner["key"], "milestone": key, "label": name}
        return facts, [Change("milestone", next_id(connection, "milestone"), None, row)]

    return carry_out(database, "milestone", planned, at)


def _added_row(plan_id: int, place: int, key: str, kind: MilestoneKind, label: str, when: Span) -> Row:
    """The row of a milestone that a person adds: of no task, and of no line."""
    return {
        "plan_id": plan_id,
        "task_id": None,
        "position": place,
        "key": key,
        "kind": str(kind),
        "label": label,
        "line": None,
        "origin": str(Origin.RULED),
        "start_on": when.start,
        "end_on": when.end,
        "precision": when.precision,
    }


def set_milestone(
    database: Path,
    plan: str | None,
    name: str,
    *,
    label: str | None = None,
    kind: MilestoneKind | None = None,
    date: str | None = None,
    at: str,
) -> Gesture:
    """Say otherwise what a milestone is; what is None stays. `date`: as `core.given.moment` reads it, empty for none.

    RefusedError: no such milestone, an empty name, no date, or its key would be that of another.
    """
    from sciplan_tui.core.diff.difference import altered

    wanted: dict[str, Any] = {}
    if label is not None:
        wanted["label"] = _label(label)
    if kind is not None:
        wanted["kind"] = str(kind)
    if date is not None:
        wanted |= dict(zip(("start_on", "end_on", "precision"), span(date), strict=True))

    def planned(connection: sqlite3.Connection) -> Planned:
        owner = plan_meant(connection, plan)
        row = milestone_meant(connection, owner, name)
        key = _key(connection, row, wanted)
        facts = {"what": "set", "plan": owner["key"], "milestone": key, "label": row["label"]}
        return {**facts, "given": _given(row, wanted)}, [altered("milestone", row, {**wanted, "key": key})]

    return carry_out(database, "milestone", planned, at)


def drop_milestone(database: Path, plan: str | None, name: str, *, with_all: bool = False, at: str) -> Gesture:
    """Take a milestone away. Its marks go with it, and stay in the journal.

    RefusedError: no such milestone; there are marks at it, and they are not to go (`with_all`).
    """
    from sciplan_tui.core.diff.difference import removed
    from sciplan_tui.store.progress.marks import marks_at

    def planned(connection: sqlite3.Connection) -> Planned:
        owner = plan_meant(connection, plan)
        row = milestone_meant(connection, owner, name)
        marks = marks_at(connection, row["id"])
        facts = {"plan": owner["key"], "milestone": row["key"], "label": row["label"]}
        if marks and not with_all:
            raise RefusedError("milestone_marked", count=len(marks), **facts)
        changes = [*(removed("mark", mark) for mark in marks.values()), removed("milestone", row)]
        return {"what": "drop", **facts, "going": {"mark": len(marks)}}, changes

    return carry_out(database, "milestone", planned, at)


def _label(text: str) -> str:
    if cleaned := one_line(text):
        return cleaned
    raise RefusedError("label_empty")


def _key(connection: sqlite3.Connection, row: Row, wanted: dict[str, Any]) -> str:
    """The key from now on."""
    after = {**row, **wanted}
    same = all(after[name] == row[name] for name in ("kind", "start_on"))
    if row["origin"] != Origin.RULED or same or after["start_on"] is None:
        return str(row["key"])
    return _free_key(connection, row["plan_id"], MilestoneKind(after["kind"]), after["start_on"][:4], row["key"])


def _free_key(
    connection: sqlite3.Connection, plan_id: int, kind: MilestoneKind, year: str, own: str | None = None
) -> str:
    """The key of a milestone of that kind and year. RefusedError: another than `own` has it."""
    from sciplan_tui.core.progress.milestone_key import milestone_key
    from sciplan_tui.store.progress.marks import milestones_of

    key = milestone_key(kind, year)
    if any(one.key == key != own for one in milestones_of(connection, plan_id)):
        raise RefusedError("milestone_there", key=key)
    return key


def _given(row: Row, wanted: dict[str, Any]) -> dict[str, list[Any]]:
    """What is said otherwise: what was, what is."""
    after = {**row, **wanted}
    said = {name: [row[name], after[name]] for name in ("label", "kind")}
    said["date"] = [moment(one["start_on"], one["end_on"], one["precision"]) for one in (row, after)]
    return {name: both for name, both in said.items() if both[0] != both[1]}
