"""Tables in the midst of a plan: each stands under its heading, and the outline goes on behind it, in every layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

Rows = Sequence[Sequence[str]]

HEAD = ("序号", "任务", "牵头单位", "责任单位")
YOUNG = (HEAD, ("1", "科技节", "市教育局", "市科协、团市委"), ("2", "教师培训", "市教育局", "市科技局"))
FARMERS = (HEAD, ("1", "科技小院", "市农业局", "市科协"), ("2", "科普示范", "市科协", "市农业局"))
ABOVE = ("临江市科学素质方案（2021—2025年）", "一、总体要求", "提高素质。", "二、重点任务")
BELOW = ("三、保障措施", "（一）加强领导。各县要落实责任。", "（二）保障经费。市里安排。（市财政局、市科协负责）")

LAYOUTS: dict[str, Callable[[Rows], list[str]]] = {
    "blanks": lambda rows: [" ".join(row) for row in rows],
    "a_cell_a_line": lambda rows: [cell for row in rows for cell in row],
    "grid": lambda rows: [f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * 4, *rows[1:])],
    "bars": lambda rows: ["|".join(row) for row in rows],
    "tabs": lambda rows: ["\t".join(row) for row in rows],
    "columns": lambda rows: ["  ".join(cell.ljust(8, "\u3000") for cell in row) for row in rows],
}


def _plan(lines: Sequence[str], gap: str = "\n") -> ParsedPlan:
    return parse(readers.read("a.txt", gap.join(lines).encode()), lambda words: words)


def _outline(plan: ParsedPlan) -> list[str]:
    return [
        f"{task.path} {task.title} {' '.join(held.unit for held in task.assignments)}".strip() for task in plan.tasks
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("prose", ["办好科技节。", None], ids=["prose", "bare"])
@pytest.mark.parametrize("laid_out", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_rows_stand_below_their_heading(laid_out: Callable[[Rows], list[str]], prose: str | None, gap: str) -> None:
    between = [prose] if prose else []
    first = ["（一）青年行动", *between, *laid_out(YOUNG)]
    second = ["（二）农民行动", *between, *laid_out(FARMERS)]
    assert _outline(_plan([*ABOVE, *first, *second, *BELOW], gap)) == [
        "1 总体要求",
        "2 重点任务",
        "2.1 青年行动",
        "2.1.1 科技节 市教育局 市科协 团市委",
        "2.1.2 教师培训 市教育局 市科技局",
        "2.2 农民行动",
        "2.2.1 科技小院 市农业局 市科协",
        "2.2.2 科普示范 市科协 市农业局",
        "3 保障措施",
        "3.1 加强领导",
        "3.2 保障经费 市财政局 市科协",
    ]


def test_the_title_of_a_table_groups_its_rows() -> None:
    lines = [
        *ABOVE,
        "青年行动任务分工表",
        *LAYOUTS["grid"](YOUNG),
        "农民行动任务分工表",
        *LAYOUTS["grid"](FARMERS),
        *BELOW,
    ]
    paths = [line.split()[:2] for line in _outline(_plan(lines))[1:6]]
    assert paths == [
        ["2", "重点任务"],
        ["2.1", "青年行动任务分工表"],
        ["2.1.1", "科技节"],
        ["2.1.2", "教师培训"],
        ["2.2", "农民行动任务分工表"],
    ]


def test_a_table_behind_the_outline_is_its_last_part() -> None:
    outline = _outline(_plan([*ABOVE, "（一）青年行动。办节。", "附件", "任务分工表", *LAYOUTS["blanks"](YOUNG)]))
    assert outline[-3:] == ["3 任务分工表", "3.1 科技节 市教育局 市科协 团市委", "3.2 教师培训 市教育局 市科技局"]


@pytest.mark.parametrize("others", ["blanks", "a_cell_a_line"])
@pytest.mark.parametrize("own", ["blanks", "a_cell_a_line"])
def test_the_last_row_above_a_further_annex_ends_there(own: str, others: str) -> None:
    first, second = LAYOUTS[own](YOUNG), LAYOUTS[others](FARMERS)
    outline = _outline(_plan([*ABOVE, "办节。", "附件1", "青年任务表", *first, "附件2", "农民任务表", *second]))
    assert "3.2 教师培训 市教育局 市科技局" in outline
    assert "4.1 科技小院 市农业局 市科协" in outline


def test_a_heading_within_a_table_groups_rows_that_count_on() -> None:
    """A head that comes again below it is that of a new page."""
    rows = LAYOUTS["blanks"]
    later = (HEAD, ("3", "科技小院", "市农业局", "市科协"))
    outline = _outline(_plan(["任务分工表", *rows(YOUNG), "二、农民行动", *rows(later)]))
    assert outline[2:] == ["3 农民行动", "3.1 科技小院 市农业局 市科协"]


def test_tables_of_a_page_stand_below_their_headings() -> None:
    def table(rows: Rows) -> str:
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"

    lines = [*ABOVE, "（一）青年行动", table(YOUNG), "（二）农民行动", table(FARMERS), *BELOW]
    page = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    plan = parse(readers.read("a.html", f"<html><body>{page}</body></html>".encode()), lambda words: words)
    paths = ["1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1", "2.2.2", "3", "3.1", "3.2"]
    assert [task.path for task in plan.tasks] == paths


def test_the_last_table_of_a_plan_stands_below_the_heading_right_above_it() -> None:
    rows = [" ".join(row) for row in YOUNG]
    assert _outline(_plan([*ABOVE[:3], "二、青少年行动", *rows]))[-2:] == [
        "2.1 科技节 市教育局 市科协 团市委",
        "2.2 教师培训 市教育局 市科技局",
    ]
    assert _outline(_plan([*ABOVE[:3], "二、青少年行动", "办好节。", *rows]))[-1].startswith("3.2 ")
