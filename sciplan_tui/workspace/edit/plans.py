"""A plan by hand, and what a plan says about itself.

Region, title and years tell which files are editions of a plan. Where a person says these otherwise, a file that says
them as the last edition did still belongs to the plan; its key stays what it was, since it is written elsewhere too.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.edition.identity import PlanIdentity, plan_key, same_plan
from sciplan_tui.core.given.plan import identity, plan_columns, said
from sciplan_tui.core.journal import Change, Gesture
from sciplan_tui.core.plan import Kind
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.tasks import new_row, title_given
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.given_text import one_line
from sciplan_tui.workspace.meant.plan import plan_meant

if TYPE_CHECKING:
    import sqlite3

Given = Mapping[str, str]
"""What is said of a plan, by field, each as it is written."""


def add_plan(database: Path, given: Given, first: str, *, at: str) -> Gesture:
    """Begin a plan without a file, with its `first` part; a database that is not there yet is made.

    RefusedError: no title of the plan or its part, a field is not what it should be, the plan is there already.
    """
    from sciplan_tui.store.database.engine import transaction
    from sciplan_tui.store.database.keeping import KeptOpen
    from sciplan_tui.store.journal.writing import next_id, record

    columns = plan_columns({"title": "", "region": "", "period": "", **_bounded(given)})
    row = {**dict.fromkeys(("issuer", "document_number", "issued_on")), **columns}
    title = title_given(first)
    with closing(KeptOpen(database)) as kept, kept.opened() as connection, transaction(connection):
        from sciplan_tui.store.edition.editions import plan_titles

        _refuse_twin(connection, identity(row), None)
        number, key = next_id(connection, "plan"), plan_key(identity(row), plan_titles(connection))
        task = new_row(number, title, Kind.PART, path="1", position=1)
        changes = [
            Change("plan", number, None, {"key": key, **row}),
            Change("task", next_id(connection, "task"), None, task),
        ]
        facts = {"what": "add", "plan": key, "title": row["title"], "first": title}
        entry = record(connection, "plan", facts, changes, at)
    return Gesture(entry, "plan", facts)


def set_plan(database: Path, plan: str | None, given: Given, *, at: str) -> Gesture:
    """Say otherwise what a plan says about itself; what is not given stays, what is empty is none.

    RefusedError: no such plan, a field is not what it should be, or it would be another plan that is there.
    """
    from sciplan_tui.core.diff.difference import altered

    columns = plan_columns(_bounded(given))

    def planned(connection: sqlite3.Connection) -> Planned:
        row = plan_meant(connection, plan)
        after = {**row, **columns}
        before, now = said(row), said(after)
        _refuse_twin(connection, identity(after), row["id"])
        changed = {name: [before[name], now[name]] for name in now if before[name] != now[name]}
        facts = {"what": "set", "plan": row["key"], "title": row["title"], "given": changed}
        return facts, [altered("plan", row, columns)]

    return carry_out(database, "plan", planned, at)


def _bounded(given: Given) -> dict[str, str]:
    """Each on one line, and no longer than it can be shown."""
    return {name: one_line(text) for name, text in given.items()}


def _refuse_twin(connection: sqlite3.Connection, mine: PlanIdentity, own: int | None) -> None:
    """No two plans are the same: an edition would not know to which it belongs."""
    from sciplan_tui.store.edition.editions import plans_of

    for other in plans_of(connection, mine.region):
        if other.id != own and same_plan(other.identity, mine):
            raise RefusedError("plan_there", plan=other.key, title=other.identity.title)
