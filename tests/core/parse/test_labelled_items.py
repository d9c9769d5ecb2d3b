"""Numbered lines that say whose the item above them is, by when, and what is to be done."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

FACTS = """清屿市2024年十件实事责任分解方案
一、修好三座灯塔，刷白墙面
（一）责任领导：丁一
（二）责任单位：市海洋局
（三）协办单位：市财政局、港口局，各区人民政府
（四）项目内容：东屿、西屿、北屿各修一座。
（五）完成时限：2024年内
二、疏通十里航道
（一）责任领导：王二
（二）责任单位：市港口局
（三）完成时限：2024年内
"""
DUTIES = """清屿市灯塔方案
一、组织机构
（一）领导小组：设在市海洋局。
（二）责任分工：各单位各负其责。
二、任务
（一）修灯塔。修好三座。（市海洋局负责）
（二）清航道。疏通十里。（市港口局负责）
"""


def _told(text: str) -> list[tuple[str, str, str]]:
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    return [
        (task.path, task.title, " ".join(f"{one.role.value[0]}:{one.unit}" for one in task.assignments))
        for task in plan.tasks
    ]


def test_labels_with_numbers_are_facts_of_the_item_above() -> None:
    assert _told(FACTS) == [
        ("1", "修好三座灯塔，刷白墙面", "r:市海洋局 s:市财政局 s:市港口局 s:各区人民政府"),
        ("1.4", "项目内容", ""),
        ("2", "疏通十里航道", "r:市港口局"),
    ]


def test_sections_that_name_no_units_behind_a_label_stay() -> None:
    assert [path for path, _, _ in _told(DUTIES)] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
