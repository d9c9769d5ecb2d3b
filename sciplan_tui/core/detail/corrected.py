"""What a person corrected of a reading, from the journal's changes of one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sciplan_tui.core.journal import Row

_COLUMNS = {"title": "title", "kind": "kind", "level": "path", "unit": "unit_id", "role": "role"}
"""Where it is kept what a correction, as its entry calls it, says."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`what`: the title, kind or level of a task; the unit or role of an assignment, or that it was added (`add`).
    `read`: what was read there before.
    """

    what: str
    read: str | None = None


class Altered(NamedTuple):
    """One change of a row: the kind and the facts of its entry, what the row said before and says since."""

    kind: str
    facts: Mapping[str, Any]
    old: Row
    new: Row


def corrections(changes: Iterable[Altered]) -> tuple[Correction, ...]:
    """Those of one row that stand: not what was corrected back, nor what another gesture set since."""
    read: dict[str, str | None] = {}
    for change in changes:
        if change.kind == "correct":
            _correct(read, change)
        elif change.old:
            for what, column in _COLUMNS.items():
                if column in change.new:
                    read.pop(what, None)
    return tuple(Correction(what, said) for what, said in read.items())


def _correct(read: dict[str, str | None], change: Altered) -> None:
    """Take in one correction; of what an entry moved or copied along, nothing was corrected."""
    facts, what = change.facts, change.facts["what"]
    if what == "add":
        if (change.new["printed"], change.new["role"]) == (facts["unit"], facts["role"]):
            read[what] = None
    elif "add" not in read and not (what == "level" and change.old.get("path") != facts["old"]):
        before, after = ("old_role", "role") if what == "role" else ("old", "new")
        first = read.pop(what, facts[before])
        if first != facts[after]:
            read[what] = first
