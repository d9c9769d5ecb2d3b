"""What a person may edit of a task and of its plan, as it stands now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.core.plan import MilestoneKind, Target


@dataclass(frozen=True, slots=True)
class EditableMilestone:
    """A milestone; `date` as `core.given.moment` writes it, `by_hand`: in no document, `marks`: how many are at it."""

    plan_key: str
    key: str
    label: str
    kind: MilestoneKind
    date: str
    by_hand: bool
    marks: int


@dataclass(frozen=True, slots=True)
class Editable:
    """`targets`: the task's figures with their numbers; `plan`: its facts as `core.given.plan` names them.

    `by_hand`: no edition says the task; `going`: what would go with it, by table; `reports`: how many values
    were reported for each figure.
    """

    task: TaskDetail
    targets: tuple[tuple[int, Target], ...]
    milestones: tuple[EditableMilestone, ...]
    plan: Mapping[str, str | None]
    by_hand: bool
    going: Mapping[str, int]
    reports: Mapping[int, int] = field(default_factory=dict)
