"""Numbered lines that say whose the item above is, and by when: （一）责任领导：…（二）责任单位：市教育局（三）时限：….

They are facts of that item, and no tasks below it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sciplan_tui.core.parse.draft import Node, Span
from sciplan_tui.core.parse.statement.roles import LABEL

_OF_UNITS = ("单位", "部门", "机构", "主体")


def without_labelled(nodes: Sequence[Node]) -> list[Node]:
    """The nodes without such lines, which become wording of the node above: where a list has one that names units."""
    parents = {node.parent for node in nodes}
    labelled = {node.path for node in nodes if node.parent and node.path not in parents and _label(node)}
    naming = {node.parent for node in nodes if node.path in labelled and _label(node) in _OF_UNITS}
    dropped = {node.path for node in nodes if node.path in labelled and node.parent in naming}
    if not dropped:
        return list(nodes)
    told: dict[str | None, list[Span]] = defaultdict(list)
    for node in nodes:
        if node.path in dropped:
            told[node.parent] += [*([node.heading] if node.heading else []), *node.body]
    kept = (node for node in nodes if node.path not in dropped)
    return [node._replace(body=(*node.body, *told.get(node.path, ()))) for node in kept]


def _label(node: Node) -> str:
    """What the label that a node's title begins with asks for: 单位, 领导, 时限; nothing where it begins with none."""
    title = "".join(node.title.split())
    found = LABEL.match(title if ":" in title or "：" in title else f"{title}：")
    return (found["body"] or found["deadline"] or "") if found else ""
