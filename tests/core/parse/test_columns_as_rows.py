"""Tables whose columns are the tasks: a row names them and the row below it tells whose each is."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

ROWS = [
    ["地区", "点亮灯塔", "", "擦亮灯塔"],
    ["地区", "东港(座)", "西港(座)", "玻璃(块)"],
    ["责任单位", "市海洋局", "", "市港口局、市渔业局"],
    ["全市", "4", "2", "90"],
    ["东区", "", "1", "10"],
]


def _plan(rows: list[list[str]]) -> ParsedPlan:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<p>2021-05-07 15:25 来源</p><h1>海州市2021年灯塔实事分工表</h1><table>{cells}</table>"
    return parse(readers.read("a.html", f"<html><body>{page}</body></html>".encode()), lambda words: words)


def test_each_column_is_a_task_of_its_unit_below_its_group() -> None:
    plan = _plan(ROWS)
    told = [(task.path, task.title, " ".join(held.unit for held in task.assignments)) for task in plan.tasks]
    assert told == [
        ("1", "点亮灯塔", ""),
        ("1.1", "东港(座)", "市海洋局"),
        ("1.2", "西港(座)", "市海洋局"),
        ("2", "擦亮灯塔", ""),
        ("2.1", "玻璃(块)", "市港口局 市渔业局"),
    ]
    assert plan.title == "海州市2021年灯塔实事分工表"
    assert [task.text for task in plan.tasks if task.assignments] == [
        "全市：4",
        "全市：2；东区：1",
        "全市：90；东区：10",
    ]


def test_a_second_such_head_in_one_table_begins_other_tasks() -> None:
    plan = _plan(
        [*ROWS[1:], ["地区", "换灯", "看灯", ""], ["责任单位", "市渔业局", "市航道局", ""], ["全市", "1", "2", ""]]
    )
    assert [task.title for task in plan.tasks] == ["东港(座)", "西港(座)", "玻璃(块)", "换灯", "看灯"]


def test_cards_and_tables_with_a_head_are_left_as_they_are() -> None:
    card = [["任务", "点灯"], ["责任单位", "市海洋局"], ["任务", "换灯"], ["责任单位", "市渔业局"]]
    headed = [["责任单位", "任务", "牵头单位"], ["市海洋局", "点灯", "市港口局"], ["市渔业局", "换灯", "市港口局"]]
    for rows in (card, headed):
        assert [task.title for task in _plan(rows).tasks] == ["点灯", "换灯"]
