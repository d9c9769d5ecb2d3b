"""A card a task, with labels before what they hold: each is a task."""

from __future__ import annotations

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

TITLE = "清屿市2025年港口任务台账"
ONE = [("任务名称", "修灯塔"), ("牵头单位", "市海洋局"), ("责任单位", "市港口局、市渔业局"), ("完成时限", "2025年6月")]
OTHER = [("任务名称", "清航道"), ("牵头单位", "市港口局"), ("责任单位", "市海洋局"), ("完成时限", "2025年底")]
TOLD = [
    ("修灯塔", ["l 市海洋局", "r 市港口局", "r 市渔业局"], "2025年6月"),
    ("清航道", ["l 市港口局", "r 市海洋局"], "2025年底"),
]


def _read(*blocks: str | list[tuple[str, ...]]) -> ParsedPlan:
    placed: list[Block] = []
    line = 0
    for block in blocks:
        rows = [block] if isinstance(block, str) else block
        numbered = list(enumerate(rows, line + 1))
        line += len(rows)
        if isinstance(block, str):
            placed.append(Paragraph(line, block))
        else:
            placed.append(Table(tuple(TableRow(place, tuple(row)) for place, row in numbered)))
    return parse(Document(Source("a.docx", "0", "docx", None), tuple(placed), ""), lambda words: words)


def _told(plan: ParsedPlan) -> list[tuple[str, list[str], str | None]]:
    return [
        (task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments], task.deadline)
        for task in plan.tasks
    ]


def test_a_card_may_be_a_table_of_its_own() -> None:
    plan = _read(TITLE, [*ONE], "", [*OTHER])
    assert (plan.title, _told(plan)) == (TITLE, TOLD)


def test_cards_may_stand_in_one_sheet_below_its_title() -> None:
    plan = _read([(TITLE, ""), *ONE, *OTHER])
    assert (plan.title, _told(plan)) == (TITLE, TOLD)


def test_a_card_may_have_two_labels_in_a_row() -> None:
    wide = [[(*card[0], *card[1]), (*card[2], *card[3])] for card in (ONE, OTHER)]
    assert _told(_read(TITLE, *wide)) == TOLD


def test_a_table_with_its_heads_in_a_row_is_none() -> None:
    rows = [("任务", "牵头单位"), ("修灯塔", "市海洋局"), ("清航道", "市港口局")]
    assert [task.title for task in _read([(TITLE, ""), *rows]).tasks] == ["修灯塔", "清航道"]
