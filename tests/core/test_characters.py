"""What text may be kept and shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.characters import REPLACEMENT, clean_text, show_text

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(
    "\x00\x07\x1b\r\n\t\x85\x9b\u0301\u200b\u202e\u2028\ufeff\ud800\ufdd0\ufffe\U0001ffffe市", max_size=30
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("市教育局 牵头", "市教育局 牵头"),
        ("\x1b]52;c;QUJD\x07", f"{REPLACEMENT}]52;c;QUJD{REPLACEMENT}"),
        ("\x9b31m", f"{REPLACEMENT}31m"),
        ("a\x00b\x7fc", f"a{REPLACEMENT}b{REPLACEMENT}c"),
        ("\ud800\ufdd0\ufffe\U0010ffff", REPLACEMENT * 4),
        ("\ufeff市\u200b科\u2060协\ufe0f", "市科协"),
        ("报\u202e表", "报<U+202E>表"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("一\r\n二\t三\n", "一\n二\t三\n"),
        ("一\r二", f"一{REPLACEMENT}二"),
        ("𠮷\U000e0100𝄞", "𠮷𝄞"),
        ("e\u0301", "é"),
        ("\uf900", "豈"),
        ("\u2f08\uff21", "\u2f08\uff21"),  # a Kangxi radical and a full-width letter: reading decides on them
        ("[/] [red]", "[/] [red]"),
    ],
)
def test_what_is_kept(text: str, kept: str) -> None:
    assert clean_text(text) == kept


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一\n二\t三\u2028四\u2029五", "一 二 三 四 五"),
        ("a" + "\u0302" * 5000, "â" + "\u0302" * 4),
        ("क्षि", "क्षि"),
    ],
)
def test_what_is_shown_on_one_line(text: str, shown: str) -> None:
    assert show_text(text) == shown


@given(ANY_TEXT)
def test_nothing_kept_can_drive_a_terminal(text: str) -> None:
    kept = clean_text(text)
    assert not [c for c in kept if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n"]
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert show_text(show_text(text)) == show_text(text)


@given(ANY_TEXT)
def test_no_line_is_added_or_lost(text: str) -> None:
    assert clean_text(text).count("\n") == text.count("\n")


@given(ANY_TEXT)
def test_one_line_stays_one_line(text: str) -> None:
    assert len(show_text(text).splitlines()) <= 1


def test_clean_text_comes_back_itself() -> None:
    text = "市教育局、市科协\n" * 1000
    assert clean_text(text) is text
