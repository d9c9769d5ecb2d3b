"""What a duty sheet tells of a unit, and that each of its numbers is what its query gives."""

from __future__ import annotations

import datetime
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.duty_paper.facts import DutyPaper
from sciplan_tui.core.plan import Place, Role, Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.demo import DAY, fill
from sciplan_tui.workspace.edit.ruling import rule
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.paper.duty_sheet_reading import DutyPapers, units_of
from sciplan_tui.workspace.paper.duty_sheets import Wanted, write_duty_sheets
from sciplan_tui.workspace.paper.issued import note_issued
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.progress.reporting import report_value
from sciplan_tui.workspace.sheet.listing import listed
from sciplan_tui.workspace.unit.registering import set_members
from sciplan_tui.workspace.unit.succeeding import rename
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.store_cases import changed, of, small
from tests.viewing_data import TODAY
from tests.workspace.paper.duty_papers import PLAN, paper, papers, rows, tables

AT = "2024-03-01T10:00:00"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "view.db")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    fill(path)
    return path


# What it tells


def test_tasks_stand_by_role_with_those_that_inherit_and_where_they_come_from(database: Path) -> None:
    made = tables(paper(database, "市科协"))
    assert list(made) == [
        *("duty_totals", "duty_lead", "duty_responsible", "duty_figures", "duty_standing", "duty_ahead", "duty_basis"),
    ]
    lead, responsible = rows(made["duty_lead"]), rows(made["duty_responsible"])
    assert [(row["path"], row["held"], row["lead"]) for row in lead] == [("2.1.2", "原文", "市科协")]
    assert [(row["path"], row["title"], row["held"], row["printed"]) for row in responsible] == [
        ("2.1", "青少年行动", "原文", "科协"),
        ("2.1.1", "弘扬精神", "承 2.1", "科协"),
        ("2.1.10", "农村科普", "承 2.1", "科协"),
    ]
    assert [row["mark:midterm-2023"] for row in responsible] == ["完成", "推进中 迟", "迟"]
    assert [row["remarks"] for row in responsible] == ["2023-11-02 已报", "", ""]
    assert {row["lead"] for row in responsible} == {"市教育局"}


def test_behind_its_note_a_mark_tells_where_the_proof_lies(database: Path) -> None:
    mark_tasks(database, [3], milestone="2023", status=Status.DONE, evidence="档案室三号柜", at=AT)
    assert (
        rows(tables(paper(database, "市科协"))["duty_responsible"])[0]["remarks"]
        == "2023-11-02 已报 佐证材料 档案室三号柜"
    )


def test_two_columns_of_each_task_are_left_for_the_unit_to_fill_in(database: Path) -> None:
    made = tables(paper(database, "市科协"))
    for name in ("duty_lead", "duty_responsible"):
        assert [column.key for column in made[name].columns][-2:] == ["progress", "evidence"]
        assert {(row["progress"], row["evidence"]) for row in rows(made[name])} == {("", "")}


def test_what_is_proposed_is_left_out_unless_asked_for(database: Path) -> None:
    assert "duty_proposed" not in tables(paper(database, "市科协"))
    told = rows(tables(paper(database, "市科协", proposed=True))["duty_proposed"])
    assert [(row["path"], row["role"], row["reason"]) for row in told] == [
        ("2.2", "牵头", "排在第一位"),
        ("2.3", "牵头", "文中写到"),
    ]
    assert paper(database, "市文旅局").settled == ()


def test_the_sentence_stands_with_its_place_and_the_names_it_does_not_say(database: Path) -> None:
    lead, responsible = rows(tables(paper(database, "市科协"))["duty_basis"])[::-1]
    assert (responsible["path"], responsible["quote"], responsible["where"]) == ("2.1", data.STATEMENT, "第 9 行")
    assert (lead["path"], lead["lead"], lead["where"]) == ("2.1.2", "市科协", "第 7 行")


def test_a_ruling_is_told_by_what_and_when(database: Path) -> None:
    rule(database, path="2.1", unit="市财政局", role=Role.SUPPORT, plan="甲市", by="纪要", on="2024-02-01", at=AT)
    made = tables(paper(database, "市财政局"))
    assert [row["held"] for row in rows(made["duty_support"])] == ["裁定（纪要 2024-02-01）", "承 2.1", "承 2.1"]
    assert ("2.1", "纪要 2024-02-01") in [(row["path"], row["where"]) for row in rows(made["duty_basis"])]


def test_figures_tell_the_aim_by_year_and_what_was_reported_by_the_day(database: Path) -> None:
    report_value(database, 1, "15000", on="2023-12-20", note="已核", at=AT)
    report_value(database, 1, "18000", on="2024-02-20", at=AT)
    (row,) = rows(tables(paper(database, "市科协"))["duty_figures"])
    assert (row["year"], row["path"], row["aim"], row["frequency"]) == ("2025", "2.1.2", "不少于20000人次", "每年")
    assert row["reported"] == "2023-12-20 15000人次 已核\n2024-02-20 18000人次"
    assert (row["value"], row["evidence"], row["where"]) == ("", "", "第 6 行")
    (before,) = rows(tables(paper(database, "市科协", on=datetime.date(2024, 1, 1)))["duty_figures"])
    assert before["reported"] == "2023-12-20 15000人次 已核"


