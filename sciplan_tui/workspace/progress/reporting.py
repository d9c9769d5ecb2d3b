"""What units report for a figure (汇报值): a value and its day, with a note and the file that proves it.

A figure has one value a day: to report another on the same day is to correct it. Of several the newest counts that is
no later than the day of asking.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.given.figure import number_of
from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.whole_number import whole
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.targets import reported_for, target_and_facts
from sciplan_tui.workspace.gesture import given_text
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.dates import check_past, day_of, day_or_none
from sciplan_tui.workspace.gesture.evidence import evidence_given

if TYPE_CHECKING:
    import sqlite3

_MAY_FALL = ("%", "％", "‰", "百分点", "个百分点", "度", "℃")


def report_value(
    database: Path,
    target_id: int,
    value: str,
    *,
    on: str | None = None,
    note: str | None = None,
    evidence: str | None = None,
    at: str,
) -> Gesture:
    """Note what was reported for a figure on a day (None: that of `at`).

    `note` and `evidence` None leave what that day has; empty, they clear it. RefusedError: no number, no day or
    one to come, no such file, the figure is gone.
    """
    texts = {"note": given_text.note(note), "evidence": evidence_given(evidence)}
    given: dict[str, Any] = {name: text or None for name, text in texts.items() if text is not None}
    day = day_of(on, at)
    check_past(day, at)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.core.diff.difference import altered
        from sciplan_tui.store.journal.writing import next_id

        target, facts = target_and_facts(connection, target_id)
        given["value"] = number_of(value, target["unit"])
        _check_sign(given["value"], target)
        there = next((row for row in reported_for(connection, target_id) if row["on_day"] == day), None)
        was = None if there is None or there["value"] == given["value"] else there["value"]
        told = {"what": "set", **facts, "value": given["value"], "measure": target["unit"], "on": day, "was": was}
        if there is not None:
            return told, [altered("reported", there, given)]
        row = {"target_id": target_id, "on_day": day, "note": None, "evidence": None, **given}
        return told, [Change("reported", next_id(connection, "reported"), None, row)]

    return carry_out(database, "report", planned, at)


def drop_report(database: Path, target_id: int, *, on: str | None = None, at: str) -> Gesture:
    """Take away what was reported for a figure on a day (None: its newest). RefusedError: nothing was; it is gone."""
    wanted = day_or_none(on, "--on")

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.core.diff.difference import removed

        target, facts = target_and_facts(connection, target_id)
        there = [row for row in reported_for(connection, target_id) if wanted in (None, row["on_day"])]
        if not there:
            raise RefusedError("not_reported", path=facts["path"], indicator=facts["indicator"], on=wanted or "-")
        row = there[-1]
        told = {"what": "drop", **facts, "value": row["value"], "measure": target["unit"], "on": row["on_day"]}
        return told, [removed("reported", row)]

    return carry_out(database, "report", planned, at)


def _check_sign(value: float, target: Row) -> None:
    """RefusedError: fewer than none of what is counted. A share may fall, and so may what is promised below zero."""
    if value < 0 <= target["value"] and not target["unit"].startswith(_MAY_FALL):
        raise RefusedError("below_zero", value=whole(value), unit=target["unit"])
