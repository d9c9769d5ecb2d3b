"""The duty sheet of a unit as it is read: what it holds by role and part, figures, marks with lights, what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.plan import Origin, Role, Status
from sciplan_tui.core.progress.reported import Report
from sciplan_tui.core.unit.detail import UnitDetail
from sciplan_tui.core.unit.duty_sheet import marked_at, sections
from sciplan_tui.store.unit.changes import MOST
from sciplan_tui.workspace.edit.ruling import rule
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.progress.reporting import report_value
from sciplan_tui.workspace.unit.registering import set_members, set_unit
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import MIDTERM, TODAY

AT = "2024-03-01T10:00:00"
EDUCATION, SCIENCE = 1, 2


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "view.db")


def unit(database: Path, unit_id: int) -> UnitDetail:
    with View.open(database, TODAY) as view:
        return view.unit(unit_id)


def mark(database: Path, *tasks: int, status: Status | None = Status.DONE) -> None:
    mark_tasks(database, tasks, milestone="midterm-2023", status=status, at=AT)


def test_duties_stand_by_role_and_part_with_what_inherits_them_and_proposals_last(database: Path) -> None:
    found = sections(unit(database, SCIENCE))
    told = [
        (
            section.role,
            [(part.part.path if part.part else None, [d.path for d in part.duties]) for part in section.parts],
        )
        for section in found
    ]
    assert told == [
        (Role.LEAD, [("2", ["2.1.2"])]),
        (Role.RESPONSIBLE, [("2", ["2.1"])]),
        (None, [("2", ["2.2", "2.3"])]),
    ]
    (held,) = found[1].duties
    assert [one.path for one in held.below] == ["2.1.1", "2.1.10"]
    assert (found[1].inheriting, held.printed) == (2, "科协")
    assert [duty.reason for duty in found[2].duties] == ["first_listed", "prose_duty"]
    assert all(duty.below == () for duty in found[2].duties), "what is only proposed is inherited by nothing"


def test_marks_have_their_lights_and_what_inherits_has_its_own(database: Path) -> None:
    page = unit(database, EDUCATION)
    assert [one.key for one in page.milestones] == ["midterm-2023", "evaluation-2025"]
    assert marked_at(page, MIDTERM) == {
        3: ("2.1", MarkCell(Status.DONE)),
        4: ("2.1.1", MarkCell(Status.IN_PROGRESS, "late")),
        6: ("2.1.10", MarkCell(None, "late")),
    }


def test_figures_are_those_of_the_tasks_it_holds(database: Path) -> None:
    (figure,) = unit(database, SCIENCE).figures
    assert (figure.target.path, figure.target.value, figure.marks[MIDTERM].light) == ("2.1.2", 20000.0, "late")
    assert unit(database, EDUCATION).figures == ()


def test_what_changed_is_told_newest_first_with_the_tasks_and_nothing_of_others(database: Path) -> None:
    mark(database, 3, 6)
    mark(database, 7)
    set_unit(database, "甲市-2021", "市教育局", contact="张老师", at=AT)
    changes = unit(database, EDUCATION).changes
    assert [(one.entry.kind, one.paths) for one in changes] == [("unit", ()), ("mark", ("2.1.10",))]
    assert [one.entry.kind for one in unit(database, 4).changes] == ["mark"]


def test_what_is_reported_for_its_figures_is_told_with_them(database: Path) -> None:
    report_value(database, 1, "180", on="2023-06-30", at=AT)
    (figure,) = unit(database, SCIENCE).figures
    assert figure.reported == Report(180.0, "2023-06-30")
    assert [one.entry.kind for one in unit(database, SCIENCE).changes] == ["report"]
    assert unit(database, EDUCATION).changes == ()


def test_a_mark_that_was_taken_away_is_still_told_and_so_is_the_undo(database: Path) -> None:
    mark(database, 6)
    mark(database, 6, status=Status.BLOCKED)
    undo(database, at=AT)
    undo(database, at=AT)
    changes = unit(database, EDUCATION).changes
    assert [one.entry.kind for one in changes] == ["undo", "undo", "mark", "mark"]
    assert {one.paths for one in changes} == {("2.1.10",)}
    assert [one.entry.in_force for one in changes] == [True, True, False, False]


def test_a_duty_that_was_ruled_and_dropped_is_told_where_it_went(database: Path) -> None:
    rule(database, path="2.1", unit="市财政局", role=Role.SUPPORT, plan="甲市", by="纪要", on="2024-02-01", at=AT)
    ruled = [duty for duty in unit(database, 5).duties if duty.path == "2.1"]
    assert [(duty.role, duty.origin, duty.ruled_by, duty.ruled_on) for duty in ruled] == [
        (Role.SUPPORT, Origin.RULED, "纪要", "2024-02-01")
    ]
    undo(database, at=AT)
    assert [one.entry.kind for one in unit(database, 5).changes] == ["undo", "rule"]


def test_only_so_many_are_told_and_it_says_that_there_are_more(database: Path) -> None:
    for round_ in range(MOST + 2):
        mark(database, 6, status=Status.DONE if round_ % 2 else Status.BLOCKED)
    page = unit(database, EDUCATION)
    assert (len(page.changes), page.changes_left_out) == (MOST, True)


def test_what_a_member_holds_through_its_collective_stands_by_role_and_says_so(database: Path) -> None:
    set_members(database, "甲市-2021", "各镇人民政府", add=["东镇人民政府"], remove=[], since=None, until=None, at=AT)
    with View.open(database, TODAY) as view:
        _, [(member, *_)] = view.named("", "东镇人民政府", None)
    page = unit(database, member)
    (section,) = sections(page)
    assert [(duty.path, duty.through) for duty in section.duties] == [("2.2", "各镇人民政府")]
    assert [one.entry.kind for one in page.changes] == ["member"]
