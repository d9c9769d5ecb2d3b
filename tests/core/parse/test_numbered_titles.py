"""Tables of one cell a line whose tasks bear their numbers; what stands above the rows may say who is to do them."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.table.row_numbers import titles_apart
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["类别", "项目", "主要任务", "牵头单位", "配合单位"]
ROWS = [
    *["一、做好保障", "1.修灯塔", "年年修三座灯塔，刷白墙面。", "市海洋局", "市财政局、市港口局"],
    *["2.清航道", "捞尽泥沙，疏通十里航道。", "市港口局", "各街道、\n相关委、办、局"],
    *["把泥沙运走，不留一处。", "市渔业局", "各街道"],
    *["二、抓好落实", "3.办好\n海员学校", "建一所海员学校，招满学员。", "市委编办、\n各街道", "市教育局"],
]


def _plan(text: str, name: str = "a.txt") -> ParsedPlan:
    return parse(readers.read(name, text.encode()), lambda words: words)


def _told(plan: ParsedPlan) -> list[tuple[str, str, str]]:
    return [
        (task.path, task.title, " ".join(f"{one.role.value[0]}:{one.unit}" for one in task.assignments))
        for task in plan.tasks
    ]


def test_the_number_of_a_title_begins_its_rows() -> None:
    plan = _plan("\n\n".join(["海州市灯塔方案", "一、要求", "要亮。", "附件：", "灯塔任务清单", *HEAD, *ROWS]))
    assert _told(plan)[1:] == [
        ("2", "灯塔任务清单", ""),
        ("2.1", "做好保障", ""),
        ("2.1.1", "修灯塔", "l:市海洋局 s:市财政局 s:市港口局"),
        ("2.1.2", "清航道", ""),
        ("2.1.2.1", "捞尽泥沙，疏通十里航道", "l:市港口局 s:各街道 s:相关委、办、局"),
        ("2.1.2.2", "把泥沙运走，不留一处", "l:市渔业局 s:各街道"),
        ("2.2", "抓好落实", ""),
        ("2.2.1", "办好海员学校", "l:市委编办 l:各街道 s:市教育局"),
    ]


GROUPED = [
    "一、海 上 行 动 （ 牵 头 单 位 ： 市 海 洋 局 ）",
    "1 修灯塔 市港口局",
    "2 清航道 市渔业局",
    "二、陆上行动（三项）",
    "3 修码头 市港口局",
]


def test_a_heading_above_rows_may_say_who_leads_them() -> None:
    text = "海州市灯塔方案\n一、要求\n（一）要亮。天天亮。\n附件\n灯塔任务表\n"
    assert _told(_plan(text + "序号 工作任务 责任单位\n" + "\n".join(GROUPED)))[-5:] == [
        ("2.1", "海上行动", "l:市海洋局"),
        ("2.1.1", "修灯塔", "r:市港口局"),
        ("2.1.2", "清航道", "r:市渔业局"),
        ("2.2", "陆上行动（三项）", ""),
        ("2.2.1", "修码头", "r:市港口局"),
    ]


def test_so_it_may_in_a_sheet() -> None:
    rows = ["一、海上行动（牵头单位：市海洋局）,,", "1,修灯塔,市港口局", "二、陆上行动（三项）,,", "2,修码头,市港口局"]
    assert _told(_plan("序号,工作任务,责任单位\n" + "\n".join(rows) + "\n", "a.csv")) == [
        ("1", "海上行动", "l:市海洋局"),
        ("1.1", "修灯塔", "r:市港口局"),
        ("2", "陆上行动（三项）", ""),
        ("2.2", "修码头", "r:市港口局"),
    ]


COUNTED = ["16.修灯塔", "17、清航道", "17、清航道", "18. 点灯"]
GRID = "│任务│责任单位│\n├──┼──┤\n" + "".join(f"│{title}│市海洋局│\n├──┼──┤\n" for title in COUNTED[:2])


def test_in_tables_of_every_kind_the_number_is_no_part_of_the_title() -> None:
    sheet = _plan("任务,责任单位\n" + "".join(f"{title},市海洋局\n" for title in COUNTED[:2]), "a.csv")
    drawn = _plan(f"海州市灯塔方案\n一、要求\n（一）要亮。天天亮。\n附件\n灯塔任务表\n{GRID}")
    for plan in (sheet, drawn):
        told = [(task.number, task.title) for task in plan.tasks if task.assignments]
        assert told == [("16", "修灯塔"), ("17", "清航道")]
        assert "no_item_numbers" not in {problem.code for problem in plan.problems}


def test_numbers_that_do_not_count_on_stay_in_their_titles() -> None:
    assert titles_apart(COUNTED) == [("16", "修灯塔"), ("17", "清航道"), ("17", "清航道"), ("18", "点灯")]
    assert titles_apart(["1.修灯塔", "3.清航道"]) == []
    assert titles_apart(["1.修灯塔", "清航道", "2.点灯"]) == []
    assert titles_apart(["5.修灯塔"]) == []


BROAD = [
    *["任务", "分类", "主要方向", "重点任务（2024-2026）", "2024年计划", "2025年计划", "牵头", "部门", "实施", "主体"],
    *["一、海上", "1、灯塔", "（1）修灯塔三座。", "修一座。", "修两座。", "航标处", "各区、各街道"],
    *["（2）清航道十里。", "清三里。", "清七里。", "航道处", "市港航中心"],
    *["2、渔港", "（3）护渔港两座。", "护一座。", "护一座。", "渔业处", "市渔业公司"],
]


def test_unknown_columns_between_known_ones_take_no_units() -> None:
    assert _told(_plan("\n\n".join(["海州市灯塔三年行动计划任务清单", *BROAD]))) == [
        ("1", "海上", ""),
        ("1.1", "灯塔", ""),
        ("1.1.1", "修灯塔三座", "l:航标处 r:各区 r:各街道"),
        ("1.1.2", "清航道十里", "l:航道处 r:市港航中心"),
        ("1.2", "渔港", ""),
        ("1.2.1", "护渔港两座", "l:渔业处 r:市渔业公司"),
    ]


def test_numbers_in_brackets_are_parted_from_titles_too() -> None:
    assert titles_apart(["（1）修灯塔", "(2)清航道"]) == [("1", "修灯塔"), ("2", "清航道")]
    assert titles_apart(["（1）修灯塔", "2.清航道"]) == []
