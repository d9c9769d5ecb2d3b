"""Workbooks: the task sheet among others, its merged cells, its numbers as a person reads them, its size bounded."""

import io
import zipfile

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Document, Table
from sciplan_tui.core.parse import parse
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.sheet.sheets import _Sheet, _untold_shares, read
from tests.readers.builders import docx, plan, sheet_xml, sheets

MERGES = [((0, 1), (0, 2)), ((1, 1), (2, 1)), ((3, 1), (4, 1))]
FORMATS = [("xlsx", sheets.xlsx), ("ods", sheets.ods), ("xls", sheets.xls), ("excelml", sheet_xml.excelml)]
HEADS = ["任务", "牵头单位", "完成时限"]


def written() -> list[list[str]]:
    """The plan's table, with nothing in the cells that another one covers."""
    return [[text for cell in row for text in (cell.text, *[""] * (cell.across - 1))] for row in plan.table()]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize(("kind", "build"), FORMATS)
def test_merged_cells_are_filled_and_rows_keep_their_numbers(kind: str, build: object) -> None:
    assert callable(build)
    document = read(f"分工.{kind}", build({"任务表": written()}, MERGES))
    table = document.blocks[0]
    assert rows(document) == plan.grid()
    assert isinstance(table, Table)
    assert [row.line for row in table.rows] == [1, 2, 3, 4, 5]
    assert document.source.format == kind
    assert [line.split("\t")[0] for line in document.raw.split("\n")] == ["序号", "1", "2", "3", "4"]


@pytest.mark.parametrize(("kind", "build"), FORMATS)
def test_whole_numbers_are_whole_and_others_are_not_rounded(kind: str, build: object) -> None:
    assert callable(build)
    document = read(f"x.{kind}", build({"表": [HEADS, ["科普", "市科协", 2025.0], ["培训", "市科协", 18.75]]}))
    assert [row[2] for row in rows(document)] == ["完成时限", "2025", "18.75"]


def test_a_day_is_a_date() -> None:
    cell = '<row r="2"><c r="A2" t="inlineStr"><is><t>科普</t></is></c><c r="C2" t="d"><v>2023-06-30</v></c></row>'
    assert rows(read("x.xlsx", sheets.xlsx({"表": [HEADS]}, extra=cell)))[1] == ["科普", "", "2023-06-30"]


def test_a_template_in_xml_prints_its_shares_and_days_and_is_read_whatever_it_is_called() -> None:
    style = '<Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style>'
    made = sheet_xml.excelml({"表": [[*HEADS, "指标"], ["科普", "市科协", "@", 0.16]]}, styles=style).decode()
    made = made.replace('<Data ss:Type="String">@', '<Data ss:Type="DateTime">2024-06-30T00:00:00.000')
    made = made.replace('<Cell ss:Index="4"><Data ss:Type="Number">', '<Cell ss:StyleID="s1"><Data ss:Type="Number">')
    assert rows(readers.read("分工.xls", made.encode()))[1] == ["科普", "市科协", "2024-06-30", "16%"]


def test_the_task_sheet_is_taken_and_the_others_are_named() -> None:
    book = {
        "说明": [["填报说明"]],
        "任务": [["附件"], HEADS, ["科普", "市科协", ""]],
        "联系人": [["姓名", "电话"], ["甲", "1"]],
    }
    document = read("x.xlsx", sheets.xlsx(book))
    assert rows(document)[1] == HEADS
    (problem,) = document.problems
    assert problem.code == "sheets_left"
    assert "说明、联系人" in sentence(problem)


def test_every_task_sheet_is_taken_and_its_name_groups_its_tasks() -> None:
    book = {"行动": [HEADS, ["科普", "市科协", ""]], "工程": [HEADS, ["场馆", "市科协", ""]]}
    document = read("x.xlsx", sheets.xlsx(book))
    assert document.raw.split("\n")[::3] == ["行动", "工程"]
    assert [row[0] for row in rows(document)] == ["任务", "行动", "科普", "任务", "工程", "场馆"]
    read_plan = parse(document, lambda text: text)
    assert [(task.path, task.title) for task in read_plan.tasks] == [
        ("1", "行动"),
        ("1.1", "科普"),
        ("2", "工程"),
        ("2.1", "场馆"),
    ]
    assert document.problems == ()


@pytest.mark.parametrize("told", ["2025年灯塔任务表", "2025年灯塔任务表（{}）"])
def test_a_title_on_every_sheet_is_the_plans_and_the_names_of_the_sheets_head_their_tasks(told: str) -> None:
    tasks = {"海上行动": ["修灯塔", "清航道"], "岸上行动": ["护渔港"], "能力建设": ["办展览", "招讲解员"]}
    foot = ["负责人：丁一", "填表人：王二", ""]
    book = {
        name: [[told.format(name), "", ""], HEADS, *([title, "市海洋局", "2025年底"] for title in titles), foot]
        for name, titles in tasks.items()
    }
    plan = parse(read("x.xlsx", sheets.xlsx(book)), lambda text: text)
    assert plan.title.startswith("2025年灯塔任务表")
    assert [(task.path, task.title) for task in plan.tasks] == [
        *[("1", "海上行动"), ("1.1", "修灯塔"), ("1.2", "清航道"), ("2", "岸上行动"), ("2.1", "护渔港")],
        *[("3", "能力建设"), ("3.1", "办展览"), ("3.2", "招讲解员")],
    ]


def test_sheets_that_nobody_named_group_nothing() -> None:
    book = {"Sheet1": [HEADS, ["科普", "市科协", ""]], "Sheet2": [HEADS, ["场馆", "市科协", ""]]}
    assert [row[0] for row in rows(read("x.xlsx", sheets.xlsx(book)))] == ["任务", "科普", "任务", "场馆"]


