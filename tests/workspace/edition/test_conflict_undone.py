"""A conflict is one as long as the person's edit stands: once that is undone, the document's word only waits."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.diff import Difference
from sciplan_tui.core.plan import Milestone, MilestoneKind, ParsedPlan, Role, Task
from sciplan_tui.store.database.engine import opened, transaction
from sciplan_tui.store.journal.writing import record
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.meant.task import task_at
from tests.store_cases import AT, assignment, changed, of, small

KEY, DAY = "甲市-2021", datetime.date(2024, 1, 8)
Edit = Callable[[Path], Any]


def number(database: Path, path: str) -> int:
    return task_at(database, path, today=DAY).task_id


def held(database: Path, path: str, unit: str) -> int:
    return next(one.assignment_id for one in task_at(database, path, today=DAY).units if one.name == unit)


def figure(database: Path) -> None:
    from sciplan_tui.core.journal import Change

    with opened(database, write=True) as connection, transaction(connection):
        [[target]] = connection.execute("SELECT id FROM target").fetchall()
        record(connection, "correct", {}, [Change("target", target, {"value": 200.0}, {"value": 300.0})], AT)


def said(path: str, **facts: Any) -> ParsedPlan:
    tasks: dict[str, Task] = {f"p{path.replace('.', '_')}": replace(of(small(), path), **facts)}
    return changed(small(), **tasks)


LEAD = (assignment("市科协", Role.LEAD), assignment("团市委"))
CASES: dict[str, tuple[Edit, ParsedPlan]] = {
    "title_changed": (
        lambda path: correcting.correct_title(path, number(path, "2.1.1"), "科学家进校园", at=AT),
        said("2.1.1", title="科学家精神宣讲"),
    ),
    "lead_changed": (
        lambda path: correcting_duties.correct_unit(path, held(path, "2.1", "市教育局"), "市妇联", at=AT),
        said("2.1", assignments=LEAD),
    ),
    "unit_added": (
        lambda path: correcting_duties.remove_assignment(path, held(path, "2.1", "团市委"), at=AT),
        said("2.1", assignments=(LEAD[0], assignment("团市委", Role.SUPPORT))),
    ),
    "target_changed": (
        figure,
        replace(said("2.2.1", text="多训。"), targets=tuple(replace(one, value=400.0) for one in small().targets)),
    ),
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def waiting(database: Path, kind: str) -> Difference:
    return next(one for one in pending(database, KEY).differences if one.kind == kind)


@pytest.mark.parametrize("kind", CASES)
def test_without_the_edit_it_waits_and_with_it_it_is_a_conflict_again(database: Path, kind: str) -> None:
    edit, second = CASES[kind]
    edit(database)
    import_plan(database, second, "raw", accept=True, at=AT)
    conflict = waiting(database, kind)
    assert conflict.reason == "conflict"
    assert conflict.now is not None
    undo(database, 2, at=AT)
    left = waiting(database, "role_changed" if kind == "unit_added" else kind)
    assert (left.reason, left.now, left.old, left.new) == ("waiting", None, conflict.old, conflict.new)
    if kind != "target_changed":
        edit(database)
        assert waiting(database, kind) == conflict
        undo(database, at=AT)
    told = pending(database, KEY).differences
    decide(database, KEY, accepted=[told.index(left)], rejected=[], seen=told, at=AT)
    assert not [one for one in pending(database, KEY).differences if one.about == left.about and one.new == left.new]


def test_a_conflict_tells_what_the_person_has_put_by_now(database: Path) -> None:
    edit, second = CASES["title_changed"]
    edit(database)
    import_plan(database, second, "raw", accept=True, at=AT)
    correcting.correct_title(database, number(database, "2.1.1"), "请科学家来", at=AT)
    assert waiting(database, "title_changed").now == "请科学家来"


def test_what_a_person_added_and_the_document_names_otherwise_stays_a_conflict(database: Path) -> None:
    add_milestone(database, plan=KEY, kind=MilestoneKind.FINAL_EVALUATION, date="2025", label="总结", at=AT)
    printed = Milestone(
        *("evaluation-2025", "2", MilestoneKind.FINAL_EVALUATION, "终期评估"),
        *("2025-01-01", "2025-12-31", "year", 21),
    )
    second = said("2.2.1", text="多训。")
    import_plan(database, replace(second, milestones=(*second.milestones, printed)), "raw", accept=True, at=AT)
    told = waiting(database, "milestone_changed")
    assert (told.reason, told.now, told.new) == ("conflict", "总结", "终期评估")
