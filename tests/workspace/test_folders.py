"""What a person picks files from, and paths as people write them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sciplan_tui.errors import ReadingError
from sciplan_tui.workspace.folders import completed, looks_like_path, path_of, read_folder

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
