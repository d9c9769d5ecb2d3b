"""Exported files read back into plain cells, to hold them against the sheet they were made of."""

from __future__ import annotations

import io
import warnings
from typing import Any

from markdown_it.token import Token

from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.wording import head, worded

Cells = list[list[str]]


def said(sheet: Sheet) -> Cells:
    """Heads and rows as people read them."""
    heads = [head(column) for column in sheet.columns]
    return [heads, *([str(worded(value)) for value in row] for row in sheet.rows)]


def of_xlsx(content: bytes, sheet: str) -> Cells:
    """The cells of one sheet of a workbook; none of them may be a formula or a link."""
    return _of_page(_workbook(content)[sheet])


def of_xlsx_sheets(content: bytes) -> dict[str, Cells]:
    """The cells of all sheets by their names."""
    return {page.title: _of_page(page) for page in _workbook(content)}


def _workbook(content: bytes) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content))


def _of_page(page: Any) -> Cells:
    from openpyxl.utils.escape import unescape

    rows = list(page.iter_rows(max_col=page.max_column))
    assert all(cell.data_type in "sn" and cell.hyperlink is None for row in rows for cell in row)
    last = page[page.auto_filter.ref][-1][-1].row if page.auto_filter.ref else len(rows)
    return [["" if cell.value is None else unescape(str(cell.value)) for cell in row] for row in rows[:last]]


def of_markdown(content: bytes) -> list[Cells]:
    """The cells of each table."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
    tables: list[Cells] = []
    for before, token in zip([tokens[0], *tokens], tokens, strict=False):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif before.type in ("td_open", "th_open"):
            tables[-1][-1].append("".join(map(_plain, token.children or [])))
    return tables


def _plain(token: Token) -> str:
    if token.type == "html_inline":
        assert token.content == "<br>", "no other tag may stand in a cell"
        return "\n"
    assert token.type in ("text", "text_special"), f"markup in a cell: {token.type}"
    return token.content


def of_html(content: bytes) -> list[Cells]:
    """The cells of each table of a page."""
    from lxml import html

    page = html.fromstring(content.decode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    tables = page.iter("table")
    return [[[cell.text_content() for cell in row.iter("th", "td")] for row in table.iter("tr")] for table in tables]


def of_docx(content: bytes) -> list[Cells]:
    """The cells of each table of a document, one that spans several columns once; notes are no row of it."""
    import docx

    tables = docx.Document(io.BytesIO(content)).tables
    rows = ([row for row in table._tbl.tr_lst if not row.xpath("w:tc/w:tcPr/w:tcBorders")] for table in tables)
    return [[[_of_cell(tc) for tc in row.tc_lst] for row in some] for some in rows]


def _of_cell(cell: Any) -> str:
    """A line a paragraph; python-docx says the same in ten times as long."""
    return "\n".join("".join(map(_of_run_part, paragraph.iter(*_RUN_PARTS))) for paragraph in cell.p_lst)


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN_PARTS = tuple(_WORD + name for name in ("t", "br", "cr", "tab", "noBreakHyphen"))


def _of_run_part(part: Any) -> str:
    name = part.tag.removeprefix(_WORD)
    if name == "tab" and part.getparent().tag == f"{_WORD}tabs":
        return ""
    return part.text or "" if name == "t" else {"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n")
