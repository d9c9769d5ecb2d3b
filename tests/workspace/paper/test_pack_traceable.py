"""Every number of a meeting's pack is how much the query that is printed with it lists."""

from __future__ import annotations

import datetime
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.pack.folding import folded
from sciplan_tui.core.pack.paper import pack_paper
from sciplan_tui.core.pack.tables import PlanTables, all_sheets
from sciplan_tui.core.progress.share import percent
from sciplan_tui.core.sheet import Column, Sheet, Traced, Value
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.paper.pack_reading import PackAsked, read_pack
from sciplan_tui.workspace.progress.reporting import report_value
from sciplan_tui.workspace.sheet.listing import as_objects, listed
from sciplan_tui.workspace.sheet.sheets import make_sheet
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers.wording import head
from tests import busy_database, viewing_data

BEFORE, NEAR, AFTER = datetime.date(2023, 10, 20), datetime.date(2023, 12, 20), datetime.date(2024, 3, 1)
READ = datetime.date(2024, 9, 1)
"""The day on which somebody looks at a paper that was written of one of these."""
FACTS = {"line", "place"}
"""Numbers that count nothing."""
KEYS = {"settled": "settled_tasks"}
NUMBER = re.compile(r"\d+")


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("pack") / "busy.db"
    busy_database.fill(database)
    return database


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return viewing_data.fill(tmp_path_factory.mktemp("pack") / "small.db")


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Names that hold other names: of units, of plans; a part of the outline with an action two levels below it."""
    database = viewing_data.fill(tmp_path_factory.mktemp("pack") / "nested.db")
    with closing(sqlite3.connect(database)) as connection, connection:
        for unit, name in ((1, "教育局"), (2, "市教育局"), (3, "市教育局督导室")):
            told = (name, search_text(name, "jyj"), unit)
            connection.execute("UPDATE unit SET name = ?, search = ? WHERE id = ?", told)
        connection.execute("UPDATE plan SET key = '甲市-2021-2' WHERE id = 2")
        connection.execute("UPDATE milestone SET key = 'midterm-2023' WHERE plan_id = 2")
        connection.execute("UPDATE task SET kind = 'goal' WHERE id = 3")
        connection.execute("UPDATE task SET kind = 'action' WHERE id = 6")
        connection.execute("UPDATE assignment SET role = 'lead' WHERE task_id = 3")
    return database


CASES = [
    ("busy", "2023", "", BEFORE), ("busy", "midterm-2023", "", NEAR), ("busy", "2023", "", AFTER),
    ("busy", "2023", "科普 -lead:科协", AFTER), ("busy", "annual-plan-2024", "", AFTER),
    ("nested", "midterm-2023", "", AFTER), ("nested", "midterm-2023", "plan:甲市", BEFORE),
    ("small", "midterm-2023", "", AFTER), ("small", "evaluation-2025", "", AFTER), ("small", "event-1", "", AFTER),
]  # fmt: skip


@pytest.fixture(scope="module", params=CASES, ids=lambda case: " ".join(map(str, case)))
def pack(request: pytest.FixtureRequest) -> Iterator[tuple[tuple[PlanTables, ...], Callable[[str], int]]]:
    """The tables, and how much a query lists: by one view, which is opened for hundreds of them."""
    name, milestone, query, day = request.param
    database: Path = request.getfixturevalue(name)
    with View.as_on(database, day) as view:
        plans = read_pack(view, PackAsked(milestone, query, proposed=True)).plans
    with View.open(database, READ, day) as view:
        yield plans, cache(lambda asked: len(make_sheet(view, "tasks", ViewSpec(query=asked), inherited=True).rows))


def rows(sheet: Sheet) -> Iterator[dict[str, Value]]:
    keys = [column.key for column in sheet.columns]
    return (dict(zip(keys, row, strict=True)) for row in sheet.rows)


def terms(sheet: Sheet) -> dict[str, str]:
    """By a column's key what is added to the query of a row."""
    notes = dict(sheet.notes)
    return {column.key: notes.get(head(column), "") for column in sheet.columns}


def test_every_count_is_what_its_query_lists(
    pack: tuple[tuple[PlanTables, ...], Callable[[str], int]],
) -> None:
    plans, count = pack
    tried = 0
    for sheet in all_sheets(plans):
        added = terms(sheet)
        for row in rows(sheet) if sheet.name != "matrix" else ():
            counts = {key: said for key, said in row.items() if isinstance(said, int) and key not in FACTS}
            assert not counts or row["query"], (sheet.name, counts)
            for key, number in counts.items():
                assert count(f"{row['query']} {added[key]}") == number, (sheet.name, row["query"], added[key])
                tried += 1
    assert tried > 10


