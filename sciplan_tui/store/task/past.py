"""What became of a task's marks, as the journal tells it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from sciplan_tui.core.detail.task import PastMark
from sciplan_tui.core.kinds import Status
from sciplan_tui.store.query.known import Known

_CHANGES = (
    "SELECT row_id, at, kind, old, new FROM journal_entry JOIN journal_change ON entry_id = journal_entry.id"
    " WHERE table_name = 'mark' ORDER BY entry_id, position"
)
_GONE: dict[str, Any] = {"status": None, "on_date": None, "note": None, "evidence": None}


def read_past(connection: sqlite3.Connection, task_id: int, known: Known) -> tuple[PastMark, ...]:
    """Every change of the task's marks, oldest first; what was undone stands there with the undo that took it back.

    A mark that came from a task which was joined to this one brings its past along.
    """
    labels = {m.milestone_id: m.label for m in known.milestones}
    marks: dict[int, dict[str, Any]] = {}
    here: set[int] = set()
    past: list[tuple[int, PastMark]] = []
    for row, at, kind, old, new in connection.execute(_CHANGES):
        before, after = json.loads(old or "{}"), json.loads(new) if new else _GONE
        said = marks[row] = {**marks.get(row, {}), **before, **after}
        if said.get("task_id") == task_id:
            here.add(row)
        milestone = int(said["milestone_id"])
        if row in here and milestone not in labels:
            labels[milestone] = _label_of_gone(connection, milestone)
        past.append((row, _past_mark(at, kind, said, labels)))
    return tuple(mark for row, mark in past if row in here)


def _past_mark(at: str, kind: str, said: dict[str, Any], labels: dict[int, str]) -> PastMark:
    milestone, state = int(said["milestone_id"]), said["status"]
    status = Status(state) if state else None
    told = (said.get(name) for name in ("on_date", "note", "evidence"))
    return PastMark(at, kind, milestone, labels.get(milestone, ""), status, *told)


def _label_of_gone(connection: sqlite3.Connection, milestone: int) -> str:
    """What a milestone that was dropped was called last."""
    found = connection.execute(
        "SELECT old FROM journal_change WHERE table_name = 'milestone' AND row_id = ? AND new IS NULL"
        " ORDER BY id DESC LIMIT 1",
        (milestone,),
    ).fetchone()
    return str(json.loads(found[0])["label"]) if found else ""
