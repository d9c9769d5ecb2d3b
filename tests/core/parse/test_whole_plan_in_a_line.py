# ruff: noqa: E501 (a plan in a line is shown as one)
"""A plan copied into one line: its numbers stand behind full stops, behind titles without one, and behind lists."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

PROSE = "围绕灯塔和码头办好科普活动，把展品送到渔村和海岛，让更多的人看得见、摸得着、学得会，" * 3


def _plan(text: str) -> ParsedPlan:
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _held(plan: ParsedPlan) -> dict[str, tuple[str, str]]:
    return {task.path: (task.title, " ".join(held.unit for held in task.assignments)) for task in plan.tasks}


def test_titles_without_a_full_stop_run_into_the_number_below() -> None:
    text = (
        f"青溪市科普攻坚方案 一、总体要求{PROSE}。二、重点任务（一）办好灯塔展1.添置展品，{PROSE}。（责任单位：市海洋局、港口局）"
        "2.培训讲解员，送课上岛。（责任单位：市海洋局）（二）办好码头展1.修好展厅；（责任单位：市港口局）2.换上新灯。（责任单位：市渔业局)"
        "三、工作要求（一）加强领导。（二）加强宣传。附件：1.展品清单2.讲解员名单"
    )
    held = _held(_plan(text))
    assert held["2.1"] == ("办好灯塔展", "")
    assert held["2.1.1"] == ("添置展品", "市海洋局 市港口局")
    assert [held[path][1] for path in ("2.1.2", "2.2.1", "2.2.2")] == ["市海洋局", "市港口局", "市渔业局"]
    assert max(held) == "3.2"  # the list of annexes is no outline


def test_bare_lists_end_where_the_next_number_stands() -> None:
    text = (
        f"青溪市夏季科普方案 一、指导思想{PROSE}。二、主题：看灯塔 讲海洋三、内容：（一）办好宣传活动{PROSE}。责任部门：办公室、各村委会"
        "（二）办好展览1.修好展厅。责任部门：宣传处、各村委会2.换上新灯。责任部门：建设处(三)做好总结{PROSE}。责任部门：办公室四、报送材料各处室按月报送。"
    )
    held = _held(_plan(text))
    assert [held[path][1] for path in ("3.1", "3.2.1", "3.2.2", "3.3")] == [
        "办公室 各村委会",
        "宣传处 各村委会",
        "建设处",
        "办公室",
    ]


def test_what_surrounds_the_plan_on_the_page_takes_nothing_from_it() -> None:
    text = (
        f"首页 > 政务公开 > 青溪市科普攻坚方案 一、总体要求{PROSE}。二、重点任务（一）办好灯塔展。{PROSE}。（市海洋局牵头，市港口局负责）"
        "（二）换上新灯。（市渔业局负责）打印 关闭"
    )
    assert _held(_plan(text))["2.1"][1] == "市海洋局 市港口局"
    assert _held(_plan(text))["2.2"][1] == "市渔业局"


def test_a_stretch_of_a_plan_begins_with_any_number() -> None:
    items = f"3.添置展品{PROSE}。责任单位：市海洋局、市港口局4.培训讲解员{PROSE}。责任单位：市海洋局5.送课上岛。责任单位：市渔业局"
    held = _held(_plan(f"青溪市人民政府文件二、重点任务{items}"))
    assert [units for _, units in held.values() if units] == ["市海洋局 市港口局", "市海洋局", "市渔业局"]


def test_clauses_count_behind_any_word() -> None:
    text = (
        f"青溪市科普工作方案第一章　总则第一条　{PROSE}。第二章　重点任务第二条　办好灯塔展，{PROSE}。（市海洋局牵头，市港口局配合）"
        "第三条　换上新灯。（市渔业局负责）"
    )
    assert [units for _, units in _held(_plan(text)).values() if units] == ["市海洋局 市港口局", "市渔业局"]


def test_brackets_of_two_kinds_and_numbers_left_out() -> None:
    """Offices of a body stand alone in the brackets that end the items."""
    shown = f"指标：灯要亮。任务：1.修灯塔。{PROSE}。(区海洋局灯塔处）2.换灯泡。（区海洋局灯塔处）"
    text = (
        f"青溪区灯塔方案 二、重点任务(一）灯塔{shown}3.刷灯塔。（区港口局）(二）灯船{shown}(四）灯油指标：灯油要够。任务：1.买灯油。（区港口局）"
        "2.验灯油。（区渔业局）（七）灯展指标：展期要长。任务：1.办灯展。（区渔业局）4.巡灯展。（区港口局）5.收灯展。（区渔业局）"
        f"（八）其他任务：1.贴海报。（区渔业局）2.发海报。（区港口局）三、工作要求{PROSE}。"
    )
    held = _held(_plan(text))
    units = {path: told for path, (_, told) in held.items() if told}
    first = {"2.1.1": "区海洋局灯塔处", "2.1.2": "区海洋局灯塔处", "2.1.3": "区港口局"}
    second = {"2.2.1": "区海洋局灯塔处", "2.2.2": "区海洋局灯塔处"}
    left_out = {"2.4.1": "区港口局", "2.4.2": "区渔业局", "2.7.1": "区渔业局", "2.7.4": "区港口局", "2.7.5": "区渔业局"}
    assert units == {**first, **second, **left_out, "2.8.1": "区渔业局", "2.8.2": "区港口局"}


def test_a_plan_of_items_alone_has_the_title_before_the_first() -> None:
    plan = _plan(
        f"青溪市2024年科普要点 为办好科普，{PROSE}，现制定要点如下。1.办好灯塔展。{PROSE}。（市海洋局负责）2.修好码头。（市港口局负责）"
    )
    assert plan.title == "青溪市2024年科普要点"
    assert [title for title, _ in _held(plan).values()] == ["办好灯塔展", "修好码头"]


def test_so_it_is_read_where_the_line_was_broken_and_a_number_begins_a_piece() -> None:
    text = (
        f"青溪市科普攻坚方案 一、总体要求{PROSE}。二、重点任务（一）办好灯塔展。{PROSE}。（市海洋局牵头，市港口局负责）"
        f"（二）修好码头。{PROSE}。（市港口局负责）（三）办好讲座。{PROSE}。（市渔业局负责）三、工作要求{PROSE}。"
    )
    at = text.index("（三）")
    broken = [piece[i : i + 34] for piece in (text[:at], text[at:]) for i in range(0, len(piece), 34)]
    held = _held(_plan("\n".join(broken)))
    assert held["2.1"] == ("办好灯塔展", "市海洋局 市港口局")
    assert held["2.3"] == ("办好讲座", "市渔业局")


def test_a_table_in_a_line_keeps_its_headings_and_all_units_of_its_last_row() -> None:
    text = (
        f"青溪市灯塔任务分工表 {PROSE}。 序号 任务名称 具体措施 责任领导 牵头单位 责任单位 完成时限 "
        "一、海上行动 1 修灯塔 刷白墙面，换亮灯泡。 丁一 市海洋局 市港口局、市渔业局 2024年底 "
        "2 清航道 捞尽泥沙，立好浮标。 王二 人行市分行 市财政局 2025年底 "
        "二、岸上行动 3 护渔港 加固堤岸，添置缆桩。 李三 市渔业局 市海洋局、市科协 2025年底 注：各单位按季报送。"
    )
    plan = _plan(text)
    assert {task.title: [f"{one.role.value[0]} {one.unit}" for one in task.assignments] for task in plan.tasks} == {
        "海上行动": [],
        "修灯塔": ["l 市海洋局", "r 市港口局", "r 市渔业局"],
        "清航道": ["l 人行市分行", "r 市财政局"],
        "岸上行动": [],
        "护渔港": ["l 市渔业局", "r 市海洋局", "r 市科协"],
    }
