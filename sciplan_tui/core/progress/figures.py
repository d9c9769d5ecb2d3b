"""Figures that are promised in the tasks of a view, against what was reported for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from sciplan_tui.core.plan import COUNTED_KINDS, Target
from sciplan_tui.core.progress.actions import Node
from sciplan_tui.core.progress.facts import UNMARKED, Mark, Progress
from sciplan_tui.core.progress.lights import lights
from sciplan_tui.core.progress.reported import Report, met


class Aim(NamedTuple):
    """A figure as it was read: the node it stands in, its number, the newest that was reported for it; who leads
    there, printed or inherited."""

    task_id: int
    target: Target
    target_id: int = 0
    reported: Report | None = None
    leads: tuple[int, ...] = ()


class Figure(NamedTuple):
    """A figure of the view, its aim, and the node it stands in: its leads, its marks by the key of the milestone.

    `is_task` False: the node is no 任务, and no mark is waited for. `reported`: the newest value that was.
    `deadline`: that of the task.
    """

    task_id: int
    plan_id: int
    title: str
    aim: Target
    leads: tuple[int, ...]
    marks: Mapping[str, Mark]
    is_task: bool = True
    target_id: int = 0
    reported: Report | None = None
    deadline: str | None = None

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached by what was reported; None: that cannot be told."""
        return met(self.aim, self.reported)

    @property
    def year(self) -> str | None:
        """The year by which it is promised; None: none is printed."""
        return self.aim.deadline[:4] if self.aim.deadline else None


def figure_at(progress: Progress, node: Node, aim: Aim, deadline: str | None) -> Figure:
    """The figure of an aim, with the marks of the node it stands in; `deadline`: that of its task."""
    of_plan = (m for m in progress.milestones if m.plan_id == node.plan_id)
    marks = {m.key: mark for m in of_plan if (mark := progress.marks.get(m.milestone_id, {}).get(node.task_id))}
    of_node = Figure(node.task_id, node.plan_id, node.title, aim.target, aim.leads, marks, node.kind in COUNTED_KINDS)
    return of_node._replace(target_id=aim.target_id, reported=aim.reported, deadline=deadline)


def by_year(figures: Iterable[Figure]) -> tuple[tuple[str | None, tuple[Figure, ...]], ...]:
    """The figures by the year of their aims, earliest first; those without one last."""
    ordered = sorted(figures, key=lambda figure: figure.year or "9999")
    return tuple((year, tuple(some)) for year, some in groupby(ordered, key=lambda figure: figure.year))


def by_plan_and_year(figures: Iterable[Figure]) -> Iterator[tuple[int, str | None, tuple[Figure, ...]]]:
    """The same of each plan by itself, plan by plan."""
    for plan, some in groupby(figures, key=lambda figure: figure.plan_id):
        yield from ((plan, year, of_year) for year, of_year in by_year(some))


def standing_at(progress: Progress, figure: Figure, key: str | None) -> tuple[str | None, str | None]:
    """How the task of a figure stands at a milestone: its state there and its light.

    None: its plan lacks the milestone; so too what is no 任务, and has no mark there.
    """
    milestone = next((m for m in progress.milestones if m.key == key and m.plan_id == figure.plan_id), None)
    mark = figure.marks.get(key or "")
    if milestone is None or not (mark or figure.is_task):
        return None, None
    state = str(mark.status) if mark else UNMARKED
    return state, lights(milestone, progress.today, figure.deadline)[state]