def test_milestones_to_come_have_their_days_and_past_ones_are_gone(database: Path) -> None:
    told = rows(tables(paper(database, "市科协"))["duty_ahead"])
    assert [(row["label"], row["due"], row["days"]) for row in told] == [
        ("2025年总结评估", "2025-12-31", "还有 670 天"),
        ("全国科普日", "", ""),
    ]


def test_what_is_held_through_a_collective_is_there_and_says_so(database: Path) -> None:
    set_members(database, PLAN, "各镇人民政府", add=["东镇人民政府"], remove=[], since="2024-02-01", until=None, at=AT)
    made = tables(paper(database, "东镇"))
    assert [row["held"] for row in rows(made["duty_responsible"])] == ["原文（以各镇人民政府成员身份）"]
    (totals,) = rows(made["duty_totals"])
    assert (totals["through"], totals["tasks"], totals["query"]) == ("各镇人民政府", "1", "resp:=各镇人民政府")
    assert [row["printed"] for row in rows(made["duty_basis"])] == ["各镇人民政府"]
    assert paper(database, "东镇", as_of=datetime.date(2024, 1, 1)).settled == ()


def test_who_holds_it_is_asked_of_the_day(database: Path) -> None:
    rename(database, PLAN, "市科协", "市科学技术协会", on="2024-02-01", by="机构改革方案", at=AT)
    now = tables(paper(database, "市科学技术协会"))
    assert [row["printed"] for row in rows(now["duty_lead"])] == ["市科协"]
    assert [row["lead"] for row in rows(now["duty_lead"])] == ["市科学技术协会"]
    then = paper(database, "市科协", as_of=datetime.date(2023, 12, 1))
    assert then.unit.name == "市科协"
    assert any("--as-of 2023-12-01" in said for _, said in tables(then)["duty_lead"].notes)


def test_of_a_merged_pair_that_stands_in_one_sentence_the_task_is_told_once(database: Path) -> None:
    from sciplan_tui.workspace.unit.succeeding import merge

    merge(database, PLAN, ["市委宣传部"], "市科协", on=None, by=None, at=AT)
    made = tables(paper(database, "市科协"))
    assert rows(made["duty_responsible"])[0]["printed"] == "科协、市委宣传部"
    assert [row["path"] for row in rows(made["duty_responsible"])] == ["2.1", "2.1.1", "2.1.10"]


def test_a_line_of_an_earlier_edition_says_which_and_one_of_pages_says_the_page(tmp_path: Path) -> None:
    path, plan = tmp_path / "editions.db", small()
    duties = tuple(replace(one, line=15, quote="旧15") for one in of(plan, "2.1.2").assignments)
    plan = changed(plan, "1", p2_1_2=replace(of(plan, "2.1.2"), line=14, line_end=15, assignments=duties))
    import_plan(path, plan, "\n".join(f"旧{n}" for n in range(1, 30)), at=AT)
    newer = replace(changed(plan, "2", p2_1_2=None), places={9: Place(page=3)})
    import_plan(path, newer, "\n".join(f"新{n}" for n in range(1, 30)), accept=True, at=AT)
    with View.open(path, TODAY) as view:
        made = [DutyPapers(view).paper(unit.unit_id) for unit in units_of(view, ViewSpec())]
    told = {row["path"]: row["where"] for one in made for row in rows(tables(one)["duty_basis"])}
    assert told["2.1.2"] == "第 1 版第 15 行"
    assert told["2.1"] == "第 3 页第 9 行"


# What moved


def issue(database: Path, made: DutyPaper, entry: int) -> None:
    from sciplan_tui.core.issued.issued import Issued

    one = Issued("duty_sheet", made.unit.plan.plan_id, made.unit.unit_id, made.on.isoformat(), entry, AT)
    assert note_issued(database, [one]) is None


def test_what_moved_since_the_last_sheet_is_told_and_again_on_the_same_day(database: Path) -> None:
    first = paper(database, "市科协", on=datetime.date(2024, 2, 1))
    assert first.moved is None
    issue(database, first, 0)
    mark_tasks(database, [5], milestone="midterm-2023", status=Status.DONE, at=AT)
    mark_tasks(database, [7], milestone="midterm-2023", status=Status.DONE, at=AT)
    for _ in range(2):
        made = paper(database, "市科协")
        assert made.since == "2024-02-01"
        assert [(row["path"], row["was"], row["now"]) for row in rows(tables(made)["moved"])] == [("2.1.2", "", "完成")]
        issue(database, made, 2)
    later = paper(database, "市科协", on=datetime.date(2024, 3, 2))
    assert later.since == "2024-03-01"
    assert tables(later)["moved"].rows == ()


