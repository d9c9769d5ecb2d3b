"""Importing: a file's plan becomes a new plan, or a new edition of one that is there.

One file is one transaction and one journal entry. The same text again, in whatever encoding, changes nothing. What an
edition changes is planned and carried out within one transaction, so what was shown is what is done, or it is refused.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import RefusedError, StoreError
from sciplan_tui.workspace.edition.import_draft import Asked, ImportResult, planned_import

if TYPE_CHECKING:
    from sciplan_tui.core.diff.difference import Difference
    from sciplan_tui.store.database.keeping import KeptOpen

_NEEDED = (
    *("core.plan_cleaning", "core.diff", "core.diff.renaming"),
    *("store.edition.editions", "store.journal.numbers", "store.database.creating"),
)
"""What an import is made with; the rest comes with these."""


def get_ready() -> None:
    """Load what the first import would load."""
    from sciplan_tui.workspace.pinyin import initials

    for name in _NEEDED:
        import_module(f"sciplan_tui.{name}")
    initials("市")


def plan_import(database: Path, plan: ParsedPlan, raw: str, *, key: str | None, at: str) -> ImportResult:
    """What an import would do; nothing is written, and no database is made."""
    return import_plan(database, plan, raw, key=key, accept=False, dry_run=True, at=at)


def import_plan(
    database: Path,
    plan: ParsedPlan,
    raw: str,
    *,
    key: str | None = None,
    accept: bool | frozenset[int] = False,
    dry_run: bool = False,
    at: str,
    seen: tuple[Difference, ...] | None = None,
    kept: KeptOpen | None = None,
) -> ImportResult:
    """Import one plan as it was read from a file, whose decoded text is `raw`.

    `key`: the plan it belongs to (any part that fits one), else it is found by region, title and period. A changed file
    is applied only with `accept`: True for what is certain, else the places of the differences that are accepted; the
    others stay proposed. `seen` are the differences that were shown before, and if another process has changed the plan
    since, so that they are others now, it is refused (`changed_meanwhile`). `kept`: a connection for many files.
    RefusedError: no task in it, no such plan. StoreError: the database.
    """
    from sciplan_tui.core.plan_cleaning import cleaned
    from sciplan_tui.store.database.keeping import KeptOpen

    if not plan.tasks:
        raise RefusedError("nothing_to_import", name=plan.source.name)
    asked = Asked(cleaned(plan), raw, key, dry_run or accept, at)
    if dry_run:
        return _dry(database, asked)
    if kept is not None:
        return _write(kept, asked, seen)
    with closing(KeptOpen(database)) as once:
        return _write(once, asked, seen)


def _dry(database: Path, asked: Asked) -> ImportResult:
    """Planned on a database in memory where there is none yet, else on a connection that cannot write."""
    import sqlite3

    from sciplan_tui.resources import schema_sql
    from sciplan_tui.store.database.creating import statements
    from sciplan_tui.store.database.engine import opened

    if database.exists():
        with opened(database) as connection:
            return planned_import(connection, asked).result
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements(schema_sql()):
            connection.execute(statement)
        return planned_import(connection, asked).result


def _write(kept: KeptOpen, asked: Asked, seen: tuple[Difference, ...] | None) -> ImportResult:
    from sciplan_tui.store.database.engine import transaction
    from sciplan_tui.store.journal.writing import record

    with kept.opened() as connection:
        with transaction(connection):
            draft = planned_import(connection, asked)
            result = draft.result
            if seen is not None and seen != result.differences:
                raise StoreError("changed_meanwhile", table="task")
            if result.is_in or (result.status == "edition" and asked.accept is False):
                return result
            entry = record(connection, "import", _summary(result, asked.plan), draft.changes, asked.at)
        return replace(result, entry_id=entry)


def _summary(result: ImportResult, plan: ParsedPlan) -> dict[str, Any]:
    return {
        "plan": result.plan_key,
        "title": result.title,
        "file": plan.source.name,
        "edition": result.edition,
        **result.counts,
        "accepted": len(result.accepted),
        "proposed": len(result.differences) - len(result.accepted),
    }
