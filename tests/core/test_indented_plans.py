"""A plan without any number: a line above deeper ones is their heading, and no line is joined to the one above."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

TEXT = """清屿市港口提升政策
  修灯塔
    刷白墙面
      每年刷墙，按规定给予油漆补贴，并对刷墙用的梯子、刷子、手套按照实际花费的六成给予一次性补助，逐年核定
      市海洋局、市港口局等按职责分工负责
    更换灯泡
      换上亮的灯泡
      市海洋局牵头，市渔业局配合
  清航道
    捞泥沙
      各有关部门和单位、各县人民政府按职责分工负责
"""


def test_the_tree_and_its_statements() -> None:
    plan = parse(readers.read("x.txt", TEXT.encode()), lambda text: text)
    assert plan.title == "清屿市港口提升政策"
    assert [(task.path, task.title) for task in plan.tasks] == [
        ("1", "修灯塔"),
        ("1.1", "刷白墙面"),
        ("1.2", "更换灯泡"),
        ("2", "清航道"),
        ("2.1", "捞泥沙"),
    ]
    assert [[f"{a.role.value[0]} {a.unit}" for a in task.assignments] for task in plan.tasks] == [
        [],
        ["r 市海洋局", "r 市港口局"],
        ["l 市海洋局", "s 市渔业局"],
        [],
        ["r 各有关部门和单位", "r 各县人民政府"],
    ]
