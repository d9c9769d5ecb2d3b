"""Where every task stands once it is decided what is accepted: its parent, its path, its place in the outline.

All three are worked out anew from the decision, so that any decision gives an outline without rings, loose ends or
paths that come twice. The edition's order holds; a task that it does not place stays behind its old neighbour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sciplan_tui.core.diff.difference import StoredRow, altered
from sciplan_tui.core.diff.tasks import own_part
from sciplan_tui.core.journal import Change
from sciplan_tui.core.outline.place import YIELDED

Parents = dict[int, int | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A task that stands where the edition says: its number, that of its parent, and both their paths."""

    number: int
    parent: int | None
    path: str
    above: str | None


def places(before: Sequence[StoredRow], after: Sequence[StoredRow], placed: Sequence[Placed]) -> Iterator[Change]:
    """The changes that put all tasks in their places. `before`, `after`: the rows in outline order, without and with
    what was accepted; `placed`: the tasks that follow the edition, in its order.
    """
    rows = {row["id"]: row for row in after}
    stored = {row["id"]: row["parent_id"] for row in before}
    parents = _parents(rows, stored)
    said = {one.number: one for one in placed if one.number in rows and parents[one.number] == one.parent}
    order = _in_order(_children(after, parents, said))
    paths = _paths(order, rows, {row["id"]: row["path"] for row in before}, parents, said)
    for position, number in enumerate(order, start=1):
        wanted = {"parent_id": parents[number], "position": position, "path": paths[number]}
        if change := altered("task", rows[number], wanted):
            yield change


def _parents(rows: Mapping[int, StoredRow], stored: Mapping[int, int | None]) -> Parents:
    """Each task's parent. One that is gone leaves its children to its own; moves that make a ring do not count."""
    parents = {number: _there(row["parent_id"], rows, stored) for number, row in rows.items()}
    while ring := _ring(parents):
        back = {number: _there(stored[number], rows, stored) for number in ring if number in stored}
        moved = {number: parent for number, parent in back.items() if parents[number] != parent}
        parents.update(moved or {ring[0]: None})
    return parents


def _there(parent: int | None, rows: Collection[int], stored: Mapping[int, int | None]) -> int | None:
    seen: set[int] = set()
    while parent is not None and parent not in rows:
        if parent in seen:
            return None
        seen.add(parent)
        parent = stored.get(parent)
    return parent


def _ring(parents: Parents) -> list[int]:
    """The tasks of one ring of parents, or none."""
    safe: set[int | None] = {None}
    for start in parents:
        way: list[int] = []
        number: int | None = start
        on_way: set[int] = set()
        while number not in safe and number not in on_way:
            assert number is not None
            way.append(number)
            on_way.add(number)
            number = parents[number]
        if number in on_way:
            return way[way.index(number) :]
        safe.update(way)
    return []


def _children(after: Sequence[StoredRow], parents: Parents, said: Mapping[int, Placed]) -> dict[int | None, list[int]]:
    """Each parent's children: those that the edition places in its order, each other one behind its old neighbour."""
    children: dict[int | None, list[int]] = defaultdict(list)
    behind: dict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    neighbour: dict[int | None, int | None] = {}
    for row in after:
        number, parent = row["id"], parents[row["id"]]
        if number in said:
            neighbour[parent] = number
        else:
            behind[parent, neighbour.get(parent)].append(number)
    for number in said:
        children[parents[number]].append(number)
    for parent in {parent for parent, _ in behind}:
        first = behind.get((parent, None), [])
        children[parent] = [*first, *(one for at in children[parent] for one in (at, *behind.get((parent, at), ())))]
    return children


def _in_order(children: Mapping[int | None, Sequence[int]]) -> list[int]:
    """Every task, parents before children, without recursion."""
    order: list[int] = []
    waiting = list(reversed(children.get(None, ())))
    while waiting:
        order.append(number := waiting.pop())
        waiting.extend(reversed(children.get(number, ())))
    return order


def _paths(
    order: Sequence[int],
    rows: Mapping[int, StoredRow],
    before: Mapping[int, str],
    parents: Parents,
    said: Mapping[int, Placed],
) -> dict[int, str]:
    """Each task's path: the edition's where all above it are placed by the edition, else its own part below its parent.

    A path is unique: one that another task has by right is yielded to it (`2.1.3'`).
    """
    regular: set[int | None] = {None}
    for number in order:
        if number in said and parents[number] in regular:
            regular.add(number)
    taken = {said[number].path for number in regular if number is not None}
    paths: dict[int, str] = {}
    for number in order:
        if number in regular:
            paths[number] = said[number].path
            continue
        path = _path_below(number, rows[number], before, parents[number], paths, said.get(number))
        while path in taken:
            path += YIELDED
        paths[number] = path
        taken.add(path)
    return paths


def _path_below(
    number: int,
    row: StoredRow,
    before: Mapping[int, str],
    parent: int | None,
    paths: Mapping[int, str],
    placed: Placed | None,
) -> str:
    if placed is not None:
        path, above = placed.path, placed.above
    else:
        path, above = row["path"], before.get(parent) if parent is not None else None
    if parent is None:
        return path.rstrip(YIELDED) if above is None else path
    return f"{paths[parent]}.{own_part(path, above)}" if path.startswith(f"{above}.") else path.rstrip(YIELDED)
