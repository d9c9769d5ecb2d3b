"""A problem is settled with the gesture that does what it asks for, and opened again when that is undone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.plan import LISTED, MilestoneKind, Problem, Proposal, Role, UnitCount
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edit.milestones import add_milestone, set_milestone
from sciplan_tui.workspace.edit.plans import set_plan
from sciplan_tui.workspace.edit.ruling import rule
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.problem import doubts
from sciplan_tui.workspace.sheet import listing
from sciplan_tui.workspace.unit.registering import set_members
from tests.store_cases import AT, assignment, plan, small, task

TODAY = datetime.date(2023, 7, 1)
TWICE = ("two_roles", 9, (("unit", "市科协"), ("path", "1.1"), ("title", "科普活动")))
ASKED = (
    *(Problem(code) for code in ("no_number", "no_issuer", "no_date", "no_region", "no_period", "no_review")),
    Problem("inferred_heading", 3, (("path", "1"), ("title", "[第一部分]"))),
    Problem(*TWICE),
    Problem("units_missing", 9, (("path", "1.2"), ("text", "责任单位"))),
    Problem("unit_unreadable", 9, (("path", "1.1"), ("text", "某某等"))),
)
ASSIGNED = {"市科协 lead": 1, "市科协 responsible": 2, "某某等": 3}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    twice = (assignment("市科协", Role.LEAD), assignment("市科协"), assignment("某某等", order=2))
    told = plan(
        task("1", "[第一部分]"), task("1.1", "科普活动", *twice), task("1.2", "科普场馆", assignment("市教育局")),
        region="甲市",
    )  # fmt: skip
    path = tmp_path / "sciplan.db"
    import_plan(path, replace(told, problems=ASKED), "raw", at=AT)
    return path


def left(database: Path) -> set[str]:
    return {one.problem.code for one in doubts.doubts(database, today=TODAY) if not one.settled}


def milestone(database: Path, kind: MilestoneKind) -> None:
    add_milestone(database, plan="甲", kind=kind, date="2023", at=AT)


EVERY = {problem.code for problem in ASKED}
GESTURES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "number": (lambda db: set_plan(db, None, {"document_number": "甲政〔2021〕1号"}, at=AT), {"no_number"}),
    "issuer, day": (
        lambda db: set_plan(db, None, {"issuer": "甲市人民政府", "issued_on": "2021-12-30"}, at=AT),
        {"no_issuer", "no_date"},
    ),
    "years": (lambda db: set_plan(db, None, {"period": "2022-2026"}, at=AT), {"no_period"}),
    "another name": (lambda db: set_plan(db, None, {"title": "甲市方案"}, at=AT), set()),
    "review": (lambda db: milestone(db, MilestoneKind.MIDTERM_REVIEW), {"no_review"}),
    "phase": (lambda db: milestone(db, MilestoneKind.PHASE), set()),
    "heading": (lambda db: correcting.correct_title(db, 1, "重点任务", at=AT), {"inferred_heading"}),
    "another heading": (lambda db: correcting.correct_title(db, 3, "重点任务", at=AT), set()),
    "one role": (lambda db: correcting_duties.remove_assignment(db, 2, at=AT), {"two_roles"}),
    "still two": (lambda db: correcting_duties.correct_role(db, 2, Role.SUPPORT, at=AT), set()),
    "another unit": (lambda db: correcting_duties.correct_unit(db, 3, "市文旅局", at=AT), {"unit_unreadable"}),
    "units": (
        lambda db: correcting_duties.add_assignment(db, 3, "市文旅局", Role.RESPONSIBLE, at=AT), {"units_missing"}
    ),
    "a lead": (lambda db: correcting_duties.add_assignment(db, 3, "市文旅局", Role.LEAD, at=AT), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", GESTURES)
def test_what_is_done_is_no_longer_asked_for_until_it_is_undone(database: Path, name: str) -> None:
    do, answered = GESTURES[name]
    before = left(database)
    assert before == EVERY
    do(database)
    assert EVERY - left(database) == answered
    undo(database, at=AT)
    assert left(database) == before


def test_a_milestone_that_gets_its_day_answers_too_and_the_next_edition_asks_no_more(database: Path) -> None:
    add_milestone(database, plan="甲", kind=MilestoneKind.PHASE, date="2024", label="复核", at=AT)
    assert "no_review" in left(database)
    set_milestone(database, "甲", "复核", kind=MilestoneKind.MIDTERM_REVIEW, date="2024-06-30", at=AT)
    assert "no_review" not in left(database)
    told = plan(task("1", "[第一部分]"), region="甲市", stamp="2")
    import_plan(database, replace(told, problems=ASKED[:6]), "raw", accept=True, at=AT)
    assert "no_review" not in left(database)


def test_collectives_are_asked_for_until_each_has_members(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    names = ("各镇人民政府", "各街道办事处")
    only_proposed = (Proposal("各有关单位", Role.RESPONSIBLE, "prose_duty", 12, "…"),)
    told = plan(replace(task("1", "科普活动", *map(assignment, names)), proposals=only_proposed), region="甲市")
    asked = Problem("collectives", None, (("count", "2"), ("names", LISTED.join(names))))
    units = tuple(UnitCount(name, True, 0, 1, 0) for name in names)
    import_plan(path, replace(told, problems=(asked,), units=units), "raw", at=AT)
    set_members(path, None, names[0], add=["东镇"], at=AT)
    assert left(path) == {"collectives"}
    (open_one,) = (one for one in doubts.doubts(path, today=TODAY) if not one.settled)
    (row,) = listing.listed(path, "problems", today=TODAY).rows
    told = "1 个统称没有列出成员：各街道办事处。已列出成员的：各镇人民政府。"
    assert sentence(open_one.problem) == told
    assert told in [sentence(cell) for cell in row if isinstance(cell, Problem)]
    set_members(path, None, names[1], add=["西街道"], at=AT)
    assert left(path) == set()


def test_a_milestone_may_have_a_day(database: Path) -> None:
    added = add_milestone(database, plan="甲", kind=MilestoneKind.MIDTERM_REVIEW, date="2024年6月30日", at=AT)
    assert (added.facts["milestone"], added.facts["label"][:5]) == ("midterm-2024", "2024年")


def test_a_lead_is_no_longer_proposed_where_one_was_ruled(tmp_path: Path) -> None:
    path = tmp_path / "led.db"
    asked = Problem("no_lead", None, (("count", "1"), ("all", "1"), ("proposed", "1")))
    import_plan(path, replace(small(), problems=(asked,)), "raw", at=AT)
    (doubt,) = doubts.doubts(path, today=TODAY)

    def proposed() -> list[str]:
        return [one.unit for one in doubts.reading(path, doubt.problem_id, today=TODAY).proposals]

    assert proposed() == ["市科协"]
    rule(path, None, "2.2.1", "团市委", Role.LEAD, by="会议纪要", at=AT)
    assert proposed() == []
    undo(path, at=AT)
    assert proposed() == ["市科协"]
