from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError, StoreError, WritingError
from sciplan_tui.locale import say, speak
from sciplan_tui.workspace.export import exporting
from sciplan_tui.workspace.export.exporting import export
from sciplan_tui.workspace.export.whole_plans import plan_as_parsed
from sciplan_tui.workspace.sheet import listing
from tests import viewing_data as data
from tests.viewing_data import TODAY

PLAN = "甲市-2021"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("export") / "export.db")


@pytest.fixture
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("zh")


def exported(database: Path, view: str, query: str = "", plan: str | None = PLAN, **options: Any) -> bytes:
    content = export(database, view, ViewSpec(plan, query), ExportOptions(**options), today=TODAY)
    assert isinstance(content, bytes)
    return content


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.usefixtures("_english")
def test_assignments_as_the_contract_says(database: Path) -> None:
    found = rows(exported(database, "assignments"))
    assert ",".join(found[0]) == "plan,path,number,title,unit,printed,role,order,origin,inherited,line"
    assert [(row["path"], row["unit"], row["printed"], row["role"], row["order"], row["origin"]) for row in found] == [
        ("2.1", "市教育局", "市教育局", "lead", "1", "printed"),
        ("2.1", "市科协", "科协", "responsible", "1", "printed"),
        ("2.1", "市委宣传部", "市委宣传部", "responsible", "2", "printed"),
        ("2.1.2", "市科协", "市科协", "lead", "1", "printed"),
        ("2.2", "各镇人民政府", "各镇人民政府", "responsible", "1", "printed"),
        ("3.1", "市财政局", "市财政局", "lead", "1", "ruled"),
    ]
    assert {row["inherited"] for row in found} == {"no"}
    assert [row["line"] for row in found][:4] == ["9", "9", "9", "7"]


def test_assignments_have_chinese_heads_by_default(database: Path) -> None:
    heads = exported(database, "assignments").decode("utf-8-sig").splitlines()[0]
    assert heads.replace('"', "") == "方案,编号,序号,任务,单位,原文单位,角色,次序,来源,继承,行"


@pytest.mark.usefixtures("_english")
def test_inherited_assignments_where_asked_for(database: Path) -> None:
    found = rows(exported(database, "assignments", inherited=True))
    assert [row["path"] for row in found if row["inherited"] == "yes"] == ["2.1.1"] * 3 + ["2.1.10"] * 3
    assert len(found) == 12
    assert {row["line"] for row in found if row["inherited"] == "yes"} == {"9"}


@pytest.mark.usefixtures("_english")
def test_matrix_and_assignments_agree_cell_for_cell(database: Path) -> None:
    for query in ("", "lead:教育局", "科协"):
        matrix = json.loads(exported(database, "matrix", query, format="json"))
        said = {
            (row["path"], unit, cell["role"], cell["inherited"])
            for row in matrix
            for unit, cells in row["units"].items()
            for cell in cells
            if row["matched"] != "context"
        }
        listed = rows(exported(database, "assignments", query, inherited=True))
        assert said == {(row["path"], row["unit"], row["role"], row["inherited"] == "yes") for row in listed}


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize("view", ["assignments", "tasks", "units", "milestones", "targets", "problems"])
def test_csv_and_json_agree_cell_for_cell(database: Path, view: str) -> None:
    flat = rows(exported(database, view, inherited=True))
    full = json.loads(exported(database, view, inherited=True, format="json"))
    assert flat
    assert len(flat) == len(full)
    for said, coded in zip(flat, full, strict=True):
        assert [as_text(value) for value in coded.values()] == [
            text.removeprefix("'").replace(" ", "_") for text in said.values()
        ]


WORDS = {">=": "at_least", "units_inherited": "inherited_units"}


def as_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ";_".join(value)
    if isinstance(value, str) and value in WORDS:
        return WORDS[value]
    return "" if value is None else str(value).replace(" ", "_")


def test_matrix_for_people(database: Path) -> None:
    found = rows(exported(database, "matrix"))
    assert [(row["市教育局"], row["市科协"]) for row in found[2:8]] == [
        ("牵", "责"), ("(牵)", "(责)"), ("", "牵"), ("(牵)", "(责)"), ("", ""), ("", ""),
    ]  # fmt: skip
    assert [row["2023年中期督查"] for row in found[2:5]] == ["完成", "推进中 迟", "迟"]


