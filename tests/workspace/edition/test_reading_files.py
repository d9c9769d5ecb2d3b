"""Several files, read ahead or one by one: the same plans, in the order they were named; a bad one stops no other."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import ReadingError, SciplanError
from sciplan_tui.readers.child import children
from sciplan_tui.workspace.edition import reading_files
from sciplan_tui.workspace.edition.importing_files import import_files
from sciplan_tui.workspace.edition.reading_files import FileRead, Named, read_files
from sciplan_tui.workspace.journal.undoing import history

TEXT = "{}市方案\n一、重点任务\n（一）办好科技馆。\n牵头单位：市科协\n"
PATIENCE = 5.0
"""Seconds."""
MANY = reading_files.AHEAD * 2 + 3


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{number}.txt" for number in range(MANY)]
    for number, file in enumerate(made):
        file.write_text(TEXT.format(number), encoding="utf-8")
    return made


def titles(read: list[FileRead]) -> list[str]:
    return [one.plan.title if isinstance(one.plan, ParsedPlan) else one.plan.code for one in read]


def test_many_files_come_in_the_order_they_were_named(files: list[Path]) -> None:
    files[3].write_bytes(b"")
    files[5].unlink()
    listed: list[Named] = [*files, ReadingError("folder_empty", name="x", suffixes="")]
    ahead = list(read_files(listed))
    assert [one.file for one in ahead] == listed
    wanted = [f"{number}市方案" for number in range(MANY)]
    wanted[3], wanted[5] = "empty_file", "no_file"
    assert titles(ahead) == [*wanted, "folder_empty"]
    assert titles([one for file in files for one in read_files([file])]) == wanted


def test_who_stops_taking_leaves_no_child_behind_at_work(files: list[Path]) -> None:
    for file in files[1:3]:
        file.write_text(TEXT.format(1) + "（二）办好科技馆。\n" * 50_000, encoding="utf-8")
    reading = read_files(files)
    assert isinstance(next(reading).plan, ParsedPlan)
    until = time.monotonic() + PATIENCE
    while not children._at_work and time.monotonic() < until:  # the next ones are begun in threads of their own
        os.sched_yield()
    at_work = [*children._at_work]
    assert at_work
    reading.close()  # type: ignore[attr-defined]
    assert all(child.process.wait(5) != 0 for child in at_work)
    assert not isinstance(next(read_files(files[:1])).plan, SciplanError)


def test_each_of_many_is_an_entry_of_its_own_and_a_bad_one_stops_none(files: list[Path], tmp_path: Path) -> None:
    files[2].write_bytes(b"\x00\x01\x02" * 100)
    database = tmp_path / "own.db"
    results = list(import_files(database, files, at="2023-05-04T10:00:00"))
    assert [isinstance(one.result, SciplanError) for one in results] == [number == 2 for number in range(MANY)]
    entries = [one.result.entry_id for one in results if not isinstance(one.result, SciplanError)]
    assert entries == list(range(1, MANY))
    assert [entry.kind for entry in history(database)] == ["import"] * (MANY - 1)
