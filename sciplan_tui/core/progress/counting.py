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

from sciplan_tui.core.progress.actions import Node, actions_of
from sciplan_tui.core.progress.facts import UNMARKED, BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.progress.figures import Aim, Figure, figure_at
from sciplan_tui.core.progress.led_by import behind
from sciplan_tui.core.progress.lights import Lights
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.progress.timeline import Moment, timeline


class Line(NamedTuple):
    """An action (its node) or a unit, with its tasks. `key` None: the tasks of a plan that nobody leads, or holds; of
    leads it may be LED_BELOW.

    `counts`: by the key of a milestone that its plan has, how many stand in each of COLUMNS there.
    """

    plan_id: int
    key: int | None
    path: str
    name: str
    tasks: int
    counts: Mapping[str, Mapping[str, int]]


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
        tuple(_unit_lines(counted.lines(counted.alike(lambda task: task.led_by)), progress)),
        tuple(_unit_lines(counted.lines(counted.shared(nodes, shares)), progress)),
        timeline(progress),
        tuple(figure_at(progress, nodes[aim.task_id], aim, deadlines.get(aim.task_id)) for aim in figures),
    )


def at_milestones(found: Overview, keys: Mapping[int, str]) -> Overview:
    """The same at one milestone of each plan alone (`keys`: by plan); a plan that has none there counts nowhere."""

    def there(line: Line) -> Line:
        key = keys.get(line.plan_id)
        return line._replace(counts={one: counts for one, counts in line.counts.items() if one == key})

    actions, leads, holders = (tuple(map(there, some)) for some in (found.actions, found.leads, found.holders))
    moments = tuple(one for one in found.moments if one.milestone.key == keys.get(one.milestone.plan_id))
    return replace(found, actions=actions, leads=leads, holders=holders, moments=moments)


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

    def alike(self, under: Callable[[BoardTask], tuple[int | None, ...]]) -> Iterator[_Counted]:
        """Tasks that stand alike are counted together, once for each thing that they stand `under`."""
        found = Counter((task.plan_id, under(task), self._states[task.task_id]) for task in self._progress.tasks)
        for (plan_id, keys, states), count in found.items():
            yield from ((plan_id, key, states, count) for key in keys)

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
    for line in sorted(lines, key=lambda line: (plans.get(line.plan_id, 0), behind(line.key), -line.tasks)):
        yield line._replace(name=progress.units[line.key][0]) if line.key else line
