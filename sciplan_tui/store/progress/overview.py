"""What an overview counts besides marks: the outline of the plans, who holds what in which role, the figures."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from sciplan_tui.core.outline.flags import Span
from sciplan_tui.core.outline.weights import Weights
from sciplan_tui.core.plan import Kind
from sciplan_tui.core.progress.actions import Node
from sciplan_tui.core.progress.counting import Shares
from sciplan_tui.core.progress.figures import Aim
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.figure.reported import read_reports
from sciplan_tui.store.figure.stored import stored_target
from sciplan_tui.store.query.contents import Contents

_NODES = (
    "SELECT id, plan_id, parent_id, holder_id, path, title, kind FROM task"
    " WHERE plan_id IN ({}) ORDER BY plan_id, position"
)
_LEADS = (
    "SELECT task.id, held.unit_id FROM task JOIN held ON held.task_id = task.holder_id WHERE task.id IN ({})"
    " AND held.role = 'lead' AND held.origin <> 'proposed' ORDER BY held.position, held.id"
)
_TARGETS = (
    "SELECT target.id, task_id, path, indicator, comparator, value, target.unit, value_max, frequency, target.deadline,"
    " aspirational, region, target.line, quote FROM target JOIN task ON task.id = task_id"
    " WHERE task_id IN ({}) ORDER BY task.plan_id, task.position, target.position"
)
_KINDS = {str(kind): kind for kind in Kind}


def read_nodes(connection: sqlite3.Connection, plans: Sequence[int]) -> dict[int, Node]:
    """All nodes of these plans, in document order."""
    found = connection.execute(_NODES.format(gaps(plans)), plans)
    return {
        node: Node(node, plan, parent, holder, path, title, _KINDS[kind])
        for node, plan, parent, holder, path, title, kind in found
    }


def shares_of(contents: Contents, units: Collection[int]) -> Shares:
    """What shares tasks out among those who hold what is printed for these units; proposals are left out."""
    held: defaultdict[Span, defaultdict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    for one in contents.duties.of(units):
        if not one.proposed:
            held[one.span][one.unit_id] |= one.bits
            held[one.span][None] |= one.bits

    def shares(tasks: Mapping[int, int]) -> dict[int | None, int]:
        places, found = contents.outline.places, Counter[int | None]()
        at = {places[task]: count for task, count in tasks.items() if task in places}
        weights = Weights(at, len(places))
        for span, of_units in held.items() if at else ():
            if span[0] <= max(at) and min(at) < span[1]:
                found.update({unit: weights.of(bits, span) for unit, bits in of_units.items()})
        found[None] = sum(tasks.values()) - found[None]
        return +found

    return shares


def read_aims(connection: sqlite3.Connection, tasks: Sequence[int], day: str) -> list[Aim]:
    """The figures of these nodes, in document order where the nodes are, with what was reported up to `day` (ISO)."""
    aims = [
        Aim(task, stored_target(path, *rest), target)
        for some in portions(tasks)
        for target, task, path, *rest in connection.execute(_TARGETS.format(gaps(some)), some)
    ]
    reports = read_reports(connection, [aim.target_id for aim in aims], day)
    leads = _read_leads(connection, {aim.task_id for aim in aims})
    return [aim._replace(reported=reports.get(aim.target_id), leads=tuple(leads[aim.task_id])) for aim in aims]


def _read_leads(connection: sqlite3.Connection, tasks: Collection[int]) -> Mapping[int, Mapping[int, None]]:
    leads: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for some in portions(list(tasks)):
        for task, unit in connection.execute(_LEADS.format(gaps(some)), some):
            leads[task][unit] = None
    return leads
