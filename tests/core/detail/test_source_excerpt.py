from __future__ import annotations

import pytest

from sciplan_tui.core.detail.source_excerpt import MOST_LINES, excerpt, lit_stretch
from sciplan_tui.core.sentence.record import told

RAW = "\n".join(f"行{number}" for number in range(1, 11))


@pytest.mark.parametrize(
    ("line", "line_end", "quotes", "expected"),
    [
        (1, 1, [], [1, 2]),
        (3, 4, [], [2, 3, 4, 5]),
        (10, 10, [], [9, 10]),
        (3, None, [(8, None)], [2, 3, 4, 8]),
        (None, None, [], []),
        (None, None, [(8, None), (99, None), (None, "x")], [8]),
        (50, 60, [], []),
    ],
)
def test_lines_around_and_the_statement(
    line: int | None, line_end: int | None, quotes: list[tuple[int | None, str | None]], expected: list[int]
) -> None:
    lines, left_out = excerpt(RAW, line, line_end, quotes)
    assert [shown.number for shown in lines] == expected
    assert [shown.text for shown in lines] == [f"行{number}" for number in expected]
    assert left_out == 0


def test_long_part_is_cut_and_says_so() -> None:
    raw = "\n" * 1000
    lines, left_out = excerpt(raw, 1, 1000, [(900, None)])
    assert (len(lines), left_out) == (MOST_LINES + 1, 801)


@pytest.mark.parametrize(
    ("text", "quote", "lit"),
    [
        ("办好科普节。（市科协牵头）", "（市科协牵头）", "（市科协牵头）"),
        ("办好科普节。（市 科协 牵头）", "(市科协牵头)", "（市 科协 牵头）"),
        ("前（牵头单位：市科协,,市妇联）后", "(牵头单位:市科协,市妇联)", "（牵头单位：市科协,,市妇联）"),
        ("科普", "別處", "科普"),
        ("科普", None, "科普"),
        ("", "x", ""),
    ],
)
def test_statement_is_lit_where_it_can_be_found(text: str, quote: str | None, lit: str) -> None:
    start, end = lit_stretch(text, quote)
    assert text[start:end] == lit


def test_every_cell_of_a_row_that_names_units_is_lit() -> None:
    row = "1,办好科普讲堂,县科协,2024-06,县教育局、县卫健局"
    (line,), _ = excerpt(row, 1, 1, [(1, "县科协"), (1, "县教育局、县卫健局")])
    assert [text for text, lit in line.pieces if lit] == ["县科协", "县教育局、县卫健局"]
    assert "".join(text for text, _ in line.pieces) == row


def test_sentences_that_meet_are_one() -> None:
    (line,), _ = excerpt("市科协、市教育局牵头", 1, 1, [(1, "市教育局牵头"), (1, "市科协、市教育局")])
    assert line.lit == ((0, 10),)


TABLE = "\r\n".join(
    (
        "record,path,number,title,kind,unit,printed,role,order,origin,quote",
        'task,2.1,（一）,"办好科普节,迎新年",action,,,,,,',
        "assignment,2.1,,,,市科协,科协,lead,1,printed,（科协牵头）",
        "assignment,2.1,,,,市妇联,市妇联,responsible,1,proposed,（科协牵头）",
    )
)


@pytest.mark.parametrize("between", [",", "\t"], ids=["csv", "workbook"])
def test_rows_of_a_record_table_are_told_by_what_they_say(between: str) -> None:
    raw = TABLE if between == "," else TABLE.replace('"办好科普节,迎新年"', "办好科普节，迎新年").replace(",", between)
    lines, _ = excerpt(raw, 2, 4, [(3, "（科协牵头）")])
    assert [told(line.record) for line in lines[1:]] == [
        f"任务  （一）  办好科普节{',' if between == ',' else '，'}迎新年  行动",
        "分工  市科协  科协  牵头",
        "分工  市妇联  责任  建议",
    ]
    assert [line.statement for line in lines[1:]] == [(), ("（科协牵头）",), ("（科协牵头）",)]


@pytest.mark.parametrize("head", ["任务,单位", "record", "recorder,path", "record of the path", ""])
def test_any_other_text_stays_as_it_is(head: str) -> None:
    lines, _ = excerpt(f"{head}\n办好科普节,市科协", 2, 2, [(2, "市科协")])
    assert (lines[-1].record, lines[-1].statement) == ((), ("市科协",))
