"""The closed sets of words that facts are made of: roles, kinds, states, classes of units.

They stand apart from the shapes of a plan, so that what shows a matrix starts without those.
"""

from __future__ import annotations

from enum import StrEnum

CLASSES = ("party", "government", "vertical", "institution", "mass", "locality", "collective", "other")
"""In protocol order: 党委部门, 政府部门, 派出和垂直管理机构, 直属事业单位, 群团, 区县和乡镇街道, 集合, 其他."""


class Role(StrEnum):
    """What a unit is to a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


class Origin(StrEnum):
    """Where an assignment comes from: the plan, a later ruling, or a proposal of the program."""

    PRINTED = "printed"
    RULED = "ruled"
    PROPOSED = "proposed"


INSTEAD = "instead"
"""The reason of a ruling that takes the place of every other role that the unit has in the task."""


class Kind(StrEnum):
    """What a node of the outline is."""

    PART = "part"
    GOAL = "goal"
    ACTION = "action"
    PROJECT = "project"
    TASK_GROUP = "task_group"
    TASK = "task"
    SAFEGUARD = "safeguard"
    PHASE = "phase"
    PRINCIPLE_GROUP = "principle_group"
    PRINCIPLE = "principle"
    PREFACE = "preface"


COUNTED_KINDS = frozenset({Kind.ACTION, Kind.PROJECT, Kind.TASK_GROUP, Kind.TASK})
"""The kinds that a count of 任务 means; the rest is outline."""


class Comparator(StrEnum):
    """How a figure is to be compared with what was reached."""

    GT = ">"
    GE = ">="
    EQ = "="
    LE = "<="
    LT = "<"
    RANGE = "range"


class MilestoneKind(StrEnum):
    """What happens at a milestone. `deadline`: each task is due there on the day that the plan prints for it; no
    document says such a milestone, it comes with the deadlines.
    """

    MIDTERM_REVIEW = "midterm_review"
    FINAL_EVALUATION = "final_evaluation"
    PHASE = "phase"
    PERIODIC_REVIEW = "periodic_review"
    UPPER_LEVEL_REVIEW = "upper_level_review"
    MONITORING = "monitoring"
    ANNUAL_PLAN = "annual_plan"
    ANNUAL_EVENT = "annual_event"
    CAMPAIGNS = "campaigns"
    COMMENDATION = "commendation"
    DOWNSTREAM_PLAN = "downstream_plan"
    DEADLINE = "deadline"


class Precision(StrEnum):
    """How precisely a milestone's date is printed."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


MARK_COLUMN_KINDS = frozenset({MilestoneKind.MIDTERM_REVIEW, MilestoneKind.FINAL_EVALUATION})
"""Dated milestones of these kinds have a column of marks in the matrix."""


class Frequency(StrEnum):
    """How often a figure is to be reached."""

    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"


class Status(StrEnum):
    """The state of one task at one milestone."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ONGOING = "ongoing"
    BLOCKED = "blocked"
    NOT_APPLICABLE = "not_applicable"
