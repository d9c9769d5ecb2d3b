"""What the journal noted after an entry, joined to one change a row, and the rows that it is about."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.core.diff.applying import composed
from sciplan_tui.core.issued.record_state import REFERS, TOLD, State, before
from sciplan_tui.core.journal import Change, Row
from sciplan_tui.store.conditions import gaps, portions

_CHANGES = (
    "SELECT table_name, row_id, old, new, at FROM journal_change JOIN journal_entry ON journal_entry.id = entry_id"
    f" WHERE entry_id > ? AND table_name IN ({gaps(tuple(TOLD))}) ORDER BY entry_id, position"
)
_HELD = (
    "SELECT id FROM task WHERE holder_id IN (SELECT task_id FROM held WHERE printed_id IN ({printed})"
    " AND unit_id IN ({units}) AND origin <> 'proposed')"
)
Days = dict[tuple[str, int], str]
_Rows = dict[str, dict[int, Row]]


def read_net(connection: sqlite3.Connection, since: int) -> tuple[tuple[Change, ...], Days]:
    """The net of all that was done after the entry `since`, one change a row, and the day on which each was touched
    last. Only what a meeting asks after is among it."""
    days: Days = {}
    changes = []
    for table, row, old, new, at in connection.execute(_CHANGES, (since, *TOLD)):
        days[table, row] = at[:10]
        changes.append(Change(table, row, _told(table, old), _told(table, new)))
    return composed(changes), days


def _told(table: str, said: str | None) -> Row | None:
    """Of a row as the journal has it, what is looked at."""
    if said is None:
        return None
    row = json.loads(said)
    return {name: row[name] for name in TOLD[table] if name in row}


def read_states(connection: sqlite3.Connection, net: Sequence[Change]) -> tuple[State, State]:
    """The rows that `net` touched, and those that they speak of, before and after."""
    now: _Rows = {table: {} for table in TOLD}
    asked: set[tuple[str, int]] = set()
    wanted = {(one.table, one.id) for one in net if one.new is not None} | {*_spoken_of(before(now, net))}
    while wanted:
        asked |= wanted
        for table in TOLD:
            now[table].update(_rows(connection, table, "id", [number for one, number in wanted if one == table]))
        both = before(now, net), now
        figures = {number for state in both for number in _reported_for(state)}
        now["reported"].update(_rows(connection, "reported", "target_id", sorted(figures)))
        tasks = {number for state in both for number in _held_at(state)}
        now["assignment"].update(_rows(connection, "assignment", "task_id", sorted(tasks)))
        wanted = {row for state in (before(now, net), now) for row in _spoken_of(state)} - asked
    return before(now, net), now


def _reported_for(state: State) -> Iterator[int]:
    """The figures that something was reported for: the newest value is told, so all of them are looked at."""
    return (row["target_id"] for row in state["reported"].values())


def _held_at(state: State) -> Iterator[int]:
    """The tasks whose units are touched, and those above them: what is held there may be inherited."""
    for row in state["assignment"].values():
        task: int | None = row["task_id"]
        while task is not None:
            yield task
            task = state["task"][task]["parent_id"] if task in state["task"] else None


def _spoken_of(state: State) -> Iterator[tuple[str, int]]:
    for table, columns in REFERS.items():
        for row in state[table].values():
            yield from ((parent, row[column]) for column, parent in columns.items() if row[column] is not None)


def _rows(connection: sqlite3.Connection, table: str, column: str, numbers: Sequence[int]) -> Iterator[tuple[int, Row]]:
    names = ", ".join(f'"{name}"' for name in ("id", *TOLD[table]))
    for some in portions(numbers):
        for number, *values in connection.execute(
            f"SELECT {names} FROM main.{table} WHERE {column} IN ({gaps(some)})", some
        ):
            yield number, dict(zip(TOLD[table], values, strict=True))


def read_held(connection: sqlite3.Connection, units: Iterable[int], printed: Iterable[int]) -> frozenset[int]:
    """The tasks that these units hold or inherit, proposals aside; `printed`: under which names it may be."""
    names, holders = tuple(printed), tuple(units)
    sql = _HELD.replace("{printed}", gaps(names)).replace("{units}", gaps(holders))
    return frozenset(task for (task,) in connection.execute(sql, (*names, *holders)))
