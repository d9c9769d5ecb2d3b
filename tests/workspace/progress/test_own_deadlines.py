"""A task whose plan prints a deadline for it is due on that day: late the day after, wherever lights are shown."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.core.kinds import MilestoneKind, Status
from sciplan_tui.core.paper import Line
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.progress.board import board
from sciplan_tui.core.progress.timeline import timeline
from sciplan_tui.core.view.spec import RowOrder, ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.milestones import add_milestone, drop_milestone
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.paper.drafting import DraftAsked, draft_of
from sciplan_tui.workspace.progress.facts import progress
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.progress.overview import overview
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, changed, of, small

DUE, LATER, TODAY = "2.1.1", "2.1.2", datetime.date(2024, 7, 10)


def table() -> ParsedPlan:
    """Without reviews; one task was due in June, one is due by the end of the year, the others go on."""
    plan = small()
    deadlines = {"p2_1_1": "2024年6月底", "p2_1_2": "2024-12", "p2_2_1": "长期坚持"}
    tasks = {name: replace(of(plan, name[1:].replace("_", ".")), deadline=said) for name, said in deadlines.items()}
    return replace(changed(plan, "1", **tasks), milestones=())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, table(), "raw", at=AT)
    return path


def found(database: Path, query: str, on: datetime.date = TODAY) -> set[str]:
    with View.open(database, on) as view:
        frame = view.frame(ViewSpec(query=query))
        shown = {row.task_id for row in frame.rows if row.matched != "context"}
        return {row.path for row in view.all_rows(frame) if row.task_id in shown}


def mark(database: Path, path: str, status: Status = Status.DONE) -> None:
    with View.open(database, TODAY) as view:
        (task,) = (row[0] for row in view.named(path, "", 1)[0])
    mark_tasks(database, [task], milestone="deadline", status=status, at=AT)


@pytest.mark.parametrize(
    ("on", "late", "near"),
    [
        (datetime.date(2024, 6, 30), set(), {DUE}),
        (datetime.date(2024, 7, 1), {DUE}, set()),
        (datetime.date(2024, 12, 31), {DUE}, {LATER}),
        (datetime.date(2025, 1, 1), {DUE, LATER}, set()),
    ],
)
def test_it_is_late_from_the_day_after(database: Path, on: datetime.date, late: set[str], near: set[str]) -> None:
    assert (found(database, "status:late", on), found(database, "status:near", on)) == (late, near)
    assert found(database, "mark:期限=late", on) == late


def test_the_import_counts_the_milestone_that_comes_with_deadlines(tmp_path: Path) -> None:
    brought = import_plan(tmp_path / "sciplan.db", table(), "raw", at=AT).counts["milestones"]
    assert brought == len(milestones_in(tmp_path / "sciplan.db")) == 1
    assert import_plan(tmp_path / "other.db", small(), "raw", at=AT).counts["milestones"] == len(small().milestones)


def milestones_in(database: Path) -> list[str]:
    with View.open(database, TODAY) as view:
        return [row[0] for row in view.connection.execute('SELECT "key" FROM milestone')]


def test_what_is_settled_is_late_no_more(database: Path) -> None:
    mark(database, DUE, Status.IN_PROGRESS)
    assert found(database, "status:late") == {DUE}
    mark(database, DUE)
    assert found(database, "status:late") == set()
    assert found(database, "mark:deadline=done") == {DUE}


def test_the_page_the_matrix_the_board_and_the_counts_agree(database: Path) -> None:
    with View.open(database, TODAY) as view:
        (task,) = (row[0] for row in view.named(DUE, "", 1)[0])
        (there,) = view.task(task).marks
        assert (there.mark.light, there.mark.due, there.milestone.end) == ("late", "2024-06-30", "2024-06-30")
        frame = view.frame(ViewSpec())
        (column,) = frame.marks
        lit = {row.path: row.marks[column.milestone_id].light for row in view.all_rows(frame) if row.marks}
        assert lit == {DUE: "late", LATER: None}
        known = progress(view, ViewSpec())
        cards = {card.task.path: (card.light, card.due) for card in board(known, "deadline").cards if card.due}
        assert cards == {DUE: ("late", "2024-06-30"), LATER: (None, "2024-12-31")}
        (moment,) = timeline(known)
        assert (moment.counts["late"], moment.total) == (1, 5)
        assert sum(line.counts["deadline"]["late"] for line in overview(view, ViewSpec()).actions) == 1
        by_state = [row.path for row in view.all_rows(view.frame(ViewSpec(rows=RowOrder.STATUS)))]
        assert by_state[0] == DUE
        (unit,) = (row[0] for row in view.named("", "团市委", 1)[1])
        (duty,) = view.unit(unit).duties
        assert [one.path for one in duty.below if any(cell.light for cell in one.marks.values())] == [DUE]


def test_it_comes_with_the_first_edition_that_prints_deadlines(tmp_path: Path) -> None:
    def keys(path: Path) -> list[str]:
        with View.open(path, TODAY) as view:
            return [one.key for one in view.known.milestones]

    path = tmp_path / "other.db"
    without = replace(small(), milestones=())
    import_plan(path, without, "raw", at=AT)
    assert keys(path) == []
    import_plan(path, replace(table(), source=replace(table().source, sha256="2" * 64)), "raw2", accept=True, at=AT)
    assert keys(path) == ["deadline"]
    drop_milestone(path, None, "deadline", at=AT)
    third = changed(table(), "3", p2=replace(of(table(), "2"), text="一句。"))
    import_plan(path, third, "raw3", accept=True, at=AT)
    assert keys(path) == [], "a person did without it"
    undo(path, at=AT)


def test_it_can_be_added_to_a_plan_that_was_there_before(database: Path) -> None:
    drop_milestone(database, None, "deadline", at=AT)
    assert found(database, "status:late") == set()
    add_milestone(database, plan=None, kind=MilestoneKind.DEADLINE, date="", at=AT)
    assert found(database, "status:late") == {DUE}
    with pytest.raises(RefusedError, match="deadline"):
        add_milestone(database, plan=None, kind=MilestoneKind.DEADLINE, date="", at=AT)


def test_a_draft_says_that_each_task_has_its_own_day(database: Path) -> None:
    paper = draft_of(database, DraftAsked(DraftKind.SELF_EVALUATION, milestone="deadline"), TODAY)
    told = "".join(block.text for block in paper.blocks if isinstance(block, Line))
    assert "各项任务以自己的期限为准" in told
    assert "待补：节点期限" not in told
