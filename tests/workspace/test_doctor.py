"""The doctor: a sound database is ok throughout, and every kind of damage is seen."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.locale import LANGUAGES, say
from sciplan_tui.workspace.doctor import Finding, examine
from sciplan_tui.workspace.edition.importing import import_plan
from tests.store_cases import AT, digest, small


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def found(database: Path) -> dict[str, str]:
    before = digest(database) if database.exists() else ""
    findings = examine(database)
    assert (digest(database) if database.exists() else "") == before
    for finding in findings:
        for language in LANGUAGES:
            assert say(f"doctor.{finding.what}", language, **finding.details)
    return {finding.what: finding.level for finding in findings if finding.level != "ok"}


def test_a_sound_database_is_ok(database: Path) -> None:
    assert found(database) == {}
    settings = [finding for finding in examine(database) if finding.what == "setting"]
    assert Finding("ok", "setting", {"name": "synchronous", "value": 3}) in settings


def test_a_missing_database_is_no_damage_and_is_not_made(tmp_path: Path) -> None:
    assert found(tmp_path / "a.db") == {"no_database": "look"}
    assert not list(tmp_path.iterdir())


DAMAGES = {
    "references_wrong": "INSERT INTO mark (id, task_id, milestone_id, status) VALUES (9, 999, 1, 'done')",
    "holders_wrong": "UPDATE task SET holder_id = 1 WHERE path = '2.1.1'",
    "orphans_wrong": "UPDATE task SET parent_id = id WHERE path = '2.1'",
    "successions_wrong": (
        "INSERT INTO succession (plan_id, from_id, to_id, kind) VALUES (1, 1, 2, 'alias'), (1, 2, 1, 'alias')"
    ),
    "members_wrong": "INSERT INTO membership (plan_id, collective_id, member_id) VALUES (1, 2, 2)",
    "reports_wrong": "INSERT INTO reported (target_id, value, on_day) VALUES (1, 'many', '2023-02-30')",
    "papers_wrong": (
        "INSERT INTO issued (kind, plan_id, on_day, entry_id, at) VALUES ('pack', 1, '2023-10-20', 99, '2023-10-20')"
    ),
    "indexes_missing": "DROP INDEX ix_task_plan",
    "paths_wrong": "UPDATE task SET path = '2.1' WHERE path = '2.2'",
    "unusable": "PRAGMA user_version = 99",
}


LOOSE = {
    "succession": "INSERT INTO succession (plan_id, from_id, to_id, kind) VALUES (1, 1, 999, 'rename')",
    "membership": "INSERT INTO membership (plan_id, collective_id, member_id) VALUES (1, 999, 1)",
}


@pytest.mark.parametrize("table", LOOSE)
def test_a_succession_or_member_that_refers_to_nothing_is_seen(database: Path, table: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute(LOOSE[table])
    assert found(database) == {"references_wrong": "broken"}


def test_units_of_two_plans_joined_by_another_hand_are_seen(database: Path) -> None:
    import_plan(database, small("乙市"), "raw", at=AT)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        other = connection.execute("SELECT min(id) FROM unit WHERE plan_id = 2").fetchone()[0]
        sql = "INSERT INTO succession (plan_id, from_id, to_id, kind) VALUES (1, 1, ?, 'alias')"
        connection.execute(sql, (other,))
    assert found(database) == {"successions_wrong": "broken"}


@pytest.mark.parametrize("what", DAMAGES)
def test_damage_is_seen(database: Path, what: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute(DAMAGES[what])
    assert what in found(database)


def test_a_damaged_page_is_seen(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_assignment_task'").fetchone()[0]
    data = bytearray(database.read_bytes())
    data[(page - 1) * 4096 + 8 : page * 4096] = bytes(4088)
    database.write_bytes(bytes(data))
    assert found(database).get("damage") == "broken"


def test_what_is_left_and_who_may_read_is_told(database: Path) -> None:
    database.chmod(0o644)
    database.with_name("sciplan.db.partial").touch()
    assert found(database) == {"mode_open": "look", "left_over": "look"}


def test_a_cloud_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "OneDrive" / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    assert found(path) == {"cloud_folder": "look"}
