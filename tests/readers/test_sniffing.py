"""The format is told by the content, then by the suffix."""

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.md import read as read_md
from sciplan_tui.readers.sniffing import MODULES, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def stream(name: str) -> bytes:
    return OLE + b"\0" * 64 + name.encode("utf-16-le") + b"\0\0"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("x.doc", rb"{\rtf1\ansi}", "rtf"),
        ("x.doc", b"\xef\xbb\xbf <html xmlns:o='x'><head>", "html"),
        ("x.xls", b"<!-- made --> <table><tr><td>", "html"),
        ("x.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n", "mht"),
        ("x", stream("WordDocument"), "doc"),
        ("x.wps", stream("WordDocument"), "wps"),
        ("x.doc", stream("Workbook"), "xls"),
        ("x.et", stream("Book"), "et"),
        ("x.et", stream("Workbook") + stream("WordDocument"), "et"),
        ("x.txt", b"\n%PDF-1.7\n", "pdf"),
        ("x.htm", "一、总体要求".encode(), "html"),
        ("x.markdown", "# 方案".encode(), "md"),
        ("x.txt", "1. [首页](https://x.cn)\n\n## 方案\n\n**一、任务**\n".encode(), "md"),
        ("x.txt", "* 方案 *\n# 号楼 [附件](见下)\n".encode(), "txt"),
        ("x.tsv", "任务\t牵头单位\t责任单位\n".encode(), "csv"),
        ("x.docx", "一、总体要求".encode(), "txt"),
        ("x.docx", "一、总体要求".encode("utf-16"), "txt"),
        ("x.txt", "<" + "责任单位".ljust(9) + ">", "txt"),
        ("x", b'{"schema": 1}', "json"),
        ("x.doc", b"<?xml version='1.0'?><uof:UOF>", "uof"),
    ],
)
def test_content_wins_over_the_suffix(name: str, data: bytes | str, kind: str) -> None:
    assert sniff(name, data.encode() if isinstance(data, str) else data) == kind
    assert kind in MODULES


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (stream("PowerPoint Document"), "kind_unread"),
        (stream("CONTENTS"), "kind_unread"),
        (stream("EncryptedPackage"), "locked_file"),
        (b"<?xml version='1.0'?><office:document>", "kind_unread"),
        (b"\xff\xd8\xff\xe0\0\0", "picture"),
        (b"\x1f\x8b\x08", "archive"),
    ],
)
def test_what_is_never_read_is_named(data: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        sniff("x", data)
    assert caught.value.code == code
    assert str(caught.value)


@pytest.mark.parametrize("suffix", ["doc", "wps", "xls", "et"])
def test_an_office_file_cut_off_before_its_streams_are_named_is_damaged(suffix: str) -> None:
    with pytest.raises(ReadingError) as caught:
        sniff(f"x.{suffix}", stream("Root Entry"))
    assert caught.value.code == "damaged_file"


SHEET = (
    '灯塔任务表\t\t\t\n（附件）\t\t\t\n序号\t工作任务\t"建设\n内容"\t责任单位\n1\t修灯塔\t"刷墙；\n换灯"\t"市海洋局\n市港口局"\n'
    "2\t清航道\t捞泥\t市渔业局\n"
)


def test_a_region_of_a_sheet_that_was_pasted_is_one() -> None:
    assert sniff("a.txt", SHEET.encode()) == "csv"
    assert sniff("a.txt", f"关于灯塔的通知\n一、任务\n{SHEET}".encode()) == "txt"
    assert sniff("a.txt", "灯塔\t\t\n一、任务\t\t\n修灯塔。\t\t\n".encode()) == "txt"


def test_a_menu_of_links_has_no_numbers_of_the_outline() -> None:
    blocks = read_md("x.md", '1. [首页](https://x.cn/ "")\n- [公开](/gk)\n1. 见[附件](/a)\n'.encode()).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["首页", "公开", "1. 见附件", ""]


MARKDOWN = """# 某某市方案

## 一、**主要**任务 ##
1\\. 见[附件](a.html)。
---
| 任务 | 责任单位 |
|:----|----|
| 办好科技节 | 市科协<br>市\\|局 |
> 完
"""


def test_the_marks_of_markdown_are_taken_off_and_lines_keep_their_numbers() -> None:
    blocks = read_md("x.md", MARKDOWN.encode()).blocks
    texts = {block.line: block.text for block in blocks if isinstance(block, Paragraph) and block.text}
    assert texts == {1: "某某市方案", 3: "一、主要任务", 4: "1. 见附件。", 9: "完"}
    rows = {row.line: row.cells for block in blocks if isinstance(block, Table) for row in block.rows}
    assert rows == {6: ("任务", "责任单位"), 8: ("办好科技节", "市科协\n市|局")}


WITH_TABLES = """# 某某市方案

<table>
<tr><td>任务</td><td>责任单位</td></tr>
<tr>
<td rowspan="2">办好<b>科技节</b></td><td><p>市科协</p></td>
</tr>
<tr><td>市教育局</td></tr>
</table>
## 二、**保障**
"""


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_tables_of_html_amid_markdown_are_tables_and_lines_keep_their_numbers(name: str) -> None:
    data = WITH_TABLES.encode()
    assert sniff(name, data) == "mdtables"
    document = readers.read(name, data)
    told = {block.line: block.text for block in document.blocks if isinstance(block, Paragraph) and block.text}
    assert (document.source.format, told) == ("md", {1: "某某市方案", 10: "二、保障"})
    rows = {row.line: row.cells for block in document.blocks if isinstance(block, Table) for row in block.rows}
    assert rows == {4: ("任务", "责任单位"), 5: ("办好科技节", "市科协"), 8: ("办好科技节", "市教育局")}


def test_a_table_that_is_only_spoken_of_is_none() -> None:
    assert sniff("x.txt", "一、用 <table> 写表\n".encode()) == "txt"
    assert readers.read("x.md", "<table>\n一、任务".encode()).blocks[0].line == 1


@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x.et"])
def test_what_is_named_a_document_and_is_garbage_is_called_damaged(name: str) -> None:
    with pytest.raises(ReadingError) as told:
        sniff(name, bytes(range(256)) * 8)
    assert told.value.code == "damaged_file"
    assert sniff("x.txt", bytes(range(256)) * 8) == "txt", "it is told when it is decoded"
