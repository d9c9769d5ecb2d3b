"""The table above a published document tells its number, who issued it and when."""

from __future__ import annotations

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

FACTS = [
    ("索 引 号", "0143-2022-00561", "发文机关", "清屿市人民政府办公室"),
    ("公开范围", "全社会", "发布日期", "2022-05-18"),
    ("文 号", "清政办发〔2022〕17号", "主题分类", "科技"),
]
TEXT = ("清屿市港口工作方案（2022—2025年）", "一、重点任务", "（一）修灯塔。（市海洋局牵头，市港口局配合）")


def _read(rows: list[tuple[str, ...]], *lines: str) -> ParsedPlan:
    table = Table(tuple(TableRow(place, row) for place, row in enumerate(rows, 1)))
    written: list[Block] = [Paragraph(place, line) for place, line in enumerate(lines or TEXT, len(rows) + 1)]
    return parse(Document(Source("a.html", "0", "html", None), (table, *written), ""), lambda words: words)


def test_a_table_of_labels_tells_the_head() -> None:
    plan = _read(FACTS)
    told = (plan.document_number, plan.issuer, plan.issued_on)
    assert told == ("清政办发〔2022〕17号", "清屿市人民政府办公室", "2022-05-18")


def test_a_label_and_its_value_may_stand_in_one_cell_and_the_day_of_signing_is_meant() -> None:
    rows = [("索引号：1", "发文机关：清屿市科协"), ("成文日期：2022年5月16日", "发布日期：2022年5月18日")]
    plan = _read(rows)
    assert (plan.document_number, plan.issuer, plan.issued_on) == (None, "清屿市科协", "2022-05-16")


def test_who_publishes_need_not_have_issued() -> None:
    assert _read([("索引号", "1", "发布机构", "清屿市港口局"), *FACTS[1:]]).issuer is None


def test_what_the_text_says_itself_holds_and_other_tables_tell_nothing() -> None:
    assert _read(FACTS, "清科发〔2022〕3号", *TEXT).document_number == "清科发〔2022〕3号"
    assert _read([("文号", "清政办发〔2022〕17号"), ("灯塔", "3座")]).document_number is None
    assert _read([*FACTS[:2], ("文号", "无", "主题分类", "科技")]).document_number is None