def test_no_other_cell_counts(pack: tuple[tuple[PlanTables, ...], Callable[[str], int]]) -> None:
    """Numbers stand in columns of their own, in headings whose query is looked up below, or are facts of the plan."""
    counting = {"totals", "by_action", "by_lead", "by_unit", "matters"}
    for sheet in all_sheets(pack[0]):
        for row in rows(sheet) if sheet.name != "matrix" else ():
            numbers = {key for key, said in row.items() if isinstance(said, int | float) and not isinstance(said, bool)}
            facts = FACTS | ({"reported"} if sheet.name == "figures" else set())
            assert numbers <= facts or sheet.name in counting, (sheet.name, numbers)


def test_a_heading_counts_the_tasks_below_it(pack: tuple[tuple[PlanTables, ...], Callable[[str], int]]) -> None:
    plans, count = pack
    for one in plans:
        late = one["late"]
        below = -1
        for number, row in reversed(list(enumerate(rows(late)))):
            below += 1
            if number in late.headings:
                said = list(map(int, NUMBER.findall(str(row["title"]))))
                assert said[0] == below == count(str(row["query"])), row
                blocked = f"{row['query']} {one.part.at('blocked')}"
                assert said[-1] == count(blocked) or len(said) == 1, row
                below = -1


def test_a_row_that_is_folded_on_paper_says_how_many_its_query_lists(
    pack: tuple[tuple[PlanTables, ...], Callable[[str], int]],
) -> None:
    plans, count = pack
    for one in plans:
        short = folded(one["late"], one.part)
        for place, row in enumerate(rows(short)):
            if place not in short.headings and row["query"]:
                said = int(NUMBER.findall(str(row["title"]))[-1])
                assert said == count(str(row["query"])) > 1, row


def test_beneath_each_number_on_paper_stands_its_query(
    pack: tuple[tuple[PlanTables, ...], Callable[[str], int]],
) -> None:
    """The small print of a row, put where the note beneath the table says, and the term of the column, list it."""
    plans, count = pack
    tried = 0
    for one in plans:
        for made in (block for block in pack_paper([one], "", ()).blocks if isinstance(block, Sheet)):
            if made.name.partition(" ")[0] not in ("totals", "by_action", "by_lead", "by_unit"):
                continue
            (_, note), added = made.notes[0], terms(one["totals"])
            asked = note.partition("tasks '")[2].partition("' --as-of")[0]
            assert one.part.day in note
            for row in rows(made):
                small = next((cell.query for cell in row.values() if isinstance(cell, Traced)), "")
                for key, number in row.items():
                    if isinstance(number, int) and key in added:
                        assert key == "tasks" or head(Column(key, word=KEYS.get(key, ""))) in note
                        assert count(f"{asked.replace('行内小字', small)} {added[key]}") == number, (row, asked)
                        tried += 1
    assert tried > 5


def test_a_slip_says_how_much_each_query_lists(pack: tuple[tuple[PlanTables, ...], Callable[[str], int]]) -> None:
    plans, count = pack
    for one in plans:
        for slip in one.slips:
            assert sum(some for _, some, _ in slip.queries) == len(slip.owed)
            assert all(count(query) == some for _, some, query in slip.queries), slip.name


def test_the_share_is_of_the_numbers_beside_it(pack: tuple[tuple[PlanTables, ...], Callable[[str], int]]) -> None:
    for one in pack[0]:
        [row] = rows(one["totals"])
        tasks, settled = row["tasks"], row["settled"]
        assert isinstance(tasks, int)
        assert isinstance(settled, int)
        assert row["share"] == (f"{percent(settled, tasks)}%" if tasks else None)


def test_a_figure_is_among_those_that_its_query_lists(busy: Path, tmp_path: Path) -> None:
    busy = Path(shutil.copy(busy, tmp_path / "reported.db"))
    report_value(busy, 3, "321", on="2023-10-02", at="2023-10-02T09:00:00")
    with View.as_on(busy, BEFORE) as view:
        plans = read_pack(view, PackAsked("2023")).plans
    seen = 0
    for one in plans:
        for row in rows(one["figures"]):
            plan, query = one.part.plan.key, str(row["query"])
            found = as_objects(listed(busy, "targets", query, today=READ, as_of=BEFORE))
            assert {target["plan"] for target in found} == {plan}, query
            said = [target for target in found if target["indicator"] == row["indicator"]]
            assert any(re.search(rf"(?<![\d.]){target['value']}(?![\d.])", str(row["aim"])) for target in said), row
            assert any(target["reported"] == row["reported"] for target in said), row
            seen += 1
    assert seen > 10
    assert any(row["reported"] == 321 for one in plans for row in rows(one["figures"]))
