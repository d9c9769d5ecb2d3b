"""Names of files made of text from documents: in their folder, on every system."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.file_name import LONGEST, WIDEST, distinct_names, safe_name

HOSTILE = st.text(st.characters() | st.sampled_from('/\\:.-*?"<>| \x00\n\u202e\u0301CONnul1'), max_size=120)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市科协", "市科协"),
        ("各镇（街道）", "各镇（街道）"),
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C--Windows-x"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("..", "_"),
        ("", "_"),
        ("con", "_con"),
        ("NUL.docx", "_NUL.docx"),
        ("Com1", "_Com1"),
        ("console", "console"),
        ("name. ", "name"),
        ("two\nlines\tof it", "two lines of it"),
        ("bell\x07", "bell"),
        ("a\ud800b", "a-b"),
        ("市\u202e科协", "市-U+202E-科协"),
        ("局" * 100, "局" * 40),
    ],
)
def test_what_a_text_is_called(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(HOSTILE)
def test_a_name_is_one_name_everywhere(text: str) -> None:
    name = safe_name(text)
    assert name not in {"", ".", ".."}
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert not set(name) & set('/\\:*?"<>|')
    assert name.isprintable()
    assert name == name.strip(" .-")
    assert cell_width(name) <= WIDEST
    assert len(name.encode()) <= LONGEST
    assert safe_name(name) == name


@given(st.lists(HOSTILE | st.sampled_from(["市科协", "AB", "ab", "ab (2)", "局" * 60]), max_size=12))
def test_no_two_have_one_name(texts: list[str]) -> None:
    names = distinct_names(texts)
    assert len({name.casefold() for name in names}) == len(names) == len(texts)
    assert all(safe_name(name) == name for name in names)


def test_the_first_keeps_its_name() -> None:
    assert distinct_names(["市 科协", "市  科协", "x", "X"]) == ("市 科协", "市 科协 (2)", "x", "X (2)")
