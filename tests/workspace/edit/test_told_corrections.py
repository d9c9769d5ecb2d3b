"""What a person corrected is told where it is read: on the page of the task, by `show`, in the list of edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.cli.detail_page import detail_page
from sciplan_tui.core.detail.corrected import Correction
from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.core.plan import Kind, Role
from sciplan_tui.tui.widgets.text.task_text import task_text
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.sheet.listing import as_object
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, small
from tests.workspace.stored import TODAY, held, task_id


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def task(database: Path, path: str) -> TaskDetail:
    with View.open(database, TODAY) as view:
        return view.task(task_id(database, path))


def of_units(database: Path, path: str) -> dict[str, tuple[Correction, ...]]:
    return {unit.name: unit.corrected for unit in task(database, path).units if unit.corrected}


def test_nothing_is_corrected_at_first(database: Path) -> None:
    assert (task(database, "2.1").corrected, of_units(database, "2.1")) == ((), {})


def test_a_corrected_role_is_told_at_the_task_and_where_it_is_inherited(database: Path) -> None:
    correcting_duties.correct_role(database, held(database, "2.1", "团市委"), Role.LEAD, at=AT)
    expected = {"团市委": (Correction("role", "responsible"),)}
    assert of_units(database, "2.1") == of_units(database, "2.1.1") == expected
    for told in (task_text(task(database, "2.1"), 80).plain, "\n".join(detail_page(task(database, "2.1")))):
        assert "团市委（已更正，原读作责任）" in told


def test_programs_get_it_by_names(database: Path) -> None:
    correcting_duties.correct_role(database, held(database, "2.1", "团市委"), Role.LEAD, at=AT)
    told = as_object(task(database, "2.1"))
    assert [unit["corrected"] for unit in told["units"] if unit["corrected"]] == [
        ({"what": "role", "read": "responsible"},)
    ]


def test_what_was_read_first_is_told_and_nothing_once_it_is_so_again(database: Path) -> None:
    for role in (Role.LEAD, Role.SUPPORT):
        correcting_duties.correct_role(database, held(database, "2.1", "团市委"), role, at=AT)
    assert of_units(database, "2.1") == {"团市委": (Correction("role", "responsible"),)}
    correcting_duties.correct_role(database, held(database, "2.1", "团市委"), Role.RESPONSIBLE, at=AT)
    assert of_units(database, "2.1") == {}


def test_what_was_undone_is_not_told(database: Path) -> None:
    correcting_duties.correct_role(database, held(database, "2.1", "团市委"), Role.LEAD, at=AT)
    undo(database, at=AT)
    assert of_units(database, "2.1") == {}


def test_another_unit_and_one_that_was_added_are_told(database: Path) -> None:
    correcting_duties.correct_unit(database, held(database, "2.1", "团市委"), "市科技局", at=AT)
    correcting_duties.add_assignment(database, task_id(database, "2.1.1"), "市妇联", Role.RESPONSIBLE, at=AT)
    assert of_units(database, "2.1") == {"市科技局": (Correction("unit", "团市委"),)}
    assert of_units(database, "2.1.1") == {"市妇联": (Correction("add"),)}, "what was copied along is none"


def test_title_kind_and_level_are_told_at_their_task_only(database: Path) -> None:
    before = task(database, "2.1").title
    correcting.correct_title(database, task_id(database, "2.1"), "青少年行动", at=AT)
    correcting.correct_kind(database, task_id(database, "2.1"), Kind.PROJECT, at=AT)
    correcting.correct_level(database, task_id(database, "2.1.1"), -1, at=AT)
    assert task(database, "2.1").corrected == (Correction("title", before), Correction("kind", "action"))
    assert task(database, "2.3").corrected == (Correction("level", "2.1.1"),)
    assert task(database, "2.3.2").corrected == (), "it moved along"
    told = task_text(task(database, "2.1"), 80).plain
    assert f'标题已更正，原读作"{before}"' in told
    assert "种类已更正，原读作行动" in told