def hiding(name: str, data: bytes) -> bytes:
    """A template in XML, with one sheet hidden."""
    opened = f'<Worksheet ss:Name="{name}">'
    options = '<x:WorksheetOptions xmlns:x="urn:x"><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>'
    return data.decode().replace(opened, opened + options).encode()


@pytest.mark.parametrize("kind", ["xlsx", "excelml"])
def test_a_hidden_sheet_is_not_read_and_named_where_it_holds_tasks(kind: str) -> None:
    book = {
        "任务": [HEADS, ["科普", "市科协", ""]],
        "旧": [["旧稿"], HEADS, ["旧事", "市科协", ""]],
        "选项": [["任务"], ["科普"]],
    }

    def hidden(name: str) -> Document:
        made = sheets.xlsx(book, hidden=name) if kind == "xlsx" else hiding(name, sheet_xml.excelml(book))
        return read(f"x.{kind}", made)

    told = {problem.code: dict(problem.details) for problem in hidden("旧").problems}
    assert told == {"sheets_left": {"sheets": "选项"}, "hidden_sheets_left": {"sheets": "旧"}}
    assert len(rows(hidden("旧"))) == 2
    assert not hidden("选项").problems, "a list of values to choose from is no table of tasks"


def test_a_sheet_without_heads_is_given_so_that_its_heads_can_be_told() -> None:
    assert rows(read("x.xlsx", sheets.xlsx({"表": [["甲", "乙"]]}))) == [["甲", "乙"]]


def test_a_merged_unit_is_not_both_lead_and_responsible() -> None:
    book = {"表": [["任务", "牵头单位", "责任单位"], ["科普", "市科协", ""]]}
    assert rows(read("x.xlsx", sheets.xlsx(book, [((1, 1), (1, 2))])))[1] == ["科普", "市科协", ""]


def test_a_stray_cell_in_the_last_row_is_told_and_costs_nothing() -> None:
    stray = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    document = read("x.xlsx", sheets.xlsx({"表": [HEADS, ["科普", "市科协", ""]]}, extra=stray))
    assert len(rows(document)) == 2
    assert [problem.code for problem in document.problems] == ["sheet_cut"]
    assert len(document.raw) < 100


def test_a_stray_cell_in_the_last_column_leaves_the_task_table() -> None:
    stray = '<row r="3"><c r="XFD3"><v>1</v></c></row>'
    document = read("x.xlsx", sheets.xlsx({"表": [HEADS, ["科普", "市科协", ""]]}, extra=stray))
    assert [row[:2] for row in rows(document)] == [["任务", "牵头单位"], ["科普", "市科协"]]


def test_merges_beyond_the_sheet_do_no_harm() -> None:
    book = {"表": [HEADS, ["科普", "市科协", ""]]}
    merges = [((0, 0), (1048575, 16383)), ((5, 5), (9, 9)), *[((1, 1), (1, 2))] * 2000]
    assert len(rows(read("x.xlsx", sheets.xlsx(book, merges)))) == 2


@pytest.mark.parametrize(("kind", "build"), FORMATS)
def test_an_empty_workbook_is_empty(kind: str, build: object) -> None:
    assert callable(build)
    with pytest.raises(ReadingError) as caught:
        read(f"x.{kind}", build({"表": [[""]]}))
    assert caught.value.code == "empty_file"


def test_a_password_of_an_opendocument_file_is_told() -> None:
    manifest = '<m:file-entry m:full-path="content.xml"><m:encryption-data m:checksum-type="SHA256"/></m:file-entry>'
    with zipfile.ZipFile(io.BytesIO(sheets.ods({"表": [HEADS]}))) as opened:
        kind = opened.read("mimetype").decode()
    for media in (kind, kind.replace("spreadsheet", "text")):
        locked = docx.zipped({"mimetype": media, "content.xml": "\x01", "META-INF/manifest.xml": manifest})
        with pytest.raises(ReadingError) as caught:
            readers.read("x.ods", locked)
        assert caught.value.code == "locked_file"


def test_a_password_is_told() -> None:
    data = sheets.xls({"表": [HEADS]})
    locked = data.replace(sheets.CODEPAGE, sheets.FILEPASS)
    assert data != locked
    with pytest.raises(ReadingError) as caught:
        read("x.xls", locked)
    assert caught.value.code == "locked_file"


@pytest.mark.parametrize(("kind", "build"), FORMATS)
def test_a_truncated_workbook_is_refused_or_read(kind: str, build: object) -> None:
    assert callable(build)
    data = build({"任务表": written()}, MERGES)
    for size in range(600, len(data), 311):
        try:
            read(f"x.{kind}", data[:size])
        except ReadingError:
            continue


def test_what_may_be_a_share_in_an_xlsb_is_told() -> None:
    made = docx.zipped({"xl/workbook.bin": b"x"})
    sheet = _Sheet("表", (("指标", "目标值"), ("比例", "0.16"), ("场次", "12")), 3)
    (problem,) = _untold_shares(made, [sheet])
    assert "0.16" in sentence(problem)
    assert _untold_shares(docx.zipped({"xl/workbook.xml": b"x"}), [sheet]) == ()


def test_hidden_rows_are_read_and_told() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["分工表"], HEADS, ["科普", "市科协", ""], ["旧事", "市科协", ""], ["", "", ""]):
        sheet.append(row)
    for hidden in (1, 4, 5):
        sheet.row_dimensions[hidden].hidden = True
    data = io.BytesIO()
    book.save(data)
    document = read("x.xlsx", data.getvalue())
    assert "旧事" in document.raw
    assert [(one.code, dict(one.details)) for one in document.problems] == [
        ("rows_hidden", {"count": "1", "rows": "4"})
    ]
