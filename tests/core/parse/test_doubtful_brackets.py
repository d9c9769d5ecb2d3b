"""No bracket that names units is lost: it is read, or told; all units made up."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = "海州市灯塔建设方案（2021—2025年）\n一、任务\n"
UNITS = (
    "市海洋局",
    "市渔协",
    "市总工会",
    "市工商联",
    "各县（市、区）政府",
    "市法院",
    "团市委",
    "中国渔协",
    "市消防救援支队",
)
UNKNOWN = ("想方设法照看到老", "不管怎么样都要落实", "三天两头去看看", "谁有空谁去")


def _plan(body: str) -> ParsedPlan:
    return parse(readers.read("a.txt", f"{HEAD}{body}\n".encode()), lambda words: words)


def _told(plan: ParsedPlan) -> list[str]:
    return [dict(one.details)["text"] for one in plan.problems if one.code == "statement_unread"]


def _units(plan: ParsedPlan) -> list[str]:
    return [held.unit for task in plan.tasks for held in task.assignments]


@pytest.mark.parametrize("units", UNITS)
@pytest.mark.parametrize("duty", UNKNOWN)
def test_a_verb_tail_that_is_not_known_is_told(units: str, duty: str) -> None:
    for words in (f"{units}{duty}", f"{units}牵头，各区政府{duty}", f"市渔业局、{units}{duty}"):
        plan = _plan(f"（一）刷墙。年年刷。（{words}）\n（二）换灯。（市海洋局负责）")
        assert _told(plan) == [words], words
        assert _units(plan) == ["市海洋局"]


def test_behind_a_label_it_is_told_with_the_name_it_stands_in() -> None:
    plan = _plan("（一）刷墙。年年刷。（责任单位：市海洋局，各区政府谁有空谁去）")
    told = [dict(one.details)["text"] for one in plan.problems if one.code == "unit_unreadable"]
    assert told == ["各区政府谁有空谁去"]


def test_within_a_sentence_it_is_told_where_a_unit_leads() -> None:
    assert _told(_plan("（一）刷墙。年年刷墙（市渔协牵头，各区政府谁有空谁去），刷白。"))
    assert not _told(_plan("（一）刷墙。年年刷墙（全民参与，社会负责），刷白（灯塔和办法见附件）。"))


@pytest.mark.parametrize("listed", ["市海洋局、市港口局、市渔业局", "市渔协"])
@pytest.mark.parametrize("others", [0, 2])
def test_units_alone_beside_few_brackets_are_told(listed: str, others: int) -> None:
    stated = "".join(f"（{number}）换灯{number}。（市灯塔局负责）\n" for number in "一二三"[:others])
    plan = _plan(f"{stated}（{'一二三'[others]}）刷墙。年年刷。（{listed}）")
    assert _told(plan) == [listed]


def test_a_unit_alone_that_no_other_bracket_names_is_told() -> None:
    stated = "".join(f"（{number}）换灯{number}。（市灯塔局、市港口局负责）\n" for number in "一二三四")
    plan = _plan(f"{stated}（五）刷墙。年年刷。（市渔业局）\n（六）买漆。（市港口局）")
    assert _told(plan) == ["市渔业局"]
    assert _units(plan)[-1] == "市港口局"


def test_above_the_first_task_nobody_is_told() -> None:
    plan = parse(
        readers.read("a.txt", f"海州市灯塔方案\n（市海洋局代章）\n{HEAD}（一）刷墙。".encode()), lambda words: words
    )
    assert not _told(plan)


@pytest.mark.parametrize("words", ["灯塔和办法见附件", "市场主体参与", "见第三章", "含市民中心广场", "每年不少于20场"])
def test_other_words_in_brackets_are_not_told(words: str) -> None:
    assert not _told(_plan(f"（一）刷墙。年年刷。（{words}）\n（二）换灯。（市海洋局负责）"))


def test_what_a_unit_does_in_more_words_is_read_without_any_role_word() -> None:
    plan = _plan("（一）刷墙。年年刷。（各区政府组织开展）\n（二）换灯。（市财政局给予支持）")
    assert [(held.unit, held.role.value) for task in plan.tasks for held in task.assignments] == [
        ("各区政府", "responsible"),
        ("市财政局", "support"),
    ]


def test_a_bracket_that_nothing_closes_goes_on_behind_one_within_it() -> None:
    plan = _plan("（一）刷墙。年年刷。（市海洋局牵头，市委组织部（市委人才办）配合\n（二）换灯。（市渔业局负责）")
    assert [(held.unit, held.role.value) for held in plan.tasks[1].assignments] == [
        ("市海洋局", "lead"),
        ("市委组织部（市委人才办）", "support"),
    ]


@pytest.mark.parametrize("listed", ["各区城管、市住建、交通、水务负责", "有关企业、学会、市科协、社会组织负责"])
def test_a_list_of_names_that_are_none_by_themselves_is_told(listed: str) -> None:
    plan = _plan(f"（一）刷墙。年年刷。（{listed}）\n（二）换灯。（市海洋局负责）")
    assert _told(plan) == [listed]
    assert _units(plan) == ["市海洋局"]
