"""Doubts about the outline: items without numbers, numbers that begin anew, counts that the plan itself declares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sciplan_tui.core.numeral import numeral
from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.plan import COUNTED_KINDS, Kind, Problem

_DECLARED = re.compile(
    r"(?P<count>[一二三四五六七八九十]{1,3}|\d{1,2})(?:大|项|个)(?:[^\W\d_]{0,6}?)(?P<what>行动|工程)(?![^\W\d_]?[计方])"
)
_WHAT = {"行动": Kind.ACTION, "工程": Kind.PROJECT}


def check_outline(nodes: Sequence[Node]) -> Iterator[Problem]:
    """What the outline leaves open."""
    children: dict[str | None, list[Node]] = {}
    for node in nodes:
        children.setdefault(node.parent, []).append(node)
    yield from _unnumbered(nodes)
    yield from _restarts(nodes, children)
    yield from _declared(nodes, children)


def _unnumbered(nodes: Sequence[Node]) -> Iterator[Problem]:
    """Tasks that are told apart by their titles only, part by part."""
    titles = {node.path: node.title for node in nodes if node.parent is None}
    below = [node for node in nodes if node.parent is not None and not node.inferred]
    plain = [node for node in below if node.kind in COUNTED_KINDS and node.number is None]
    for part, count in Counter(node.path.split(".")[0] for node in plain).items():
        first = next(node for node in plain if node.path.split(".")[0] == part)
        yield Problem("no_item_numbers", first.line, (("part", titles.get(part, part)), ("count", str(count))))


def _restarts(nodes: Sequence[Node], children: dict[str | None, list[Node]]) -> Iterator[Problem]:
    """(一) stands twice, and what stood between is lost."""
    below = [child for node in nodes if node.inferred for child in children.get(node.path, [])]
    for number, count in Counter(child.number for child in below if child.number).items():
        if count > 1:
            again = [child for child in below if child.number == number][1]
            yield Problem("numbers_restart", again.line, (("number", number), ("count", str(count))))
            return


def _declared(nodes: Sequence[Node], children: dict[str | None, list[Node]]) -> Iterator[Problem]:
    for node in nodes:
        below = children.get(node.path, [])
        if not below or not any(child.kind in _WHAT.values() for child in below):
            continue
        for text in (node.title, *(span.text for span in node.body)):
            found = _DECLARED.search(text)
            count = _count(found["count"]) if found else 0
            here = sum(child.kind is _WHAT[found["what"]] for child in below) if found else 0
            if found and count > 1 and here and count != here:
                details = (("declared", found[0]), ("count", str(count)), ("found", str(here)))
                yield Problem("count_differs", node.line, details)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else numeral(word)
