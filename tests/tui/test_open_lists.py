"""等部门 stands behind the list that it stands behind in the text, on the page of a task as well."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from sciplan_tui.core.plan import Role
from sciplan_tui.tui.widgets.text.task_text import task_text
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.meant.task import task_at
from tests.store_cases import AT, assignment, changed, of, small


def test_it_stands_behind_its_own_list(tmp_path: Path) -> None:
    said = "牵头单位：市教育局等部门 责任单位：团市委"
    units = [replace(one, quote=said) for one in (assignment("市教育局", Role.LEAD), assignment("团市委"))]
    listed = replace(of(small(), "2.1"), assignments=tuple(units), open_list=True)
    import_plan(tmp_path / "sciplan.db", changed(small(), p2_1=listed), "raw", at=AT)
    detail = task_at(tmp_path / "sciplan.db", "2.1", today=datetime.date(2024, 1, 8))
    text = task_text(detail, 80).plain
    assert [line.split() for line in text.splitlines() if "等部门" in line] == [["牵头", "市教育局", "等部门"]]
