"""Plans that go by units, each alone on its line above what it does."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.holding.held import read_statements
from sciplan_tui.core.parse.outline.headings import outline


def _held(*texts: str) -> list[tuple[str, str, list[str]]]:
    lines = tuple(Line(number, line, line) for number, line in enumerate(texts, start=1))
    nodes, _ = outline(lines)
    held = read_statements(nodes, lines).by_path
    told = {path: [one.unit for one in holding.assignments] for path, holding in held.items()}
    return [(node.path, node.title, told.get(node.path, [])) for node in nodes]


def test_numbers_begin_anew_below_each_unit() -> None:
    plan = [
        "清屿县灯塔行动分工",
        "县海洋局",
        "1.刷白所有灯塔的墙面。",
        "2.换亮灯泡。",
        "县港口局",
        "1.捞尽港内的泥沙。",
    ]
    assert _held(*plan, "各镇人民政府", "1.看好本镇的灯塔。") == [
        ("1", "县海洋局", ["县海洋局"]),
        ("1.1", "刷白所有灯塔的墙面", []),
        ("1.2", "换亮灯泡", []),
        ("2", "县港口局", ["县港口局"]),
        ("2.1", "捞尽港内的泥沙", []),
        ("3", "各镇人民政府", ["各镇人民政府"]),
        ("3.1", "看好本镇的灯塔", []),
    ]


def test_a_paragraph_below_each_unit_in_one_part_of_a_plan() -> None:
    plan = [
        "县政府各有关单位：",
        "现将分工印发给你们，请遵照执行。",
        "一、总体要求",
        "灯塔要亮。",
        "二、各部门职责",
        "县海洋局：",
    ]
    plan += [
        "负责刷白所有灯塔。",
        "县港口局、县渔业局",
        "清理航道，看住渔船。",
        "县财政局",
        "备好买灯泡的钱款。",
        "三、要求",
    ]
    assert _held(*plan) == [
        ("1", "总体要求", []),
        ("2", "各部门职责", []),
        ("2.1", "县海洋局", ["县海洋局"]),
        ("2.2", "县港口局、县渔业局", ["县港口局", "县渔业局"]),
        ("2.3", "县财政局", ["县财政局"]),
        ("3", "要求", []),
    ]


@pytest.mark.parametrize(
    "below",
    [
        [
            "刷白灯塔的墙面。",
            "县海洋局",
            "换亮灯塔的灯泡。",
            "县港口局",
            "捞尽港内的泥沙。",
            "县渔业局",
            "看住渔船，不得乱停。",
        ],
        ["牵头单位：", "县海洋局", "1.刷白灯塔的墙面。", "县港口局", "1.换亮灯塔的灯泡。", "县渔业局", "1.看住渔船。"],
        ["县海洋局", "县港口局", "县渔业局", "县财政局", "以上单位要抓好落实，不得误期。"],
    ],
    ids=["behind the tasks", "behind a label", "a list"],
)
def test_units_on_lines_for_other_reasons_are_no_headings(below: list[str]) -> None:
    assert not {"县海洋局", "县港口局"} & {title for _, title, _ in _held("一、任务", *below, "二、要求", "点好灯。")}


def test_units_before_a_colon_may_be_parted_by_a_comma() -> None:
    duties = [
        "1.市灯塔局：管灯塔。",
        "2.各县（市、区）人民政府，东屿新区管委会：管好本地。",
        "3.市港口局：管港口。",
        "4.市海洋局：清航道。",
    ]
    assert [units for _, _, units in _held("清屿市灯塔工作方案", "一、分工", *duties)] == [
        [],
        ["市灯塔局"],
        ["各县（市、区）人民政府", "东屿新区管委会"],
        ["市港口局"],
        ["市海洋局"],
    ]
