"""Several statements in the wording of one item: each holds for its measure, which is a task below the item."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import Kind, ParsedPlan

SEA, PORT = "（责任单位：市海洋局）", "（责任单位：市港口局、市财政局）"
ITEM = "（一）办好灯塔。"


def _plan(item: str) -> ParsedPlan:
    text = f"清屿市灯塔方案（2021—2025年）\n一、主要任务\n{item}\n（二）护渔港。加固十里堤岸。（责任单位：市渔业局）\n"
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _told(plan: ParsedPlan) -> list[tuple[str, str, str]]:
    return [
        (task.path, task.title, " ".join(f"{one.role.value[0]}:{one.unit}" for one in task.assignments))
        for task in plan.tasks
    ][1:-1]


WHOLE = [
    ("1.1", "办好灯塔", ""),
    ("1.1.1", "修好三座灯塔，刷白墙面", "r:市海洋局"),
    ("1.1.2", "疏通十里航道，立好浮标", "r:市港口局 r:市财政局"),
]


@pytest.mark.parametrize(
    "item",
    [
        f"{ITEM}修好三座灯塔，刷白墙面。{SEA}疏通十里航道，立好浮标。{PORT}",
        f"{ITEM}修好三座灯塔，刷白墙面{SEA}。疏通十里航道，立好浮标{PORT}；",
        f"{ITEM}\n修好三座灯塔，刷白墙面。{SEA}\n疏通十里航道，立好浮标。{PORT}",
    ],
)
def test_each_measure_is_a_task_below_its_item(item: str) -> None:
    plan = _plan(item)
    assert _told(plan) == WHOLE
    parent, *measures = plan.tasks[1:-1]
    assert (parent.kind, {task.kind for task in measures}) == (Kind.TASK_GROUP, {Kind.TASK})
    told = {problem.code for problem in plan.problems}
    assert all(task.inferred for task in measures) or "\n" in item
    assert "no_item_numbers" not in told or "\n" in item


def test_statements_right_behind_each_other_speak_of_one_measure() -> None:
    item = f"{ITEM}修好三座灯塔，刷白墙面。（牵头单位：市海洋局）（责任单位：市科协）疏通十里航道，立好浮标。{PORT}"
    assert _told(_plan(item))[1:] == [
        ("1.1.1", "修好三座灯塔，刷白墙面", "l:市海洋局 r:市科协"),
        ("1.1.2", "疏通十里航道，立好浮标", "r:市港口局 r:市财政局"),
    ]


@pytest.mark.parametrize(
    "item",
    [
        f"{ITEM}修好三座灯塔{SEA}、疏通十里航道，立好浮标。{PORT}",
        f"{ITEM}（责任单位：市海洋局）疏通十里航道，立好浮标。{PORT}",
        f"{ITEM}修好三座灯塔，刷白墙面。\n牵头单位：市海洋局\n责任单位：市港口局、市财政局",
    ],
)
def test_statements_of_one_sentence_of_the_heading_and_of_label_lines_stay_with_the_item(item: str) -> None:
    (told,) = _told(_plan(item))
    assert told[:2] == ("1.1", "办好灯塔")
    assert [one.split(":")[1] for one in told[2].split()] == ["市海洋局", "市港口局", "市财政局"]


def test_what_stands_behind_the_last_measure_is_the_items_own_wording() -> None:
    plan = _plan(f"{ITEM}修好三座灯塔，刷白墙面。{SEA}疏通十里航道，立好浮标。{PORT}每年报送一次进展。")
    assert _told(plan) == WHOLE
    assert [task.text for task in plan.tasks[1:4]] == [
        "每年报送一次进展。",
        "修好三座灯塔，刷白墙面。",
        "疏通十里航道，立好浮标。",
    ]


def test_a_paragraph_that_leads_to_the_measures_is_the_items() -> None:
    above = "海上的事要抓紧，分头去办。"
    plan = _plan(f"{ITEM}{above}\n修好三座灯塔，刷白墙面。{SEA}疏通十里航道，立好浮标。{PORT}")
    assert (_told(plan), plan.tasks[1].text) == (WHOLE, above)


def test_a_number_that_comes_again_keeps_the_path_that_a_measure_would_have() -> None:
    two = f"1.修灯塔。修好三座灯塔，刷白墙面。{SEA}疏通十里航道，立好浮标。{PORT}"
    plan = _plan(f"{ITEM}\n{two}\n1.换灯泡。换亮十个灯泡。（责任单位：市科协）")
    paths = [task.path for task in plan.tasks]
    assert len(set(paths)) == len(paths)
    assert [task.title for task in plan.tasks if task.assignments][:2] == [
        "修好三座灯塔，刷白墙面",
        "疏通十里航道，立好浮标",
    ]


def test_a_table_behind_measures_stands_below_the_part_and_below_no_measure() -> None:
    measures = f"{ITEM}修好三座灯塔，刷白墙面。{SEA}疏通十里航道，立好浮标。{PORT}"
    table = "序号\t任务\t责任单位\n1\t买灯油\t市海洋局\n2\t买灯芯\t市科协"
    plan = _plan(f"{measures}\n{table}")
    parents = {task.title: task.parent for task in plan.tasks}
    assert {parents["买灯油"], parents["买灯芯"]}.isdisjoint({"1.1.1", "1.1.2"})


def test_lines_of_one_matter_each_below_a_label_are_the_sections_measures() -> None:
    below = "分工：\na) 点灯和看灯由市海洋局牵头，市财政局参加；\nb) 修灯船由市港口局牵头，市海洋局、渔业局参加。"
    assert _told(_plan(f"（一）办好灯塔\n任务：\n1.刷白墙面。\n2.换好灯泡。\n{below}")) == [
        ("1.1", "办好灯塔", ""),
        ("1.1.1", "刷白墙面", ""),
        ("1.1.2", "换好灯泡", ""),
        ("1.1.3", "点灯和看灯", "l:市海洋局 s:市财政局"),
        ("1.1.4", "修灯船", "l:市港口局 s:市海洋局 s:市渔业局"),
    ]


def test_a_line_of_one_matter_without_a_letter_is_prose() -> None:
    for line in ("联席会议由市海洋局牵头，市财政局参加。", "过去五年的点灯由市海洋局牵头，市财政局配合。"):
        assert _told(_plan(f"{ITEM}刷白墙面。\n{line}")) == [("1.1", "办好灯塔", "")]
