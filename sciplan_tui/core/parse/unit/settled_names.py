"""What the units of a document are called, settled when all its statements are read: one tells of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sciplan_tui.core.parse.draft import Holding
from sciplan_tui.core.parse.unit.local_names import LocalNames
from sciplan_tui.core.plan import Problem, Task


def settled_names(
    holdings: Mapping[str, Holding], text: str, region: str | None
) -> tuple[dict[str, Holding], tuple[Problem, ...]]:
    """The holdings by their paths with the names settled; `text`: the document without blanks, `region`: its place."""
    from sciplan_tui.core.parse.unit.glued_names import GluedNames
    from sciplan_tui.core.parse.unit.joined_names import JoinedNames

    local = LocalNames(text, region)
    named = _at_their_level({path: local.held(holding) for path, holding in holdings.items()})
    glued = GluedNames((one.unit for holding in named.values() for one in holding.assignments), local)
    parted = {path: glued.held(holding) for path, holding in named.items()}
    joined = JoinedNames(holding for holding, _ in parted.values())
    whole = {path: joined.held(holding) for path, (holding, _) in parted.items()}
    problems = [problem for _, found in parted.values() for problem in found]
    return whole, (*problems, *joined.told(whole.values()))


def settled_tasks(
    tasks: Sequence[Task], cells: Iterable[str], region: str | None
) -> tuple[tuple[Task, ...], tuple[Problem, ...]]:
    """The same for the tasks of a table, whose `cells` are the whole document."""
    text = "\n".join("".join(cell.split()) for cell in cells)
    held = {task.path: Holding(task.assignments, task.proposals) for task in tasks if task.assignments}
    settled, problems = settled_names(held, text, region)
    return tuple(_named(task, settled.get(task.path)) for task in tasks), problems


def _at_their_level(holdings: Mapping[str, Holding]) -> Mapping[str, Holding]:
    """A 厅 without its level is the province's where another list has it so: what a comma parted from its 省."""
    names = {one.unit for holding in holdings.values() for one in holding.assignments}
    whole = {name[1:]: name for name in names if name[0] == "省" and name[-1] == "厅"}
    if whole.keys().isdisjoint(names):
        return holdings
    return {path: _renamed(holding, whole) for path, holding in holdings.items()}


def _renamed(holding: Holding, names: Mapping[str, str]) -> Holding:
    assignments = tuple(replace(one, unit=names.get(one.unit, one.unit)) for one in holding.assignments)
    proposals = tuple(replace(one, unit=names.get(one.unit, one.unit)) for one in holding.proposals)
    return holding._replace(assignments=assignments, proposals=proposals)


def _named(task: Task, held: Holding | None) -> Task:
    return replace(task, assignments=held.assignments, proposals=held.proposals) if held else task
