"""Tables of one cell a line without numbers: whole rows, chapters, rows with a cell too few or too many."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["工作任务", "牵头单位", "配合单位", "完成时限"]
ONE = ["修灯塔。", "市海洋局", "市港口局、市渔业局", "6月底"]
TWO = ["清航道。", "市港口局", "市海洋局", "年底"]
THREE = ["压实责任", "市渔业局", "市财政局", "全年"]
TOLD = {
    "修灯塔": ["l 市海洋局", "s 市港口局", "s 市渔业局"],
    "清航道": ["l 市港口局", "s 市海洋局"],
    "压实责任": ["l 市渔业局", "s 市财政局"],
}


def _read(*rows: list[str], head: list[str] = HEAD) -> ParsedPlan:
    cells = [*head, *(cell for row in rows for cell in row), "清屿市人民政府办公室", "2025年1月1日"]
    text = "\n".join(["清屿市港口任务分解表", *cells])
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def _told(plan: ParsedPlan) -> dict[str, list[str]]:
    return {
        task.title: [f"{held.role.value[0]} {held.unit}" for held in task.assignments]
        for task in plan.tasks
        if task.assignments
    }


def _short(plan: ParsedPlan) -> int:
    return sum(problem.code == "row_cell_missing" for problem in plan.problems)


def test_rows_follow_each_other_and_the_signature_is_none() -> None:
    plan = _read(THREE, ONE, TWO)
    assert _told(plan) == TOLD
    assert not _short(plan)


def test_a_short_task_behind_the_head_is_no_part_of_it() -> None:
    assert _told(_read(ONE[:3], TWO[:3], THREE[:3], head=HEAD[:3])) == TOLD


def test_chapters_between_the_rows_head_them() -> None:
    plan = _read(ONE, ["一、海上"], TWO, ["二、陆上"], THREE)
    assert _told(plan) == TOLD
    assert [(task.path, task.title) for task in plan.tasks][1:4:2] == [("2", "海上"), ("3", "陆上")]


def test_a_cell_too_few_ends_no_table_and_is_named() -> None:
    plan = _read(ONE, ["清航道。", "市港口局", "年底"], THREE)
    assert list(_told(plan)) == ["修灯塔", "清航道", "压实责任"]
    assert _short(plan) == 1


def test_a_unit_too_many_belongs_to_the_row_above_and_is_named() -> None:
    plan = _read(ONE[:3], [*TWO[:3], "市科协"], THREE[:3], head=HEAD[:3])
    assert _told(plan) == {**TOLD, "清航道": [*TOLD["清航道"], "s 市科协"]}
    assert _short(plan) == 1


def test_a_table_that_has_lost_all_its_numbers_is_read_without_them() -> None:
    assert _told(_read(ONE, TWO, THREE, head=["序号", *HEAD])) == TOLD
    rows = "\n".join(" ".join(row) for row in [["序号", *HEAD], ONE, TWO, THREE])
    plan = parse(readers.read("x.txt", f"清屿市港口任务分解表\n{rows}\n".encode()), lambda text: text)
    assert _told(plan) == TOLD


@pytest.mark.parametrize("groups", [("一、海上行动", "二、岸上行动"), ("海上", "岸上")])
def test_a_group_stands_once_before_its_rows(groups: tuple[str, str]) -> None:
    sea, shore = groups
    head = ["类别", "重点任务", "主要内容", "牵头单位", "配合单位"]
    rows = [
        [sea, "修灯塔", "刷白墙面。", "市海洋局", "市港口局、市渔业局"],
        ["清航道", "捞尽泥沙。", "市港口局", "市财政局"],
        [shore, "护渔港", "加固堤岸。", "市渔业局", "市海洋局"],
        ["办展览", "讲好灯塔。", "市科协", "市教育局"],
    ]
    plan = _read(*rows, head=head)
    assert _told(plan) == {
        "修灯塔": ["l 市海洋局", "s 市港口局", "s 市渔业局"],
        "清航道": ["l 市港口局", "s 市财政局"],
        "护渔港": ["l 市渔业局", "s 市海洋局"],
        "办展览": ["l 市科协", "s 市教育局"],
    }
    assert [task.title for task in plan.tasks if not task.assignments] == [group.split("、")[-1] for group in groups]
