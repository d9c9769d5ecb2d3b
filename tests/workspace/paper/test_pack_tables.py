"""What the tables of a meeting's pack say: what to decide, who is late, what each unit still owes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.pack.slip_paper import slip_paper
from sciplan_tui.core.pack.slips import slip_sheet
from sciplan_tui.core.plan import Role, Status
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.workspace.paper.pack_reading import PackAsked
from sciplan_tui.workspace.progress.marking import mark_query
from sciplan_tui.writers.wording import worded
from tests import busy_database, viewing_data
from tests.workspace.paper.packs import AT, ON, read


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("pack") / "busy.db"
    busy_database.fill(database)
    return database


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return viewing_data.fill(tmp_path / "small.db")


def rows(sheet: Sheet) -> list[dict[str, Any]]:
    keys = [column.key for column in sheet.columns]
    return [dict(zip(keys, row, strict=True)) for row in sheet.rows]


def sorts(sheet: Sheet) -> list[tuple[str, list[dict[str, Any]]]]:
    """What stands under each heading."""
    found: list[tuple[str, list[dict[str, Any]]]] = []
    for number, row in enumerate(rows(sheet)):
        if number in sheet.headings:
            found.append((row["title"], []))
        else:
            found[-1][1].append(row)
    return found


def test_what_weighs_most_is_decided_first(small: Path) -> None:
    details = '{"kind": "title_changed", "path": "2.1.1", "title": "弘扬精神", "old": "甲", "new": "乙", "now": "丙"}'
    with closing(sqlite3.connect(small)) as connection, connection:
        problems = [
            (2, 1, 2, "restored", 6, '{"text": "字"}'), (3, 1, 3, "two_roles", 9, "{}"),
            (4, 1, 4, "no_lead", None, "{}"), (5, 1, 5, "conflict", None, details),
            (6, 1, 6, "lists_open", 9, "{}", "2024-01-01"),
        ]  # fmt: skip
        viewing_data.insert(connection, "problem", problems)  # type: ignore[arg-type]
    [plain_part] = read(small).plans
    found = sorts(plain_part["matters"])
    told = ["没有牵头单位的任务", "新版文件与已有改动冲突", "方案里不明确的地方", "请办公室对照原件核对"]
    assert [title.partition("：")[0] for title, _ in found] == told
    unled = found[0][1]
    assert [(row["path"], row["tasks"], row["what"]) for row in unled] == [
        ("2.2", 1, None),
        ("2.3", 1, "没有写任何单位"),
    ]
    assert unled[0]["responsible"].names == ("各镇人民政府",)
    assert all(row["proposed"] is None for row in unled), "only where it is asked for"
    assert "你已改成 丙" in str(worded(found[1][1][0]["what"]))
    [asked] = read(small, PackAsked("midterm-2023", proposed=True)).plans
    assert [row["proposed"].names for row in sorts(asked["matters"])[0][1]] == [("市科协",), ("市科协",)]


def test_a_task_of_two_leads_is_late_for_both_and_settled_is_not(small: Path) -> None:
    with closing(sqlite3.connect(small)) as connection, connection:
        connection.execute("UPDATE assignment SET role = 'lead' WHERE task_id = 3 AND unit_id = 3")
    [one] = read(small).plans
    assert {row["unit"]: row["title"] for row in rows(one["late"]) if row["path"] is None} == {
        "市教育局": "迟 2 项", "市委宣传部": "迟 2 项", "市科协": "迟 1 项", "未写牵头": "迟 2 项",
    }  # fmt: skip
    paths = [row["path"] for row in rows(one["late"])]
    assert "2.1" not in paths, "it is done"
    assert paths.count("2.1.1") == 2


def test_beneath_its_note_what_is_late_tells_where_the_proof_lies(small: Path) -> None:
    def told() -> str:
        return next(row["note"] for row in rows(read(small).plans[0]["late"]) if row["path"] == "2.1.1")

    for note, said in ((None, "佐证材料 三号柜"), ("缺钱", "缺钱\n佐证材料 三号柜")):
        with closing(sqlite3.connect(small)) as connection, connection:
            connection.execute("UPDATE mark SET note = ?, evidence = '三号柜' WHERE task_id = 4", (note,))
        assert told() == said


def test_nobody_is_asked_to_lead_what_is_led_below(small: Path) -> None:
    def unled() -> list[str]:
        return [row["path"] for name, some in sorts(read(small).plans[0]["matters"]) if "牵头" in name for row in some]

    with closing(sqlite3.connect(small)) as connection, connection:
        connection.execute("UPDATE assignment SET task_id = 4 WHERE task_id = 3")
        connection.execute("UPDATE task SET holder_id = iif(path = '2.1.1', id, NULL) WHERE holder_id = 3")
        connection.execute("DELETE FROM mark WHERE task_id = 3")
    assert unled() == ["2.1", "2.2", "2.3"], "2.1.10 has no lead, and its action neither"
    with closing(sqlite3.connect(small)) as connection, connection:
        connection.execute("UPDATE task SET holder_id = 4 WHERE path = '2.1.10'")
    assert unled() == ["2.2", "2.3"]
    led = {row["path"]: row["unit"] for row in rows(read(small).plans[0]["late"]) if row["path"]}
    assert (led["2.1"], led["2.2"]) == ("其下各项自有牵头", "未写牵头")


def test_slips_tell_the_deadlines_of_tasks(small: Path) -> None:
    def shown() -> set[object]:
        found = read(small).plans
        paper = slip_paper(found, "")
        heads = [[column.key for column in block.columns] for block in paper.blocks if isinstance(block, Sheet)]
        csv = {row["deadline"] for row in rows(slip_sheet(found[0].part, found[0].slips))}
        return csv | {"a column" for head in heads if "deadline" in head}

    assert shown() == {None}
    with closing(sqlite3.connect(small)) as connection, connection:
        connection.execute("UPDATE task SET deadline = '2026年底' WHERE path = '2.1.1'")
    assert shown() == {None, "2026年底", "a column"}


def test_slips_of_a_collective_are_those_of_its_members(busy: Path) -> None:
    [one] = read(busy).plans
    by_name = {slip.name: slip for slip in one.slips}
    assert "各县（市、区）人民政府" not in by_name
    through = {one.part.name(owed.through) for owed in by_name["新区"].owed if owed.through}
    assert through == {"各县（市、区）人民政府"}
    for slip in one.slips:
        roles = [owed.role for owed in slip.owed]
        assert roles == sorted(roles, key=list(Role).index), "what it leads stands first"
        assert slip.owed, "no slip for whoever owes nothing"


def test_before_the_day_nothing_is_late_and_blocked_is_listed(small: Path) -> None:
    mark_query(small, "path:2.2", milestone="evaluation-2025", status=Status.BLOCKED, at=AT, today=ON, plan="甲市")
    one = read(small, PackAsked("evaluation-2025")).plans[0]
    assert [row["path"] for row in rows(one["late"])] == [None, "2.2"]
    assert rows(one["totals"])[0]["late"] == 0
    near = read(small, PackAsked("evaluation-2025", plan="乙县")).plans[0]
    assert [row["title"] for row in rows(near["late"])] == ["将到期 1 项", "科普进社区"]
