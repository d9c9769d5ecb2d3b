"""Tables whose columns no line parts, as some programs print them: told by the room between their cells."""

from collections.abc import Sequence

import pytest

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.core.parse import parse
from sciplan_tui.readers.pdf.pdf import read
from tests.readers.builders import pdf

HEADS = ["序号", "工作任务", "牵头单位", "责任单位"]
PLACES = (60, 110, 290, 400)
ROWS = [
    HEADS,
    ["1", "举办校园科技节，把动手实验\n带进每一间教室", "市教育局", "市科协、团市委"],
    ["2", "培训教师", "市教育局", ""],
    ["3", "建成科普资源库，向全市媒体\n免费开放", "市委宣传部", "市融媒体中心、\n市科协"],
]


def drawn(rows: Sequence[Sequence[str]], *, top: float = 700, pad: float = 10, lines: str = "") -> list[str]:
    """The rows, each below the other; `lines`: level ones between them, or upright ones between the columns."""
    page: list[str] = []
    y = top
    for row in rows:
        cells = [cell.split("\n") for cell in row]
        for place, cell in zip(PLACES, cells, strict=False):
            page += [pdf.text(place, y - 14 * at, line, 10) for at, line in enumerate(cell) if line]
        y -= 14 * max(map(len, cells)) + pad
        if lines == "level":
            page.append(pdf.line(55, y + 12, 500, y + 12))
    if lines == "upright":
        page += [pdf.line(x - 5, y, x - 5, top + 12) for x in (*PLACES, 505)]
    return page


def found(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


def whole(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", "") for cell in row] for row in rows]


@pytest.mark.parametrize("lines", ["", "level", "upright"])
def test_columns_are_told_by_the_room_between_them(lines: str) -> None:
    page = [
        pdf.text(85, 740, "附件"),
        *drawn(ROWS, lines=lines),
        pdf.text(85, 480, "说明：本表由市科协负责解释，自印发之日起施行。"),
    ]
    document = read("x.pdf", pdf.document([page]))
    assert found(document) == whole(ROWS)
    assert next(block.text for block in document.blocks if isinstance(block, Paragraph)) == "附件"
    assert "解释" in document.raw.split("\n")[-1]


def test_a_table_goes_on_over_pages_without_its_head() -> None:
    document = read(
        "x.pdf",
        pdf.document(
            [drawn(ROWS), drawn([["4", "改造科技馆", "市科协", "市财政局"], ["5", "办好讲座", "市科协", ""]])]
        ),
    )
    assert [row[0] for row in found(document)] == ["序号", "1", "2", "3", "4", "5"]


def test_a_line_of_its_own_heads_a_group() -> None:
    group = ["一、青少年科学素质提升行动", "", "", ""]
    assert found(read("x.pdf", pdf.document([drawn([HEADS, group, *ROWS[1:]])]))) == whole([HEADS, group, *ROWS[1:]])


def test_columns_of_a_signature_are_no_table() -> None:
    page = [
        pdf.text(85, 700, "某某市科协"),
        pdf.text(300, 700, "某某市教育局"),
        pdf.text(85, 672, "2024年3月"),
        pdf.text(300, 672, "2024年3月"),
    ]
    assert found(read("x.pdf", pdf.document([page]))) == []


WRAPPED = [
    HEADS,
    ["1", "举办校园科技节，把动手实验\n带进每一间教室", "市科学技术\n协会", "市委宣传部、市\n财政局"],
    ["2", "培训教师", "市教育局", "市科学技术协会\n、团市委"],
    ["3", "建成科普资源库，向全市媒体\n免费开放", "市委宣传部", "市委宣传部、市\n科协"],
]


def test_rows_no_room_parts_are_told_by_their_numbers() -> None:
    assert found(read("x.pdf", pdf.document([drawn(WRAPPED, pad=0)]))) == whole(WRAPPED)


def test_the_rest_of_a_row_stands_on_the_next_page() -> None:
    rest = ["", "", "", "财政局"]
    last = ["4", "改造科技馆", "市科协", "市委宣传部、市"]
    for pad in (0, 10):
        document = read("x.pdf", pdf.document([drawn([*WRAPPED, last], pad=pad), drawn([rest], pad=pad)]))
        assert found(document) == [*whole([*WRAPPED, last]), rest]


def test_a_head_that_each_page_repeats_is_no_running_head() -> None:
    pages = [
        [HEADS, [str(number), f"办好{name}", "市科协", "市财政局"]] for number, name in enumerate("讲座集市", start=1)
    ]
    document = read("x.pdf", pdf.document([drawn(rows, top=800) for rows in pages]))
    assert found(document) == [row for rows in pages for row in rows]


def test_one_head_may_stand_over_two_columns() -> None:
    group = [pdf.text(190, 676 - 24 * at, name, 10) for at, name in ((0, "青少年行动"), (1, "农民行动"))]
    rows = [HEADS, ["1", "提升行动", "市教育局", "市科协"], ["2", "", "市农业农村局", "市科协"]]
    assert found(read("x.pdf", pdf.document([[*drawn(rows), *group]]))) == [
        ["序号", "工作任务", "工作任务", "牵头单位", "责任单位"],
        ["1", "提升行动", "青少年行动", "市教育局", "市科协"],
        ["2", "", "农民行动", "市农业农村局", "市科协"],
    ]


CENTERED = [
    HEADS,
    ["\n1", "举办校园科技节，把动手实验\n带进每一间教室，\n让人人参加", "\n市教育局", "市科协、\n团市委、\n市妇联"],
    ["\n2", "建成科普资源库，向全市媒体\n免费开放，\n让人人看到", "\n市科协", "市科协、\n团市委、\n市妇联"],
]


def test_a_table_whose_rows_cannot_be_told_is_told_and_nobody_is_named() -> None:
    second = drawn([["\n3", "办好讲座，\n一年一次，\n进社区", "\n市科协", "市科协、\n团市委、\n市妇联"]], pad=0)
    document = read("x.pdf", pdf.document([[pdf.text(85, 740, "附件"), *drawn(CENTERED, pad=0)], second]))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [table.unread for table in tables] == [True, True]
    assert "3  一年一次，" in "".join(row.cells[0] for row in tables[1].rows)
    plan = parse(document, str)
    assert [problem.code for problem in plan.problems if problem.line].count("table_unread") == 2
    assert not plan.units
