from __future__ import annotations

import pytest
from hypothesis import given, settings

from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.writers import md
from tests.writers.odd_sheets import HOSTILE, book, sheets
from tests.writers.reading_back import Cells, of_markdown, said


def trimmed(cells: Cells) -> Cells:
    """A cell of Markdown keeps no blanks at its ends."""
    return [[cell.strip() for cell in row] for row in cells]


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_any_text_comes_back_cell_for_cell(made: Sheet) -> None:
    [found] = of_markdown(md.write(book(made)))
    assert trimmed(found) == trimmed(said(made))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    made = Sheet("tasks", (Column("path"), Column("title")), ((text, text),))
    [found] = of_markdown(md.write(book(made)))
    assert trimmed(found) == trimmed(said(made))


def test_a_query_can_be_copied_as_it_stands() -> None:
    query = "mark:midterm-2023=not_applicable"
    assert md.text(query) == query
    assert md.text("_a_ __b__") == r"\_a\_ \_\_b\_\_"


def test_each_line_is_one_row_and_the_notes_a_list() -> None:
    made = Sheet("tasks", (Column("path"), Column("title")), (("2.1", "一\n二|三"),))
    lines = md.write(book(made)).decode().split("\n")
    assert lines[0] == "# 方案 \\& \\<甲\\> \\[/\\]"
    assert lines[2] == "- 查询：=1+1 \\| \ufffd"
    assert lines[-2] == "| 2.1 | 一<br>二\\|三 |"
