"""Tables whose units stand one a line, blank lines between, under two heads; the first is the main one."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["领域", "主要目标", "主要责任单位", "责任单位"]
ONE = ["1.灯塔都要亮起来。", "——刷白墙面。", "——换好灯泡。", "省海洋厅", "省港口局", "省渔业局"]
TWO = ["2.航道都要通起来。", "——捞尽泥沙，逐年加深。", "省港口局", "——设好浮标。", "省海事局", "省海洋厅", "省财政厅"]
THREE = ["3.渔港避得了风。", "省渔业局", "省海洋厅"]
END = ["清屿省人民政府办公厅", "2025年1月1日"]


def _read(*rows: list[str], head: list[str] = HEAD) -> ParsedPlan:
    text = "\n\n".join(["清屿省港口目标责任分解书", *(cell for row in [head, *rows, END] for cell in row)])
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def _told(plan: ParsedPlan) -> dict[str, list[str]]:
    return {
        f"{task.path} {task.title}": [f"{held.role.value[0]} {held.unit}" for held in task.assignments]
        for task in plan.tasks
    }


def test_what_is_worded_has_the_units_below_it() -> None:
    assert _told(_read(ONE, TWO, THREE)) == {
        "1 灯塔都要亮起来": ["l 省海洋厅", "r 省港口局", "r 省渔业局"],
        "2 航道都要通起来": [],
        "2.1 捞尽泥沙，逐年加深": ["l 省港口局"],
        "2.2 设好浮标": ["l 省海事局", "r 省海洋厅", "r 省财政厅"],
        "3 渔港避得了风": ["l 省渔业局", "r 省海洋厅"],
    }


def test_a_name_that_is_not_known_keeps_its_own_line_and_is_a_problem() -> None:
    plan = _read([*ONE[:4], "省海上百货", *ONE[4:]], TWO, THREE)
    assert next(iter(_told(plan).values())) == ["l 省海洋厅", "r 省海上百货", "r 省港口局", "r 省渔业局"]
    assert [problem.code for problem in plan.problems if "省海上百货" in dict(problem.details).get("text", "")]


def test_units_of_columns_that_differ_are_not_thrown_together() -> None:
    plan = _read(ONE, TWO, THREE, head=["领域", "主要目标", "责任单位", "配合单位"])
    assert not any(len(held) > 1 and all(one[0] == "r" for one in held) for held in _told(plan).values())


def test_a_number_alone_or_units_right_below_the_head_break_nothing() -> None:
    assert "1 [第1项]" in _told(_read(["1.", *ONE[3:]], TWO, THREE))
    assert not any(len(held) > 2 for held in _told(_read(ONE[3:], TWO, THREE)).values())
