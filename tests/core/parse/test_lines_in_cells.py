"""Line breaks inside cells, persons beside units, rows that cannot be read, and what only looks like a head."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.statement.roles import Label
from sciplan_tui.core.parse.table.unit_cells import read_unit_cell
from sciplan_tui.core.plan import ParsedPlan, Role


def _read(text: str) -> ParsedPlan:
    return parse(readers.read("x.txt", f"清屿市港口任务分解表\n{text}\n".encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str, list[str]]]:
    return [(task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments]) for task in plan.tasks]


def test_units_on_lines_of_their_own_within_a_cell_are_parted() -> None:
    tabs = '序号\t工作任务\t牵头单位\t配合单位\n1\t修\n灯塔\t市海洋局\t"市港口局\n市渔业局"\n'
    marks = "| 序号 | 工作任务 | 牵头单位 | 配合单位 |\n| 1 | 修灯塔 | 市海洋局 | 市港口局<br/>市渔业局 |\n"
    for table in (tabs, marks):
        assert _told(_read(table)) == [("修灯塔", ["l 市海洋局", "s 市港口局", "s 市渔业局"])]


def test_a_word_that_may_be_a_second_person_is_named() -> None:
    plan = _read("序号 工作任务 分管领导 责任单位\n1 修灯塔 丁一 市海洋局\n2 清航道 王二 李四 市港口局\n")
    assert [held for _, held in _told(plan)] == [["r 市海洋局"], ["r 市港口局"]]
    assert [problem.line for problem in plan.problems if problem.code == "row_cell_missing"] == [4]


def test_a_last_row_that_cannot_be_read_is_kept_and_named() -> None:
    cells = ["序号", "工作任务", "责任单位", "1", "修灯塔。", "市海洋局", "2", "清航道，捞尽泥沙。", "丁一等人", "打印"]
    plan = _read("\n".join(cells))
    assert _told(plan) == [("修灯塔", ["r 市海洋局"]), ("清航道，捞尽泥沙", [])]
    assert [dict(problem.details) for problem in plan.problems if problem.code == "unit_unreadable"] == [
        {"text": "丁一等人"}
    ]


def test_a_word_alone_above_a_sentence_is_no_head() -> None:
    plan = _read("一、要求\n序号\n任务见附件，责任单位要抓好。\n二、任务\n1.修灯塔。（责任单位：市海洋局）")
    assert _told(plan)[-1] == ("修灯塔", ["r 市海洋局"])


def test_a_number_right_behind_units_begins_the_next_row() -> None:
    rows = "1 修灯塔 3座 市海洋局、市港口局2 航道\n清泥沙 5次 市渔业局、市财政局\n3 固堤岸 9里 市水利局"
    plan = _read(f"序号 工作任务 目标 责任单位\n{rows}\n")
    assert [held for _, held in _told(plan)] == [
        ["r 市海洋局", "r 市港口局"],
        ["r 市渔业局", "r 市财政局"],
        ["r 市水利局"],
    ]


def test_stations_of_a_town_are_parted_by_a_blank_and_the_end_of_a_broken_name_is_not() -> None:
    label = Label(Role.RESPONSIBLE)
    told = {
        "安监站 派出所": ["安监站", "派出所"],
        "市科学院 工作站": ["市科学院工作站"],
        "市海洋局 人行市分行 市港口局": ["市海洋局", "人行市分行", "市港口局"],
        "市海洋局\n各县（市、区）政府": ["市海洋局", "各县（市、区）政府"],
    }
    for cell, units in told.items():
        assert [unit.name for _, unit in read_unit_cell(cell, label).roles] == units


def test_blanks_part_units_within_a_cell_between_tabs() -> None:
    plan = _read("序号\t工作任务\t牵头单位\t配合单位\n1\t修灯塔\t市海洋局\t市港口局 市渔业局\n")
    assert _told(plan) == [("修灯塔", ["l 市海洋局", "s 市港口局", "s 市渔业局"])]


GRID = """
┌────┬──────┬────────┬──────────┐
│序号│任务  │牵头单位│责任单位  │
├────┼──────┼────────┼──────────┤
│1   │修灯塔│市海洋局│市港口局  │
│    │      │        │市委宣传部│
├────┼──────┼────────┼──────────┤
│2   │清航道│市港口局│市人力资源│
│    │      │        │社会保障局│
└────┴──────┴────────┴──────────┘
"""


def test_lines_in_a_grid_are_units_where_one_ends_before_its_cell_does() -> None:
    assert _told(_read(GRID.replace("市港口局  ", "市港口局      ").replace("市委宣传部", "市委宣传部    "))) == [
        ("修灯塔", ["l 市海洋局", "r 市港口局", "r 市委宣传部"]),
        ("清航道", ["l 市港口局", "r 市人力资源社会保障局"]),
    ]
