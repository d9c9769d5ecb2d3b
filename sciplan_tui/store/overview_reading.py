"""What an overview counts besides marks: the outline of the plans, who holds what in which role, the figures."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from sciplan_tui.core.plan import Kind
from sciplan_tui.core.progress.counting import Aim, Node
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.reported_reading import read_reports
from sciplan_tui.store.task_reading import stored_target

_NODES = (
    "SELECT id, plan_id, parent_id, holder_id, path, title, kind FROM task"
    " WHERE plan_id IN ({}) ORDER BY plan_id, position"
)
_HELD = (
    "SELECT task_id, unit_id, role FROM held WHERE origin <> 'proposed'"
    " AND printed_id IN (SELECT id FROM unit WHERE plan_id IN ({}))"
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


def read_held(connection: sqlite3.Connection, plans: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """By the node that prints a statement, its units with their roles, in no order; proposals are left out."""
    held: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for task, unit, role in connection.execute(_HELD.format(gaps(plans)), plans):
        held[task].append((unit, role))
    return held


def read_aims(connection: sqlite3.Connection, tasks: Sequence[int], day: str) -> list[Aim]:
    """The figures of these nodes, in document order where the nodes are, with what was reported up to `day` (ISO)."""
    aims = [
        Aim(task, stored_target(path, *rest), target)
        for some in portions(tasks)
        for target, task, path, *rest in connection.execute(_TARGETS.format(gaps(some)), some)
    ]
    reports = read_reports(connection, [aim.target_id for aim in aims], day)
    return [aim._replace(reported=reports.get(aim.target_id)) for aim in aims]
