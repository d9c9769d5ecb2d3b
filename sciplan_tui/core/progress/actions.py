"""Which action a task is counted under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sciplan_tui.core.plan import COUNTED_KINDS, Kind

_GROUPING = frozenset({Kind.ACTION, Kind.PROJECT, Kind.TASK_GROUP})
"""What a plan calls an action or a project, and what stands for one."""


class Node(NamedTuple):
    """A node of the outline; `holder_id`: where the statement stands that holds for it."""

    task_id: int
    plan_id: int
    parent_id: int | None
    holder_id: int | None
    path: str
    title: str
    kind: Kind


def actions_of(tasks: Iterable[Node], nodes: Mapping[int, Node]) -> dict[int, int]:
    """By task the node it is counted under: the topmost action, project or group that it is, or stands in.

    A task that stands in none is counted under its part of the outline, unless that has actions beside it, or there is
    no part: then it is counted by itself.
    """
    tops = {task.task_id: _top(task, nodes) for task in tasks}
    with_actions = {node.parent_id for node in nodes.values() if node.kind in _GROUPING}
    return {task: _part(top, with_actions) for task, top in tops.items()}


def _top(task: Node, nodes: Mapping[int, Node]) -> Node:
    """The topmost action above it; where there is none, the topmost 任务."""
    above = list(_upwards(task, nodes))
    grouping = [node for node in above if node.kind in _GROUPING]
    return (grouping or [node for node in above if node.kind in COUNTED_KINDS] or [task])[-1]


def _part(top: Node, with_actions: set[int | None]) -> int:
    alone = top.kind in _GROUPING or top.parent_id is None or top.parent_id in with_actions
    return top.task_id if alone or top.parent_id is None else top.parent_id


def _upwards(node: Node, nodes: Mapping[int, Node]) -> Iterator[Node]:
    """The node and those above it."""
    at: Node | None = node
    while at is not None:
        yield at
        at = nodes.get(at.parent_id) if at.parent_id is not None else None
