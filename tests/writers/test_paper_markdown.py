"""A paper as Markdown says what its blocks say, whatever stands in them; no text is taken for markup."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sciplan_tui.core.paper import Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers import paper_md
from sciplan_tui.writers.wording import writable
from tests.writers.odd_sheets import HOSTILE, ON, sheets
from tests.writers.reading_back import of_markdown, said


def read(content: bytes, *, lists: bool = False) -> list[tuple[str, str]]:
    """What stands in the text, outside tables: the sort of each block and what it says. `lists`: there may be some."""
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
    found, cells = [], 0
    for before, token in zip([tokens[0], *tokens], tokens, strict=False):
        cells += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        if token.type == "inline" and not cells:
            told = "".join("\n" if part.type == "html_inline" else part.content for part in token.children or [])
            found.append((before.tag, told))
        assert token.type not in ("html_block", "code_block", "fence", "ordered_list_open")
        assert lists or token.type != "bullet_list_open"
    return found


def wanted(text: str) -> str:
    """What is left of a text in Markdown: blanks at the ends of lines are nothing there."""
    return "\n".join(line.strip() for line in writable(text).split("\n")).strip()


def test_blocks_stand_in_their_order() -> None:
    blocks = (
        Heading("一、概况"),
        Line("正文"),
        Line("小字", Place.SMALL),
        PageBreak(landscape=True),
        Heading("（一）甲", 2),
    )
    content = paper_md.write(Paper("题目", blocks), ON)
    assert read(content) == [("h1", "题目"), ("h2", "一、概况"), ("p", "正文"), ("p", "小字"), ("h3", "（一）甲")]
    assert b"\n---\n" in content
    assert "> 小字" in content.decode()


TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))


@settings(max_examples=150)
@example("=1+1", [("\n", Place.BODY), ("甲\n", Place.SMALL)])
@given(TEXTS, st.lists(st.tuples(TEXTS, st.sampled_from([*Place, 1, 2, 3])), max_size=4))
def test_any_text_stays_text(title: str, lines: list[tuple[str, Place | int]]) -> None:
    blocks = tuple(Heading(text, at) if isinstance(at, int) else Line(text, at) for text, at in lines)
    found = [text for _, text in read(paper_md.write(Paper(title, blocks), ON))]
    told = [wanted(text) for text in (title, *(text for text, _ in lines))]
    assert [text for text in map(wanted, found) if text] == [text for text in told if text]


@settings(max_examples=40)
@given(sheets())
def test_tables_come_back_cell_for_cell(sheet: Sheet) -> None:
    found = of_markdown(paper_md.write(Paper("表", (sheet,)), ON))
    assert [[[cell.strip() for cell in row] for row in cells] for cells in found] == [
        [[cell.strip() for cell in row] for row in said(sheet)]
    ]


@pytest.mark.parametrize(
    "text", ["# 不是标题", "- 不是列表", "1. 也不是", "> 不是引文", "---", "= =", "<script>", "[甲](乙)", "a\n\nb"]
)
def test_markup_is_escaped(text: str) -> None:
    [(_, _), (tag, told)] = read(paper_md.write(Paper("题", (Line(text),)), ON))
    assert (tag, told) == ("p", wanted(text))
