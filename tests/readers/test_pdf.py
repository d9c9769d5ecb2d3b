"""PDF files: paragraphs whole again, page numbers gone, ruled tables as tables; what holds no text says so."""

from collections.abc import Sequence

import pytest

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.pdf.pdf import read
from tests.readers.builders import pdf, plan


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


def wrapped(words: str, letters: int) -> list[str]:
    return [words[start : start + letters] for start in range(0, len(words), letters)]


def drawn(grid: Sequence[Sequence[str]], *, top: float = 700, width: float = 140, size: float = 10) -> list[str]:
    """A table of equal cells, each text wrapped where its cell ends."""
    page: list[str] = []
    letters = int((width - 10) // size)
    y = top
    for row in grid:
        cells = [[line for part in cell.split("\n") for line in wrapped(part, letters)] for cell in row]
        high = 14.0 * max(map(len, cells)) + 6
        for column, lines in enumerate(cells):
            x = 60 + column * width
            page += [pdf.text(x + 5, y - 14 * (i + 1), line, size) for i, line in enumerate(lines)]
            page.append(f"{x} {y - high} {width} {high} re S")
        y -= high
    return page


def test_a_plan_has_its_paragraphs_and_its_table() -> None:
    document = read("方案.pdf", pdf.build(plan.blocks()))
    assert texts(document) == [line.strip() for line in plan.paragraphs() if line]
    assert rows(document) == plan.grid()


def test_each_block_knows_its_page() -> None:
    blocks = read("方案.pdf", pdf.build(plan.blocks())).blocks
    pages = [block.page if isinstance(block, Paragraph) else block.rows[0].page for block in blocks]
    assert pages[0] == 1
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert pages[-1] == 5


def test_words_broken_in_a_cell_are_whole_again_and_its_lines_stay() -> None:
    grid = [
        ["任务", "责任单位"],
        ["办好科技活动周", "市委宣传部、市科学技术局、市教育局"],
        ["培训教师", "市教育局\n市科协"],
        ["建设基地", ""],
    ]
    document = read("x.pdf", pdf.document([drawn(grid)]))
    assert rows(document) == grid


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    turn = {90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}[rotate]
    grid = [["任务", "责任单位"], ["办好科技活动周", "市科协"]]
    page = [turn, *drawn(grid, top=500), pdf.text(60, 540, "附件")]
    document = read("x.pdf", pdf.document([page], rotate=rotate))
    assert (texts(document), rows(document)) == (["附件"], grid)


def test_running_heads_and_numbers_are_left_out_whatever_their_form() -> None:
    body = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
    pages = [
        [
            pdf.text(200, 800, f"某某市人民政府公报 2021 年第 {i} 期", 10),
            *(pdf.text(85, 700 - 28 * line, body) for line in range(4)),
            pdf.text(280, 40, form.format(i), 10),
        ]
        for i, form in enumerate(("{}", "第 {} 页 共 4 页", "－{}－", "{}/4"), start=1)
    ]
    assert set("".join(texts(read("x.pdf", pdf.document(pages))))) == set(body)


def test_bold_by_a_second_print_is_read_once() -> None:
    page = [
        pdf.text(85, 700, "一、加强组织领导，落实各方责任，办好科普活动"),
        pdf.text(85.3, 700, "一、加强组织领导，落实各方责任，办好科普活动"),
    ]
    assert texts(read("x.pdf", pdf.document([page]))) == ["一、加强组织领导，落实各方责任，办好科普活动"]


SCAN = ["q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"]
OUTLINES = [
    f"{50 + i % 30 * 16} {50 + i // 30 * 28} m {60 + i % 30 * 16} {99 + i} {7 * i} 9 80 60 c f" for i in range(400)
]
LOCKED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
    b"/ID [<00> <00>] "
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf.document([SCAN]), "scan"),
        (pdf.document([OUTLINES]), "scan"),
        (pdf.document([[]]), "empty_file"),
        (pdf.document([["BT ET"]], extra=LOCKED), "locked_file"),
        (b"%PDF-1.4\nnothing", "damaged_file"),
        (pdf.document([[pdf.text(85, 700, "\ue001\ue002\ue003" * 20)]]), "glyphs_unknown"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read("x.pdf", data)
    assert caught.value.code == code
    assert str(caught.value)


def test_scanned_pages_among_others_are_told() -> None:
    written = [pdf.text(85, 700 - 28 * line, "一、加强组织领导，落实各方责任，办好科普活动") for line in range(3)]
    document = read("x.pdf", pdf.document([written, SCAN, written, SCAN, SCAN]))
    assert [(problem.code, problem.details) for problem in document.problems] == [
        ("pages_scanned", (("pages", "2\n4-5"),))
    ]


def test_a_seal_on_the_last_page_is_no_scan() -> None:
    seal = [pdf.text(300, 700, "2021年11月8日"), SCAN[0].replace("500 0 0 700 40 40", "120 0 0 120 300 600")]
    written = [pdf.text(85, 700 - 28 * line, "一、加强组织领导，落实各方责任，办好科普活动") for line in range(3)]
    assert read("x.pdf", pdf.document([written, seal])).problems == ()


def spaced(words: str, y: float, size: float = 10) -> list[str]:
    """A line whose blanks are no letters but room, half a letter wide, as some programs print them."""
    x, drawn = 60.0, []
    for word in words.split(" "):
        drawn.append(pdf.text(x, y, word, size))
        x += size * (len(word) + 0.5)
    return drawn


def test_blanks_between_cells_stay_and_each_row_is_a_line() -> None:
    lines = [
        "序号 任务名称 任务内容 责任单位",
        "1 建设基地 在每个乡镇建设一处科普基地 市科协，各区县政府",
        "2 成立联盟 成立科普联盟 市科协",
        "3 培训教师 每年培训一批专职和兼职的科学教师 市教育局、市科协",
    ]
    page = [one for place, line in enumerate(lines) for one in spaced(line, 700 - 20 * place)]
    assert texts(read("x.pdf", pdf.document([page]))) == lines


def test_a_justified_line_has_no_blanks() -> None:
    words = "一、加强组织领导，落实各方责任，办好科普活动"
    page = [pdf.text(60 + 14 * place, 700, word, 10) for place, word in enumerate(words)]
    assert texts(read("x.pdf", pdf.document([page]))) == [words]


def test_a_number_and_a_note_below_the_title_stand_alone() -> None:
    lines = ["某某市科学素质行动计划", "某政办〔2024〕17号", "（2024年3月18日印发）"]
    page = [pdf.text(297 - 11 * len(line), 760 - 30 * place, line, 22) for place, line in enumerate(lines)]
    page += [pdf.text(85, 640 - 28 * line, "为落实上级部署，结合本市实际，制定本计划，现将有关") for line in range(6)]
    assert texts(read("x.pdf", pdf.document([page])))[:3] == lines


def test_the_day_at_the_end_of_a_letter_stands_alone_though_it_ends_where_full_lines_do() -> None:
    full = "为落实上级部署，结合本市实际，制定本计划，现将有关"
    page = [pdf.text(60, 760 - 20 * line, full) for line in range(6)]
    end = 60 + 12 * len(full)
    page += [
        pdf.text(end - 12 * 7, 640, "2024年3月18日"),
        pdf.text(60, 620, "科学素质行动重点任务分工方案和它的说明及其附则"),
    ]
    told = texts(read("x.pdf", pdf.document([page])))
    assert "2024年3月18日" in told, told
