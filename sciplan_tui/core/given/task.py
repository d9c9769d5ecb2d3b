"""Where a task that a person adds stands: behind another or below it, with a path and a number as its neighbours have.

What is printed is never numbered anew: the new task takes the first number behind all its siblings, and stands in the
outline where it was put.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.journal import Row

_NUMERAL = re.compile(r"[一二三四五六七八九十]+|[0-9]+")
_DIGITS = "〇一二三四五六七八九"
_FIRST_BELOW = ((re.compile(r"第?[一二三四五六七八九十]+[、.]?"), "（一）"), (re.compile(r"[（(].+[）)]"), "1."))
"""How the first task below one is numbered, by the number of that one."""


class Place(NamedTuple):
    """`position` is its place in the outline; `shifted` are the rows behind it that go on, each with its new place."""

    parent_id: int | None
    path: str
    number: str | None
    position: int
    shifted: tuple[tuple[Row, int], ...]


def place(outline: Sequence[Row], beside: int, *, below: bool) -> Place:
    """The place behind the task `beside` and all that hangs below it, as its sibling or (`below`) as its last child.

    `outline`: the rows of the plan's tasks in their order.
    """
    rows = {row["id"]: row for row in outline}
    parent = rows[beside] if below else rows.get(rows[beside]["parent_id"])
    parent_id = parent["id"] if parent is not None else None
    siblings = [row for row in outline if row["parent_id"] == parent_id]
    path, own = _path(parent, siblings, {row["path"] for row in outline})
    above = subtree(outline, beside)
    last = max(at for at, row in enumerate(outline) if row["id"] in above)
    position = int(outline[last]["position"]) + 1
    shifted = tuple(_shifted(outline[last + 1 :], position))
    return Place(parent_id, path, _number(parent, siblings, own), position, shifted)


def subtree(outline: Sequence[Row], top: int) -> set[int]:
    """A task and all that hang below it; parents come before their children in an outline."""
    found = {top}
    for row in outline:
        if row["parent_id"] in found:
            found.add(row["id"])
    return found


def _path(parent: Row | None, siblings: Sequence[Row], taken: set[str]) -> tuple[str, int]:
    """The path behind those of all siblings, and its own number."""
    above = f"{parent['path']}." if parent is not None else ""
    parts = [row["path"].removeprefix(above).partition(".")[0] for row in siblings if row["path"].startswith(above)]
    own = max((int(part) for part in parts if part.isdecimal()), default=0) + 1
    while f"{above}{own}" in taken:
        own += 1
    return f"{above}{own}", own


def _number(parent: Row | None, siblings: Sequence[Row], own: int) -> str | None:
    """Its number as its siblings' are printed; the first one's as is usual below its parent."""
    like: str | None = next((row["number"] for row in reversed(siblings) if row["number"]), None)
    if like is None and not siblings and parent is not None and parent["number"]:
        like = next((first for above, first in _FIRST_BELOW if above.fullmatch(parent["number"])), None)
    found = _NUMERAL.findall(like or "")
    if like is None or len(found) != 1 or own > 99:
        return None
    return like.replace(found[0], str(own) if found[0].isdecimal() else _chinese(own))


def _chinese(number: int) -> str:
    """From 1 to 99, as a plan counts: `十二`, `二十`."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def _shifted(behind: Sequence[Row], position: int) -> Iterator[tuple[Row, int]]:
    """The rows that make room, as far as they must."""
    for row in behind:
        if row["position"] > position:
            return
        position += 1
        yield row, position
