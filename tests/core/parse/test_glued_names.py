"""Units that stand in a cell without a mark between them, or on lines that break a name; all units made up."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.statement.parted_lines import lines_parted
from sciplan_tui.core.plan import ParsedPlan

HEAD = "| 序号 | 工作任务 | 牵头单位 |\n| --- | --- | --- |\n"


def _rows(*cells: str) -> str:
    return "".join(f"| {place} | 修第{place}座灯塔 | {cell} |\n" for place, cell in enumerate(cells, 1))


def _read(*cells: str) -> ParsedPlan:
    text = f"清屿区灯塔任务清单\n{HEAD}{_rows(*cells)}"
    return parse(readers.read("x.txt", text.encode()), lambda words: words)


def _leads(plan: ParsedPlan) -> list[list[str]]:
    return [[held.unit for held in task.assignments] for task in plan.tasks if task.assignments]


def _guessed(plan: ParsedPlan) -> list[int | None]:
    return [problem.line for problem in plan.problems if problem.code == "units_glued"]


def test_names_that_the_document_has_alone_are_parted() -> None:
    plan = _read("区海洋局", "区港口局区海洋局", "区港口局")
    assert _leads(plan) == [["区海洋局"], ["区港口局", "区海洋局"], ["区港口局"]]
    assert not _guessed(plan)


def test_two_bodies_with_one_office_are_one_unit() -> None:
    plan = _read("区纪委区监委", "区纪委", "区监委")
    assert _leads(plan) == [["区纪委区监委"], ["区纪委"], ["区监委"]]


def test_names_of_one_level_are_parted_and_told() -> None:
    plan = _read("区海洋局", "区渔业局区航道管理中心团区委")
    assert _leads(plan)[1] == ["区渔业局", "区航道管理中心", "团区委"]
    assert _guessed(plan) == [5]


def test_the_branch_of_a_place_is_a_unit_of_its_own() -> None:
    plan = _read("清屿公安分局区港口局", "区海洋局清屿供电服务中心")
    assert _leads(plan) == [["清屿公安分局", "区港口局"], ["区海洋局", "清屿供电服务中心"]]
    assert len(_guessed(plan)) == 2


@pytest.mark.parametrize(
    "name",
    [
        "区委农办区农业农村局",
        "市公安局清屿交警大队",
        "市规划局清屿分局",
        "区公安局区中分局",
        "区委区政府",
        "区海洋局灯塔科",
    ],
)
def test_what_may_be_one_body_stays_as_it_is(name: str) -> None:
    plan = _read("区海洋局", name)
    assert _leads(plan)[1] == [name]
    assert not _guessed(plan)


def test_beside_other_units_two_names_may_be_one_body() -> None:
    plan = _read("区海洋局", "区文旅局区文物局、区港口局")
    assert _leads(plan)[1] == ["区文旅局区文物局", "区港口局"]


def test_a_table_alone_tells_of_its_place_and_of_glued_names_too() -> None:
    rows = ["清屿区灯塔任务清单,,,", "序号,工作任务,牵头单位,配合单位"]
    rows += ["1,修灯塔,区海洋局,区港口局、清屿海关", "2,清航道,区港口局,区海洋局区港口局"]
    plan = parse(readers.read("x.csv", "\n".join(rows).encode()), lambda words: words)
    assert _leads(plan) == [["区海洋局", "区港口局", "清屿海关"], ["区港口局", "区海洋局", "区港口局"]]


LINES = {
    "市规划局\n清屿分局\n市港口局": "市规划局清屿分局、市港口局",
    "市灯塔执法总队\n七支队\n各街镇": "市灯塔执法总队七支队、各街镇",
    "市海洋局\n公安分局": "市海洋局、公安分局",
    "市海洋局\n市航道和灯塔\n服务中心\n市港口局": "市海洋局、市航道和灯塔服务中心、市港口局",
    "市海洋局\n清屿金融港\n市港口局": "市海洋局，清屿金融港、市港口局",
    "市海洋局、市航\n道局、市港口局": "市海洋局、市航道局、市港口局",
    "市海洋局、清州\n港口园区管委会": "市海洋局、清州港口园区管委会",
    "各乡镇\n（街道）\n县海水集团\n有限公司": "各乡镇（街道）、县海水集团有限公司",
    "县海洋局、县港口局，各乡镇\n（街道）": "县海洋局、县港口局，各乡镇（街道）",
}


@pytest.mark.parametrize(("cell", "told"), LINES.items())
def test_a_line_that_is_but_a_part_of_a_name_goes_to_the_one_above(cell: str, told: str) -> None:
    assert lines_parted(cell) == told


def test_places_behind_a_body_are_parted_from_it_and_departments_of_a_body_are_not() -> None:
    plan = _read("市海洋局各县（市、区）政府", "市委各部门", "市港口局各镇（街道）")
    assert _leads(plan) == [["市海洋局", "各县（市、区）政府"], ["市委各部门"], ["市港口局", "各镇（街道）"]]
