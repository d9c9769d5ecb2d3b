"""A damaged database is a sentence wherever it is read: the damage shows only when its pages are reached."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import StoreError
from sciplan_tui.workspace.export.exporting import export
from sciplan_tui.workspace.journal.undoing import history
from sciplan_tui.workspace.sheet import listing
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import TODAY

READS: dict[str, Callable[[Path], object]] = {
    "tasks": lambda path: listing.listed(path, "tasks", today=TODAY),
    "show": lambda path: listing.show(path, "2.1", plan="甲市", today=TODAY),
    "export plan": lambda path: export(path, "plan", ViewSpec("甲市"), today=TODAY),
    "window": lambda path: (view := View.open(path, TODAY)).window(view.frame(ViewSpec()), 0, 9),
    "task": lambda path: View.open(path, TODAY).task(3),
}


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """The page on which the tasks lie is overwritten; the schema is whole, so that it opens."""
    path = data.fill(tmp_path / "damaged.db")
    connection = sqlite3.connect(path)
    [root] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'task'").fetchone()
    [size] = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    return path


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_a_damaged_page_is_told(damaged: Path, read: Callable[[Path], object]) -> None:
    before = damaged.read_bytes()
    with pytest.raises(StoreError) as told:
        read(damaged)
    assert told.value.code == "database_broken"
    assert damaged.read_bytes() == before


@pytest.mark.parametrize("summary", [b"\xff\xfe", b"{no json"])
def test_text_that_is_none_any_more_is_told(tmp_path: Path, summary: bytes) -> None:
    path = data.fill(tmp_path / "damaged.db")
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO journal_entry (id, at, kind, summary) VALUES (1, '2023-01-01', 'mark', CAST(? AS TEXT))",
        (summary,),
    )
    connection.commit()
    connection.close()
    with pytest.raises(StoreError) as told:
        history(path)
    assert told.value.code == "database_broken"
