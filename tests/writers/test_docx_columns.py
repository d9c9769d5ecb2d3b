from __future__ import annotations

from sciplan_tui.core.sheet import Column, Names, Sheet
from sciplan_tui.locale import speaking
from sciplan_tui.writers.word.columns import laid

KEYS = ("path", "indicator", "aim", "frequency", "deadline", "lead", "reported", "reported_on", "met", "state", "line")
ROW = ("2.1.7", "培训科技辅导员", "200 人次", "每年", "2025-12-31", Names(("市教育局", "团市委", "市科协")), 215.0)
FIGURES = Sheet("figures", tuple(map(Column, KEYS)), ((*ROW, "2023-09-30", "否", "长期坚持", 118),))


def _characters(made: Sheet, width: int) -> dict[str, float]:
    found = laid(made, width, compact=True)
    return {
        column.key: (one - 2 * found.beside) / (5 * found.size)
        for column, one in zip(made.columns, found.widths, strict=True)
    }


def test_paths_dates_and_states_keep_their_line_in_a_table_of_many_columns() -> None:
    room = _characters(FIGURES, 165)
    whole = {"deadline": 12, "reported_on": 12, "path": 6, "state": 8, "line": 3}
    assert {key: room[key] >= characters for key, characters in whole.items()} == dict.fromkeys(whole, True)


def test_heads_of_another_language_are_not_parted_within_a_word() -> None:
    with speaking("en"):
        room = _characters(FIGURES, 165)
    whole = {"path": 6, "frequency": 12, "deadline": 12, "line": 6}
    assert {key: room[key] >= characters for key, characters in whole.items()} == dict.fromkeys(whole, True)


def test_the_longest_word_of_a_head_is_whole_where_there_is_room() -> None:
    made = Sheet("targets", tuple(map(Column, ("comparator", "aspirational", "quote"))), (("over", "no", "甲" * 200),))
    with speaking("en"):
        room = _characters(made, 165)
    assert room["comparator"] >= 14
    assert room["aspirational"] >= 16


def test_a_state_in_english_is_whole_however_wide_its_letters() -> None:
    """unmarked has an m: in DejaVu Serif it takes as much as eleven half Chinese characters."""
    made = Sheet("late", tuple(map(Column, ("title", "quote", "state"))), (("甲" * 200, "乙" * 200, "unmarked"),))
    assert _characters(made, 60)["state"] >= 11


def test_a_table_that_has_no_room_for_its_words_is_as_wide_as_the_page() -> None:
    made = Sheet("figures", tuple(Column("deadline") for _ in range(14)), (("2025-12-31",) * 14,))
    found = laid(made, 100, compact=True)
    assert sum(found.widths) <= 100 * 56.7
    assert min(found.widths) > 0


def test_what_needs_little_is_as_wide_as_the_page_in_its_own_size() -> None:
    found = laid(Sheet("tasks", (Column("path"), Column("title")), (("2.1", "科普"),)), 165, compact=False)
    assert found.size == 21
    assert abs(sum(found.widths) - 165 * 56.7) < 3
