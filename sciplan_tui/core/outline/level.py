"""Moving a task one level in or out, as in an outline: the order of the document stays, only what hangs below what.

In: the task, with all below it, becomes the last child of the sibling before it. Out: it becomes the next sibling of
its parent, and what followed it under that parent now hangs below it, since it stands behind it in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sciplan_tui.core.outline.place import YIELDED
from sciplan_tui.errors import RefusedError

IN, OUT = 1, -1


@dataclass(frozen=True, slots=True)
class Node:
    """A task as far as its level goes. Nodes are given in document order."""

    task_id: int
    parent_id: int | None
    path: str
    title: str


def moved(outline: Sequence[Node], task_id: int, by: int) -> dict[int, Node]:
    """The nodes that a move of `task_id` changes, as they are afterwards; every path stays unique in the outline.

    `by`: IN or OUT. RefusedError: it is the first child (`level_first`), or stands at the top (`level_top`).
    """
    nodes = {node.task_id: node for node in outline}
    node = nodes[task_id]
    siblings = [one.task_id for one in outline if one.parent_id == node.parent_id]
    place = siblings.index(task_id)
    hung: dict[int, int | None]
    if by == IN:
        if place == 0:
            raise RefusedError("level_first", path=node.path, title=node.title)
        hung = {task_id: siblings[place - 1]}
    else:
        if node.parent_id is None:
            raise RefusedError("level_top", path=node.path, title=node.title)
        hung = {task_id: nodes[node.parent_id].parent_id, **dict.fromkeys(siblings[place + 1 :], task_id)}
    return _renamed(outline, nodes, hung)


def _renamed(outline: Sequence[Node], nodes: Mapping[int, Node], hung: Mapping[int, int | None]) -> dict[int, Node]:
    """The nodes hung elsewhere and all below them, each with a path of its own below its new parent."""
    going = set(_below(outline, hung))
    paths: dict[int | None, str] = {node.task_id: node.path for node in outline if node.task_id not in going}
    changed: dict[int, Node] = {}
    for node in outline:
        if node.task_id in going:
            parent = hung.get(node.task_id, node.parent_id)
            path = _free_path(paths.get(parent), _last(node, nodes), set(paths.values()))
            paths[node.task_id] = path
            changed[node.task_id] = replace(node, parent_id=parent, path=path)
    return changed


def _below(outline: Iterable[Node], tops: Iterable[int]) -> Iterator[int]:
    """The tops and all that hang below them; parents come before their children in an outline."""
    found = set(tops)
    for node in outline:
        if node.task_id in found or node.parent_id in found:
            found.add(node.task_id)
            yield node.task_id


def _last(node: Node, nodes: Mapping[int, Node]) -> str:
    """The part of its path that is its own: a number that was repeated has two, as `1.2` below `2.1` in `2.1.1.2`."""
    above = nodes[node.parent_id].path + "." if node.parent_id is not None else ""
    own = node.path.removeprefix(above) if node.path.startswith(above) else node.path.rpartition(".")[2]
    return own.rstrip(YIELDED)


def _free_path(parent: str | None, own: str, taken: set[str]) -> str:
    """Its own number where that is free below the parent, else the first behind all that are there."""
    above = f"{parent}." if parent else ""
    if above + own not in taken:
        return above + own
    numbers = [path.removeprefix(above).partition(".")[0] for path in taken if path.startswith(above)]
    return f"{above}{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1}"
