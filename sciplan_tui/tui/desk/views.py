"""What the query line and the screen of views can have done: names, queries, views. Called from worker threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciplan_tui.core.query.completion import QueryNames
    from sciplan_tui.core.view.named import NamedView
    from sciplan_tui.core.view.spec import ViewSpec
    from sciplan_tui.workspace.view.remembering import Memory
    from sciplan_tui.workspace.view.viewing import View


@dataclass(frozen=True, slots=True)
class ViewDesk:
    """What is remembered of looking at one database, and what it calls things."""

    database: Path
    today: date
    as_of: date | None
    memory: Memory

    def names(self, plan: str | None) -> QueryNames:
        """The names that a query may say, of one plan or of all."""
        from sciplan_tui.workspace.view.query_names import query_names

        return query_names(self.database, plan, self.today)

    def views(self) -> dict[str, NamedView]:
        """The named views, as they are kept now."""
        self.memory.read()
        return self.memory.views

    def save(self, name: str, spec: ViewSpec) -> Mapping[str, NamedView | None]:
        """Keep a view under a name; what takes it back."""
        from sciplan_tui.workspace.view.named_views import named

        with self._open() as view:
            kept = named(view, name, spec)
        return self.memory.change_views({name: kept})

    def change(self, views: Mapping[str, NamedView | None]) -> Mapping[str, NamedView | None]:
        """Keep or drop views by their names; what takes it back."""
        return self.memory.change_views(views)

    def spec(self, wanted: NamedView) -> ViewSpec:
        """What a view shows now. RefusedError, QueryError: it no longer fits."""
        from sciplan_tui.workspace.view.named_views import spec_of

        with self._open() as view:
            spec = spec_of(view, wanted)
            view.frame(spec)
        return spec

    def command(self, query: str, plan: str | None) -> str:
        """The command that lists the same tasks."""
        from sciplan_tui.workspace.view.named_views import command

        return command(query, plan, self.database, self.as_of)

    def _open(self) -> View:
        from sciplan_tui.workspace.view.viewing import View

        return View.open(self.database, self.today, self.as_of)
