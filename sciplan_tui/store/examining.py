"""What a doctor looks at in an open database: its settings, its soundness, and what our own rules ask of the rows."""

from __future__ import annotations

import sqlite3

from sciplan_tui.core.unit.succession import leads_to
from sciplan_tui.store.as_of.holdings import successions
from sciplan_tui.store.database.engine import SETTINGS, WRITING_SETTINGS, settings
from sciplan_tui.store.database.inspection import expected_indexes
from sciplan_tui.store.journal.holder import holders_to_mend


def settings_now(connection: sqlite3.Connection) -> dict[str, tuple[object, object]]:
    """Each setting that a writing connection makes, as it should be and as it is."""
    wanted = SETTINGS | WRITING_SETTINGS
    got = settings(connection, tuple(wanted))
    return {name: (wanted[name], got[name]) for name in wanted}


def versions(connection: sqlite3.Connection) -> dict[str, int]:
    """What the file says it is."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}


def damage(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite's own check finds, or None."""
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return None if found == "ok" else found


def loose_references(connection: sqlite3.Connection) -> int:
    """How many rows refer to a row that is not there."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def paths_twice(connection: sqlite3.Connection) -> int:
    """How many paths a plan has more than once."""
    found = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM task GROUP BY plan_id, path HAVING count(*) > 1) AS twice"
    )
    return int(found.fetchone()[0])


def orphans(connection: sqlite3.Connection) -> int:
    """How many tasks no way leads to from the top of their own plan (a parent in another plan, a ring of parents)."""
    reached = connection.execute(
        "WITH RECURSIVE reached (id, plan_id) AS (SELECT id, plan_id FROM task WHERE parent_id IS NULL"
        " UNION SELECT t.id, t.plan_id FROM task t JOIN reached r ON t.parent_id = r.id AND t.plan_id = r.plan_id)"
        " SELECT (SELECT count(*) FROM task) - (SELECT count(*) FROM reached)"
    )
    return int(reached.fetchone()[0])


def wrong_holders(connection: sqlite3.Connection) -> int:
    """How many tasks say wrongly whose assignments hold for them."""
    plans = [row[0] for row in connection.execute("SELECT id FROM plan")]
    return sum(len(holders_to_mend(connection, plan)) for plan in plans)


def strange_successions(connection: sqlite3.Connection) -> int:
    """How many successions lead in a circle, or from one plan (so from one region) into another."""
    known = successions(connection)
    circles = sum(one.from_id in leads_to(known, one.to_id) for one in known)
    return circles + _across_plans(connection, "succession", "from_id", "to_id")


def strange_members(connection: sqlite3.Connection) -> int:
    """How many members are their own, or of another plan than their collective."""
    found = connection.execute("SELECT count(*) FROM membership WHERE collective_id = member_id")
    return int(found.fetchone()[0]) + _across_plans(connection, "membership", "collective_id", "member_id")


def strange_reports(connection: sqlite3.Connection) -> int:
    """How many reported values are no number, or of no day."""
    found = connection.execute(
        "SELECT count(*) FROM reported WHERE typeof(value) NOT IN ('real', 'integer') OR abs(value) > 1e300"
        " OR date(on_day) IS NOT on_day"
    )
    return int(found.fetchone()[0])


def strange_papers(connection: sqlite3.Connection) -> int:
    """How many papers went out after the last thing that the journal knows: it is another's, or an earlier one."""
    newest = "coalesce((SELECT max(id) FROM journal_entry), 0)"
    return int(connection.execute(f"SELECT count(*) FROM issued WHERE entry_id > {newest}").fetchone()[0])


def _across_plans(connection: sqlite3.Connection, table: str, one: str, other: str) -> int:
    found = connection.execute(
        f"SELECT count(*) FROM {table} AS t JOIN unit AS one ON one.id = t.{one} JOIN unit AS other"
        f" ON other.id = t.{other} WHERE one.plan_id <> t.plan_id OR other.plan_id <> t.plan_id"
    )
    return int(found.fetchone()[0])


def missing_indexes(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Indexes of schema.sql that are not there; without them all works, but slowly."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    return tuple(sorted(expected_indexes() - there))
