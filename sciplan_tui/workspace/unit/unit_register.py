"""The units of one plan while a gesture is planned: found by their names, added where they are new.

A plan's units are of its own region: a name never leads into another plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.unit.name import KnownUnit, fitting_units, one_unit
from sciplan_tui.core.unit.over_time import EVER, standing
from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.journal import Change, Row
    from sciplan_tui.core.unit.succession import Succession


class UnitRegister:
    """The units of one plan, with those that the gesture adds."""

    def __init__(self, connection: sqlite3.Connection, plan: str | None, name: str) -> None:
        """`plan`: any part of a key that fits one; None: the only one, or the one in which `name` is a unit's.

        RefusedError: no such plan, or several; no plan has such a unit, or several have.
        """
        from sciplan_tui.core.edition.identity import named, one_fitting
        from sciplan_tui.store.as_of.holdings import successions
        from sciplan_tui.store.edition.editions import known_plans, plan_titles
        from sciplan_tui.store.journal.numbers import Numbers
        from sciplan_tui.store.meant.naming import known_units
        from sciplan_tui.store.rows import rows

        self.numbers = Numbers(connection)
        self.successions: list[Succession] = successions(connection)
        self._heirs = standing(self.successions, (), EVER).heir_of
        self._all = known_units(connection)
        plans = {one.key: one.id for one in known_plans(connection)}
        if plan is not None:
            self.plan_key = one_fitting(plan, plan_titles(connection))
        elif len(plans) != 1 and not name:
            raise RefusedError("which_plan", known=named(plan_titles(connection)))
        else:
            self.plan_key = next(iter(plans)) if len(plans) == 1 else self._plan_of(name)
        self.plan_id = plans[self.plan_key]
        self.rows: list[Row] = list(rows(connection, "unit", "plan_id = ? ORDER BY position, id", (self.plan_id,)))
        self._before = {row["id"]: row for row in self.rows}

    def _plan_of(self, name: str) -> str:
        return one_unit(name, self._all, self._heirs).plan_key

    @property
    def known(self) -> Sequence[KnownUnit]:
        """The units by what they are called."""
        return [
            KnownUnit(row["id"], self.plan_id, self.plan_key, row["name"], row["short"], row["search"])
            for row in self.rows
        ]

    def row(self, unit_id: int) -> Row:
        """The row of one unit."""
        return next(row for row in self.rows if row["id"] == unit_id)

    def one(self, name: str) -> Row:
        """The unit that `name` means, of several its heir. RefusedError: none (perhaps in another plan), or several."""
        if not fitting_units(name, self.known, self._heirs):
            elsewhere = [unit for unit in fitting_units(name, self._all) if unit.plan_id != self.plan_id]
            if elsewhere:
                known = tuple(f"{unit.plan_key}:{unit.name}" for unit in elsewhere)
                raise RefusedError("unit_elsewhere", unit=name, plan=self.plan_key, known=known)
        return self.row(one_unit(name, self.known, self._heirs).unit_id)

    def in_force(self, name: str) -> Row:
        """The unit that `name` means, which still holds its duties; its heir, where only a part of the name of one that
        does no more was written. RefusedError: another stands for the unit of this very name.
        """
        from sciplan_tui.core.folding import fold

        unit = self.one(name)
        heir = next((one.to_id for one in self.successions if (one.from_id, one.task_id) == (unit["id"], None)), None)
        if heir is None:
            return unit
        if fold(name) == fold(unit["name"]):
            raise RefusedError("unit_succeeded", unit=unit["name"], heir=self.row(heir)["name"])
        return self.row(self._heirs.get(unit["id"], heir))

    def one_or_new(self, name: str, **facts: Any) -> Row:
        """The unit that `name` means; where none does, a new one of this very name, with these facts."""
        return self.in_force(name) if fitting_units(name, self.known, self._heirs) else self.new(name, **facts)

    def new(self, name: str, **facts: Any) -> Row:
        """A new unit; its class, short form and the like are as its name tells, but for the `facts`.

        RefusedError: no name, one that is taken or too long.
        """
        from sciplan_tui.core.folding import fold
        from sciplan_tui.core.given.unit import added, unit_row
        from sciplan_tui.workspace.gesture.given_text import one_line
        from sciplan_tui.workspace.pinyin import initials

        name = one_line(name)
        if not name:
            raise RefusedError("unit_empty")
        if any(fold(row["name"]) == fold(name) for row in self.rows):
            raise RefusedError("unit_taken", unit=name, plan=self.plan_key)
        number = self.numbers("unit")
        row = {**unit_row(self.plan_id, name, initials), "function": None, "contact": None, **facts}
        self.put({"id": number, **(added(self.rows, number, row).new or {})})
        return self.row(number)

    def check_short(self, unit: Row, short: str) -> None:
        """RefusedError: another unit is called `short`; a body that bears two names is no other."""
        from sciplan_tui.core.folding import fold

        def body(number: int) -> int:
            return self._heirs.get(number, number)

        for row in self.rows:
            if body(row["id"]) != body(unit["id"]) and fold(short) in (fold(row["short"]), fold(row["name"])):
                raise RefusedError("short_taken", short=short, other=row["name"], unit=unit["name"])

    def added(self) -> list[str] | None:
        """The names of the units that are new; None: none is."""
        return [row["name"] for row in self.rows if row["id"] not in self._before] or None

    def put(self, wanted: Row) -> None:
        """Have a unit as `wanted`: new, or with these columns otherwise. It is written with `changes`."""
        there = {row["id"]: row for row in self.rows}
        there[wanted["id"]] = {**there.get(wanted["id"], {}), **wanted}
        self.rows = list(there.values())

    def changes(self) -> list[Change]:
        """What the gesture does to the units: one change a unit, so that an undo is exact."""
        from sciplan_tui.core.diff.difference import altered
        from sciplan_tui.core.journal import Change

        made = []
        for row in self.rows:
            columns = {name: value for name, value in row.items() if name != "id"}
            before = self._before.get(row["id"])
            made.append(altered("unit", before, columns) if before else Change("unit", row["id"], None, columns))
        return [change for change in made if change is not None]
