"""What stays together on paper, so that no last page has two or three lines."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper
from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.writers import paper
from sciplan_tui.writers.word.keeping import LEAST, kept_together
from tests.workspace.paper.packs import ON


def table(rows: int) -> Sheet:
    return Sheet("tasks", (Column("path"),), tuple((f"2.{n}",) for n in range(rows)))


def test_a_long_table_at_the_end_keeps_its_last_rows() -> None:
    assert [one.rows for one in kept_together([table(100)])] == [LEAST]


@pytest.mark.parametrize("end", [(), (PageBreak(landscape=True), Line("矩阵")), (PageBreak(), table(30))])
def test_a_line_at_the_end_is_not_left_alone(end: tuple[Block, ...]) -> None:
    blocks: tuple[Block, ...] = (table(20), Heading("变动", 2), Line("没有变动"), *end)
    first, heading, line, *_ = kept_together(blocks)
    assert first == (LEAST - 2, True)
    assert heading.with_next
    assert not line.with_next, "what stands behind it is on another page"


def test_a_short_table_takes_rows_of_the_one_before() -> None:
    first, _, short = kept_together([table(20), Heading("指标", 2), table(2)])
    assert short == (2, False)
    assert first == (LEAST - 1 - 3, True)


def test_a_line_above_a_table_stays_with_it() -> None:
    line, *_ = kept_together([Line("自 2023-10-20 以来："), table(30)])
    assert line.with_next
    before, *_ = kept_together([Line("一"), Heading("变动", 2), table(30)])
    assert not before.with_next


def test_the_notes_of_a_long_table_are_its_last_row_and_the_rows_before_stay_with_them() -> None:
    """LibreOffice parts a table over several pages from a paragraph beneath it, whatever the paragraph says."""
    long = replace(table(60), notes=(("查询", "kind:counted"),))
    found = docx.Document(io.BytesIO(paper.write(Paper("会议材料", (long, PageBreak(), Line("完"))), ON)))
    *rows, notes = found.tables[0].rows
    assert notes.cells[0].text == "查询：kind:counted"
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows[-2:])
    assert not any("kind:counted" in one.text for one in found.paragraphs)


def test_it_is_written_so() -> None:
    made = Paper("会议材料", (table(20), Line("没有变动")), compact=True)
    found = docx.Document(io.BytesIO(paper.write(made, ON)))
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in found.tables[0].rows]
    assert kept == [True, True, *[False] * 12, *[True] * (LEAST - 1)]
    assert [bool(one.paragraph_format.keep_with_next) for one in found.paragraphs[-2:]] == [True, False]
