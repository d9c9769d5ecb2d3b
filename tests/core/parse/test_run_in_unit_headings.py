"""Chapters whose items are units, each followed by what it does without a mark between them; all units made up."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

UNITS = ("市灯塔局", "市委港口工委", "市渔业局、团市委", "清屿海关", "各县（市、区）政府", "各级学校")
DOES = ("将灯塔列入年度计划", "把航道清理干净", "组织渔民看灯", "加强夜航检查", "落实灯油", "开设灯塔课")


def _held(items: list[str]) -> dict[str, str]:
    text = "清屿市灯塔工作分工\n一、职责分工\n" + "\n".join(f"{place}．{item}" for place, item in enumerate(items, 1))
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    return {
        task.path: "、".join(one.unit for one in task.assignments if one.role.value == "responsible")
        for task in plan.tasks
        if task.assignments
    }


def test_each_unit_is_responsible_for_what_follows_it() -> None:
    items = [f"{unit}{does}，每年两次。" for unit, does in zip(UNITS, DOES, strict=True)]
    assert _held(items) == {f"1.{place}": unit for place, unit in enumerate(UNITS, 1)}


def test_what_a_unit_has_to_do_is_prose() -> None:
    assert not _held([f"{unit}要{does}，每年两次。" for unit, does in zip(UNITS, DOES, strict=True)])


def test_not_where_the_items_have_statements_of_their_own() -> None:
    items = [f"{unit}{does}，每年两次。" for unit, does in zip(UNITS, DOES, strict=True)]
    items[3] = "清屿海关加强夜航检查，每年两次。（市海洋局负责）"
    assert _held(items) == {"1.4": "市海洋局"}


def test_two_units_among_tasks_are_no_chapter_of_units() -> None:
    items = ["市灯塔局将灯塔修好。", "市渔业局组织渔民看灯。", "清理航道。", "修补码头。", "备足灯油。"]
    assert not _held(items)


def test_headings_that_are_units_lead_and_answer_by_the_rule_beside_statements_of_who_helps() -> None:
    text = (
        "清屿县灯塔工作分工\n一、责任分工\n各部分标题所列单位为责任单位，列第一位的为牵头单位，下同。\n"
        "（一）县灯塔局、县灯塔服务中心\n1.修灯塔，三座。（配合单位：县财政局）\n2.换灯泡。\n"
        "（二）县港口局、县航道事业发展中心\n1.清航道。\n（三）县渔业局\n1.看渔船。（县财政局参与）\n"
    )
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    told = {task.path: [f"{one.role.value[0]} {one.unit}" for one in task.assignments] for task in plan.tasks}
    assert {path: held for path, held in told.items() if held} == {
        "1.1": ["l 县灯塔局", "r 县灯塔服务中心"],
        "1.1.1": ["s 县财政局"],
        "1.2": ["l 县港口局", "r 县航道事业发展中心"],
        "1.3": ["l 县渔业局"],
        "1.3.1": ["s 县财政局"],
    }


OFFICES = ["镇灯塔办", "派出所", "便民服务中心", "村委会"]


@pytest.mark.parametrize(("heading", "told"), [("职责分工", OFFICES), ("工作要求", []), ("主要任务", [])])
def test_below_a_heading_that_divides_the_work_offices_of_a_town_are_units(heading: str, told: list[str]) -> None:
    items = [f"{number}.{office}。看好灯塔，每月两次。\n" for number, office in enumerate(OFFICES, 1)]
    text = f"东屿镇灯塔方案\n一、目标\n灯塔长明。\n二、{heading}\n{''.join(items)}三、时间\n全年。\n"
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    assert [one.unit for task in plan.tasks for one in task.assignments] == told
