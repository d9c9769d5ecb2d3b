"""Labels of units within the line of their task, behind a dash, a blank or a bullet, or in other brackets."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

ITEMS = [
    "1.点灯，每天一次——牵头单位 市灯塔局",
    "2.换灯，完成半数——牵头单位 市港口局，配合单位 市渔业局",
    "3.擦亮全部的灯 责任单位 市港口局 配合单位 市航道局",
    "4.看灯——责任单位各负其责",
    "5.修灯 ◆牵头单位：市海洋局；◆配合单位：市渔业局",
    "6.数灯，一盏不少。▲责任单位：市航道局及各区政府",
    "7.画灯。〖责任单位：市海洋局〗",
    "8.送灯。{牵头单位：市渔业局}",
]


def test_they_are_statements_and_no_part_of_the_title() -> None:
    text = "海州市灯塔整治方案（2021—2025年）\n一、任务\n" + "\n".join(ITEMS)
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    told = [(task.title, " ".join(held.unit for held in task.assignments)) for task in plan.tasks[1:]]
    assert told == [
        ("点灯，每天一次", "市灯塔局"),
        ("换灯，完成半数", "市港口局 市渔业局"),
        ("擦亮全部的灯", "市港口局 市航道局"),
        ("看灯——责任单位各负其责", ""),
        ("修灯", "市海洋局 市渔业局"),
        ("数灯，一盏不少", "市航道局 各区政府"),
        ("画灯", "市海洋局"),
        ("送灯", "市渔业局"),
    ]


def test_a_list_ends_where_the_website_goes_on_in_its_line() -> None:
    last = "责任单位：各行政村（社区） 来源：海州综合实验区灯塔片区管理局 附件下载"
    text = f"海州市灯塔整治方案\n一、任务\n1.点灯。责任单位：市灯塔局\n2.换灯。{last}\n"
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    assert [held.unit for task in plan.tasks for held in task.assignments] == ["市灯塔局", "各行政村（社区）"]
