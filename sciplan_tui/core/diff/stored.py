"""One plan as it is stored, in plain rows: what a new edition is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sciplan_tui.core.diff.difference import Difference, Identity, StoredRow
from sciplan_tui.core.plan import ParsedPlan


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """The rows of one plan, each with its `id`; all empty for a plan that is new.

    `undecided`: what stays proposed of its last edition. `rejected`: what a person has rejected of it, for good.
    `edition`: its number. `earlier`: by number what the editions said that were the last to say some task. `reports`:
    what was reported for its figures.
    """

    plan_id: int
    plan: StoredRow | None = None
    tasks: tuple[StoredRow, ...] = ()
    units: tuple[StoredRow, ...] = ()
    assignments: tuple[StoredRow, ...] = ()
    targets: tuple[StoredRow, ...] = ()
    milestones: tuple[StoredRow, ...] = ()
    marks: tuple[StoredRow, ...] = ()
    successions: tuple[StoredRow, ...] = ()
    undecided: Mapping[Identity, Difference] = field(default_factory=dict)
    rejected: frozenset[Identity] = frozenset()
    edition: int = 0
    earlier: Mapping[int, ParsedPlan] = field(default_factory=dict)
    reports: tuple[StoredRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """What core cannot know of itself: the pinyin initials of a name (all readings), handed in by the workspace."""

    initials: Callable[[str], Iterable[str]]
