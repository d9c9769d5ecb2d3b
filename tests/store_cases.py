"""Small plans and databases for the tests of storing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sciplan_tui.core.plan import (
    Assignment,
    Comparator,
    Kind,
    Milestone,
    MilestoneKind,
    ParsedPlan,
    Problem,
    Proposal,
    Role,
    Source,
    Target,
    Task,
)

AT = "2023-06-30T09:00:00"


def assignment(unit: str, role: Role = Role.RESPONSIBLE, order: int = 1) -> Assignment:
    return Assignment(unit, unit, role, order, line=9, quote=f"责任单位：{unit}")


def task(path: str, title: str, *units: Assignment, kind: Kind = Kind.TASK, text: str = "") -> Task:
    parent = path.rpartition(".")[0] or None
    return Task(path, parent, None, title, kind, line=3, line_end=4, text=text, assignments=tuple(units))


def plan(*tasks: Task, region: str = "甲市", stamp: str = "1", **more: object) -> ParsedPlan:
    given = {
        "title": f"{region}全民科学素质行动规划纲要实施方案（2021—2025年）",
        "period_start": 2021,
        "period_end": 2025,
        **more,
    }
    sha = hashlib.sha256(f"{region}{stamp}".encode()).hexdigest()
    return ParsedPlan(Source("plan.txt", sha, "txt", "utf-8"), region=region, tasks=tasks, **given)  # type: ignore[arg-type]


def small(region: str = "甲市", stamp: str = "1") -> ParsedPlan:
    """Two actions with four tasks: one inherits, one has a statement of its own; a figure, a review, a doubt."""
    return plan(
        task("2", "重点任务", kind=Kind.PART),
        task(
            "2.1", "青少年科学素质提升行动", assignment("市教育局", Role.LEAD), assignment("团市委"), kind=Kind.ACTION
        ),
        task("2.1.1", "弘扬科学家精神进校园", text="每年组织科学家进校园宣讲活动。"),
        task("2.1.2", "办好青少年科技创新大赛", assignment("市科协", Role.LEAD), assignment("市教育局", order=1)),
        task("2.2", "农民科学素质提升行动", assignment("市农业农村局", Role.LEAD), kind=Kind.ACTION),
        replace(
            task("2.2.1", "培训高素质农民队伍"),
            proposals=(Proposal("市科协", Role.LEAD, "first_listed", 12, "…"),),
        ),
        region=region,
        stamp=stamp,
        targets=(Target("2.2.1", "培训人次", Comparator.GE, 200.0, "人次", frequency="annual", line=12),),
        milestones=(
            Milestone(
                "midterm-2023", "2", MilestoneKind.MIDTERM_REVIEW, "中期督查", "2023-01-01", "2023-12-31", "year", 20
            ),
        ),
        problems=(Problem("odd_number", 7, (("number", "3"),)),),
    )


def changed(base: ParsedPlan, stamp: str = "2", **tasks: Task | None) -> ParsedPlan:
    """Another edition: `p2_1_1=task(…)` puts a task in the place of 2.1.1, None takes it away."""
    wanted = {name[1:].replace("_", "."): new for name, new in tasks.items()}
    listed = [wanted.get(old.path, old) for old in base.tasks]
    return with_tasks(base, [new for new in listed if new is not None], stamp)


def with_tasks(base: ParsedPlan, tasks: Iterable[Task], stamp: str) -> ParsedPlan:
    sha = hashlib.sha256(stamp.encode()).hexdigest()
    listed = tuple(tasks)
    paths = {one.path for one in listed}
    targets = tuple(target for target in base.targets if target.path in paths)
    return replace(base, tasks=listed, targets=targets, source=replace(base.source, sha256=sha))


def of(base: ParsedPlan, path: str) -> Task:
    return next(one for one in base.tasks if one.path == path)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
