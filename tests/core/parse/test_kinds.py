"""What a node is: told by the general words of its title, by its part, and by whether anything stands below it."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.headings import outline
from sciplan_tui.core.parse.outline.kinds import kind_of
from sciplan_tui.core.plan import Kind, Source


@pytest.mark.parametrize(
    ("title", "with_children", "without"),
    [
        ("总体目标", "goal", "goal"),
        ("发展目标", "goal", "goal"),
        ("总体要求", "part", "goal"),
        ("总体要求和目标", "part", "goal"),
        ("目标任务", "part", "goal"),
        ("重点任务", "part", "part"),
        ("总则", "part", "preface"),
        ("指导思想", "preface", "preface"),
        ("基本原则", "principle_group", "principle_group"),
        ("保障措施", "part", "part"),
        ("组织实施", "part", "part"),
        ("总 体 目 标", "goal", "goal"),
        ("规划背景", "part", "preface"),
        ("现状与目标", "part", "goal"),
        ("工作要求", "part", "part"),
    ],
)
def test_parts(title: str, with_children: str, without: str) -> None:
    assert str(kind_of(title, Rank.PART, None, "", True)) == with_children
    assert str(kind_of(title, Rank.PART, None, "", False)) == without


@pytest.mark.parametrize(
    ("title", "above", "above_title", "kind"),
    [
        ("阵地更加完善", Kind.GOAL, "总体目标", "goal"),
        ("坚持因地制宜", Kind.GOAL, "发展目标", "principle"),
        ("为推动科学普及", Kind.PART, "总则", "preface"),
        ("主要目标", Kind.PART, "总则", "goal"),
        ("工作原则", Kind.PART, "总则", "principle"),
        ("主要目标", Kind.PREFACE, "工作背景", "goal"),
        ("青少年科学素质提升", Kind.PART, "重点任务", "action"),
        ("科普设施提升", Kind.PART, "重点任务", "task"),
        ("加强宣传", Kind.PART, "工作要求", "safeguard"),
        ("启动阶段", Kind.PART, "实施步骤", "phase"),
        ("强化保障", Kind.PART, "步骤与要求", "safeguard"),
        ("机遇挑战", Kind.PART, "规划背景", "preface"),
        ("基本原则", Kind.PART, "总体要求", "principle_group"),
        ("落实责任", Kind.PART, "规划实施", "safeguard"),
        ("联席推动", Kind.PART, "推进机制", "safeguard"),
        ("畅通投诉渠道", Kind.PART, "强化服务保障", "task"),
    ],
)
def test_what_stands_below(title: str, above: Kind, above_title: str, kind: str) -> None:
    assert str(kind_of(title, Rank.SECTION, above, above_title, False)) == kind


def test_decimals_alone_make_parts_sections_and_items() -> None:
    texts = ["1 总体要求", "1.1 主要目标", "比例达到20%。", "2 重点任务", "2.1 科普阵地建设工程", "2.1.1 建成科技馆"]
    texts += ["建成科技馆一座。", "3 进度安排", "3.1 启动阶段", "2022年，印发方案。"]
    nodes, _ = outline(tuple(Line(number, text, text) for number, text in enumerate(texts, 1)))
    assert {node.path: str(node.kind) for node in nodes} == {
        **{"1": "part", "1.1": "goal", "2": "part", "2.1": "project", "2.1.1": "task", "3": "part", "3.1": "phase"},
    }


def test_a_plan_of_sections_alone_has_parts_at_its_top() -> None:
    assert str(kind_of("压缩通关时间", Rank.SECTION, None, "", True)) == "part"
    assert str(kind_of("科普阵地建设工程", Rank.SECTION, None, "", True)) == "project"
    assert str(kind_of("压缩通关时间", Rank.SECTION, None, "", False)) == "task"


def _kinds(*lines: str) -> dict[str, str]:
    blocks = tuple(Paragraph(number, line) for number, line in enumerate(lines, 1))
    plan = parse(Document(Source("p.txt", "0", "txt", "utf-8"), blocks, "\n".join(lines)), str)
    return {task.path: str(task.kind) for task in plan.tasks}


def test_what_prints_units_is_work_whatever_its_heading_is_called() -> None:
    aims = (
        "一、主要预期目标",
        "1.生产总值增长6%左右。",
        "牵头单位:区发改局",
        "2.工业增加值增长5%左右。",
        "责任单位:区工信局",
    )
    last = (
        "3.其他指标不低于全市平均水平。",
        "二、保障措施",
        "（一）加强组织领导。",
        "牵头单位:区科协",
        "（二）加强宣传。",
    )
    assert _kinds("全民科学素质行动工作方案", *aims, *last, "（三）加强考核。") == {
        **{"1": "goal", "1.1": "task", "1.2": "task", "1.3": "task"},
        **{"2": "part", "2.1": "task", "2.2": "safeguard", "2.3": "safeguard"},
    }


def test_a_part_that_prints_units_groups_the_tasks_below_it() -> None:
    part = ("一、保障措施", "责任单位：区科协、区财政局", "（一）加强组织领导。各镇成立领导机构。", "（二）保证经费。")
    assert _kinds("全民科学素质行动工作方案", *part, "二、附则", "（一）本方案自印发之日起施行。") == {
        **{"1": "task_group", "1.1": "task", "1.2": "task"},
        **{"2": "part", "2.1": "safeguard"},
    }
