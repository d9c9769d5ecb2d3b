"""A document that is a task table: its title, what it does to the outline, and a table of which no row can be read."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan


def _read(text: str) -> ParsedPlan:
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def test_the_title_of_the_table_is_the_plans_and_tells_its_years_and_place() -> None:
    plan = _read("清屿市2024—2026年港口任务分解表\n序号 工作任务 牵头单位\n1 修灯塔 市海洋局\n2 清航道 市港口局\n")
    assert (plan.title, plan.period_start, plan.period_end, plan.region) == (
        "清屿市2024—2026年港口任务分解表",
        2024,
        2026,
        "清屿市",
    )


def test_what_heads_the_rows_is_no_heading_of_the_outline() -> None:
    rows = "（二）陆上\n1 修灯塔 市海洋局\n（五）海上\n2 清航道 市港口局\n"
    plan = _read(f"清屿市港口任务分解表\n序号 工作任务 牵头单位\n{rows}")
    assert [(task.path, task.title) for task in plan.tasks] == [
        ("2", "陆上"),
        ("2.1", "修灯塔"),
        ("5", "海上"),
        ("5.1", "清航道"),
    ]
    assert "number_order" not in {problem.code for problem in plan.problems}


def test_a_head_without_rows_is_named() -> None:
    plan = _read("一、任务\n1.修灯塔。（市海洋局负责）\n附件\n港口任务分解表\n序号 工作任务 牵头单位\n见另册\n")
    assert [problem.line for problem in plan.problems if problem.code == "table_unread"] == [4]
