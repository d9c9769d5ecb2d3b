"""Tables whose heads ask for persons too, and rows of one task that are told by their content."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

TITLE = Paragraph(1, "临江县科普任务分工表")


def _plan(*rows: tuple[str, ...], blocks: tuple[Block, ...] = ()) -> ParsedPlan:
    table = Table(tuple(TableRow(line, cells) for line, cells in enumerate(rows, start=2)))
    return parse(Document(Source("a.docx", "0", "docx", None), (*blocks, table), ""), lambda words: words)


def _held(plan: ParsedPlan) -> list[str]:
    return [" ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments) for task in plan.tasks]


@pytest.mark.parametrize("blocks", [(), (TITLE,)], ids=["sheet", "document"])
def test_persons_are_no_part_of_names(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位及责任人", "配合单位及责任人"),
        ("1", "科技节", "县教育局 张强", "县科协 李明、团县委 王芳"),
        ("2", "科普展", "县科协（李明）", "县文旅局（赵敏）\n县委组织部（人才办）"),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县教育局 s:县科协 s:团县委", "l:县科协 s:县文旅局 s:县委组织部（人才办）"]
    assert not [problem for problem in plan.problems if problem.code in ("unit_unreadable", "role_ambiguous")]


@pytest.mark.parametrize("blocks", [(), (TITLE,)], ids=["sheet", "document"])
def test_rows_of_one_task_are_told_by_their_content(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("任务", "具体内容", "责任单位"),
        ("青年行动", "办科技节", "县教育局"),
        ("青年行动", "办展览。一年两次", "县科协"),
        ("农民行动", "下乡", "县农业局"),
        blocks=blocks,
    )
    assert [task.title for task in plan.tasks] == ["青年行动", "办科技节", "办展览", "农民行动"]
