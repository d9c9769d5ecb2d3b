"""Whatever happens to a plan on its way here (lines lost, doubled, mixed up, cut, page marks put in), it is read."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui import readers
from sciplan_tui.core.cleaning import clean
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.outline.headings import outline
from sciplan_tui.core.parse.outline.laying_out import lay_out
from sciplan_tui.errors import ReadingError

PLAN = """海州市灯塔建设方案（2021—2025年）
海政发〔2021〕3号
各区人民政府：
为建好灯塔，制定本方案。
一、总体要求
（一）目标。到2025年，亮灯率达到99%。
二、任务
（一）修灯塔
1.刷墙。每年刷墙不少于5次。
（牵头单位：市海洋局；责任单位：市港口局、各县（市、区）政府）
2.换灯。换灯30盏。（市港口局、市渔业局等部门按职责分工负责）
（二）清航道
牵头单位：市渔业局
责任单位：市海洋局，各街道办事处
2.1 捞泥
三、保障措施
1.加强领导。市海洋局牵头，有关部门参与。
海州市人民政府办公室
2021年3月1日
附件：分工表
灯塔工作分工表
序号 工作任务 分管领导 牵头单位 责任单位 完成时限
1 修灯塔 李×× 市海洋局 市港口局、各街道办 事处 9月底
2 点灯 王×× 市港口局 市渔业局 持续推进
序号
工作任务
牵头单位
责任单位
1
修灯塔
市海洋局
市港口局
│序号│任务│责任单位│
│1│修灯塔│市海洋局│
"""
PUT_IN = st.sampled_from(
    ["", "12", "— 2 —", "—", "首页 > 方案", "目录", "附件", "1", "1 ", "一、", "（一）", "、", "（", "）",
     "牵头单位：", "│", "\ufffd", "\u202e灯", "\x00"]
)  # fmt: skip
STEP = st.tuples(st.integers(0, 9), st.integers(0, 60), st.integers(0, 30), PUT_IN)
FOREIGN = re.compile(r"[；;：:。，,│>]|责任单位|配合单位")


def _changed(lines: list[str], step: tuple[int, int, int, str]) -> list[str]:
    kind, at, column, words = step
    at = min(at, len(lines) - 1)
    line = lines[at]
    changes = {
        0: [], 1: [line, line], 2: [line[:column], line[column:]], 3: [words, line],
        4: [line[:column] + words + line[column:]], 5: [line.translate(str.maketrans("（）：；，", "():;,"))],
        6: [line[:column] + line[column + 3 :]], 7: [line + (lines[at + 1] if at + 1 < len(lines) else "")],
    }  # fmt: skip
    if kind == 8:
        return [*lines[at:], *lines[:at]]
    if kind == 9:
        return lines[: at + 1] if at > 3 else [" ".join(lines)]
    return [*lines[:at], *changes[kind], *lines[at + 1 :]] or [""]


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=8))
def test_a_plan_however_damaged_is_read_with_no_line_lost(steps: list[tuple[int, int, int, str]]) -> None:
    lines = PLAN.split("\n")
    for step in steps:
        lines = _changed(lines, step)
    try:
        document = readers.read("plan.txt", "\n".join(lines).encode("utf-8"))
    except ReadingError:
        return
    plan = parse(document, lambda words: words)
    assert len({task.path for task in plan.tasks}) == len(plan.tasks)
    shown = str([problem.details for problem in plan.problems])
    for task in plan.tasks:
        assert 1 <= task.line <= task.line_end <= len(lines)
        for held in task.assignments:
            assert held.line is not None
            assert 1 <= held.line <= len(lines)
            name = re.sub(r"[（(〔].*[）)〕]", "", held.unit)
            assert (len(held.unit) <= 40 and not FOREIGN.search(name)) or held.unit in shown
    _no_line_lost(document)


def _no_line_lost(document) -> None:
    if not all(hasattr(block, "text") for block in document.blocks):
        return
    lines, _ = clean(document, lambda words: words)
    layout, (nodes, _) = lay_out(lines), outline(lines)
    held = {span.line.number for node in nodes for span in (node.heading, *node.body) if span is not None}
    assert [line.text for line in lines[layout.body : layout.close] if line.text and line.number not in held] == []
