"""Which node of the outline a row of a task table means: by its title, or by the units that both name.

A long plan has hundreds of nodes, and its table as many rows: each row looks only at the few nodes that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Holding, Node
from sciplan_tui.core.parse.table.rows import TaskRow
from sciplan_tui.core.plan import Role

_NOISE = re.compile(
    r"[\s“”\"'‘’《》<>、，,。.；;：:（）()]|^(?:组织|大力|深入|继续|全面|扎实|切实)*(?:实施|开展|推进|加强)"
)
_SHARED = 3
"""Letters at one end that two titles have in common which mean the same."""
_FEWEST_SHORT, _MOST_LEFT = 5, 4
"""Letters that two titles alike have at least, and of which the longer may have more."""


class Titles:
    """The nodes by their titles: whole ones without blanks, and bare ones by their first and last letters."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._whole: dict[str, Node] = {}
        self._ends: dict[tuple[str, bool], list[_Titled]] = {}
        for place, node in enumerate(nodes):
            self._whole.setdefault("".join(node.title.split()), node)
            one = _Titled(place, node, _bare(node.title))
            for end in _ends(one.bare):
                self._ends.setdefault(end, []).append(one)

    def like(self, row: TaskRow) -> Node | None:
        """The node of the same title, or the only one of a title alike."""
        title = "".join(row.title.split()).rstrip("。")
        bare = _bare(title)
        if (exact := self._whole.get(title)) or len(bare) < _SHARED:
            return exact
        near = {one.place: one for end in _ends(bare) for one in self._ends.get(end, ())}
        alike = [one for _, one in sorted(near.items()) if _alike(bare, one.bare)]
        return alike[0].node if len(alike) == 1 else next((one.node for one in alike if one.bare == bare), None)


class _Titled(NamedTuple):
    """A node, its place among all, and its bare title."""

    place: int
    node: Node
    bare: str


class Stated:
    """The nodes by the units that they hold."""

    def __init__(self, nodes: Sequence[Node], held: Mapping[str, Holding]) -> None:
        self._nodes = {node.path: node for node in nodes}
        self._paths: dict[frozenset[tuple[Role, str]], list[str]] = {}
        for path, holding in held.items():
            self._paths.setdefault(_units(holding), []).append(path)

    def alike(self, holding: Holding) -> Node | None:
        """The one node that holds just these units, under whatever title."""
        units = _units(holding)
        same = self._paths.get(units, ())
        return self._nodes[same[0]] if len(same) == 1 and len(units) > 2 else None


def _units(holding: Holding) -> frozenset[tuple[Role, str]]:
    return frozenset((one.role, one.unit) for one in holding.assignments)


def _bare(title: str) -> str:
    return _NOISE.sub("", title)


def _ends(bare: str) -> tuple[tuple[str, bool], tuple[str, bool]]:
    return (bare[:_SHARED], False), (bare[-_SHARED:], True)


def _alike(one: str, other: str) -> bool:
    """The same words, or all but a few of them in the same order from both ends."""
    if one == other:
        return True
    if not -_MOST_LEFT <= len(one) - len(other) <= _MOST_LEFT:
        return False
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len(short) < _FEWEST_SHORT:
        return False
    head = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    tail = next((i for i, (a, b) in enumerate(zip(short[::-1], long[::-1], strict=False)) if a != b), len(short))
    return head + tail >= len(short) - 1 and max(head, tail) >= _SHARED
