"""The revisions, schema.sql and the SQLModel tables say the same, to the last constraint and index."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from sciplan_tui.resources import schema_sql
from sciplan_tui.store.columns import COLUMNS, DERIVED, REFERENCES
from sciplan_tui.store.database.creating import statements
from sciplan_tui.store.database.version import APPLICATION_ID, SCHEMA_VERSION


def parts(statement: str) -> tuple[str, frozenset[str]]:
    """A CREATE statement as its head and the set of its parts, without regard to layout."""
    text = (
        re.sub(r"\s+", " ", statement)
        .replace("FOREIGN KEY (", "FOREIGN KEY(")
        .strip()
        .rstrip(";")
        .replace("( ", "(")
        .replace(" )", ")")
        .replace('"', "")
    )
    if not text.startswith("CREATE TABLE"):
        return text, frozenset()
    head, _, body = text.partition("(")
    found, depth, part = [], 0, ""
    for sign in body[:-1]:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            found.append(part.strip())
            part = ""
        else:
            part += sign
    return head.strip(), frozenset([*found, part.strip()])


def schema(creates: list[str]) -> dict[str, frozenset[str]]:
    return dict(map(parts, creates))


def of_schema_sql(text: str) -> dict[str, frozenset[str]]:
    return schema([s for s in statements(text) if s.startswith("CREATE")])


def of_tables() -> dict[str, frozenset[str]]:
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable

    from sciplan_tui.store.schema import tables

    found = []
    for table in tables.Row.metadata.tables.values():
        found.append(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        found += [str(CreateIndex(index).compile(dialect=sqlite.dialect())) for index in table.indexes]
    return schema(found)


def test_schema_sql_is_drawn_from_the_head_revision() -> None:
    from sciplan_tui.store.schema.drawing import drawn

    assert drawn() == schema_sql()


def test_tables_declare_what_schema_sql_makes() -> None:
    assert of_tables() == of_schema_sql(schema_sql())


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("title TEXT NOT NULL", "title TEXT"),
        ("CONSTRAINT uq_mark_task UNIQUE (task_id, milestone_id)", "CONSTRAINT uq_mark_task UNIQUE (task_id)"),
        ("'ongoing', ", ""),
        ("DEFERRABLE INITIALLY DEFERRED", ""),
        ("ON task (plan_id, position, kind, parent_id, holder_id)", "ON task (plan_id, position)"),
        ("CREATE INDEX ix_target_task ON target (task_id);\n", ""),
        ("value REAL NOT NULL", "value TEXT NOT NULL"),
    ],
)
def test_a_difference_is_seen(was: str, becomes: str) -> None:
    assert was in schema_sql()
    assert of_tables() != of_schema_sql(schema_sql().replace(was, becomes))


def test_the_version_is_one_everywhere() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema_sql())
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_columns_of_changes_are_those_of_the_tables() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema_sql())
        for table, columns in COLUMNS.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            assert [name for name in names if name != "id" and name not in DERIVED.get(table, ())] == list(columns)


def test_references_are_those_of_the_tables() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema_sql())
        found = {
            (row[2], table, row[3])
            for table in COLUMNS
            for row in connection.execute(f"PRAGMA foreign_key_list({table})")
            if row[3] not in DERIVED.get(table, ())
        }
    assert found == {(parent, child, column) for parent, pairs in REFERENCES.items() for child, column in pairs}
