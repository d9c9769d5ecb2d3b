"""What a person writes has a length: names and titles of a line, notes of a page; more is refused in a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.plan import MilestoneKind, Role, Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import correcting, correcting_duties, ruling
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.gesture.given_text import LONGEST_NAME, LONGEST_NOTE
from sciplan_tui.workspace.journal.undoing import history
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.problem import settling
from sciplan_tui.workspace.progress import marking
from sciplan_tui.workspace.unit import registering, succeeding
from tests.store_cases import AT, small

NOW, DAY = "2024-01-08T09:00:00", datetime.date(2024, 1, 8)
Do = Callable[[Path, str], Any]


def number(path: Path) -> int:
    return task_at(path, "2.1.2", today=DAY).task_id


NAMES: dict[str, Do] = {
    "unit": lambda path, text: registering.add_unit(path, None, text, at=NOW),
    "contact": lambda path, text: registering.set_unit(path, None, "科协", contact=text, at=NOW),
    "short": lambda path, text: registering.set_unit(path, None, "科协", short=text, at=NOW),
    "function": lambda path, text: registering.set_unit(path, None, "科协", function=text, at=NOW),
    "member": lambda path, text: registering.set_members(path, None, "团市委", add=[text], at=NOW),
    "rename": lambda path, text: succeeding.rename(path, None, "科协", text, at=NOW),
    "document": lambda path, text: succeeding.merge(path, None, ["科协"], "团市委", by=text, at=NOW),
    "ruling": lambda path, text: ruling.rule(path, None, "2.2", "科协", Role.LEAD, by=text, at=NOW),
    "title": lambda path, text: correcting.correct_title(path, number(path), text, at=NOW),
    "added": lambda path, text: correcting_duties.add_assignment(path, number(path), text, Role.LEAD, at=NOW),
    "milestone": lambda path, text: add_milestone(
        path, plan="甲市", kind=MilestoneKind.FINAL_EVALUATION, date="2025", label=text, at=NOW
    ),
}
NOTES: dict[str, Do] = {
    "mark": lambda path, text: marking.mark_tasks(
        path, [number(path)], milestone="2023", status=Status.DONE, note=text, at=NOW
    ),
    "settling": lambda path, text: settling.settle(path, [1], text, at=NOW),
}
ALL = [*((do, LONGEST_NAME) for do in NAMES.values()), *((do, LONGEST_NOTE) for do in NOTES.values())]


@pytest.mark.parametrize(("do", "most"), ALL, ids=[*NAMES, *NOTES])
def test_what_is_too_long_is_refused_and_what_is_not_is_kept(tmp_path: Path, do: Do, most: int) -> None:
    database = tmp_path / "sciplan.db"
    import_plan(database, small(), "raw", at=AT)
    with pytest.raises(RefusedError) as raised:
        do(database, "甲" * (most + 1))
    assert (raised.value.code, raised.value.details["most"]) == ("too_long", most)
    assert len(str(raised.value)) < 100
    assert len(history(database)) == 1
    do(database, f"  {'甲' * most}\n")
    assert len(history(database)) == 2