def test_matrix_of_several_plans_keeps_their_milestones_apart(database: Path) -> None:
    heads = list(rows(exported(database, "matrix", plan=None))[0])
    assert heads[-3:] == ["2023年中期督查", "2025年总结评估", "总结评估"]


@pytest.mark.usefixtures("_english")
def test_milestones_tell_how_many_stand_how(database: Path) -> None:
    midterm = rows(exported(database, "milestones"))[0]
    assert {name: midterm[name] for name in ("key", "unmarked", "done", "in progress", "late")} == {
        "key": "midterm-2023", "unmarked": "4", "done": "1", "in progress": "1", "late": "5",
    }  # fmt: skip


@pytest.mark.usefixtures("_english")
def test_duties_stand_by_unit_in_protocol_order(database: Path) -> None:
    found = rows(exported(database, "duties"))
    assert [(row["unit"], row["role"], row["path"]) for row in found] == [
        ("市委宣传部", "responsible", "2.1"),
        ("市教育局", "lead", "2.1"),
        ("市财政局", "lead", "3.1"),
        ("市科协", "lead", "2.1.2"),
        ("市科协", "responsible", "2.1"),
        ("各镇人民政府", "responsible", "2.2"),
    ]
    both = rows(exported(database, "duties", inherited=True))
    assert len(both) == len(rows(exported(database, "assignments", inherited=True)))


@pytest.mark.usefixtures("_english")
def test_plan_reads_back_as_it_is_stored(database: Path) -> None:
    plan = plan_as_parsed(database, "甲", TODAY)
    by_path = {task.path: task for task in plan.tasks}
    assert list(by_path) == ["1", "2", "2.1", "2.1.1", "2.1.2", "2.1.10", "2.2", "2.3", "3", "3.1"]
    assert by_path["2.1"].parent == "2"
    assert [a.unit for a in by_path["2.1"].assignments] == ["市教育局", "市科协", "市委宣传部"]
    assert [(p.unit, p.reason) for p in by_path["2.2"].proposals] == [("市科协", "first_listed")]
    assert [(t.path, t.comparator, t.value, t.value_max) for t in plan.targets] == [
        ("1", "range", 15, 16.5), ("2.1.2", ">=", 20000, None),
    ]  # fmt: skip
    assert [(unit.name, unit.collective, unit.lead) for unit in plan.units if unit.collective] == [
        ("各镇人民政府", True, 0)
    ]
    assert plan.period_end == 2025


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_exported_plan_imports_as_the_same_plan(database: Path, tmp_path: Path, form: str) -> None:
    from sciplan_tui.workspace.edition.checking import read_plan

    file = tmp_path / f"plan.{form}"
    export(database, "plan", ViewSpec(PLAN), out=file, today=TODAY)
    again, _ = read_plan(file)
    stored = plan_as_parsed(database, PLAN, TODAY)
    assert facts(again) == facts(stored)


def facts(plan: Any) -> object:
    from sciplan_tui.core.interchange.plan_object import to_object

    said = to_object(plan, lambda problem: problem.code)
    dropped = {"source", "problems"}
    return json.loads(json.dumps({k: v for k, v in said.items() if k not in dropped}), object_hook=without_lines)


def without_lines(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key not in ("line", "quote")}


def test_several_plans_are_json_lines_or_one_csv(database: Path) -> None:
    lines = exported(database, "plan", plan=None, format="json").decode().splitlines()
    assert [json.loads(line)["region"] for line in lines] == ["甲市", "乙县"]
    with pytest.raises(RefusedError, match="甲市-2021 乙县-2022"):
        exported(database, "plan", plan=None)


def test_file_is_written_or_refused(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert export(database, "tasks", ViewSpec(), out=target, today=TODAY) == target
    assert target.read_bytes() == exported(database, "tasks", plan=None)
    with pytest.raises(WritingError, match="--force"):
        export(database, "tasks", ViewSpec(), out=target, today=TODAY)
    export(database, "tasks", ViewSpec(query="科普"), out=target, force=True, today=TODAY)
    assert len(rows(target.read_bytes())) == 4


def test_gb18030_on_request(database: Path) -> None:
    assert exported(database, "tasks", encoding="gb18030").decode("gb18030").startswith('"方案"')


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"view": "nothing"}, "export_view"),
        ({"format": "doc"}, "export_format"),
        ({"encoding": "big5"}, "export_encoding"),
    ],
)
def test_what_cannot_be_exported_is_said(database: Path, asked: dict[str, str], code: str) -> None:
    with pytest.raises(WritingError) as raised:
        exported(database, asked.pop("view", "tasks"), **asked)
    assert raised.value.code == code
    assert str(raised.value)


