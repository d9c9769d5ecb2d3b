"""What the journal keeps of a row is the row, whatever its texts hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.journal import Change
from sciplan_tui.resources import schema_sql
from sciplan_tui.store.database.engine import transaction
from sciplan_tui.store.journal.entries import changes_of
from sciplan_tui.store.journal.writing import record
from tests.store_cases import AT

MARKS = st.text(st.sampled_from('{}[]",:\\\n甲k'), max_size=12)
TEXT = st.one_of(st.none(), MARKS, st.just('{},{"key":'), st.just('\\"},{"title":"'), st.text(max_size=8))


@given(st.lists(st.tuples(TEXT, TEXT, st.booleans()), min_size=1, max_size=6))
def test_every_row_comes_back_as_it_was_written(told: list[tuple[str | None, str | None, bool]]) -> None:
    added = [Change("plan", n, None, _row(n, title, issuer, turned)) for n, (title, issuer, turned) in enumerate(told)]
    altered = [Change("plan", one.id, {"title": _told(one, "title")}, {"title": "新"}) for one in added]
    removed = [Change("plan", one.id, {**(one.new or {}), "title": "新"}, None) for one in added]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(schema_sql())
        for changes in (added, altered, removed):
            with transaction(connection):
                entry = record(connection, "import", {}, changes, AT)
            assert changes_of(connection, entry) == tuple(changes)


def _row(number: int, title: str | None, issuer: str | None, turned: bool) -> dict[str, object]:
    """A plan's row, its columns in one order or the other."""
    row: dict[str, object] = {"key": f"{number}", "title": title or "", "issuer": issuer, "period_start": number}
    return dict(reversed(row.items())) if turned else row


def _told(change: Change, column: str) -> object:
    assert change.new is not None
    return change.new[column]
