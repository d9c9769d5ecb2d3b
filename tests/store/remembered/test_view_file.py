"""The file of queries and views: whole or as it was, for the user alone, and never a reason not to start."""

from __future__ import annotations

import json
import multiprocessing
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.errors import StoreError
from sciplan_tui.locale import LANGUAGES, say
from sciplan_tui.store.remembered.views import DATABASES, LARGEST, change, read


def add(file: Path, database: str, name: str) -> None:
    change(file, database, lambda kept: kept | {name: name})


def test_what_is_kept_is_read_again_for_its_database_only(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "views.json"
    assert read(file, "/a.db") == {}
    assert not file.parent.exists()
    add(file, "/a.db", "教育局")
    add(file, "/b.db", "x")
    assert (read(file, "/a.db"), read(file, "/b.db")) == ({"教育局": "教育局"}, {"x": "x"})


@pytest.mark.skipif(os.name == "nt", reason="rights are the POSIX ones")
def test_it_is_for_the_user_alone_and_nothing_lies_about(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "views.json"
    add(file, "/a.db", "x")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert {path.name for path in file.parent.iterdir()} <= {"views.json", ".views.json.lock"}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"schema": "other"}',
        b'{"schema": "sciplan-views/1", "databases": []}',
        b"[" * 100_000, b'"' + b"x" * LARGEST + b'"',
    ],
    ids=range(9),
)  # fmt: skip
def test_a_damaged_file_is_put_aside_and_said(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "views.json"
    file.write_bytes(content)
    with pytest.raises(StoreError) as raised:
        read(file, "/a.db")
    aside = Path(str(raised.value.details["path"]))
    assert (raised.value.code, aside.read_bytes(), file.exists()) == ("views_damaged", content, False)
    for language in LANGUAGES:
        assert str(aside) in say("error.views_damaged", language, **raised.value.details)
    assert read(file, "/a.db") == {}


def test_damage_that_comes_while_the_program_runs_does_not_hinder_keeping(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    file.write_text("{", encoding="utf-8")
    add(file, "/a.db", "x")
    assert read(file, "/a.db") == {"x": "x"}
    assert len(list(tmp_path.glob("views-damaged-*.json"))) == 1


def test_what_is_no_file_is_said_and_left(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    file.mkdir()
    for act in (lambda: read(file, "/a.db"), lambda: add(file, "/a.db", "x")):
        with pytest.raises(StoreError) as raised:
            act()
        assert raised.value.code == "views_unread"
    assert file.is_dir()


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        add(tmp_path / "folder" / "views.json", "/a.db", "x")
    assert raised.value.code == "views_unwritten"


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    add(file, "/a.db", "x")
    before = file.read_bytes()
    with pytest.raises(TypeError):
        change(file, "/a.db", lambda kept: kept | {"y": object()})  # no JSON can say it
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*.tmp"))


def test_the_databases_of_long_ago_go_first(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    for number in range(DATABASES + 2):
        add(file, f"/{number}.db", "x")
        add(file, "/0.db", "x")
    known: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["databases"]
    assert len(known) == DATABASES
    assert "/0.db" in known
    assert "/1.db" not in known


def writer(file: Path, name: str) -> None:
    for number in range(10):
        add(file, "/a.db", f"{name}{number}")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the lock is the POSIX one")
def test_two_programs_lose_nothing_of_each_other(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=writer, args=(file, name)) for name in "ab"]
    for process in writers:
        process.start()
    for process in writers:
        process.join()
    assert set(read(file, "/a.db")) == {f"{name}{number}" for name in "ab" for number in range(10)}
