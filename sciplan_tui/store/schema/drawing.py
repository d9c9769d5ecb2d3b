"""`schema.sql`, drawn from the head revision: `python -m sciplan_tui.store.schema.drawing` writes it anew.

The tables stand in the order they were made, a column a line (SQLite sets one that was added behind its neighbour),
indexes after all tables, and the two PRAGMAs that mark the file last.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

from sciplan_tui.resources import database_history

_ORDERED = (
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type = ?"
    " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid"
)


_ADDED = re.compile(r", (?=\w+ (?:TEXT|INTEGER|REAL)\b)")


def drawn() -> str:
    """The text of `schema.sql` as the head revision makes it, on a database in memory."""
    from sciplan_tui.store.database.migrate import run_revisions
    from sciplan_tui.store.database.version import SCHEMA_VERSION

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        run_revisions(connection, database_history(), SCHEMA_VERSION)
        return dump(connection)


def dump(connection: sqlite3.Connection) -> str:
    """The schema of an open database, in the form of `schema.sql`."""
    tables, indexes = ([row[0] for row in connection.execute(_ORDERED, (kind,))] for kind in ("table", "index"))
    marks = [
        f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
        for name in ("application_id", "user_version")
    ]
    return (
        "\n\n".join(
            [
                *(_ADDED.sub(",\n  ", f"{sql};") for sql in tables),
                "\n".join(f"{sql};" for sql in indexes),
                "\n".join(marks),
            ]
        )
        + "\n"
    )


if __name__ == "__main__":
    (database_history() / "schema.sql").write_text(drawn(), encoding="utf-8", newline="\n")
