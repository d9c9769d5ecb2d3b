"""Sheets of any text whatever, for the writers to survive."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from sciplan_tui.core.book import Book
from sciplan_tui.core.matrix import Cell, MarkCell
from sciplan_tui.core.plan import Role, Status
from sciplan_tui.core.sheet import Code, Column, Names, Sheet

HOSTILE = [
    *("=1+1", "@SUM(A1)", "-2", "+86", "0012", "1e5", "TRUE", "2023-06-30", "[/]", "[red]红[/b]", "a|b", "a\\|b"),
    *("<b>粗</b>", "&amp;", "</script><script>", "]]>", "{=1}", "https://a.b/c", "internal:Sheet1!A1", "mailto:a@b.c"),
    *("一行\n二行", "a\r\nb", "a\rb", "\x00", "\x0b软", "\x1b[31m", "\ud800", "\udfff字", "\ufffe", "\uffff", "\x85"),
    *(
        "_x0041_",
        "_x000D_",
        " 前后 ",
        "\t",
        "",
        "𠮷〇",
        "“”—…",
        "a,b;c:d",
        "\\n",
        "`*_~#",
        "1. 条",
        "- 条",
        "长" * 5000,
    ),
]
TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec=None), max_size=40))
ON = datetime.date(2023, 10, 20)


def book(*sheets: Sheet) -> Book:
    """A book of these sheets, with odd texts above and beside them."""
    return Book("方案 & <甲> [/]", sheets, (("查询", "=1+1 | \x00"), ("导出", "2023-10-20; [/]")), ON)


def _row(texts: list[str], number: int, role: Role, inherited: bool) -> tuple[object, ...]:
    cells = (Cell(role, inherited),) if number % 3 else None
    mark = MarkCell(Status.DONE if number % 2 else None, "late") if number % 5 else None
    return (texts[0], "1.1", texts[1], Code("kind", "task"), number, 2.5, True, Names((texts[2], "乙局")), cells, mark)


_COLUMNS = [Column(key) for key in ("plan", "path", "title", "kind", "line", "value", "inherited", "lead")]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet with all kinds of cells, of some rows."""
    columns = (*_COLUMNS, Column("unit:1", draw(TEXT)), Column("milestone:1", draw(TEXT)))
    texts = draw(st.lists(st.lists(TEXT, min_size=3, max_size=3), max_size=6))
    roles = draw(st.sampled_from(list(Role)))
    rows = tuple(_row(three, number, roles, draw(st.booleans())) for number, three in enumerate(texts))
    notes = draw(st.lists(st.tuples(TEXT, TEXT), max_size=3))
    return Sheet("matrix", columns, rows, notes=tuple(notes))  # type: ignore[arg-type]
