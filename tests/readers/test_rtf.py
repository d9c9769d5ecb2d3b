"""RTF files: Chinese however it is written, tables made a grid again, groups that are not printed passed over."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.word.rtf import read
from tests.readers.builders import plan, rtf


def body(text: str) -> Document:
    return read("x.rtf", rtf.document(text))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize("units", [False, True])
def test_a_plan_has_its_paragraphs_and_its_table(units: bool) -> None:
    document = read("x.rtf", rtf.build(plan.blocks(), units=units))
    assert texts(document) == plan.paragraphs()
    assert rows(document) == plan.grid()


def test_a_font_tells_the_code_page_of_its_bytes() -> None:
    fonts = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset134 B;}}"
    data = fonts + rb"\f1 \'ca\'d0\'bf\'c6\'d0\'ad\f0 \'e9\par}"
    assert texts(read("x.rtf", data)) == ["市科协é"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\uc1\u31185?\u21327?", "科协"),
        (r"\uc2\u31185\'bf\'c6\u21327\'d0\'ad", "科协"),
        (r"\uc0\u31185\u21327 x", "科协x"),
        (r"{\uc0\u31185}\uc1\u21327?y", "科协y"),
        (r"\uc1\u-10187?\u-8896?", "\U0001d540"),
        (r"\uc1\u-10187?x", "\ufffdx"),
        (r"a\~b\_c\{\}\\", "a b-c{}\\"),
        (r"\emdash\emdash", "——"),
        (r"\u31185", "科"),
    ],
)
def test_signs_that_ascii_lacks_are_read(written: str, printed: str) -> None:
    assert texts(body(r"\uc1 " + written + r"\par")) == [printed]


@pytest.mark.parametrize(
    "group",
    [
        r"{\header secret\par}",
        r"{\footer\pard 1\par}",
        r"{\footnote note}",
        r"{\*\unheardof secret}",
        r"{\pict\wmetafile8 0102}",
        r"{\v secret}",
        r"{\deleted secret}",
        r"{\*\fldinst PAGE}",
        r"{\pict\bin4 {}{{}",
        r"{\stylesheet{\s1 heading;}}",
    ],
)
def test_what_is_not_printed_in_the_body_is_passed_over(group: str) -> None:
    assert texts(body(rf"a{group}b\par")) == ["ab"]


def test_a_field_gives_its_result_and_an_inserted_text_is_read() -> None:
    assert texts(body(r"{\field{\*\fldinst DATE}{\fldrslt 2021}}{\revised x}\par")) == ["2021x"]


def test_how_many_changes_are_tracked_is_told() -> None:
    found = body(r"a{\revised b}{\revised b}{\deleted c}{\deleted d}e{\deleted f}{\header\revised g\par}\par").problems
    assert [(one.code, dict(one.details)) for one in found] == [("tracked_changes", {"inserted": "1", "deleted": "2"})]
    assert body(r"{\deleted0 a}{\revised0 b}\par").problems == ()


def test_automatic_numbers_stand_as_if_typed() -> None:
    first = rf"{{\listtext\pard\plain {rtf.coded('（一）')}\tab}}{rtf.coded('科普')}\par"
    second = rf"{{\pntext 1\tab}}{rtf.coded('培训')}\par"
    assert texts(body(first + second)) == ["（一）科普", "1 培训"]


def test_a_number_in_a_cell_does_not_end_the_table() -> None:
    row = r"\trowd\cellx100\cellx200\pard\intbl{\listtext\pard\plain 1\tab}\cell\pard\intbl a\par b\cell\row"
    assert rows(body(row)) == [["1", "a\nb"]]


def test_a_text_box_is_read_once_and_does_not_part_its_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard box\par}}{\shprslt{\*\do secret}}}"
    assert texts(body(rf"be{box}fore\par")) == ["box", "before"]


def test_cells_stand_in_the_columns_that_their_edges_tell() -> None:
    head = r"\trowd\cellx1000\cellx3000\cellx4000\pard\intbl a\cell b\cell c\cell\row"
    split = r"\trowd\cellx1010\cellx2000\cellx3000\cellx4000\pard\intbl 1\cell 2\cell 3\cell 4\cell\row"
    assert rows(body(head + split)) == [["a", "b", "", "c"], ["1", "2", "3", "4"]]


def test_a_table_at_the_end_and_a_row_without_its_end_are_kept() -> None:
    assert rows(body(r"\trowd\cellx9\cellx99\pard\intbl a\cell b\cell")) == [["a", "b"]]


def test_tables_parted_by_text_are_two() -> None:
    row = r"\trowd\cellx9\cellx999\pard\intbl a\cell b\cell\row"
    document = body(rf"{row}\pard between\par {row}")
    assert [type(block) for block in document.blocks] == [Table, Paragraph, Table]


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        body("{" * 100_000)
    assert caught.value.code == "nested_too_deep"


def test_a_truncated_file_is_refused() -> None:
    data = rtf.build(plan.blocks())
    for size in range(10, len(data), 997):
        with pytest.raises(ReadingError):
            read("x.rtf", data[:size])


TOKENS = [*r"{}\*'", r"\par ", r"\cell ", r"\row ", r"\u-", r"\uc9", r"\bin5", r"\'b", "市", "9", "\n"]


@given(st.lists(st.sampled_from(TOKENS)))
def test_whatever_stands_there_is_read(tokens: list[str]) -> None:
    with suppress(ReadingError):
        read("x.rtf", rb"{\rtf1" + "".join(tokens).encode("gb18030"))
