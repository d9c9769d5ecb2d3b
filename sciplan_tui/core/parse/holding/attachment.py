"""Which node a statement speaks of.

At the end of an item: the item. On its own line after the items of a section that name nobody themselves, or at the
end of the last of several unnumbered items of such a section: the section. So it is behind a single item without a
number, where the statements of the sections beside it stand. After a heading and before its items: the heading's node.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.passage.passage import Passage


class Attached(NamedTuple):
    """A passage and the path of the node that holds it (None: no node does)."""

    passage: Passage
    path: str | None


def attach(passages: Sequence[Passage], starts: Sequence[tuple[int, Node]], flow: Flow) -> Iterator[Attached]:
    """Give each passage to its node. `starts` are the nodes with their places in the flow, in document order."""
    outline = _Outline([node for _, node in starts])
    places = [at for at, _ in starts]
    before: Attached | None = None
    for passage in passages:
        node = _standing_in(passage, places, starts, outline)
        if before is not None and _goes_on(before, passage, flow, node, outline):
            before = Attached(passage, before.path)
        else:
            before = Attached(passage, outline.holder(node, passage) if node else None)
        if before.path is not None:
            outline.take(before.path)
        yield before


def _standing_in(
    passage: Passage, places: list[int], starts: Sequence[tuple[int, Node]], outline: _Outline
) -> Node | None:
    at = bisect_right(places, passage.start) - 1
    node = starts[at][1] if at >= 0 else None
    while node is not None and node.line_end < passage.line:
        node = outline.parent(node)
    return node


def _goes_on(before: Attached, passage: Passage, flow: Flow, node: Node | None, outline: _Outline) -> bool:
    """A second bracket or label directly after the first speaks of the same node, as do lines of one matter each."""
    both = before.passage.matter is not None and passage.matter is not None
    if before.path is None or not (both or (before.passage.alone and passage.alone)):
        return False
    inside = node is None or node.path == before.path or outline.is_below(node.path, before.path)
    begin = flow.bounds(passage.start)[0] if both else passage.start
    return inside and not flow.text[before.passage.end : begin].strip("。；;，,\n")


class _Outline:
    """The nodes by path and the paths that hold a statement already."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = {node.path: node for node in nodes}
        self._children: dict[str | None, list[Node]] = {}
        for node in nodes:
            self._children.setdefault(node.parent, []).append(node)
        self.taken: set[str] = set()
        self._covered: set[str] = set()

    def take(self, path: str) -> None:
        """Note that `path` holds a statement now, and that each node above it has one below."""
        self.taken.add(path)
        node = self._nodes.get(path)
        while node and node.parent and node.parent not in self._covered:
            self._covered.add(node.parent)
            node = self._nodes.get(node.parent)

    def parent(self, node: Node) -> Node | None:
        return self._nodes.get(node.parent) if node.parent else None

    def is_below(self, path: str, ancestor: str) -> bool:
        node = self._nodes.get(path)
        while node and node.parent:
            if node.parent == ancestor:
                return True
            node = self._nodes.get(node.parent)
        return False

    def holder(self, node: Node, passage: Passage) -> str:
        closes = passage.alone or passage.matter is not None or not (passage.bracketed or passage.clause)
        if passage.alone and (parent := self.parent(node)) and self._is_single(node, parent):
            node = parent
        while (parent := self.parent(node)) and self._speaks_for_all(node, parent, closes):
            node = parent
        return node.path

    def _is_single(self, node: Node, parent: Node) -> bool:
        """Is `node` all there is under `parent`: no number below one, or beside sections that speak for theirs?"""
        if len(self._children[parent.path]) > 1 or parent.path in self.taken or node.path in self.taken:
            return False
        beside = (other.path for other in self._children[parent.parent] if other.path in self._children)
        numbered_above = _is_unnumbered(node) and not _is_unnumbered(parent)
        return numbered_above or any(path in self.taken for path in beside)

    def _speaks_for_all(self, node: Node, parent: Node, closes: bool) -> bool:
        """Is `node` the last of several items under `parent`, none of which names anybody?"""
        items = self._children[parent.path]
        if len(items) < 2 or items[-1] is not node or parent.path in self.taken or self._any_taken(items):
            return False
        return closes or all(_is_unnumbered(item) for item in items)

    def _any_taken(self, items: Sequence[Node]) -> bool:
        return any(item.path in self.taken or item.path in self._covered for item in items)


def _is_unnumbered(node: Node) -> bool:
    """A dash is no number."""
    return not any(mark.isalnum() for mark in node.number or "")
