"""An import of many files that is killed: what was told is kept, file by file, and nobody goes on reading for it."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from sciplan_tui.workspace.journal.undoing import history
from tests.cli.plans import PLAN

COUNT = 24
TOLD = 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    for number in range(COUNT):
        (made / f"{number:03}.txt").write_text(PLAN.replace("某某市", f"第{number}市"), encoding="utf-8")
    return made


def importing(folder: Path, database: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-u", "-m", "sciplan_tui", "--db", str(database), "import", "--json", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def readers_of(process: int) -> list[int]:
    """The children that read for a process, each as a descriptor that tells when it ends."""
    found = [thread.joinpath("children").read_text().split() for thread in Path(f"/proc/{process}/task").iterdir()]
    return [os.pidfd_open(int(child)) for some in found for child in some]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for the children as Linux shows them")
def test_what_was_told_before_a_kill_is_kept_and_no_reader_goes_on(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "own.db"
    with importing(folder, database) as run:
        assert run.stdout is not None
        told = [run.stdout.readline() for _ in range(TOLD)]
        readers = readers_of(run.pid)
        run.kill()
        told += run.stdout.readlines()
    entries = [json.loads(line)["entry"] for line in told if line.endswith(b"\n")]
    kept = [entry.id for entry in history(database)]
    # A file may be in whose result was not told any more.
    assert sorted(kept) in ([*entries], [*entries, len(entries) + 1])
    assert len(kept) < COUNT
    assert readers
    for reader in readers:
        assert select.select([reader], [], [], 10)[0]
        os.close(reader)


def test_who_imports_again_after_a_kill_has_all(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "own.db"
    with importing(folder, database) as run:
        assert run.stdout is not None
        run.stdout.readline()
        run.kill()
    with importing(folder, database) as again:
        told = [json.loads(line)["status"] for line in again.communicate()[0].splitlines()]
    assert again.returncode == Exit.DONE
    assert told.count("new") < len(told) == COUNT
    assert set(told) == {"new", "unchanged"}
    assert len(history(database)) == COUNT
