"""One thing that an edition says otherwise than what is stored, and the review that gathers them with their changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sciplan_tui.core.journal import Change

StoredRow = Mapping[str, Any]
"""A row as it is stored, its `id` among the columns."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; its sentence is `difference.<kind>`.

    Kinds: task_added task_removed title_changed kind_changed text_changed deadline_changed list_changed moved ·
    unit_added unit_removed role_changed lead_changed · target_added target_removed target_changed ·
    milestone_added milestone_removed milestone_changed · plan_changed.
    `path` and `title` say where. `old` is what was said, `new` what is said now; `now` is set in a conflict only:
    what a person has put instead. `reason` says why it is only proposed: `removal`, `alike` (which task it is, is not
    certain) or `conflict`; None: it is certain, and accepted with the edition.
    """

    kind: str
    path: str | None
    title: str
    old: str | None = None
    new: str | None = None
    now: str | None = None
    reason: str | None = None

    @property
    def certain(self) -> bool:
        """Whether it is accepted with the edition; else it stays proposed."""
        return self.reason is None


@dataclass(slots=True)
class Review:
    """What comes of comparing: the differences a person reads, and the changes that carry out the certain ones.

    `next_id` gives the next free number of a table. Following changes (lines, places, search texts) are made without
    being told, since they say nothing about the plan.
    """

    next_id: Callable[[str], int]
    differences: list[Difference] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def settle(
        self, difference: Difference, change: Callable[[], Iterable[Change | None]], *, held: bool = False
    ) -> None:
        """Note a difference, and carry it out if it is certain. `held`: the task it is about is itself in doubt."""
        told = replace(difference, reason=difference.reason or "alike") if held else difference
        self.differences.append(told)
        if told.certain:
            self.follow(*change())

    def follow(self, *changes: Change | None) -> None:
        """Make changes without telling."""
        self.changes.extend(change for change in changes if change is not None)

    def added(self, table: str, row: Mapping[str, Any]) -> Change:
        """A new row, with a number of its own."""
        return Change(table, self.next_id(table), None, dict(row))


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
