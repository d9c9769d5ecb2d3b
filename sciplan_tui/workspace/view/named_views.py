"""Views by name: what is on screen said in words that last, and found again in the database as it is now."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.view.command_line import tasks_command
from sciplan_tui.core.view.named import NamedView
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    from sciplan_tui.workspace.view.remembering import Memory
    from sciplan_tui.workspace.view.viewing import View


def named(view: View, name: str, spec: ViewSpec) -> NamedView:
    """`spec` in words that last. StoreError."""
    from sciplan_tui.store.meant.places import places

    unfolded = places(view.connection, "unit", spec.unfolded) if spec.unfolded else ()
    folded = places(view.connection, "task", spec.folded) if spec.folded else ()
    return NamedView(
        name, spec.plan, spec.query, spec.hide_empty, spec.rows, spec.columns, spec.density, unfolded, folded
    )


def spec_of(view: View, wanted: NamedView) -> ViewSpec:
    """What `wanted` shows in the database as it is now; what is gone from among its folds is passed over.

    RefusedError: its plan is gone. QueryError: its query means nothing any more, such as a milestone that is gone.
    """
    from sciplan_tui.store.meant.places import at_places

    plan = view.plan(wanted.plan).key if wanted.plan is not None else None
    return ViewSpec(
        plan,
        wanted.query,
        wanted.hide_empty,
        at_places(view.connection, "unit", wanted.unfolded) if wanted.unfolded else frozenset(),
        at_places(view.connection, "task", wanted.folded) if wanted.folded else frozenset(),
        wanted.rows,
        wanted.columns,
        wanted.density,
    )


def views_of(database: Path) -> dict[str, NamedView]:
    """The named views of a database, in the order of their names. StoreError: their file cannot be read."""
    return _memory(database).views


def view_named(database: Path, name: str) -> NamedView:
    """The view of that name. RefusedError: there is none; those that are there are told. StoreError."""
    views = views_of(database)
    if name not in views:
        raise RefusedError("no_view" if views else "no_view_yet", view=name, known=tuple(views))
    return views[name]


def save_view(database: Path, name: str, query: str, plan: str | None, today: datetime.date) -> NamedView:
    """Keep a query and a plan under a name; what it was before is replaced.

    RefusedError: no such plan, or no name. QueryError, StoreError.
    """
    from sciplan_tui.workspace.view.viewing import View

    if not name.strip():
        raise RefusedError("view_unnamed")
    with View.open(database, today) as opened:
        view = NamedView(name.strip(), opened.plan(plan).key if plan is not None else None, query)
        opened.frame(spec_of(opened, view))
    _memory(database).change_views({view.name: view})
    return view


def drop_view(database: Path, name: str) -> None:
    """Keep it no longer. RefusedError: there is none of that name. StoreError."""
    _memory(database).change_views({view_named(database, name).name: None})


def _memory(database: Path) -> Memory:
    from sciplan_tui.workspace.view.remembering import Memory, views_file

    memory = Memory(database, views_file())
    if memory.fault is not None:
        raise memory.fault
    return memory


def command(query: str, plan: str | None, database: Path, as_of: datetime.date | None = None) -> str:
    """The command that lists the same tasks; it names the database where that is not the usual one."""
    from sciplan_tui.paths import data_folder

    usual = data_folder() / "sciplan.db"
    return tasks_command(
        query,
        plan,
        database=None if database == usual else str(database),
        as_of=as_of.isoformat() if as_of else None,
    )
