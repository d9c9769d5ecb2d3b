"""The README tells the keys that there are."""

from __future__ import annotations

from tests.tui.keys_in_readme import README, begin, with_tables


def test_the_tables_of_keys_are_those_of_the_registry() -> None:
    text = README.read_text("utf-8")
    assert text.count(begin("zh")) == text.count(begin("en")) == 1
    assert text == with_tables(text), "python -m tests.tui.keys_in_readme draws them anew"
