"""The program's own proposals about an edition: they come and go with it, unless a person has taken them up or away."""

from __future__ import annotations

from collections import defaultdict

from sciplan_tui.core.diff.difference import StoredRow, altered, numbered, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.rows import proposal_place
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.plan import Origin, ParsedPlan, Task


def follow_proposals(
    stored: StoredPlan, plan: ParsedPlan, outline: Outline, units: UnitRegister, gathering: Gathering
) -> None:
    """Let every task's proposals be those of the edition. One that is an assignment by now is not made again, nor one
    that the last edition made and a person has taken away.
    """
    rows: dict[int, list[StoredRow]] = defaultdict(list)
    for row in stored.assignments:
        rows[row["task_id"]].append(row)
    for task in plan.tasks:
        number = outline.ids[task.path]
        if task.proposals or number in rows:
            _follow(task, number, rows[number], outline, units, gathering)


def _follow(
    task: Task,
    number: int,
    rows: list[StoredRow],
    outline: Outline,
    units: UnitRegister,
    gathering: Gathering,
) -> None:
    hangs, last = outline.hangs.get(number), outline.last.tasks.get(number)
    held = {_duty(row, units, number) for row in rows if row["origin"] != Origin.PROPOSED}
    made = {(units.body(one.unit, number), str(one.role)) for one in last.proposals} if last else set()
    proposed = [row for row in rows if row["origin"] == Origin.PROPOSED]
    now = numbered(proposed, lambda row: _duty(row, units, number))
    for (duty, place), said in numbered(
        task.proposals, lambda one: (units.body(one.unit, number), str(one.role))
    ).items():
        row = now.pop((duty, place), None)
        if row is not None:
            gathering.follow(altered("assignment", row, proposal_place(said)), hangs=hangs)
        elif duty not in held and duty not in made:
            new = {"task_id": number, "unit_id": units.id_of(said.unit), "role": str(said.role), "origin": "proposed"}
            new |= {"printed": said.unit, "position": 1, **proposal_place(said)}
            gathering.follow(gathering.added("assignment", new), hangs=hangs)
    gathering.follow(*(removed("assignment", row) for row in now.values()), hangs=hangs)


def _duty(row: StoredRow, units: UnitRegister, number: int) -> tuple[str, str]:
    return units.body(units.name_of(row["unit_id"]), number), row["role"]
