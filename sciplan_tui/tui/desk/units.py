"""What the screen of units can have done: the registry read, and the gestures on it. Called from worker threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciplan_tui.core.journal import Gesture
    from sciplan_tui.core.unit.detail import HeldTask
    from sciplan_tui.workspace.unit.units import AliasProposal, UnitRecord


@dataclass(frozen=True, slots=True)
class Registry:
    """The units on one day, the aliases that are proposed, and each unit's search text (pinyin initials in it)."""

    units: tuple[UnitRecord, ...] = ()
    aliases: tuple[AliasProposal, ...] = ()
    search: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitDesk:
    """The registry of one database as it is on a day. `plan`: only this one's units; None: all plans'."""

    database: Path
    today: date
    as_of: date | None = None
    plan: str | None = None

    def registry(self) -> Registry:
        """All that the screen shows."""
        from sciplan_tui.workspace.unit.units import alias_proposals, registry
        from sciplan_tui.workspace.view.viewing import View

        with View.open(self.database, self.today) as view:
            search = dict(view.known.units)
        units = registry(self.database, self.plan, as_of=self.as_of or self.today)
        return Registry(units, alias_proposals(self.database, self.plan), search)

    def rename(self, unit: UnitRecord, new_name: str, on: str | None, by: str | None) -> Gesture:
        """Another name from a day on."""
        from sciplan_tui.workspace.unit.succeeding import rename

        return rename(self.database, unit.plan_key, unit.name, new_name, on=on, by=by, at=_now())

    def merge(self, unit: UnitRecord, into: str, on: str | None, by: str | None) -> Gesture:
        """Another unit holds its duties from a day on."""
        from sciplan_tui.workspace.unit.succeeding import merge

        return merge(self.database, unit.plan_key, [unit.name], into, on=on, by=by, at=_now())

    def split_tasks(self, unit: UnitRecord) -> Sequence[HeldTask]:
        """The tasks that a split asks about."""
        from sciplan_tui.workspace.unit.succeeding import split_tasks

        return split_tasks(self.database, unit.plan_key, unit.name)

    def split(self, unit: UnitRecord, heirs: Mapping[int, str], on: str | None, by: str | None) -> Gesture:
        """Several units hold its duties from a day on, task by task."""
        from sciplan_tui.workspace.unit.succeeding import split

        return split(self.database, unit.plan_key, unit.name, heirs, on=on, by=by, at=_now())

    def alias(self, plan: str, name: str, same_as: str) -> Gesture:
        """Two names of one body."""
        from sciplan_tui.workspace.unit.succeeding import alias

        return alias(self.database, plan, name, same_as, at=_now())

    def differ(self, proposal: AliasProposal) -> Gesture:
        """Two names that are not of one body: not asked again."""
        from sciplan_tui.workspace.problem.settling import settle

        return settle(self.database, [proposal.problem_id], at=_now())

    def add(self, plan: str, name: str, **facts: str | None) -> Gesture:
        """A unit that the plan does not name. `facts`: unit_class, function, contact."""
        from sciplan_tui.workspace.unit.registering import add_unit

        return add_unit(self.database, plan, name, **facts, at=_now())

    def set(self, unit: UnitRecord, short: str, unit_class: str, function: str, contact: str) -> Gesture:
        """Other facts of a unit; an empty function or contact is none."""
        from sciplan_tui.workspace.unit.registering import set_unit

        return set_unit(
            self.database, unit.plan_key, unit.name, short=short, unit_class=unit_class, function=function,
            contact=contact, at=_now(),
        )  # fmt: skip

    def set_members(
        self, unit: UnitRecord, add: Sequence[str], remove: Sequence[str], since: str | None, until: str | None
    ) -> Gesture:
        """Who stands behind a collective unit, and when."""
        from sciplan_tui.workspace.unit.registering import set_members

        return set_members(
            self.database, unit.plan_key, unit.name, add=add, remove=remove, since=since, until=until, at=_now()
        )


def _now() -> str:
    from sciplan_tui.settings import now

    return now()
