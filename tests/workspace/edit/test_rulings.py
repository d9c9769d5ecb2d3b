"""Rulings: a lead settled later, with its document; a proposal accepted; inherited units kept beside it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sciplan_tui.core.detail.task import HeldUnit
from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import ruling
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.export.exporting import export
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, changed, of, small, task

NOW, DAY = "2024-01-08T09:00:00", datetime.date(2024, 1, 8)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def held(database: Path, path: str) -> set[tuple[str, str, str, bool]]:
    """Unit, role, origin, whether it is inherited."""
    units = task_at(database, path, today=DAY).units
    return {(one.name, str(one.role), str(one.origin), one.inherited_from is not None) for one in units}


def unit(database: Path, path: str, name: str) -> HeldUnit:
    return next(one for one in task_at(database, path, today=DAY).units if one.name == name)


def lacking_lead(database: Path) -> set[int]:
    with View.open(database, DAY) as view:
        rows = view.frame(ViewSpec(query="no:lead")).rows
        return {row.task_id for row in rows if row.matched != "context"}


def rule(database: Path, path: str, name: str, role: Role = Role.LEAD, *, drop: bool = False) -> int | None:
    done = ruling.rule(database, None, path, name, role, by="市政府纪要3号", on="2023-09-01", at=NOW, drop=drop)
    return done.entry_id


def test_a_ruling_tells_its_document_and_day(database: Path) -> None:
    assert rule(database, "2.2", "市科协", Role.SUPPORT) == 2
    ruled = unit(database, "2.2", "市科协")
    assert (ruled.origin, ruled.ruled_by, ruled.ruled_on) == (Origin.RULED, "市政府纪要3号", "2023-09-01")
    assert rule(database, "2.2", "市科协", Role.SUPPORT) is None


def test_what_is_printed_so_needs_no_ruling(database: Path) -> None:
    assert rule(database, "2.2", "农业农村") is None
    assert rule(database, "2.1.1", "教育局") is None
    done = ruling.rule(database, None, "2.1.1", "教育局", Role.LEAD, by="市政府纪要3号", at=NOW)
    told = sentence(done)
    assert "印在 2.1）" in told
    assert "纪要" not in told, "no ruling is told that was not kept"


def test_inherited_units_are_kept_beside_a_ruling(database: Path) -> None:
    rule(database, "2.1.1", "市科协")
    assert held(database, "2.1.1") == {
        ("市教育局", "lead", "printed", False),
        ("市科协", "lead", "ruled", False),
        ("团市委", "responsible", "printed", False),
    }
    assert unit(database, "2.1.1", "团市委").quote == unit(database, "2.1", "团市委").quote


def test_what_is_dropped_is_dropped_here_only(database: Path) -> None:
    rule(database, "2.1.1", "团市委", Role.RESPONSIBLE, drop=True)
    assert held(database, "2.1.1") == {("市教育局", "lead", "printed", False)}
    assert len(held(database, "2.1")) == 2
    with pytest.raises(RefusedError) as raised:
        rule(database, "2.2.1", "农业农村", drop=True)
    assert raised.value.code == "drop_inherited"


def test_an_accepted_proposal_is_a_ruling_and_counts_as_a_lead(database: Path) -> None:
    proposal = unit(database, "2.2.1", "市科协")
    assert proposal.origin is Origin.PROPOSED
    ruling.accept_proposals(database, [proposal.assignment_id], by="市科协", at=NOW)
    accepted = unit(database, "2.2.1", "市科协")
    assert (accepted.origin, accepted.reason, accepted.ruled_on) == (Origin.RULED, None, "2024-01-08")
    assert ("市农业农村局", "lead", "printed", False) in held(database, "2.2.1")


def test_a_ruled_lead_is_one_and_a_proposed_one_is_none(tmp_path: Path) -> None:
    database = tmp_path / "sciplan.db"
    plan = small()
    import_plan(database, changed(plan, p2_2=task("2.2", "农民科学素质提升行动")), "raw", at=AT)
    number = task_at(database, "2.2.1", today=DAY).task_id
    assert number in lacking_lead(database)
    rule(database, "2.2.1", "市科协")
    assert number not in lacking_lead(database)


def test_a_task_that_has_a_lead_by_now_has_none_proposed(database: Path) -> None:
    assert ("市科协", "lead", "proposed", False) in held(database, "2.2.1"), "only its inherited lead is there"
    rule(database, "2.2.1", "市教育局")
    assert ("市教育局", "lead", "ruled", False) in held(database, "2.2.1")
    assert "proposed" not in {origin for _, _, origin, _ in held(database, "2.2.1")}


def test_a_ruling_stays_whatever_the_next_edition_says(database: Path) -> None:
    rule(database, "2.1.1", "市科协")
    before = held(database, "2.1.1")
    plan = small()
    again = changed(plan, "2", p2_1_1=task("2.1.1", "弘扬科学家精神进校园", text=of(plan, "2.1.1").text + "又一句。"))
    import_plan(database, again, "raw", accept=True, at=AT)
    assert held(database, "2.1.1") == before


def test_what_was_ruled_later_did_not_hold_before(database: Path) -> None:
    rule(database, "2.2", "市科协", Role.SUPPORT)

    def units(day: str, query: str = "path:2.2") -> set[str]:
        with View.open(database, DAY, datetime.date.fromisoformat(day)) as view:
            frame = view.frame(ViewSpec(query=query))
            rows = view.all_rows(frame)
            names = {unit.unit_id: unit.name for unit in frame.units}
            return {names[unit] for row in rows for unit, cells in row.cells.items() if cells[0].role is Role.SUPPORT}

    assert units("2023-09-01") == {"市科协"}
    assert units("2023-08-31") == set()
    assert units("2023-08-31", "support:科协") == set()


def test_exports_say_ruled_and_leave_proposals_out_unless_asked(database: Path) -> None:
    def origins(proposed: bool = False) -> list[str]:
        options = ExportOptions("json", proposed=proposed)
        content = export(database, "assignments", ViewSpec(query="path:2.2"), options, today=DAY)
        assert isinstance(content, bytes)
        import json

        return [row["origin"] for row in json.loads(content)]

    rule(database, "2.2", "市科协", Role.SUPPORT)
    assert origins() == ["printed", "ruled"]
    assert origins(proposed=True) == ["printed", "ruled", "proposed"]


def test_where_a_lead_was_ruled_no_export_and_no_unit_page_proposes_another(database: Path) -> None:
    def proposed(day: str) -> list[str]:
        with View.open(database, DAY, datetime.date.fromisoformat(day)) as view:
            frame = view.frame(ViewSpec(query="path:2.2.1", hide_empty=False))
            cells = [one for row in view.all_rows(frame) for cells in row.cells.values() for one in cells]
            return [str(one.role) for one in cells if one.origin is Origin.PROPOSED]

    assert proposed("2023-09-01") == ["lead"]
    rule(database, "2.2.1", "市教育局")
    assert proposed("2023-09-01") == []
    assert proposed("2023-08-31") == ["lead"], "before the ruling it was still asked"


def held_on(database: Path, path: str, day: str) -> set[tuple[str, str]]:
    with View.open(database, DAY, datetime.date.fromisoformat(day)) as view:
        (task,) = (row[0] for row in view.named(path, "", 1)[0])
        return {(one.name, str(one.role)) for one in view.task(task).units if one.origin is not Origin.PROPOSED}


@pytest.mark.parametrize(
    ("path", "unit_name", "role"),
    [
        ("2.1.2", "市教育局", Role.RESPONSIBLE),
        ("2.1", "团市委", Role.RESPONSIBLE),
        ("2.1.1", "团市委", Role.RESPONSIBLE),
    ],
)
def test_what_was_dropped_on_a_day_was_held_until_then(database: Path, path: str, unit_name: str, role: Role) -> None:
    before = {at: held_on(database, at, "2023-08-31") for at in ("2.1", "2.1.1", "2.1.2")}
    assert (unit_name, str(role)) in before[path]
    rule(database, path, unit_name, role, drop=True)
    assert {at: held_on(database, at, "2023-08-31") for at in before} == before
    assert (unit_name, str(role)) not in held_on(database, path, "2023-09-01")
    with View.open(database, DAY, datetime.date(2023, 8, 31)) as view:
        rows = view.frame(ViewSpec(query=f"unit:{unit_name} path:{path}")).rows
        (there,) = (task[0] for task in view.named(path, "", 1)[0])
        assert there in {row.task_id for row in rows if row.matched == "printed"}
    undo(database, at=NOW)
    assert {at: held_on(database, at, "2023-08-31") for at in before} == before


def test_what_is_ruled_again_after_it_was_dropped_is_held_on_its_days_only(database: Path) -> None:
    def ruled(on: str, *, drop: bool) -> None:
        ruling.rule(database, None, "2.1.2", "市教育局", Role.RESPONSIBLE, by="纪要", on=on, at=NOW, drop=drop)

    ruled("2023-03-01", drop=True)
    ruled("2023-06-01", drop=False)
    ruled("2023-09-01", drop=True)
    days = ("2023-02-28", "2023-03-01", "2023-06-01", "2023-09-01")
    told = [sum(name == "市教育局" for name, _ in held_on(database, "2.1.2", day)) for day in days]
    assert told == [1, 0, 1, 0]


def test_what_is_dropped_from_a_day_to_come_is_held_until_then(database: Path) -> None:
    on = "2030-01-01"
    ruling.rule(database, None, "2.1.2", "市教育局", Role.RESPONSIBLE, by="纪要", on=on, at=NOW, drop=True)
    held = ("市教育局", "responsible")
    assert [held in held_on(database, "2.1.2", day) for day in (str(DAY), "2029-12-31", on)] == [True, True, False]
    with View.open(database, DAY) as view:
        assert view.frame(ViewSpec(query="resp:=市教育局 path:2.1.2")).rows
    ruling.rule(database, None, "2.1.2", "市教育局", Role.RESPONSIBLE, by="又一纪要", at=NOW)
    told = [one.role for one in task_at(database, "2.1.2", today=DAY).units if one.name == "市教育局"]
    assert told == [Role.RESPONSIBLE], "once, though it was to be dropped later"


def test_what_was_ruled_later_is_not_dropped_from_an_earlier_day(database: Path) -> None:
    rule(database, "2.2", "市科协", Role.SUPPORT)
    with pytest.raises(RefusedError) as refused:
        ruling.rule(database, None, "2.2", "市科协", Role.SUPPORT, by="纪要", on="2023-08-31", at=NOW, drop=True)
    assert (refused.value.code, refused.value.details["on"]) == ("drop_before_ruling", "2023-09-01")
    assert unit(database, "2.2", "市科协").origin is Origin.RULED
