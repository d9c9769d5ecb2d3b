"""The folder of a meeting's pack: written whole or not at all, over nothing unawares; and what went out is noted."""

from __future__ import annotations

import csv
import datetime
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.errors import RefusedError, StoreError, WritingError
from sciplan_tui.store.database.creating import make
from sciplan_tui.workspace.paper import pack as packing
from sciplan_tui.workspace.paper.pack_reading import PackAsked
from sciplan_tui.workspace.progress.marking import mark_query
from sciplan_tui.writers import atomic
from tests import viewing_data
from tests.workspace.paper.packs import AT, MADE, ON, read, written


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return viewing_data.fill(tmp_path / "small.db")


def cells(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_folder_is_made_and_what_is_written_is_said(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "会议"
    done = written(small, folder)
    assert {one.name for one in folder.iterdir()} == MADE
    assert sorted(done.files) == sorted(one for one in folder.rglob("*") if one.is_file())
    assert (done.plans, done.lacking) == (
        ("甲市全民科学素质行动（2021—2025年）",),
        ("乙县全民科学素质行动（2022—2025年）",),
    )


def test_nothing_is_overwritten_without_force(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    written(small, folder)
    (folder / "pack.docx").write_bytes(b"mine")
    (folder / "slips.docx").unlink()
    with pytest.raises(WritingError) as raised:
        written(small, folder)
    assert raised.value.code == "files_exist"
    assert "pack.docx" in str(raised.value)
    assert (folder / "pack.docx").read_bytes() == b"mine"
    assert not (folder / "slips.docx").exists()
    (folder / "mine.txt").write_text("stays")
    written(small, folder, force=True)
    assert {one.name for one in folder.iterdir()} == {*MADE, "mine.txt"}
    assert (folder / "pack.docx").read_bytes()[:2] == b"PK"


def test_a_file_is_no_folder(small: Path, tmp_path: Path) -> None:
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        (tmp_path / "file").write_text("stays")
        with pytest.raises(WritingError):
            written(small, folder)
        assert (tmp_path / "file").read_text() == "stays"


def test_where_there_is_no_room_for_all_the_old_pack_stays_and_no_new_file_is_there(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, tried = atomic._fill, list[Path]()

    def full(beside: Path, content: bytes) -> None:
        tried.append(beside)
        if len(tried) % 5 == 0:
            beside.write_bytes(content[:10])
            raise OSError(28, "No space left on device")
        whole(beside, content)

    written(small, tmp_path / "old")
    before = {file: file.read_bytes() for file in (tmp_path / "old").rglob("*") if file.is_file()}
    monkeypatch.setattr(atomic, "_fill", full)
    for folder in (tmp_path / "new" / "deeper", tmp_path / "old"):
        with pytest.raises(WritingError, match="No space left") as raised:
            written(small, folder, force=True)
        assert raised.value.code == "export_failed"
    assert not (tmp_path / "new").exists()
    assert {file: file.read_bytes() for file in (tmp_path / "old").rglob("*") if file.is_file()} == before
    assert read(small).plans[0].since is None, "it did not go out"


def test_what_stands_already_is_told_where_a_folder_takes_no_more(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, done = atomic._put, list[Path]()

    def refused(beside: Path, target: Path, *, force: bool) -> None:
        if len(done) == 2:
            raise OSError(5, "Input/output error")
        done.append(target)
        put(beside, target, force=force)

    monkeypatch.setattr(atomic, "_put", refused)
    with pytest.raises(WritingError) as raised:
        written(small, tmp_path / "out")
    assert raised.value.code == "files_no_room"
    assert all(part in str(raised.value) for part in ("2", str(tmp_path / "out"), "slips.docx", "Input/output error"))
    assert [one for one in (tmp_path / "out").rglob("*") if one.is_file()] == done
    assert read(small).plans[0].since is None, "it did not go out"


KILLED = """
import datetime, os, sys
from pathlib import Path
from sciplan_tui.workspace.paper.pack import write_pack
from sciplan_tui.workspace.paper.pack_reading import PackAsked
from sciplan_tui.writers import atomic

put, done = atomic._put, []

def last(beside, target, force):
    if len(done) == 2:
        os._exit(137)
    done.append(target)
    put(beside, target, force=force)

atomic._put = last
on = datetime.date(2024, 3, 1)
write_pack(Path(sys.argv[1]), PackAsked("midterm-2023"), Path(sys.argv[2]), on=on, at="2024-03-01T09:00:00")
"""


def test_what_a_killed_run_has_written_is_whole(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    ended = subprocess.run([sys.executable, "-c", KILLED, str(small), str(folder)], check=False)
    assert ended.returncode == 137
    left = {one.name for one in folder.rglob("*") if one.is_file() and not one.name.startswith(".sciplan-")}
    assert left == {"pack.docx", "pack.xlsx"}
    for name in left:
        with zipfile.ZipFile(folder / name) as content:
            assert content.testzip() is None
    assert read(small).plans[0].since is None, "it did not go out"
    written(small, folder, force=True)
    assert left < {one.name for one in folder.iterdir()}


def test_what_breaks_it_off_leaves_nothing(small: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written(small, tmp_path / "whole", step=lambda done, count: told.append((done, count)))
    assert told == sorted(told)
    assert {count for _, count in told} == {1 + packing._MAKING}
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]

    class Enough(Exception):  # noqa: N818 nothing is wrong
        pass

    for last in range(len(told)):
        seen: list[int] = []

        def stop(done: int, count: int, last: int = last, seen: list[int] = seen) -> None:
            seen.append(done)
            if len(seen) > last:
                raise Enough

        with pytest.raises(Enough):
            written(small, tmp_path / "out", step=stop)
        assert not (tmp_path / "out").exists()


def test_a_link_that_leads_elsewhere_is_not_followed(small: Path, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere.docx"
    folder.mkdir()
    (folder / "pack.docx").symlink_to(elsewhere)
    for force in (False, True):
        with pytest.raises(WritingError):
            written(small, folder, force=force)
        assert not elsewhere.exists()


# What went out


def test_the_next_pack_tells_what_moved(small: Path, tmp_path: Path) -> None:
    assert read(small).plans[0].moved is None
    written(small, tmp_path / "first", on=datetime.date(2024, 2, 1))
    mark_query(small, "path:2.2", milestone="midterm-2023", status=None, at=AT, today=ON, plan="甲市")
    mark = {"milestone": "midterm-2023", "at": AT, "today": ON, "plan": "甲市"}
    mark_query(small, "path:2.1.2", status=Status.DONE, **mark)  # type: ignore[arg-type]
    one = read(small).plans[0]
    assert one.since == "2024-02-01"
    assert one.moved is not None
    assert [row[1] for row in one.moved.rows] == ["2.1.2"]
    written(small, tmp_path / "second")
    again = read(small).plans[0]
    assert again.since == "2024-02-01", "one that is made again on its day tells the same"
    assert cells(tmp_path / "second" / "csv" / "moved.csv")[1][1] == "2.1.2"


def test_what_moved_is_of_the_day_and_of_the_query(small: Path, tmp_path: Path) -> None:
    written(small, tmp_path / "first", on=datetime.date(2024, 2, 1))
    later = {
        "milestone": "midterm-2023",
        "at": "2024-04-02T09:00:00",
        "today": datetime.date(2024, 4, 2),
        "plan": "甲市",
    }
    for path, day in (("2.1.1", "2024-02-20"), ("2.1.2", "2024-02-21"), ("2.2", "2024-03-20")):
        mark_query(small, f"path:{path}", status=Status.BLOCKED, on=day, **later)  # type: ignore[arg-type]
    for query, paths in (("", ["2.1.1", "2.1.2"]), ("path:2.1.2", ["2.1.2"])):
        moved = read(small, PackAsked("midterm-2023", query, "甲市")).plans[0].moved
        assert moved is not None
        assert [row[1] for row in moved.rows] == paths


def test_a_database_that_cannot_be_written_gives_the_papers(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sciplan_tui.workspace.paper.issued.note_issued", lambda *_: StoreError("read_only"))
    done = written(small, tmp_path / "out")
    assert done.unnoted is not None
    assert {one.name for one in (tmp_path / "out").iterdir()} == MADE


# Refusals


def test_an_empty_database_has_no_papers(tmp_path: Path) -> None:
    make(tmp_path / "empty.db")
    with pytest.raises(RefusedError) as raised:
        written(tmp_path / "empty.db", tmp_path / "out")
    assert raised.value.code == "pack_nothing"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (PackAsked("midterm-2030"), "no_milestone"),
        (PackAsked("evaluation-2025", plan="没有"), "no_plan"),
        (PackAsked("midterm-2023", "没有这个词"), "pack_nothing"),
        (PackAsked("midterm-2023", plan="乙县"), "no_milestone"),
    ],
)
def test_what_cannot_be_is_said(small: Path, tmp_path: Path, asked: PackAsked, code: str) -> None:
    with pytest.raises(RefusedError) as raised:
        written(small, tmp_path / "out", asked)
    assert raised.value.code == code
    assert not (tmp_path / "out").exists()
