"""Alembic's environment: runs the revisions on the connection it is handed, inside the caller's transaction.

The version of a database is `PRAGMA user_version`, which each revision sets to its own number (`0002` sets 2).
Alembic's own table lives only in the temporary schema while it runs, so a database made from schema.sql and one made
by the revisions are the same. A revision is written by hand: copy the last one; then draw schema.sql anew with
`python -m sciplan_tui.store.schema.drawing`.
"""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
version = connection.exec_driver_sql("PRAGMA user_version").scalar()
connection.exec_driver_sql("DROP TABLE IF EXISTS temp.alembic_version")
connection.exec_driver_sql("CREATE TEMP TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
if version:
    connection.exec_driver_sql("INSERT INTO temp.alembic_version VALUES (?)", (f"{version:04d}",))
context.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
context.run_migrations()
connection.exec_driver_sql("DROP TABLE temp.alembic_version")
