"""Assignments as they are held on one day: the view `held`, made on a connection that reads. Marks likewise.

`held` is `assignment` with the holder on that day as `unit_id`; `printed_id` is the unit that the plan prints. Where
no unit was renamed, merged or split it is `assignment` itself, which SQLite looks through. Else each row looks up its
heir, so that the index of tasks serves as before; who comes from the units asks for `printed_id` among
`Standing.printed_for` first, since the index knows printed units only. What a ruling took the place of is not held.
`named` are the units that hold something which is not only proposed.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.unit.standing import UNMOVED, Standing
from sciplan_tui.store.as_of.overruled import LEFT_OUT, make_overruled
from sciplan_tui.store.columns import COLUMNS

if TYPE_CHECKING:
    from sciplan_tui.core.unit.over_time import Membership
    from sciplan_tui.core.unit.succession import Succession

_ANY = "SELECT EXISTS (SELECT 1 FROM succession) OR EXISTS (SELECT 1 FROM membership)"

_UNTIL = "(a.ruled_on IS NULL OR a.ruled_on <= '{}')"
_RULED = "SELECT EXISTS (SELECT 1 FROM journal_entry WHERE kind = 'rule')"
_RULED_AFTER = "SELECT EXISTS (SELECT 1 FROM main.assignment WHERE ruled_on > ?)"
"""It looks through all assignments, and is asked only where something was ruled."""

_GENERAL = "(SELECT holder_id FROM temp.heir WHERE heir.unit_id = a.unit_id)"
_AT_TASK = "(SELECT holder_id FROM temp.heir_at AS h WHERE h.task_id = a.task_id AND h.unit_id = a.unit_id)"
_TABLES = (
    "DROP TABLE IF EXISTS temp.heir",
    "DROP TABLE IF EXISTS temp.heir_at",
    "DROP TABLE IF EXISTS temp.forebear",
    "CREATE TABLE temp.heir (unit_id INTEGER PRIMARY KEY, holder_id INTEGER NOT NULL)",
    "CREATE TABLE temp.heir_at (task_id INTEGER, unit_id INTEGER, holder_id INTEGER NOT NULL,"
    " PRIMARY KEY (task_id, unit_id)) WITHOUT ROWID",
    "CREATE TABLE temp.forebear (unit_id INTEGER, printed_id INTEGER, PRIMARY KEY (unit_id, printed_id)) WITHOUT ROWID",
)
_NAMED_AS_PRINTED = (
    "SELECT id FROM main.unit WHERE EXISTS"
    " (SELECT 1 FROM temp.held WHERE held.printed_id = unit.id AND origin <> 'proposed')"
)
_NAMED = (
    f"{_NAMED_AS_PRINTED} AND id NOT IN (SELECT printed_id FROM temp.forebear)"
    " UNION SELECT unit_id FROM temp.forebear WHERE EXISTS (SELECT 1 FROM temp.held"
    " WHERE held.printed_id = forebear.printed_id AND held.unit_id = forebear.unit_id AND origin <> 'proposed')"
)


def ask_on(connection: sqlite3.Connection, day: str, *, past: bool = False) -> Standing:
    """Make `held` and `named` tell what holds on `day` (ISO), and return who stands for whom then.

    What was ruled from a later day on is left out; what is dropped from a later day on is there. `past`: `mark` has the
    marks as they stood then. To be asked again when any connection has written.
    """
    found = read_standing(connection, day)
    _marks(connection, day, past=past)
    heir = "a.unit_id"
    if found.moved:
        connection.execute("SAVEPOINT filling")
        _fill(connection, found)
        connection.execute("RELEASE filling")
        heir = f"coalesce({_AT_TASK}, {_GENERAL}, a.unit_id)" if found.heir_at else f"coalesce({_GENERAL}, a.unit_id)"
    columns = ", ".join(f"{heir} AS unit_id" if name == "unit_id" else f"a.{name}" for name in COLUMNS["assignment"])
    ruled = bool(connection.execute(_RULED).fetchone()[0])
    later = ruled and bool(connection.execute(_RULED_AFTER, (day,)).fetchone()[0])
    until = [_UNTIL.format(datetime.date.fromisoformat(day))] if past or later else []
    tables = ["main.assignment", *(["temp.dropped"] if ruled and _dropped_since(connection, day) else [])]
    said = [f"SELECT a.id, {columns}, a.unit_id AS printed_id FROM {table} AS a" for table in tables]
    _held(connection, said, until)
    if make_overruled(connection):
        _held(connection, said, [*until, LEFT_OUT])
    _view(connection, "named", _NAMED if found.moved else _NAMED_AS_PRINTED)
    return found


def read_standing(connection: sqlite3.Connection, day: str) -> Standing:
    """Who stands for whom on `day`, in all plans; where no unit ever changed, that is told at no cost."""
    if not connection.execute(_ANY).fetchone()[0]:
        return UNMOVED
    from sciplan_tui.core.unit.over_time import standing

    return standing(successions(connection), memberships(connection), day)


def successions(connection: sqlite3.Connection) -> list[Succession]:
    """All of them, in the order in which they were noted."""
    from sciplan_tui.core.unit.succession import Succession

    found = connection.execute("SELECT from_id, to_id, kind, on_date, task_id FROM succession ORDER BY id")
    return [Succession(*row) for row in found.fetchall()]


def memberships(connection: sqlite3.Connection) -> list[Membership]:
    """All of them, in the order in which they were noted."""
    from sciplan_tui.core.unit.over_time import Membership

    found = connection.execute("SELECT collective_id, member_id, since_on, until_on FROM membership ORDER BY id")
    return [Membership(*row) for row in found.fetchall()]


def _fill(connection: sqlite3.Connection, found: Standing) -> None:
    for statement in _TABLES:
        connection.execute(statement)
    connection.executemany("INSERT INTO temp.heir VALUES (?, ?)", found.heir_of.items())
    at_task = ((task, unit, holder) for (unit, task), holder in found.heir_at.items())
    connection.executemany("INSERT INTO temp.heir_at VALUES (?, ?, ?)", at_task)
    pairs = {(holder, printed) for holder, units in found.forebears.items() for printed in units}
    pairs |= {(unit, unit) for unit in (found.moved | found.forebears.keys()) - found.heir_of.keys()}
    connection.executemany("INSERT INTO temp.forebear VALUES (?, ?)", sorted(pairs))


def _marks(connection: sqlite3.Connection, day: str, *, past: bool) -> None:
    """`mark` is the table of that name again, or the marks of a day that is past."""
    connection.execute("DROP TABLE IF EXISTS temp.mark")
    if past:
        from sciplan_tui.store.as_of.past_marks import make_past_marks

        make_past_marks(connection, day)


def _dropped_since(connection: sqlite3.Connection, day: str) -> bool:
    from sciplan_tui.store.as_of.dropped import make_dropped

    return make_dropped(connection, day)


def _held(connection: sqlite3.Connection, said: Sequence[str], conditions: Sequence[str]) -> None:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    _view(connection, "held", " UNION ALL ".join(one + where for one in said))


def _view(connection: sqlite3.Connection, name: str, meaning: str) -> None:
    connection.execute(f"DROP VIEW IF EXISTS temp.{name}")
    connection.execute(f"CREATE TEMP VIEW {name} AS {meaning}")
