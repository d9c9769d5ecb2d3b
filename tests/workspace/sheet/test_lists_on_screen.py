"""Lists as a person at a terminal gets them: the columns that say something, and no others."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.progress.marking import mark_query
from sciplan_tui.workspace.progress.reporting import report_value
from sciplan_tui.workspace.sheet.listing import as_table, listed
from tests.store_cases import AT, small

TODAY = datetime.date(2023, 6, 30)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def test_a_person_sees_which_tasks_inherit_their_units(database: Path) -> None:
    heads, rows = as_table(listed(database, "tasks", "lead:教育局", today=TODAY), on_screen=True)
    shown = {row[0]: row[heads.index("继承")] for row in rows}
    assert (shown["2.1"], shown["2.1.1"]) == ("否", "是")


def test_where_nothing_is_inherited_there_is_nothing_to_tell(database: Path) -> None:
    heads, _ = as_table(listed(database, "tasks", "lead:农业农村 kind:action", today=TODAY), on_screen=True)
    assert "牵头" in heads
    assert "继承" not in heads


def test_the_counts_of_a_milestone_add_up_and_what_was_reported_is_seen(database: Path) -> None:
    mark_query(database, "path:2.1.1", milestone="2023", status=Status.BLOCKED, at=AT, today=TODAY)
    report_value(database, 1, "180", on="2023-06-30", note=None, evidence=None, at=AT)
    heads, rows = as_table(listed(database, "milestones", "plan:甲市", today=TODAY), on_screen=True)
    assert "受阻" in heads
    assert "推进中" not in heads
    counts = dict(zip(heads, rows[0], strict=True))
    assert sum(int(counts[head]) for head in ("未标", "完成", "受阻")) == 5
    heads, rows = as_table(listed(database, "targets", "", today=TODAY), on_screen=True)
    told = dict(zip(heads, rows[0], strict=True))
    assert (told["汇报值"], told["达到"]) == ("180", "否")
