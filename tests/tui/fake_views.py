"""Names and views of a desk without a database: folds are kept by the numbers themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.query.completion import KnownName, QueryNames
from sciplan_tui.core.view.command_line import tasks_command
from sciplan_tui.core.view.named import NamedView
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.view.remembering import Memory

if TYPE_CHECKING:
    from tests.tui.fake_desk import FakeDesk

INITIALS = {"市教育局": "sjyj", "市科协": "skx", "市科技局": "skjj"}


@dataclass
class FakeViews:
    """What `ViewDesk` offers."""

    desk: FakeDesk
    memory: Memory

    def names(self, plan: str | None) -> QueryNames:
        plans = [p for p in self.desk.plans if plan in (None, p.head.key)]
        units = {unit.name: unit for p in plans for unit in p.units}
        marks = {mark.key: mark for p in plans for mark in p.marks}
        return QueryNames(
            tuple(KnownName(n, search_text(n, u.short, INITIALS.get(n)), u.short) for n, u in units.items()),
            tuple(KnownName(p.head.key, search_text(p.head.key), p.head.title) for p in self.desk.plans),
            tuple(KnownName(key, search_text(key, mark.label), mark.label) for key, mark in marks.items()),
        )

    def views(self) -> dict[str, NamedView]:
        self.memory.read()
        return self.memory.views

    def save(self, name: str, spec: ViewSpec) -> Mapping[str, NamedView | None]:
        view = NamedView(name, spec.plan, spec.query, spec.hide_empty, spec.rows, spec.columns, spec.density)
        return self.memory.change_views({name: view})

    def change(self, views: Mapping[str, NamedView | None]) -> Mapping[str, NamedView | None]:
        return self.memory.change_views(views)

    def spec(self, wanted: NamedView) -> ViewSpec:
        if wanted.plan not in (None, *(plan.head.key for plan in self.desk.plans)):
            raise RefusedError("no_plan", plan=wanted.plan, known="")
        return ViewSpec(wanted.plan, wanted.query, wanted.hide_empty)

    def command(self, query: str, plan: str | None) -> str:
        return tasks_command(query, plan)
