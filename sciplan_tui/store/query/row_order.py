"""What tasks are ordered by, read for all of them at once: the rank of each among the tasks of its plan."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from sciplan_tui.core.outline.order import NEVER, day_rank, next_due, state_rank
from sciplan_tui.core.outline.tree import Outline
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.milestone_key import KnownMilestone
from sciplan_tui.core.progress.status import due_day
from sciplan_tui.core.view.spec import RowOrder
from sciplan_tui.store.query.known import Known


def read_ranks(
    connection: sqlite3.Connection, order: RowOrder, outline: Outline, known: Known, units: Sequence[int]
) -> list[int]:
    """The rank of each row of the outline, the lowest first. `units`: those of all plans in protocol order."""
    return _READ[order](connection, outline, known, units)


def _by_lead(connection: sqlite3.Connection, outline: Outline, known: Known, units: Sequence[int]) -> list[int]:
    """The place of the lead that is named first, at the task or where it inherits; without a lead, at the end.

    The units are asked for one by one, so that SQLite goes by its index of units and roles.
    """
    found = connection.execute(
        "SELECT task_id, unit_id, position FROM held WHERE printed_id IN (SELECT id FROM unit) AND role = 'lead'"
        " AND origin <> 'proposed'"
    ).fetchall()
    places = {unit: place for place, unit in enumerate(units)}
    found.sort(key=lambda row: row[2], reverse=True)
    ranks = {task: places.get(unit, NEVER) for task, unit, _ in found}
    return [ranks.get(outline.ids[holder], NEVER) if holder >= 0 else NEVER for holder in outline.holders]


_DEADLINES = "SELECT id, deadline FROM task WHERE deadline IS NOT NULL"


def _by_state(connection: sqlite3.Connection, outline: Outline, known: Known, units: Sequence[int]) -> list[int]:
    """What a task's marks and its deadline say; as few combinations of them there are, each is thought over once."""
    of_plan = _milestones(known)
    unmarked = {plan: state_rank({}, milestones, known.today) for plan, milestones in of_plan.items()}
    ranks = [unmarked[plan] for plan in outline.plans()]
    marks: defaultdict[int, tuple[tuple[int, str], ...]] = defaultdict(tuple)
    for task, milestone, status in connection.execute("SELECT task_id, milestone_id, status FROM mark"):
        marks[task] += ((milestone, status),)
    deadlines = dict(connection.execute(_DEADLINES).fetchall())
    said_before: dict[tuple[int, tuple[tuple[int, str], ...], str | None], int] = {}
    for task in (*marks, *(deadlines.keys() - marks.keys())):
        place = outline.places.get(task)
        if place is not None:
            said = outline.plan_at(place), marks[task], deadlines.get(task)
            if said not in said_before:
                states = {milestone: Status(status) for milestone, status in said[1]}
                said_before[said] = state_rank(states, of_plan[said[0]], known.today, said[2])
            ranks[place] = said_before[said]
    return ranks


def _by_date(connection: sqlite3.Connection, outline: Outline, known: Known, units: Sequence[int]) -> list[int]:
    """The task's own deadline where it names a day (持续推进 does not), else the day of the milestone due next."""
    coming = {plan: next_due(milestones, known.today) for plan, milestones in _milestones(known).items()}
    days = {plan: day_rank(milestone.end if milestone else None) for plan, milestone in coming.items()}
    found = connection.execute(_DEADLINES)
    deadlines = {task: day_rank(deadline) for task, deadline in found if due_day(deadline)}
    return [deadlines.get(task) or days[plan] for task, plan in zip(outline.ids, outline.plans(), strict=True)]


def _milestones(known: Known) -> Mapping[int, Sequence[KnownMilestone]]:
    of_plan: dict[int, list[KnownMilestone]] = {plan.plan_id: [] for plan in known.plans}
    for milestone in known.milestones:
        of_plan[milestone.plan_id].append(milestone)
    return of_plan


_READ: dict[RowOrder, Callable[[sqlite3.Connection, Outline, Known, Sequence[int]], list[int]]] = {
    RowOrder.LEAD: _by_lead,
    RowOrder.STATUS: _by_state,
    RowOrder.DATE: _by_date,
}
