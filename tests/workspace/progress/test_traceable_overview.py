"""Every number of an exported overview is what its query lists, and the tables for people are those for programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.progress.counting import Overview
from sciplan_tui.core.progress.sheets import BARS, MOST_BARS, charts, overview_sheet, overview_sheets, term
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.workspace.demo import fill
from sciplan_tui.workspace.edition.checking import read_plan
from sciplan_tui.workspace.progress.overview import overview
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers.chart_text import title
from tests import viewing_data as data

TODAY = datetime.date(2024, 1, 8)
QUERIES = [
    "",
    "lead:教育局",
    "科普",
    "no:lead",
    "-unit:科协",
    "plan:湘潭 path:2",
    "mark:2023=done",
    "plan:甲 kind:task",
]
NUMBERS = ("tasks", *BARS, "late", "settled")


@pytest.fixture(scope="module", params=["demo", "rare"])
def view(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The plans that ship with the product, and a database of rarer turns."""
    path = tmp_path_factory.mktemp("traced") / "plans.db"
    if request.param == "demo":
        fill(path)
    else:
        data.fill(path)
    with View.open(path, TODAY) as opened:
        yield opened


def dicts(sheet: Sheet) -> Iterator[dict[str, object]]:
    keys = [column.key for column in sheet.columns]
    return (dict(zip(keys, row, strict=True)) for row in sheet.rows)


def counted(sheet: Sheet) -> bool:
    return sheet.name != "figures"


@pytest.mark.parametrize("query", QUERIES)
def test_every_number_is_what_its_query_lists(view: View, query: str) -> None:
    @cache
    def listed(asked: str) -> int:
        return view.frame(ViewSpec(query=asked)).counts.tasks_with_inherited

    found = overview(view, ViewSpec(query=query))
    for row in dicts(overview_sheet(found, found.nearest)):
        for name in NUMBERS:
            if row[name] is not None:
                assert listed(f"{row['query']} {term(str(row['milestone']), name)}") == row[name], (row, name)


@pytest.mark.parametrize("query", QUERIES)
def test_tables_for_people_hold_the_rows_for_programs(view: View, query: str) -> None:
    found = overview(view, ViewSpec(query=query))
    keys = ("plan", *NUMBERS, "query")
    flat = [[row[key] for key in keys] for row in dicts(overview_sheet(found, found.nearest))]
    sheets = overview_sheets(found, found.nearest)
    assert flat == [[row[key] for key in keys] for one in sheets if counted(one) for row in dicts(one)]
    assert len(sheets[-1].rows) == len(found.figures)


def noted(found: Overview) -> dict[str, dict[str, str]]:
    return {one.name: dict(one.notes) for one in overview_sheets(found, found.nearest) if counted(one)}


def test_each_column_of_numbers_has_its_term_beneath(view: View) -> None:
    found = overview(view, ViewSpec())
    key = found.nearest or ""
    heads = {column: say(f"word.head.{'settled_tasks' if column == 'settled' else column}") for column in NUMBERS[1:]}
    for name, notes in noted(found).items():
        for column, head in heads.items() if name != "by_milestone" else ():
            assert notes[head] == term(key, column)


def test_the_terms_of_each_milestone_stand_beneath_them_with_its_key(view: View) -> None:
    found = overview(view, ViewSpec())
    [made] = [one for one in overview_sheets(found, found.nearest) if one.name == "by_milestone"]
    notes = dict(made.notes)
    for row in dicts(made):
        key = str(row["milestone"])
        said = notes[f"mark:{key}=.."].replace("、", " ").split()
        assert all(term(key, column).removeprefix(f"mark:{key}=") in said for column in NUMBERS[1:])


def test_how_a_number_is_looked_up_names_the_day(view: View) -> None:
    """Whoever does it on another day finds the same."""
    found = overview(view, ViewSpec())
    assert all(f"--as-of {TODAY.isoformat()}" in notes[say("export.lookup")] for notes in noted(found).values())


def test_a_key_with_blanks_is_one_term() -> None:
    assert term("2023年 督查", "unmarked") == 'mark:"2023年 督查=none"'
    assert term("midterm-2023", "settled") == "mark:midterm-2023=done,ongoing,not_applicable"
    assert term("midterm-2023", "tasks") == ""


def drawn(sheets: tuple[Sheet, ...], most: int = MOST_BARS) -> Iterator[tuple[Chart, Sheet]]:
    for chart in charts(sheets, most):
        yield chart, next(one for one in sheets if one.name == chart.sheet)


def test_charts_are_drawn_of_numbers_that_are_there(view: View) -> None:
    found = overview(view, ViewSpec())
    for chart, sheet in drawn(overview_sheets(found, found.nearest)):
        keys = [column.key for column in sheet.columns]
        assert {chart.label, *chart.pieces} <= set(keys)
        assert chart.rows
        assert len(chart.rows) <= MOST_BARS
        for place in chart.rows:
            row = dict(zip(keys, sheet.rows[place], strict=True))
            assert sum(int(str(row[piece])) for piece in chart.pieces) == row["tasks"]


def test_a_chart_is_of_one_plan_and_says_of_which_and_what_it_leaves_out(view: View) -> None:
    """Of several plans each has its own, so that no bar may be taken for one of another."""
    found = overview(view, ViewSpec())
    for chart, sheet in drawn(overview_sheets(found, found.nearest), most=2):
        rows = list(dicts(sheet))
        of_plan = [row for row in rows if row["plan"] == chart.part and row["unmarked"] is not None]
        drawn_rows = [rows[place] for place in chart.rows or ()]
        assert all(row in of_plan for row in drawn_rows)
        assert len(drawn_rows) + chart.left_out == len(of_plan)
        assert chart.part in title(chart)
        assert (f"的 2 个，共 {len(of_plan)} 个" in title(chart)) == (len(of_plan) > 2)


def test_every_plan_is_drawn_that_counts_at_the_milestone_and_the_others_are_named(view: View) -> None:
    found = overview(view, ViewSpec())
    [by_action] = [one for one in overview_sheets(found, found.nearest) if one.name == "by_action"]
    told = {chart.part for chart in charts([by_action])}
    lacking = {name for name in dict(by_action.notes).get(say("export.lookup.lacking"), "").split("、") if name}
    assert told | lacking == {row["plan"] for row in dicts(by_action)}
    assert not told & lacking


def test_without_a_milestone_there_are_numbers_of_tasks_and_no_chart(tmp_path: Path) -> None:
    from sciplan_tui.workspace.edition.importing import import_plan

    file = tmp_path / "甲.txt"
    file.write_text(
        "甲市科普方案\n\n一、任务\n\n（一）科普活动。办好科普活动。\n（牵头单位：市科协）\n", encoding="utf-8"
    )
    read, raw = read_plan(file)
    import_plan(tmp_path / "a.db", read, raw, at="2023-10-01T08:00:00")
    with View.open(tmp_path / "a.db", TODAY) as opened:
        found = overview(opened, ViewSpec())
        sheets = overview_sheets(found, found.nearest)
    assert found.nearest is None
    assert charts(sheets) == ()
    assert [row["tasks"] for row in dicts(sheets[1])] == [1]
    assert [row["done"] for row in dicts(sheets[1])] == [None]
