"""The plans that wait for a person are found without comparing editions."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sciplan_tui.core.diff.proposing import REASONS
from sciplan_tui.store.problem.plans_in_doubt import doubtful_plans, undecided_plans


def _database(*problems: tuple[int, str, str | None]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript((Path(__file__).parents[3] / "db" / "schema.sql").read_text("utf-8"))
    connection.execute("PRAGMA foreign_keys = OFF")
    for number, plan, edition in ((1, 1, 1), (2, 1, 2), (3, 2, 1)):
        told = (number, plan, edition, "a.txt", "", "txt", "utf-8", "", "", "")
        columns = "id, plan_id, number, name, sha256, format, encoding, imported_at, raw, said"
        connection.execute(f"INSERT INTO edition ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", told)
    for place, (edition, code, settled) in enumerate(problems):
        told_of = (edition, place, code, "{}", settled)
        columns = "edition_id, position, code, details, settled_on"
        connection.execute(f"INSERT INTO problem ({columns}) VALUES (?, ?, ?, ?, ?)", told_of)
    return connection


def test_each_reason_to_wait_is_one_until_it_is_settled() -> None:
    for code in REASONS:
        assert undecided_plans(_database((3, code, None))) == {2}, code
        settled = _database((3, code, "2024-01-08"))
        assert (undecided_plans(settled), doubtful_plans(settled)) == (frozenset(), {2}), code


def test_only_the_newest_edition_counts() -> None:
    old = _database((1, "conflict", None), (2, "number_order", None))
    assert (undecided_plans(old), doubtful_plans(old)) == (frozenset(), {1})
    assert doubtful_plans(_database((1, "conflict", None))) == frozenset()