def test_missing_database_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        exported(tmp_path / "none.db", "tasks")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", listing.LISTS)
@pytest.mark.parametrize("query", ["", "lead:教育局", "没有这个词"])
def test_lists(database: Path, what: str, query: str) -> None:
    sheet = listing.listed(database, what, query, plan=None, today=TODAY)
    heads, table = listing.as_table(sheet)
    assert {len(row) for row in table} <= {len(heads)}
    objects = listing.as_objects(sheet)
    assert len(objects) == len(table)
    json.dumps(objects)
    if query == "没有这个词" and what != "milestones":
        assert table == []


@pytest.mark.usefixtures("_english")
def test_on_a_terminal_a_list_says_what_matters_there(database: Path) -> None:
    def heads(what: str, query: str = "") -> list[str]:
        return listing.as_table(listing.listed(database, what, query, today=TODAY), on_screen=True)[0]

    assert heads("tasks") == ["plan", "path", "title", "lead", "responsible", "inherited"]
    assert heads("tasks", "plan:甲市") == ["path", "title", "lead", "responsible", "inherited"]
    assert heads("milestones", "plan:甲市") == ["key", "milestone", "end", "unmarked", "in progress", "done", "late"]
    assert heads("problems", "没有这个词") == ["plan", "line", "message", "settled", "note", "id"]


def test_problems_of_a_whole_plan_and_of_some_tasks(database: Path) -> None:
    def codes(query: str) -> list[str]:
        return [row["code"] for row in listing.as_objects(listing.listed(database, "problems", query, today=TODAY))]

    connection = sqlite3.connect(database)
    connection.execute(
        "INSERT INTO problem (id, edition_id, position, code, line, details) VALUES (7, 1, 7, 'no_number', NULL, '{}')"
    )
    connection.commit()
    assert codes("plan:甲市") == codes("") == ["units_inherited", "no_number"]
    assert codes("path:2.1") == ["units_inherited"]
    connection.execute("DELETE FROM problem WHERE id = 7")
    connection.commit()
    connection.close()


def test_a_code_without_a_word_stands_for_itself() -> None:
    from sciplan_tui.core.sheet import Code
    from sciplan_tui.writers.wording import worded

    assert worded(Code("frequency", "by_moonlight")) == "by_moonlight"


def test_lists_of_a_query(database: Path) -> None:
    sheet = listing.listed(database, "tasks", "lead:教育局", today=TODAY)
    assert [row["path"] for row in listing.as_objects(sheet)] == ["2.1", "2.1.1", "2.1.10"]
    sheet = listing.listed(database, "problems", "path:2.1.2", plan=PLAN, today=TODAY)
    assert [row["code"] for row in listing.as_objects(sheet)] == ["units_inherited"]


def test_what_is_only_proposed_is_left_out_though_the_screen_shows_it(database: Path) -> None:
    shown = ViewSpec(PLAN, hide_empty=False)
    for proposed in (False, True):
        content = export(database, "matrix", shown, ExportOptions(proposed=proposed), today=TODAY)
        assert isinstance(content, bytes)
        heads = rows(content)[0]
        assert ("市文旅局" in heads) is proposed


def test_problems_are_called_for_people_what_the_screen_calls_them(database: Path) -> None:
    [row] = rows(exported(database, "problems", "path:2.1.2"))
    assert row["类型"] == say("doubt.name.units_inherited")
    [row] = json.loads(exported(database, "problems", "path:2.1.2", format="json"))
    assert row["code"] == "units_inherited"


def test_show_names_what_is_meant(database: Path) -> None:
    task = listing.as_object(listing.show(database, "2.1.2", plan=None, today=TODAY))
    assert (task["path"], task["plan"]["key"]) == ("2.1.2", PLAN)
    assert task["problems"][0]["message"]
    json.dumps(task)
    unit = listing.as_object(listing.show(database, "教育局", today=TODAY))
    assert unit["name"] == "市教育局"
    with pytest.raises(RefusedError, match="甲市-2021:1 乙县-2022:1"):
        listing.show(database, "1", today=TODAY)
    assert listing.as_object(listing.show(database, "1", plan="乙", today=TODAY))["title"] == "总则"
    with pytest.raises(RefusedError) as raised:
        listing.show(database, "没有", today=TODAY)
    assert raised.value.code == "no_ref"
    assert exporting.VIEWS
