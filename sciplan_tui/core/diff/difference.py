"""One thing that an edition says otherwise than what is stored, with the changes that accepting it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sciplan_tui.core.journal import Change

StoredRow = Mapping[str, Any]
"""A row as it is stored, its `id` among the columns."""
VALUES = "; "
"""Between the reported values that would go too; a sentence puts what its language has there."""

KINDS = (
    *("lead_changed", "unit_added", "unit_removed", "role_changed", "list_changed"),
    *("target_added", "target_removed", "target_changed"),
    *("milestone_added", "milestone_removed", "milestone_changed", "deadline_changed", "plan_changed"),
    *("task_added", "task_removed", "split", "joined", "title_changed", "kind_changed", "moved", "text_changed"),
)
"""The kinds in the order they are told: units, then figures and dates, then tasks, titles, moves and wording."""

REASONS = ("removal", "alike", "conflict", "waiting")
"""Why one is only proposed. `removal`: a person decides what goes; `alike`: which task it is, is not certain;
`conflict`: a person has changed it too; `waiting`: it was not accepted with the edition that brought it.
"""

Identity = tuple[str, str, str | None]
"""What stays the same of a difference while titles and places change: its kind, what it is about, what is said."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; its sentence is `difference.<kind>`, its kind one of KINDS.

    `path` and `title` say where. `old` is what was said, `new` what is said now; `now` is set in a conflict: what a
    person has put instead; so too of a title that is only alike, and in a removal: what was reported for the figures
    that would go. `reason` is one of
    REASONS; None: it is certain, and accepted with the edition. `ratio`: how alike two tasks are, from 0 to 1, where
    that is in question. `about` names what it is about, whatever it is called. `changes` carry it out, if those it
    `needs` (places in the same list) are carried out as well. `turned`: the units that get another role as they join or
    leave the leads, each with what it was and is: `团市委 lead responsible`. `marks`: how many of
    them a removal takes along.
    """

    kind: str
    path: str | None
    title: str
    old: str | None = None
    new: str | None = None
    now: str | None = None
    reason: str | None = None
    ratio: float | None = None
    turned: tuple[str, ...] = ()
    marks: int = field(default=0, compare=False)
    about: str = field(default="", compare=False)
    needs: tuple[int, ...] = field(default=(), compare=False)
    changes: tuple[Change, ...] = field(default=(), compare=False, repr=False)

    @property
    def certain(self) -> bool:
        """Whether it is accepted with the edition; else it stays proposed."""
        return self.reason is None

    @property
    def identity(self) -> Identity:
        """By which it is found again, once it stays proposed or is rejected."""
        return self.kind, self.about, self.new


def altered(table: str, now: StoredRow, wanted: Mapping[str, Any]) -> Change | None:
    """The change of a stored row to the wanted columns: only those that differ; None where none does."""
    differing = {name: value for name, value in wanted.items() if now[name] != value}
    if not differing:
        return None
    return Change(table, now["id"], {name: now[name] for name in differing}, differing)


def removed(table: str, now: StoredRow) -> Change:
    """The removal of a stored row."""
    return Change(table, now["id"], {name: value for name, value in now.items() if name != "id"}, None)


def numbered(items: Iterable[Any], key: Callable[[Any], Any]) -> dict[tuple[Any, int], Any]:
    """Items by their key and, where several have the same, by their place among them."""
    found: dict[tuple[Any, int], Any] = {}
    seen: dict[Any, int] = {}
    for item in items:
        name = key(item)
        found[name, seen.get(name, 0)] = item
        seen[name] = seen.get(name, 0) + 1
    return found
