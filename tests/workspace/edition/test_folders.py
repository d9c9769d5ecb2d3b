"""What a person picks files from, and paths as people write them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sciplan_tui.errors import ReadingError
from sciplan_tui.workspace.edition import folders
from sciplan_tui.workspace.edition.folders import DEEPEST, completed, files_below, looks_like_path, path_of, read_folder

HERE = Path("/there")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a.txt", "/there/a.txt"),
        ("./方案/a.txt", "/there/方案/a.txt"),
        ("../li/", "/li"),
        ("/tmp/a b.txt", "/tmp/a b.txt"),
        ("'/tmp/a b.txt'", "/tmp/a b.txt"),
        ('"/tmp/a.txt" ', "/tmp/a.txt"),
        ("/tmp/a\\ b.txt", "/tmp/a b.txt"),
        ("file:///tmp/%E6%96%B9%E6%A1%88.txt", "/tmp/方案.txt"),
        ("~/a.txt", os.path.expanduser("~/a.txt")),
    ],
)
def test_a_path_is_understood_as_terminals_and_people_write_it(text: str, path: str) -> None:
    assert path_of(text, HERE) == Path(path)


def test_a_part_of_a_name_is_no_path() -> None:
    assert not looks_like_path("湘潭 2021.txt")
    assert all(looks_like_path(text) for text in ("/", "~", "./a", "a/b", "'a b'", "C:\\x"))


def test_a_folder_tells_folders_and_files_with_the_suffix_of_a_plan(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.docx", "c.exe", ".d.txt", "~$a.docx"):
        (tmp_path / name).write_bytes(b"123")
    (tmp_path / "z").mkdir()
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    found = read_folder(tmp_path)
    assert [path.name for path in found.folders] == ["z"]
    assert [(file.path.name, file.size) for file in found.files] == [("a.docx", 3), ("b.TXT", 3)]


def test_a_folder_is_read_with_those_in_it_by_path_and_what_is_left_out_is_named(tmp_path: Path) -> None:
    deep = Path(*["层"] * DEEPEST)
    for name in ("b.txt", "县/a.docx", "县/~$a.docx", ".git/c.txt", "a/z.txt", deep / "d.txt", deep / "层/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    left = {tmp_path / "again", tmp_path / deep / "层"}
    there = {tmp_path / name for name in ("a/z.txt", "b.txt", "县/a.docx", deep / "d.txt")}
    found = files_below(tmp_path)
    named = [Path(str(one.details["name"])) if isinstance(one, ReadingError) else one for one in found]
    assert named == sorted(left | there)
    assert {one for one in found if isinstance(one, Path)} == there
    assert [one.code for one in files_below(tmp_path / "nowhere") if isinstance(one, ReadingError)] == ["folder_closed"]


def test_a_whole_disk_is_not_read_by_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_FOLDERS", 3)
    for name in "abcd":
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("x")
    [told] = files_below(tmp_path)
    assert isinstance(told, ReadingError)
    assert (told.code, told.details) == ("folders_many", {"name": str(tmp_path), "limit": 3})


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_what_cannot_be_opened_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(ReadingError, match=name):
        read_folder(tmp_path / name)


def test_a_path_is_completed_by_the_first_name_that_begins_so(tmp_path: Path) -> None:
    (tmp_path / "方案集").mkdir()
    (tmp_path / "方案集" / "b.txt").write_text("x")
    (tmp_path / "方\x1b案").write_text("x")
    assert completed("方", tmp_path) == "方案集/"
    assert completed("方案集/b", tmp_path) == "方案集/b.txt"
    assert completed(f"{tmp_path}/方案", Path("/")) == f"{tmp_path}/方案集/"
    assert completed("方案集/", tmp_path) is None
    assert completed("nowhere/x", tmp_path) is None