# Its numbers


def counts(database: Path, made: DutyPaper, query: str) -> tuple[int, int]:
    with View.open(database, made.on, made.as_of) as view:
        found = view.frame(ViewSpec(made.unit.plan.key, query)).counts
    return found.tasks, found.tasks_with_inherited


@pytest.mark.parametrize("plan", ["湘潭", "中山", "屯溪", "清屿"])
def test_every_number_is_what_its_query_gives(demo: Path, plan: str) -> None:
    for made in papers(demo, plan, DAY):
        told = tables(made)
        for row in rows(told["duty_totals"]):
            assert (int(row["tasks"]), int(row["below"])) == counts(demo, made, row["query"]), (made.unit.name, row)
        for row in rows(told["duty_standing"]) if "duty_standing" in told else ():
            found = counts(demo, made, row["query"])
            assert int(row["below"]) == found[1] == len(row["paths"].split()), (made.unit.name, row)


def test_what_is_printed_is_listed_apart(demo: Path) -> None:
    for made in papers(demo, "清屿", DAY):
        totals = tables(made)["duty_totals"]
        command = next(said for _, said in totals.notes if said.endswith(" --printed"))
        _, what, _, _, key, *_ = shlex.split(command)
        for row in rows(totals):
            counted = listed(demo, what, f"{row['query']} kind:counted", plan=key, today=DAY, printed=True)
            assert len(counted.rows) == int(row["tasks"]), (made.unit.name, row)


@pytest.mark.parametrize("plan", ["湘潭", "清屿"])
def test_the_command_beneath_a_table_lists_what_stands_in_it(demo: Path, plan: str) -> None:
    for made in papers(demo, plan, DAY):
        for name, table in tables(made).items():
            commands = [shlex.split(said) for _, said in table.notes if said.startswith("sciplan ")]
            if name in ("duty_lead", "duty_responsible", "duty_support", "duty_figures"):
                found: list[object] = []
                for _, what, query, _, key, _, day in commands:
                    assert day == made.as_of.isoformat()
                    sheet = listed(demo, what, query, plan=key, today=DAY)
                    place = [column.key for column in sheet.columns].index("path")
                    found += [row[place] for row in sheet.rows]
                paths = [row["path"] for row in rows(table)]
                assert sorted(paths) == sorted(map(str, found)), (made.unit.name, name)


@pytest.mark.parametrize("plan", ["湘潭", "清屿"])
def test_each_row_of_the_basis_is_among_those_that_its_commands_list(demo: Path, plan: str) -> None:
    for made in papers(demo, plan, DAY):
        table = tables(made)["duty_basis"]
        found = set()
        for _, what, query, _, key, *_ in [shlex.split(said) for _, said in table.notes if said.startswith("sciplan ")]:
            sheet = listed(demo, what, query, plan=key, today=DAY)
            found |= {row[[column.key for column in sheet.columns].index("path")] for row in sheet.rows}
        assert {row["path"] for row in rows(table)} <= found


def test_beneath_what_moved_stand_the_commands_that_list_it(database: Path) -> None:
    issue(database, paper(database, "市科协", on=datetime.date(2024, 2, 1)), 0)
    mark_tasks(database, [5], milestone="midterm-2023", status=Status.DONE, at=AT)
    moved = tables(paper(database, "市科协"))["moved"]
    asked = [said for _, said in moved.notes if said.startswith("sciplan ")]
    assert [shlex.split(one)[1] for one in asked] == ["tasks", "targets", "history"]
    assert "query" not in [column.key for column in moved.columns]


def test_a_ruling_of_a_later_day_does_not_count_in_a_sheet_of_an_earlier_one(database: Path, tmp_path: Path) -> None:
    import docx

    rule(database, path="2.1", unit="市财政局", role=Role.SUPPORT, plan="甲市", by="纪要", on="2024-02-01", at=AT)
    asked = Wanted(tmp_path / "kx.docx", ViewSpec("甲市"), ("市科协",))
    for day, there in ((datetime.date(2024, 1, 1), False), (datetime.date(2024, 2, 1), True)):
        write_duty_sheets(database, replace(asked, force=True), today=day, at=AT)
        made = docx.Document(str(tmp_path / "kx.docx"))
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        assert any("市财政局" in text for text in cells) is there, day


def test_numbers_stay_true_through_mergers_and_collectives(database: Path) -> None:
    set_members(database, PLAN, "各镇人民政府", add=["市科协"], remove=[], since=None, until=None, at=AT)
    rename(database, PLAN, "市教育局", "市教体局", on="2024-01-01", by=None, at=AT)
    for made in papers(database, PLAN, TODAY):
        for row in rows(tables(made)["duty_totals"]):
            assert (int(row["tasks"]), int(row["below"])) == counts(database, made, row["query"]), row
        for row in rows(told["duty_standing"]) if "duty_standing" in (told := tables(made)) else ():
            assert int(row["below"]) == counts(database, made, row["query"])[1], row
