"""Heads whose cells are merged, over columns and over rows, as spreadsheets and Word hand them out: alike in both."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

TITLE = Paragraph(1, "清屿市2025年港口任务分解表")
both = pytest.mark.parametrize("above", [(), (TITLE,)], ids=["sheet", "document"])


def _read(text: str, above: tuple[Block, ...]) -> ParsedPlan:
    lines = enumerate(text.strip().split("\n"), 2)
    table = Table(tuple(TableRow(line, tuple(cell.strip() for cell in row.split("|"))) for line, row in lines))
    return parse(Document(Source("a.xlsx", "0", "xlsx", None), (*above, table), ""), lambda words: words)


def _told(plan: ParsedPlan) -> list[tuple[str, list[str], str | None]]:
    return [
        (task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments], task.deadline)
        for task in plan.tasks
    ]


@both
def test_units_and_persons_stand_below_one_head(above: tuple[Block, ...]) -> None:
    table = """
        序号|工作任务|牵头|牵头|配合|配合|完成时限
        序号|工作任务|单位|责任人|单位|责任人|完成时限
        1|修灯塔|市海洋局|刘强|市港口局、市渔业局|王芳、李明|3月底
        2|清航道|市港口局|周涛|市海洋局|刘强|全年
    """
    assert _told(_read(table, above)) == [
        ("修灯塔", ["l 市海洋局", "s 市港口局", "s 市渔业局"], "3月底"),
        ("清航道", ["l 市港口局", "s 市海洋局"], "全年"),
    ]


@both
def test_of_a_time_to_begin_and_one_to_end_the_second_is_the_deadline(above: tuple[Block, ...]) -> None:
    table = """
        序号|工作任务|责任分工|责任分工|时间安排|时间安排
        序号|工作任务|牵头单位|配合单位|启动|完成
        1|修灯塔|市海洋局|市港口局|1月|3月底
        2|清航道|市港口局|市海洋局|2月|年底
    """
    told = [("修灯塔", ["l 市海洋局", "s 市港口局"], "3月底"), ("清航道", ["l 市港口局", "s 市海洋局"], "年底")]
    assert _told(_read(table, above)) == told


@both
def test_of_two_columns_with_numbers_the_first_groups_what_the_second_names(above: tuple[Block, ...]) -> None:
    table = """
        序号|重点任务|序号|具体举措|牵头单位|责任单位
        1|护岸|1|修灯塔3座|市海洋局|市港口局
        1|护岸|2|固堤岸5公里|市海洋局|市渔业局
        2|通航|3|清航道2条|市港口局|市海洋局
    """
    assert [task for task in _told(_read(table, above)) if task[0] != TITLE.text] == [
        ("护岸", [], None),
        ("修灯塔3座", ["l 市海洋局", "r 市港口局"], None),
        ("固堤岸5公里", ["l 市海洋局", "r 市渔业局"], None),
        ("通航", [], None),
        ("清航道2条", ["l 市港口局", "r 市海洋局"], None),
    ]


@both
def test_below_a_head_of_tasks_in_both_rows_units_may_be_called_anything(above: tuple[Block, ...]) -> None:
    table = """
        序号|任务|责任单位|责任单位|时限
        序号|任务|市直单位|乡镇（街道）|时限
        1|修灯塔|市海洋局、市港口局|各乡镇（街道）|全年
    """
    assert _told(_read(table, above)) == [("修灯塔", ["r 市海洋局", "r 市港口局", "r 各乡镇（街道）"], "全年")]


@both
def test_parts_that_are_counted_stand_below_their_task_and_that_below_its_field(above: tuple[Block, ...]) -> None:
    table = """
        领域|重点任务|序号|具体措施|牵头单位|责任单位
        海岸|护岸|1|修灯塔3座|市海洋局|市港口局
        海岸|护岸|2|固堤岸5公里|市渔业局|市海洋局
        航道|通航|3|清航道2条|市港口局|市海洋局
    """
    told = {task: held for task, held, _ in _told(_read(table, above)) if held}
    assert told == {
        "修灯塔3座": ["l 市海洋局", "r 市港口局"],
        "固堤岸5公里": ["l 市渔业局", "r 市海洋局"],
        "通航": ["l 市港口局", "r 市海洋局"],
    }
