"""Tables whose columns no line parts, as some programs print them: told by the room between their cells."""

from collections.abc import Sequence

import pytest

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.readers.pdf import read
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
