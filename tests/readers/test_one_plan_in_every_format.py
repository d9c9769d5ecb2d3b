"""One plan of our own words reads to the same facts in every format; what a file may do to its reader is bounded."""

import io
import zipfile
from collections.abc import Callable, Sequence
from time import monotonic

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Document
from sciplan_tui.core.interchange.plan_object import to_object, to_records
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import ReadingError
from tests.readers.builders import doc, docx, ofd, pdf, plan, rtf, sheet_xml, sheets, word_xml

Build = Callable[[Sequence[plan.Block]], bytes]
FORMATS: list[tuple[str, Build]] = [
    ("docx", docx.build),
    ("doc", doc.build),
    ("rtf", rtf.build),
    ("pdf", pdf.build),
    ("ofd", ofd.build),
    ("wordml", word_xml.build),
]
WORKBOOKS = [("xlsx", sheets.xlsx), ("ods", sheets.ods), ("xls", sheets.xls), ("excelml", sheet_xml.excelml)]
MERGES = [((0, 1), (0, 2)), ((1, 1), (2, 1)), ((3, 1), (4, 1))]
LOCATED = {"line", "quote", "page", "table", "row"}


def parsed(name: str, data: bytes) -> ParsedPlan:
    return parse(readers.read(name, data), lambda text: text)


def facts(read: ParsedPlan) -> object:
    """All that the contract says of a plan, but where it stands."""
    told = to_object(read, lambda problem: "")
    return _bare({key: value for key, value in told.items() if key not in ("source", "problems")})


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if key not in LOCATED}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("kind", "build"), FORMATS)
def test_a_plan_is_the_same_in_every_format(kind: str, build: Build) -> None:
    printed = parsed(plan.TEXT.name, plan.TEXT.read_bytes())
    read = parsed(f"示例.{kind}", build(plan.blocks()))
    assert facts(read) == facts(printed)
    assert [problem.code for problem in read.problems] == [problem.code for problem in printed.problems]
    assert read.source.format == kind


@pytest.mark.parametrize(("kind", "build"), FORMATS)
def test_every_statement_is_found_again_on_its_line(kind: str, build: Build) -> None:
    printed = readers.read(plan.TEXT.name, plan.TEXT.read_bytes())
    read = readers.read(f"示例.{kind}", build(plan.blocks()))
    assert _lines(read) == _lines(printed)


def _lines(document: Document) -> list[str]:
    """The line of the raw text that each assignment names."""
    lines = document.raw.split("\n")
    tasks = parse(document, lambda text: text).tasks
    return [lines[(one.line or 0) - 1].strip() for task in tasks for one in task.assignments]


@pytest.mark.parametrize(("kind", "build"), WORKBOOKS)
def test_a_task_table_is_the_same_in_every_workbook(kind: str, build: Callable[..., bytes]) -> None:
    rows = [[text for cell in row for text in (cell.text, *[""] * (cell.across - 1))] for row in plan.table()]
    comma = "\n".join(",".join(f'"{cell}"' for cell in row) for row in plan.grid())
    printed = parsed("分工.csv", comma.encode())
    read = parsed(f"分工.{kind}", build({"任务": rows}, MERGES))
    assert facts(read) == facts(printed)
    assert sum(len(task.assignments) for task in read.tasks) > 20


@pytest.mark.parametrize(("kind", "build"), WORKBOOKS)
def test_an_exported_plan_comes_back_from_a_workbook(kind: str, build: Callable[..., bytes]) -> None:
    printed = parsed(plan.TEXT.name, plan.TEXT.read_bytes())
    assert facts(parsed(f"方案.{kind}", build({"方案": to_records(printed)}))) == facts(printed)


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for part, text in (("word/document.xml", b" " * 60_000_000), ("_rels/.rels", b"<a/>")):
            opened.writestr(part, text)
    return out.getvalue()


def _endless_sheet() -> bytes:
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return sheets.xlsx({"表": [["任务", "牵头单位"]]}, extra=corner, dimension="A1:XFD1048576")


HOSTILE = {
    "炸弹.docx": _bomb(),
    "无边.xlsx": _endless_sheet(),
    "嵌套.rtf": rb"{\rtf1" + b"{" * 200_000,
    "嵌套.docx": docx.package("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
    "合并.docx": docx.package(docx.table([[plan.Cell("甲", across=99_999)] * 3] * 40)),
    "空.docx": docx.package(""),
    "改名.docx": sheets.xls({"表": [["甲"]]})[:700],
    "残缺.doc": doc.build(plan.blocks())[:3000],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_sentence_in_little_time(name: str) -> None:
    begun = monotonic()
    assert "\n" not in _said(name, HOSTILE[name])
    assert monotonic() - begun < 25


def _said(name: str, data: bytes) -> str:
    """The sentence that refuses the file, or "" where it is read after all."""
    try:
        readers.read(name, data)
    except ReadingError as refused:
        return str(refused)
    return ""
