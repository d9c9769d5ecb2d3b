"""Tables whose cells lines of a tab part, as a browser copies cells that hold paragraphs."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["序号", "反馈问题", "牵头单位", "责任单位", "整改措施", "责任人"]
ONE = ["1", "灯塔不亮。", "市海洋局\n\n市港口局", "各县政府", "换灯泡。\n\n刷白墙。", "王某某"]
TWO = ["2", "航道不通。", "市港口局", "", "清淤。", "李某某\n\n张某某"]
THREE = ["3", "渔港太浅。", "市渔业局", "市财政局", "挖深。", "赵某某"]


def _read(*rows: list[str], below: str = "注：本表每月更新，由市海洋局负责解释。", gap: str = "\n\n\n") -> ParsedPlan:
    table = "\n\n\n".join("\n\n\t\n\n".join(row) for row in (HEAD, *rows))
    text = f"清屿市灯塔整改清单\n\n{table}{gap}{below}\n"
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str, str, str]]:
    return [
        (task.path, task.title, " ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments))
        for task in plan.tasks
    ]


def test_the_tabs_tell_which_lines_are_one_cell() -> None:
    plan = _read(ONE, TWO, THREE)
    assert _told(plan) == [
        ("1", "灯塔不亮", "l:市海洋局 l:市港口局 r:各县政府"),
        ("2", "航道不通", "l:市港口局"),
        ("3", "渔港太浅", "l:市渔业局 r:市财政局"),
    ]
    assert not any(problem.code == "row_cell_missing" for problem in plan.problems)


def test_a_row_may_begin_or_end_with_an_empty_cell() -> None:
    whole = [held for *_, held in _told(_read(ONE, TWO, THREE))]
    assert [held for *_, held in _told(_read(ONE, ["", *TWO[1:]], THREE))] == whole
    assert [held for *_, held in _told(_read([*ONE[:-1], ""], TWO, THREE))] == whole


def test_what_stands_below_is_no_cell_and_the_head_may_come_again() -> None:
    assert _told(_read(ONE, HEAD, TWO))[-1] == ("2", "航道不通", "l:市港口局")
    text = "一、其他\n（一）点灯。（市渔业局负责）\n二、要求\n（一）看灯。（市统计局负责）"
    told = _told(_read(ONE, below=text, gap="\n"))
    assert [one[1:] for one in told if one[2]][:2] == [("点灯", "r:市渔业局"), ("看灯", "r:市统计局")]
    told = _told(_read(ONE, below="一、其他\n（一）点灯。（市渔业局负责）"))
    assert [one[1:] for one in told if one[2]] == [
        ("点灯", "r:市渔业局"),
        ("灯塔不亮", "l:市海洋局 l:市港口局 r:各县政府"),
    ]


def test_tabs_alone_in_other_text_are_no_table() -> None:
    text = (
        "清屿市灯塔方案\n一、任务\n"
        + "\t\n" * 6
        + "（一）点灯。（责任单位：市渔业局）\n\t\n（二）修灯。（责任单位：市海洋局）\n"
    )
    plan = parse(readers.read("x.txt", text.encode()), lambda text: text)
    assert [held for *_, held in _told(plan)] == ["", "r:市渔业局", "r:市海洋局"]
