"""What a unit's name in a query means: the tasks at which a unit called so holds something, on the day asked for.

A unit is found by its own names and by those of the units whose heir it is; what the plan prints for a unit is found
by that unit's names too, whoever holds it. Through a collective a unit holds what the collective holds, as inherited.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sciplan_tui.core.folding import fold
from sciplan_tui.core.standing import Standing
from sciplan_tui.store.conditions import ALWAYS, NEVER, Condition, all_of, any_of, one_of

FEW_UNITS = 20
"""Up to here it is quicker to go from the units to their tasks."""
_CALLED = "SELECT id FROM unit WHERE instr(search, ?) > 0"


def held_by(
    name: str, roles: Sequence[str], units: Collection[tuple[int, str]], standing: Standing, task: str, *, through: bool
) -> Condition:
    """Tasks whose `task` (a column of task) prints what a unit called `name` holds: found from the units where they are
    few, else each task is asked. `units`: all of them with their folded names; `through`: also through a collective.
    """
    wanted = fold(name)
    called = frozenset(unit for unit, search in units if wanted in search)
    if not called:
        return NEVER
    holders = called | {standing.heir_of[unit] for unit in called & standing.heir_of.keys()}
    if through:
        holders |= {collective for unit in holders for collective in standing.collectives_of.get(unit, ())}
    printed = called | standing.printed_for(holders)
    held = all_of([one_of("role", roles) if roles else ALWAYS, Condition("origin <> 'proposed'")])
    if len(printed) <= FEW_UNITS:
        by_unit = all_of([one_of("printed_id", sorted(printed)), _apart(called, holders, standing), held])
        return Condition(f"task.{task} IN (SELECT task_id FROM held WHERE {by_unit.sql})", by_unit.values)
    by_task = all_of([_each(wanted, called, holders, printed, standing), held])
    return Condition(f"EXISTS (SELECT 1 FROM held WHERE task_id = task.{task} AND {by_task.sql})", by_task.values)


def _apart(called: Collection[int], holders: Collection[int], standing: Standing) -> Condition:
    """Where a unit was split, not all that is printed for it is held by one: the holder is asked too."""
    if not standing.heir_at:
        return ALWAYS
    return any_of([one_of("printed_id", sorted(called)), one_of("unit_id", sorted(holders))])


def _each(
    wanted: str, called: frozenset[int], holders: frozenset[int], printed: frozenset[int], standing: Standing
) -> Condition:
    """The same of one row. The plus keeps SQLite from probing its index of units once for each, at every task."""
    rows = [Condition(f"+printed_id IN ({_CALLED})", (wanted,))]
    if standing.heir_at:
        rows += [Condition(f"unit_id IN ({_CALLED})", (wanted,)), one_of("unit_id", sorted(holders - called))]
    elif more := sorted(printed - called):
        rows.append(one_of("+printed_id", more))
    return any_of(rows)
