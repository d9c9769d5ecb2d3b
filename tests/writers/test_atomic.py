from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sciplan_tui.errors import WritingError
from sciplan_tui.writers import atomic

NEW, OLD = b"new", b"old"


def refused(target: Path, *, force: bool = False, content: bytes = NEW) -> str:
    with pytest.raises(WritingError) as raised:
        atomic.write(target, content, force=force)
    assert target.name in str(raised.value) or str(target.parent) in str(raised.value)
    return raised.value.code


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_written_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "甲 市.csv"
    assert atomic.write(target, NEW) == target
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["甲 市.csv"]


def test_mode_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "a.csv", NEW)
    finally:
        os.umask(before)
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o640


def test_not_over_a_file_but_by_force(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(OLD)
    assert refused(target) == "export_exists"
    assert target.read_bytes() == OLD
    atomic.write(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["a.csv"]


def test_a_read_only_file_is_kept_also_by_force(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(OLD)
    target.chmod(0o444)
    assert refused(target, force=True) == "export_read_only"
    assert target.read_bytes() == OLD
    assert target.stat().st_mode & 0o777 == 0o444
    assert names(tmp_path) == ["a.csv"]


def test_rights_stay_as_they_were(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(OLD)
    target.chmod(0o600)
    atomic.write(target, NEW, force=True)
    assert target.stat().st_mode & 0o777 == 0o600


def test_file_that_came_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.csv"
    fill = atomic._fill

    def fill_slowly(beside: Path, content: bytes) -> None:
        fill(beside, content)
        target.write_bytes(OLD)

    monkeypatch.setattr(atomic, "_fill", fill_slowly)
    assert refused(target) == "export_exists"
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("force", [False, True])
def test_link_is_not_followed(tmp_path: Path, force: bool) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(OLD)
    for name, to in (("link.csv", victim), ("dangling.csv", tmp_path / "none")):
        (tmp_path / name).symlink_to(to)
        assert refused(tmp_path / name, force=force) == "export_link"
    assert victim.read_bytes() == OLD


@pytest.mark.parametrize("force", [False, True])
def test_folder_missing_folder_and_odd_names(tmp_path: Path, force: bool) -> None:
    assert refused(tmp_path, force=force) == "export_folder"
    assert refused(tmp_path / "none" / "a.csv", force=force) == "export_no_folder"
    (tmp_path / "file").write_bytes(OLD)
    assert refused(tmp_path / "file" / "a.csv", force=force) == "export_not_folder"
    for name in ("a\0b.csv", "长" * 200):
        with pytest.raises(WritingError):
            atomic.write(tmp_path / name, NEW, force=force)
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe", force=force) in ("export_exists", "export_failed")
    assert names(tmp_path) == ["file", "pipe"]


def test_what_a_killed_run_left_is_swept_after_a_day(tmp_path: Path) -> None:
    for name, age in ((".sciplan-old.tmp", 90_000), (".sciplan-new.tmp", 60), ("other.tmp", 90_000)):
        (tmp_path / name).write_bytes(OLD)
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    atomic.write(tmp_path / "a.csv", NEW)
    assert names(tmp_path) == [".sciplan-new.tmp", "a.csv", "other.tmp"]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from sciplan_tui.errors import WritingError
from sciplan_tui.writers import atomic
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    atomic.write(Path(sys.argv[1]), b"x" * 5000, force=True)
except WritingError as error:
    print(error.code)
"""


def test_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(OLD)
    ran = subprocess.run([sys.executable, "-c", FULL_DISK, str(target)], capture_output=True, text=True, check=True)
    assert ran.stdout == "export_failed\n"
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_fault_at_any_step_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(OLD)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, step, fail)
    assert refused(target, force=True) == "export_failed"
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere: run as a user to see this")
def test_folder_without_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert refused(tmp_path / "a.csv") == "export_failed"
