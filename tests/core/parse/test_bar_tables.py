"""Tables of a saved page: bars part their cells, a row a line or a cell a line, with cells broken and covered."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["序号", "工作任务", "责任领导", "牵头单位", "配合单位", "完成时限"]
ROWS = [
    ["1", "修灯塔，刷白墙面。", "丁一", "市海洋局", "市港口局、市渔业局", "6月底"],
    ["2", "清航道，捞尽泥沙。", "王二一李四", "市港口局", "", "全年"],
    ["3", "护渔港，加固堤岸。", "", "市渔业局", "市海洋局", "10月底"],
]
WHOLE = [
    ("1", "修灯塔，刷白墙面", ["l 市海洋局", "s 市港口局", "s 市渔业局"], "6月底"),
    ("2", "清航道，捞尽泥沙", ["l 市港口局"], "全年"),
    ("3", "护渔港，加固堤岸", ["l 市渔业局", "s 市海洋局"], "10月底"),
]


def _read(table: str) -> ParsedPlan:
    text = f"清屿市2025年港口任务分解表\n{table}\n附注：按季报送。\n"
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str | None, str, list[str], str | None]]:
    return [
        (task.number, task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments], task.deadline)
        for task in plan.tasks
        if task.assignments
    ]


LINES = {
    "a row a line": ("\n", " | ", ""),
    "a row a line, closed": ("\n", " | ", " |"),
    "a cell a line, closed": ("\n", " |\n", " |"),
    "drawn bars": ("\n", "│", "│"),
    "a cell a line, bars on lines apart": ("\n", "\n|\n", "\n|"),
}


@pytest.mark.parametrize("form", LINES.values(), ids=LINES.keys())
def test_cells_between_bars_are_read_however_the_lines_are_broken(form: tuple[str, str, str]) -> None:
    row, cell, end = form
    table = row.join(cell.join(cells) + end for cells in [HEAD, *ROWS])
    assert _told(_read(table)) == WHOLE


def test_a_head_a_cell_a_line_over_rows_on_one_line() -> None:
    table = " |\n".join(HEAD) + " |\n" + "\n".join(" | ".join(cells) + " |" for cells in ROWS)
    assert _told(_read(table)) == WHOLE


def test_a_cell_broken_over_lines_goes_on_up_to_its_bar() -> None:
    table = " |\n".join(HEAD) + " |\n" + "\n".join(" |\n".join(cells) + " |" for cells in ROWS)
    broken = table.replace("修灯塔，刷白", "修灯塔，\n刷白").replace("市港口局、市渔业局", "市港口局\n市渔业局")
    assert _told(_read(broken.replace("清航道，", "清航\n道，"))) == WHOLE


def test_cells_that_a_merged_one_covers_leave_the_others_in_their_columns() -> None:
    table = " |\n".join(HEAD) + " |\n" + "\n".join(" |\n".join(cells) + " |" for cells in ROWS)
    covered = table.replace("全年 |", "全年 |\n再立浮标。 |\n市渔业局 |\n市海洋局 |\n年底 |")
    assert [(title, held) for _, title, held, _ in _told(_read(covered))] == [
        ("修灯塔，刷白墙面", ["l 市海洋局", "s 市港口局", "s 市渔业局"]),
        ("清航道，捞尽泥沙", ["l 市港口局"]),
        ("再立浮标", ["l 市渔业局", "s 市海洋局"]),
        ("护渔港，加固堤岸", ["l 市渔业局", "s 市海洋局"]),
    ]


def test_what_stands_around_a_table_of_bars_is_none_of_it() -> None:
    table = "\n".join(
        " | ".join(cells) + " |" for cells in [HEAD, ["一、陆上行动"], *ROWS[:2], ["二、海上行动"], ROWS[2]]
    )
    plan = _read(f"首页 | 公开 |\n{table}\n主办：清屿市 | 承办：港口局\n")
    assert _told(plan) == WHOLE
    assert [(task.path, task.title) for task in plan.tasks if not task.assignments] == [
        ("1", "陆上行动"),
        ("2", "海上行动"),
    ]


def test_running_text_with_bars_is_no_table() -> None:
    plan = _read("一、任务\n1.修灯塔。责任单位 | 见后。\n工作 | 生活 | 责任单位\n（市海洋局负责）")
    assert [held for _, _, held, _ in _told(plan)] == [["r 市海洋局"]]


def test_bars_on_lines_apart_close_cells_of_rows_without_numbers() -> None:
    cells = [
        ["任务", "责任单位", "时限"],
        ["修灯塔，刷白墙面。", "市海洋局", "6月底"],
        ["", "市港口局", "全年"],
        ["筑堤。", "市渔业局", ""],
    ]
    table = "\n|\n".join(cell for row in cells for cell in row) + "\n|"
    assert _told(_read(table)) == [
        (None, "修灯塔，刷白墙面", ["r 市海洋局"], "6月底"),
        (None, "修灯塔，刷白墙面", ["r 市港口局"], "全年"),
        (None, "筑堤", ["r 市渔业局"], None),
    ]


def test_heads_that_are_not_known_behind_the_units_and_a_cell_left_out_before_them() -> None:
    head = ["序号", "主要任务", "目标", "分管 领导", "牵头 单位", "配合单位", "1-10月推进情况", "是否达序", "说明"]
    rows = [
        ["1", "修灯塔三座。", "丁一甲", "海洋局", "港口局、各镇", "完成三成,正在刷墙。", "是", "", ""],
        ["2", "清航道十里。", "丁一甲", "港口局", "渔业局", "开工。", "否", "因与邻县有关部门商量,推迟。", ""],
    ]
    plan = _read(" |\n".join(cell for row in [head, *rows] for cell in row) + " |")
    assert [(title, held) for _, title, held, _ in _told(plan)] == [
        ("修灯塔三座", ["l 海洋局", "s 港口局", "s 各镇"]),
        ("清航道十里", ["l 港口局", "s 渔业局"]),
    ]


def test_rows_below_one_title_are_the_parts_of_a_task() -> None:
    head, first = "类别|重点任务|具体举措|牵头单位|完成时限", "灯塔|修灯塔|刷白墙面|市海洋局|6月底"
    plan = _read("\n".join([head, first, "||换亮灯泡|市港口局|9月底", "航道|捞泥沙|捞尽泥沙|市渔业局|年底"]))
    assert [(task.path, task.title, [held.unit for held in task.assignments]) for task in plan.tasks] == [
        ("1", "灯塔", []),
        ("1.1", "修灯塔", []),
        ("1.1.1", "刷白墙面", ["市海洋局"]),
        ("1.1.2", "换亮灯泡", ["市港口局"]),
        ("2", "航道", []),
        ("2.1", "捞泥沙", ["市渔业局"]),
    ]


def test_columns_of_progress_beside_the_units_and_what_the_page_says_below() -> None:
    """The rows are short of the group cell, and end with an empty one for it or with none."""
    head = "类别 | 事项名称 | 年度目标 | 责任单位 | 分管领导 | 1-9月份完成情况 | 1-9月份工作取得成效 | 监督电话 |"
    rows = (
        "四、灯塔 | 1.修灯塔 | 修三座灯塔。 | 海洋局 | 丁一 | 东塔:修了; 西塔:备料。 | 塔已亮。 | 电话0100-1234567 |",
        "2.换灯泡 | 换十个灯泡。 | 港口局 | 王二 | 2022年9月23日:换了五个。 | 灯已亮。 | 监督电话0100-1234567 | |",
        "3.刷围墙 | 刷完围墙。 | 渔业局 | 李四 | 东墙:已刷。 | 墙已白。 | 监督电话0100-1234567 |",
        "索引号: | 0100/2022-1 | 成文日期: | 2022-10-08 |",
    )
    plan = parse(readers.read("x.txt", "\n".join((head, *rows)).encode()), lambda text: text)
    held = [[held.unit for held in task.assignments] for task in plan.tasks if task.assignments]
    assert held == [["海洋局"], ["港口局"], ["渔业局"]]
