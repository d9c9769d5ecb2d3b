"""What is remembered of looking at one database: queries, views by name, the last view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sciplan_tui.core.view.named import NamedView, from_object, newest_last, queries_of
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import StoreError


def views_file() -> Path:
    """Where the user's views are kept. It need not exist; nothing is made."""
    from sciplan_tui.paths import data_folder

    return data_folder() / "views.json"


class Memory:
    """`file` None: what is remembered goes with the program, and nothing is written (the demo, an empty desk).

    `fault` says what was wrong with the file when it was read; then nothing was remembered. `said`: what is to be said
    once of the view that was remembered; `shown`: the view that is on screen, to be remembered at the end.
    """

    def __init__(self, database: Path | None = None, file: Path | None = None) -> None:
        self._database = str(database.resolve()) if database and file else ""
        self._file = file
        self._kept: dict[str, Any] = {}
        self.fault: StoreError | None = None
        self.said = ""
        self.shown: ViewSpec | None = None
        self.read()

    def read(self) -> None:
        """Read anew what another program may have written."""
        from sciplan_tui.store.remembered.views import read

        if self._file is None:
            return
        try:
            self._kept = read(self._file, self._database)
        except StoreError as fault:
            self.fault = fault

    @property
    def queries(self) -> tuple[str, ...]:
        """The queries that were asked, the newest last."""
        return queries_of(self._kept.get("queries"))

    @property
    def views(self) -> dict[str, NamedView]:
        """The named views, in the order of their names."""
        said = self._kept.get("views")
        known = (from_object(name, view) for name, view in (said if isinstance(said, dict) else {}).items())
        return {view.name: view for view in sorted(known, key=lambda view: view.name) if view.name}

    @property
    def last(self) -> NamedView | None:
        """The view that was on screen when the program was left."""
        said = self._kept.get("last")
        return from_object("", said) if isinstance(said, dict) else None

    def keep_query(self, text: str) -> None:
        """Remember a query. StoreError."""
        if text.strip() and self.queries[-1:] != (text.strip(),):
            self._change(lambda kept: kept | {"queries": [*newest_last(queries_of(kept.get("queries")), text)]})

    def keep_last(self, view: NamedView) -> None:
        """Remember the view on screen. StoreError."""
        if view != (self.last or NamedView()):
            self._change(lambda kept: kept | {"last": view.as_object()})

    def change_views(self, views: Mapping[str, NamedView | None]) -> dict[str, NamedView | None]:
        """Keep these under their names, and drop those that are None. What takes it back. StoreError."""
        before = {name: self.views.get(name) for name in views}

        def alter(kept: dict[str, Any]) -> dict[str, Any]:
            there = kept.get("views")
            every = dict(there) if isinstance(there, dict) else {}
            for name, view in views.items():
                every.pop(name, None)
                if view is not None:
                    every[name] = view.as_object()
            return kept | {"views": every}

        self._change(alter)
        return before

    def _change(self, alter: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        from sciplan_tui.store.remembered.views import change

        self._kept = change(self._file, self._database, alter) if self._file else alter(self._kept)
