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
    named = {path: local.held(holding) for path, holding in holdings.items()}
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


def _named(task: Task, held: Holding | None) -> Task:
    return replace(task, assignments=held.assignments, proposals=held.proposals) if held else task
