"""Plans without numbers and headings, whose paragraphs name their units."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.holding.held import read_statements
from sciplan_tui.core.parse.outline.headings import outline


def _held(text: str) -> list[tuple[str, list[str]]]:
    lines = tuple(Line(number, line, line) for number, line in enumerate(text.split("\n"), start=1))
    nodes, _ = outline(lines)
    held = read_statements(nodes, lines).by_path
    told = {path: [one.unit for one in holding.assignments] for path, holding in held.items()}
    return [(node.title, told.get(node.path, [])) for node in nodes]


HEAD = "灯塔实事安排\n各单位要抓好今年的灯塔实事。\n"


def test_a_label_at_the_end_of_each_paragraph() -> None:
    text = HEAD + "新建三座灯塔；修好码头。责任单位：市海洋局、港口局。\n清航道十里，深两米。责任单位：市渔业局。\n"
    assert _held(text) == [
        ("新建三座灯塔", ["市海洋局", "市港口局"]),
        ("清航道十里，深两米", ["市渔业局"]),
    ]


def test_lines_of_labels_below_each_paragraph_and_one_that_names_nobody() -> None:
    below = "分管领导：王某某\n牵头单位：{}\n配合单位：市港口局\n进度安排：年底前完工。\n"
    text = (
        HEAD
        + "新建三座灯塔。\n"
        + below.format("市海洋局")
        + "给灯塔刷上白漆。\n清理十里航道。\n"
        + below.format("市渔业局")
    )
    assert _held(text) == [
        ("新建三座灯塔", ["市海洋局", "市港口局"]),
        ("给灯塔刷上白漆", []),
        ("清理十里航道", ["市渔业局", "市港口局"]),
    ]


def test_a_bracket_at_the_end_of_each_paragraph() -> None:
    text = HEAD + "新建三座灯塔。（市海洋局牵头，市港口局配合）\n清理航道十里（市渔业局负责）。\n"
    assert _held(text) == [("新建三座灯塔", ["市海洋局", "市港口局"]), ("清理航道十里", ["市渔业局"])]


def test_headings_with_nothing_but_labels_between_them() -> None:
    text = "灯塔实事安排\n新建三座灯塔\n牵头单位：市海洋局\n配合单位：市港口局\n清理十里航道\n牵头单位：市渔业局\n"
    assert _held(text) == [("新建三座灯塔", ["市海洋局", "市港口局"]), ("清理十里航道", ["市渔业局"])]


@pytest.mark.parametrize(
    "text",
    [
        "新建三座灯塔。责任单位：市海洋局。\n清理十里航道。\n",
        "新建灯塔\n责任单位：市海洋局\n清理航道\n责任单位：市渔业局\n",
        "新建三座灯塔\n责任单位：市海洋局\n看灯的人\n清理十里航道\n责任单位：市渔业局\n",
        "新建灯塔三座。责任单位：市海洋局清理航道（责任单位：市渔业局）\n修一个码头。责任单位：市港口局\n修两座桥。责任单位：市港口局\n",
        "新建三座灯塔（各位同志都很高兴地负责）\n清理十里航道（市渔业局负责）\n",
        "责任单位：市海洋局\n责任单位：市渔业局\n",
        "他说今年不错。责任单位：看灯的人和修船的人都高兴。\n她也这样说。责任单位：没有一个不高兴的。\n",
    ],
)
def test_too_few_or_anything_else_is_no_plan(text: str) -> None:
    assert _held(text) == []


def test_a_paragraph_may_tell_the_duties_of_several_units() -> None:
    text = (
        "海州市灯塔整治职责分工\n市灯塔局：负责点灯，管好灯油。市港口局：负责看灯。\n"
        "市航道局：负责清理航道，做到：一天一次；市渔业局：报告坏灯，组织渔船让路。\n市教育局：组织学生看灯。\n"
    )
    assert _held(text.rstrip()) == [
        (unit, [unit]) for unit in ("市灯塔局", "市港口局", "市航道局", "市渔业局", "市教育局")
    ]


def test_the_last_of_the_units_of_a_paragraph_may_be_of_any_kind() -> None:
    text = (
        "灯塔方案\n一、职责分工\n市灯塔局：负责点灯，管好灯油。\n市港口局：负责看住灯。\n市渔业局：负责给灯塔让路。\n"
        "各镇政府、街道（开发区）办事处、灯油集团：按照规划要求，落实看灯的人。\n二、要求\n点好灯。"
    )
    assert _held(text)[-2] == (
        "各镇政府、街道（开发区）办事处、灯油集团",
        ["各镇政府", "街道（开发区）办事处", "灯油集团"],
    )


CELLS = "修三座灯塔，塔身刷白，塔顶防雷。\n市海洋局牵头落实\n换十盏灯，要亮也要省电。\n市港口局、市渔业局分别牵头落实\n"


@pytest.mark.parametrize("head", ["", "目标\n任务\n主要内容\n责任单位\n"])
def test_below_a_heading_a_paragraph_is_the_task_of_whom_the_line_below_names(head: str) -> None:
    """Also where the paragraphs are what is left of a table, whose heads do not tell its cells any more."""
    text = f"青溪市灯塔方案\n{head}一、办好灯塔\n（一）建设\n{CELLS}（二）其他\n{CELLS}"
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    told = [
        (task.path, task.title, [held.unit for held in task.assignments]) for task in plan.tasks if task.assignments
    ]
    first, second = ["市海洋局"], ["市港口局", "市渔业局"]
    assert told == [
        (f"1.{section}.{place}", title, units)
        for section in (1, 2)
        for place, title, units in (
            (1, "修三座灯塔，塔身刷白，塔顶防雷", first),
            (2, "换十盏灯，要亮也要省电", second),
        )
    ]


def test_a_line_that_tells_by_whom_below_no_paragraph_makes_no_tasks() -> None:
    text = "青溪市灯塔方案\n一、办好灯塔\n修三座灯塔\n市海洋局牵头落实\n市港口局牵头落实\n"
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    assert [task.path for task in plan.tasks] == ["1"]


TITLED = [
    "点灯支持：给每座灯塔配齐灯油。（牵头单位：市海洋局（灯塔办）；责任单位：市港口局）",
    "“双灯”：一座灯塔挂上两盏灯。（责任单位：市渔业局（灯油办）、市港口局）",
]


def _below(paragraphs: list[str]) -> list[tuple[str, str, str]]:
    items = ["（一）灯塔。要把灯塔管好，分头去做。", *paragraphs, "（二）码头。修好码头。（市港口局负责）"]
    text = "\n".join(["海州市灯塔整治方案", "一、任务", *items])
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    return [(task.path, task.title, " ".join(held.unit for held in task.assignments)) for task in plan.tasks[1:]]


def test_paragraphs_that_say_what_and_whose_they_are_are_tasks_below_their_heading() -> None:
    assert _below(TITLED) == [
        ("1.1", "灯塔", ""),
        ("1.1.1", "点灯支持", "市海洋局（灯塔办） 市港口局"),
        ("1.1.2", "“双灯”", "市渔业局（灯油办） 市港口局"),
        ("1.2", "码头", "市港口局"),
    ]


def test_one_that_names_nobody_is_of_their_heading_and_so_is_a_single_one() -> None:
    told = _below([*TITLED, "看灯支持：看好每一盏灯。"])
    assert [(path, held) for path, _, held in told] == [
        ("1.1", ""),
        ("1.1.1", "市海洋局（灯塔办） 市港口局"),
        ("1.1.2", "市渔业局（灯油办） 市港口局"),
        ("1.2", "市港口局"),
    ]
    assert [path for path, _, _ in _below(TITLED[:1])] == ["1.1", "1.2"]
