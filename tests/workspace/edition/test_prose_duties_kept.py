"""Duties told in running text are kept as proposals: no unit of the plan, no column, no assignment, but to be seen."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.plan import Origin
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.edit.ruling import accept_proposals
from sciplan_tui.workspace.edition.checking import read_plan
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.export.exporting import export
from sciplan_tui.workspace.problem.doubts import doubts, reading
from sciplan_tui.workspace.view.viewing import View

TEXT = """北岭市科普工作方案（2021—2025年）
一、重点任务
（一）青少年科学素质提升行动
1．办好科普节。每年举办讲座10场。
二、组织保障
（一）加强组织领导。市科协要发挥协调作用，各县区人民政府负责组织实施。
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    plan, raw = read_plan(file)
    made = tmp_path / "made.db"
    import_plan(made, plan, raw, key=None, accept=False, dry_run=False, at="2023-01-01T00:00:00")
    return made


def test_a_plan_without_printed_units_still_says_so(database: Path) -> None:
    with View.open(database, date(2023, 1, 1)) as view:
        frame = view.frame(ViewSpec())
        assert (frame.units, [plan.names_units for plan in frame.plans], frame.counts.all_units) == ((), [False], 0)
        empty = view.frame(ViewSpec(hide_empty=False))
        assert ([unit.name for unit in empty.units], empty.counts.all_units) == (["市科协", "各县区人民政府"], 0)


def test_the_task_shows_the_proposals_with_their_sentence(database: Path) -> None:
    with View.open(database, date(2023, 1, 1)) as view:
        row = next(row for row in view.frame(ViewSpec()).rows if view.task(row.task_id).path == "2.1")
        units = view.task(row.task_id).units
    assert [(unit.name, unit.origin, unit.reason, unit.line) for unit in units] == [
        ("市科协", Origin.PROPOSED, "prose_duty", 6),
        ("各县区人民政府", Origin.PROPOSED, "prose_duty", 6),
    ]
    assert all(unit.quote and unit.quote in TEXT for unit in units)


def test_their_problem_stands_beside_them_until_they_are_accepted(database: Path) -> None:
    today = date(2023, 1, 1)
    (doubt,) = (one for one in doubts(database, today=today) if one.problem.code == "prose_duties")
    found = reading(database, doubt.problem_id, today=today).proposals
    assert [(one.path, one.unit) for one in found] == [("2.1", "市科协"), ("2.1", "各县区人民政府")]
    accept_proposals(database, [one.assignment_id for one in found], by="批示", on=None, at="2023-01-02T00:00:00")
    assert reading(database, doubt.problem_id, today=today).proposals == ()


@pytest.mark.parametrize("view", ["units", "assignments", "tasks", "matrix"])
def test_lists_and_exports_leave_them_out(database: Path, view: str) -> None:
    table = export(database, view, ViewSpec(), today=date(2023, 1, 1))
    assert isinstance(table, bytes)
    assert "科协".encode() not in table


def test_the_matrix_shows_them_apart_where_they_are_asked_for(database: Path) -> None:
    table = export(database, "matrix", ViewSpec(), ExportOptions(proposed=True), today=date(2023, 1, 1))
    assert isinstance(table, bytes)
    heads, *rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    told = {row[heads.index("编号")]: dict(zip(heads, row, strict=True)) for row in rows}
    units = ("市科协", "各县区人民政府")
    assert [[told[path][unit] for unit in units] for path in ("2.1", "1.1")] == [["?责", "?责"], ["", ""]]


def test_a_whole_plan_keeps_them_as_proposals(database: Path) -> None:
    written = export(database, "plan", ViewSpec(), ExportOptions("json"), today=date(2023, 1, 1))
    assert isinstance(written, bytes)
    line = json.loads(written)
    proposed = [(task["path"], each["unit"]) for task in line["tasks"] for each in task["proposals"]]
    assert (proposed, line["units"]) == ([("2.1", "市科协"), ("2.1", "各县区人民政府")], [])


def test_the_page_of_the_task_tells_proposals_apart(database: Path) -> None:
    from sciplan_tui.locale import say
    from sciplan_tui.tui.widgets.text.task_text import task_text

    with View.open(database, date(2023, 1, 1)) as view:
        row = next(row for row in view.frame(ViewSpec()).rows if view.task(row.task_id).path == "2.1")
        shown = task_text(view.task(row.task_id), 100).plain
    named, _, proposed = shown.partition(say("tui.task.proposals"))
    assert say("tui.task.no_units") in named
    assert "市科协" in proposed
    assert "市科协要发挥协调作用" in proposed.split(say("tui.task.source"))[0]
