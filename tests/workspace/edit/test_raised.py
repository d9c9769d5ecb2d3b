"""A ruling that makes a unit lead what it is printed to be responsible for takes the place of that, while it holds."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sciplan_tui.core.detail.task import HeldUnit
from sciplan_tui.core.kinds import Role
from sciplan_tui.core.sheet import Code
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.edit import ruling
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.paper.moved import moved
from sciplan_tui.workspace.unit.succeeding import rename
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, small

NOW, DAY, BEFORE = "2024-01-08T09:00:00", datetime.date(2024, 1, 8), datetime.date(2023, 8, 31)
YOUTH = "团市委"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def raised(database: Path, path: str = "2.1", name: str = YOUTH, *, drop: bool = False) -> None:
    ruling.rule(database, None, path, name, Role.LEAD, by="市政府纪要3号", on="2023-09-01", at=NOW, drop=drop)


def units(view: View, path: str) -> tuple[HeldUnit, ...]:
    (task,) = (row[0] for row in view.named(path, "", 1)[0])
    return view.task(task).units


def roles(database: Path, path: str, name: str = YOUTH, day: datetime.date = DAY) -> list[str]:
    with View.open(database, DAY, day) as view:
        return [str(one.role) for one in units(view, path) if one.name == name]


def found(database: Path, query: str, day: datetime.date = DAY) -> int:
    with View.open(database, DAY, day) as view:
        return view.frame(ViewSpec(query=query)).counts.tasks_with_inherited


@pytest.mark.parametrize(("ruled_at", "path"), [("2.1", "2.1"), ("2.1", "2.1.1"), ("2.1.1", "2.1.1")])
def test_the_unit_leads_and_is_responsible_no_more(database: Path, ruled_at: str, path: str) -> None:
    raised(database, ruled_at)
    assert roles(database, path) == ["lead"]
    assert found(database, f"resp:={YOUTH} {path}") == 0
    assert found(database, f"lead:={YOUTH} {path}") == found(database, f"unit:={YOUTH} {path}") > 0


def test_before_the_ruling_it_was_responsible_and_without_it_it_is_again(database: Path) -> None:
    raised(database)
    assert roles(database, "2.1", day=BEFORE) == ["responsible"]
    assert found(database, f"resp:={YOUTH}", BEFORE) == 2
    raised(database, drop=True)
    assert roles(database, "2.1") == ["responsible"]
    undo(database, at=NOW)
    assert roles(database, "2.1") == ["lead"]
    undo(database, at=NOW)
    assert roles(database, "2.1") == ["responsible"]


def lowered(database: Path, unit: str, role: Role = Role.RESPONSIBLE, *, instead: bool = True) -> None:
    ruling.rule(database, None, "2.1", unit, role, by="纪要", on="2023-10-01", at=NOW, instead=instead)


def test_a_ruling_that_lowers_a_role_takes_its_place_only_where_it_says_so(database: Path) -> None:
    with View.open(database, DAY) as view:
        (lead, *_) = (one.name for one in units(view, "2.1") if one.role is Role.LEAD)
    lowered(database, lead, instead=False)
    assert roles(database, "2.1", lead) == ["lead", "responsible"]
    undo(database, at=NOW)
    lowered(database, lead)
    assert roles(database, "2.1", lead) == ["responsible"]
    assert roles(database, "2.1", lead, BEFORE) == ["lead"]
    with View.open(database, DAY) as view:
        (unit,) = (one for one in units(view, "2.1") if one.name == lead)
        lines = moved(view, 1, [plan.plan_id for plan in view.plans()]).rows
    assert unit.instead_of is not None
    assert unit.instead_of.role is Role.LEAD
    assert [row[6:8] for row in lines] == [(Code("role", "lead"), Code("role", "responsible"))]
    undo(database, at=NOW)
    assert roles(database, "2.1", lead) == ["lead"]


def test_of_a_ruling_that_raises_and_one_that_lowers_the_later_counts(database: Path) -> None:
    raised(database)
    lowered(database, YOUTH, Role.SUPPORT)
    assert roles(database, "2.1") == ["support"]
    ruling.rule(database, None, "2.1", YOUTH, Role.LEAD, by="又一纪要", on="2023-11-01", at=NOW, drop=True)
    assert roles(database, "2.1") == ["support"]
    raised(database)
    assert roles(database, "2.1") == ["lead"]


def test_what_is_printed_is_told_with_its_sentence(database: Path) -> None:
    raised(database)
    with View.open(database, DAY) as view:
        (unit,) = (one for one in units(view, "2.1.1") if one.name == YOUTH)
    assert unit.instead_of is not None
    assert (unit.instead_of.role, unit.instead_of.printed) == (Role.RESPONSIBLE, YOUTH)
    assert unit.instead_of.quote


def test_a_unit_is_raised_under_whatever_name_it_is_printed(database: Path) -> None:
    rename(database, None, YOUTH, "共青团甲市委员会", on="2023-05-01", at=AT)
    raised(database, name="共青团甲市委员会")
    assert roles(database, "2.1", "共青团甲市委员会") == ["lead"]
    assert roles(database, "2.1", "共青团甲市委员会", BEFORE) == ["responsible"]
    with View.open(database, DAY) as view:
        (unit,) = (one for one in units(view, "2.1") if one.role is Role.LEAD and one.instead_of)
    assert unit.instead_of is not None
    assert unit.instead_of.printed == YOUTH


def test_a_task_counts_once_for_a_unit_whatever_roles_are_printed(database: Path) -> None:
    ruling.rule(database, None, "2.1", "市教育局", Role.SUPPORT, by=None, on="2023-09-01", at=NOW)
    with View.open(database, DAY) as view:
        frame = view.frame(ViewSpec())
        counts = {unit.name: view.totals(frame)[unit.unit_id] for unit in frame.units}
    assert counts["市教育局"] == (2, 1, 2, 3)


def test_what_moved_is_the_role(database: Path) -> None:
    raised(database)
    with View.open(database, DAY) as view:
        (row,) = moved(view, 1, [plan.plan_id for plan in view.plans()]).rows
    assert (row[1], row[5], row[6], row[7]) == ("2.1", YOUTH, Code("role", "responsible"), Code("role", "lead"))
