"""What is owed is work, whatever its heading is called: a goal or a safeguard that prints its units is a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.plan import COUNTED_KINDS, Kind


def kinds_owed(nodes: Sequence[Node], stated: Collection[str]) -> Mapping[str, Kind]:
    """The kind of each node by path, once it is known who owes what. `stated`: the paths that print a unit statement.

    Of what its title makes outline, a node becomes a task where it prints a statement, where one above it holds for it,
    or where it is an item of a list of which most print one (其他指标不低于平均水平, the last of seven). With nodes
    below it, it is what groups them.
    """
    holders = {node.parent for node in nodes}
    listed = _listed(nodes, stated)
    held: set[str | None] = set(stated)
    for node in nodes:
        if node.parent in held:
            held.add(node.path)
    item = {node.path: node.path not in holders and (node.parent, node.kind) in listed for node in nodes}
    return {node.path: _kind(node, node.path in held or item[node.path], node.path in holders) for node in nodes}


def _listed(nodes: Sequence[Node], stated: Collection[str]) -> Collection[tuple[str | None, Kind]]:
    """The lists, each by what is above it and the kind of its items, of which more than half print a statement."""
    every = Counter((node.parent, node.kind) for node in nodes)
    told = Counter((node.parent, node.kind) for node in nodes if node.path in stated)
    return {of for of, count in told.items() if 2 * count > every[of]}


def _kind(node: Node, owed: bool, holds: bool) -> Kind:
    if not owed or node.kind in COUNTED_KINDS:
        return node.kind
    return Kind.TASK_GROUP if holds else Kind.TASK
