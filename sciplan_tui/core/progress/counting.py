"""How far the tasks of a view are, counted once for all who ask: by action, by unit, at each milestone; and figures.

A count is of 任务, each by its own mark: what stands above is never marked by what stands below. An action counts
itself, where it is a 任务, and the tasks below it, so that the lines of a plan add up to its tasks. A task that two
units lead counts for both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from sciplan_tui.core.plan import COUNTED_KINDS, Kind, Target
from sciplan_tui.core.progress.board import (
    UNMARKED,
    BoardTask,
    Lights,
    Mark,
    Moment,
    PlanMilestone,
    Progress,
    lights,
    timeline,
)
from sciplan_tui.core.progress.reported import Report, met
from sciplan_tui.core.progress.status import LATE

_GROUPING = frozenset({Kind.ACTION, Kind.PROJECT, Kind.TASK_GROUP})
"""What a plan calls an action or a project, and what stands for one."""


class Node(NamedTuple):
    """A node of the outline; `holder_id`: where the statement stands that holds for it."""

    task_id: int
    plan_id: int
    parent_id: int | None
    holder_id: int | None
    path: str
    title: str
    kind: Kind


class Line(NamedTuple):
    """An action (its node) or a unit, with its tasks. `key` None: the tasks of a plan that nobody leads, or holds.

    `counts`: by the key of a milestone that its plan has, how many stand in each of COLUMNS there.
    """

    plan_id: int
    key: int | None
    path: str
    name: str
    tasks: int
    counts: Mapping[str, Mapping[str, int]]


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


@dataclass(frozen=True, slots=True)
class Overview:
    """All counts of a view on a day. `keys`: the milestones that are counted at, earliest first; `nearest` of them."""

    progress: Progress
    keys: tuple[str, ...]
    nearest: str | None
    actions: tuple[Line, ...]
    leads: tuple[Line, ...]
    holders: tuple[Line, ...]
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]


Shares = Callable[[Mapping[int, int]], Mapping[int | None, int]]
"""From how many tasks inherit the statement of each node (0: none) to how many each unit holds, in any role, and how
many nobody does (None)."""
_States = tuple[tuple[str, str | None], ...]
"""The state and the light of a task at each milestone."""
_Place = tuple[int, int | None]
"""A plan, and what a line of it is about."""
_Counted = tuple[int, int | None, _States, int]
"""A plan, what a line of it is about, how tasks stand at its milestones, and how many of them do."""


def overview(progress: Progress, nodes: Mapping[int, Node], shares: Shares, figures: Iterable[Aim]) -> Overview:
    """The counts of what was read: all nodes of the plans, in document order, and the figures by their nodes."""
    keys = progress.keys
    counted = _Counting(progress, keys)
    deadlines = {task.task_id: task.deadline for task in progress.tasks if task.deadline}
    actions = actions_of([nodes[task.task_id] for task in progress.tasks], nodes)
    by_action = counted.alike(lambda task: (actions[task.task_id],))
    return Overview(
        progress,
        keys,
        progress.nearest,
        tuple(_action_lines(counted.lines(by_action), nodes)),
        tuple(_unit_lines(counted.lines(counted.alike(lambda task: task.leads)), progress)),
        tuple(_unit_lines(counted.lines(counted.shared(nodes, shares)), progress)),
        timeline(progress),
        tuple(_figure(progress, nodes[aim.task_id], aim, deadlines.get(aim.task_id)) for aim in figures),
    )


def at_milestones(found: Overview, keys: Mapping[int, str]) -> Overview:
    """The same at one milestone of each plan alone (`keys`: by plan); a plan that has none there counts nowhere."""

    def there(line: Line) -> Line:
        key = keys.get(line.plan_id)
        return line._replace(counts={one: counts for one, counts in line.counts.items() if one == key})

    actions, leads, holders = (tuple(map(there, some)) for some in (found.actions, found.leads, found.holders))
    moments = tuple(one for one in found.moments if one.milestone.key == keys.get(one.milestone.plan_id))
    return replace(found, actions=actions, leads=leads, holders=holders, moments=moments)


def actions_of(tasks: Iterable[Node], nodes: Mapping[int, Node]) -> dict[int, int]:
    """By task the node it is counted under: the topmost action, project or group that it is, or stands in.

    A task that stands in none is counted under its part of the outline, unless that has actions beside it, or there is
    no part: then it is counted by itself.
    """
    tops = {task.task_id: _top(task, nodes) for task in tasks}
    with_actions = {node.parent_id for node in nodes.values() if node.kind in _GROUPING}
    return {task: _part(top, with_actions) for task, top in tops.items()}


def _top(task: Node, nodes: Mapping[int, Node]) -> Node:
    """The topmost action above it; where there is none, the topmost 任务."""
    above = list(_upwards(task, nodes))
    grouping = [node for node in above if node.kind in _GROUPING]
    return (grouping or [node for node in above if node.kind in COUNTED_KINDS] or [task])[-1]


def _part(top: Node, with_actions: set[int | None]) -> int:
    alone = top.kind in _GROUPING or top.parent_id is None or top.parent_id in with_actions
    return top.task_id if alone or top.parent_id is None else top.parent_id


def _upwards(node: Node, nodes: Mapping[int, Node]) -> Iterator[Node]:
    """The node and those above it."""
    at: Node | None = node
    while at is not None:
        yield at
        at = nodes.get(at.parent_id) if at.parent_id is not None else None


class _Counting:
    """Counts tasks by their states at the milestones of their plans."""

    def __init__(self, progress: Progress, keys: Sequence[str]) -> None:
        self._progress = progress
        ordered = sorted(
            (m for m in progress.milestones if m.key in keys), key=lambda m: (m.plan_id, keys.index(m.key))
        )
        self._milestones = {plan: tuple(some) for plan, some in groupby(ordered, key=lambda m: m.plan_id)}
        self._states: dict[int, _States] = {}
        for plan_id, tasks in groupby(progress.tasks, key=lambda task: task.plan_id):
            at = [(progress.marks.get(m.milestone_id, {}), Lights(m, progress.today)) for m in self._of(plan_id)]
            for task in tasks:
                self._states[task.task_id] = tuple([_state(task, marks, lit) for marks, lit in at])

    def _of(self, plan_id: int) -> tuple[PlanMilestone, ...]:
        return self._milestones.get(plan_id, ())

    def alike(self, under: Callable[[BoardTask], tuple[int, ...]]) -> Iterator[_Counted]:
        """Tasks that stand alike are counted together, once for each thing that they stand `under`."""
        found = Counter((task.plan_id, under(task), self._states[task.task_id]) for task in self._progress.tasks)
        for (plan_id, keys, states), count in found.items():
            yield from ((plan_id, key, states, count) for key in keys or (None,))

    def shared(self, nodes: Mapping[int, Node], shares: Shares) -> Iterator[_Counted]:
        """The same of whoever holds them: tasks that stand alike are shared out together."""
        found: defaultdict[tuple[int, _States], Counter[int]] = defaultdict(Counter)
        for task in self._progress.tasks:
            found[task.plan_id, self._states[task.task_id]][nodes[task.task_id].holder_id or 0] += 1
        for (plan_id, states), tasks in found.items():
            yield from ((plan_id, key, states, count) for key, count in shares(tasks).items())

    def lines(self, counted: Iterable[_Counted]) -> Iterator[Line]:
        """A line for each thing that tasks are counted under, in the order in which they come up; what is under
        nothing last in its plan."""
        spread: defaultdict[_Place, Counter[_States]] = defaultdict(Counter)
        for plan_id, key, states, count in counted:
            spread[plan_id, key][states] += count
        plans = {plan.plan_id: place for place, plan in enumerate(self._progress.plans)}
        for plan_id, key in sorted(spread, key=lambda at: (plans.get(at[0], 0), at[1] is None)):
            by_states = spread[plan_id, key]
            yield Line(plan_id, key, "", "", by_states.total(), self._counts(plan_id, by_states))

    def _counts(self, plan_id: int, by_states: Counter[_States]) -> dict[str, Counter[str]]:
        counts: dict[str, Counter[str]] = {}
        for place, milestone in enumerate(self._of(plan_id)):
            found = counts[milestone.key] = Counter[str]()
            for states, count in by_states.items():
                state, lit = states[place]
                found[state] += count
                if lit == LATE:
                    found[LATE] += count
        return counts


def _state(task: BoardTask, marks: Mapping[int, Mark], lit: Lights) -> tuple[str, str | None]:
    mark = marks.get(task.task_id)
    state = str(mark.status) if mark else UNMARKED
    return state, lit.of(task)[state]


def _action_lines(lines: Iterable[Line], nodes: Mapping[int, Node]) -> Iterator[Line]:
    for line in lines:
        if line.key is not None:
            yield line._replace(path=nodes[line.key].path, name=nodes[line.key].title)


def _unit_lines(lines: Iterable[Line], progress: Progress) -> Iterator[Line]:
    """Plan by plan, whoever has most first; what nobody has last."""
    plans = {plan.plan_id: place for place, plan in enumerate(progress.plans)}
    for line in sorted(lines, key=lambda line: (plans.get(line.plan_id, 0), line.key is None, -line.tasks)):
        yield line if line.key is None else line._replace(name=progress.units[line.key][0])


def _figure(progress: Progress, node: Node, aim: Aim, deadline: str | None) -> Figure:
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
