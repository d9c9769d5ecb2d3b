"""What is light of a database (plans, columns, the bare outline), read when first needed, kept until it is written."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from sciplan_tui.core.matrix import PlanHead, UnitColumn
from sciplan_tui.core.view.spec import RowOrder

if TYPE_CHECKING:
    from sciplan_tui.core.outline.tree import Outline
    from sciplan_tui.store.query.contents import Contents
    from sciplan_tui.store.query.known import Known
    from sciplan_tui.workspace.view.names import Names


class Kept:
    """One state of a database, as it is held on one day. To be made anew when another connection has written."""

    last: object = None
    """What was asked of it last, kept by whoever asked."""

    def __init__(
        self, connection: sqlite3.Connection, day: datetime.date, *, past: bool, before: Kept | None = None
    ) -> None:
        """`past`: what was said later than the day counts for nothing. `before`: the state that was kept until now;
        what has not changed since is not read again."""
        from sciplan_tui.store.as_of.holdings import ask_on
        from sciplan_tui.store.query.state import left_alone, newest_entry

        self.connection = connection
        self._day = day
        self._ranks: dict[RowOrder, list[int]] = {}
        self.standing = ask_on(connection, day.isoformat(), past=past)
        self._state = newest_entry(connection)
        if before is not None and left_alone(connection, before._state, self._state):
            self.contents = before.contents

    @cached_property
    def plans(self) -> tuple[PlanHead, ...]:
        """All plans."""
        from sciplan_tui.store.matrix import read_plan_heads

        return read_plan_heads(self.connection)

    @cached_property
    def units(self) -> tuple[UnitColumn, ...]:
        """The columns of all units that the plans name, in protocol order."""
        from sciplan_tui.store.matrix import read_unit_columns

        return read_unit_columns(self.connection)

    @cached_property
    def only_proposed(self) -> tuple[UnitColumn, ...]:
        """The columns of the units that the plans do not name, but the program proposes."""
        from sciplan_tui.store.matrix import read_unit_columns

        named = {unit.unit_id for unit in self.units}
        return tuple(one for one in read_unit_columns(self.connection, proposed=True) if one.unit_id not in named)

    @cached_property
    def members(self) -> Mapping[int, tuple[UnitColumn, ...]]:
        """The columns of the members of each collective."""
        from sciplan_tui.store.matrix import read_member_columns

        return read_member_columns(self.connection, self.standing)

    @cached_property
    def known(self) -> Known:
        """What a query is read against."""
        from sciplan_tui.store.matrix import read_known

        return read_known(self.connection, self._day, self.standing)

    @cached_property
    def contents(self) -> Contents:
        """What queries look through."""
        from sciplan_tui.store.query.contents import Contents

        return Contents(self.connection, moved=bool(self.standing.moved))

    @property
    def outline(self) -> Outline:
        """Which task stands where."""
        return self.contents.outline

    @cached_property
    def names(self) -> Names:
        """What units and tasks are called."""
        from sciplan_tui.workspace.view.names import Names

        members = (unit for units in self.members.values() for unit in units)
        units = list({unit.unit_id: unit for unit in (*self.units, *members)}.values())
        found = self.connection.execute("SELECT id, path, title FROM task").fetchall()
        places = self.outline.places
        tasks = sorted((row for row in found if row[0] in places), key=lambda row: places[row[0]])
        return Names(units, dict(self.known.units), tasks)

    def ranks(self, order: RowOrder) -> list[int]:
        """What each row of the outline is ordered by."""
        from sciplan_tui.store.query.row_order import read_ranks

        if order not in self._ranks:
            units = [unit.unit_id for unit in self.units]
            self._ranks[order] = read_ranks(self.connection, order, self.outline, self.known, units)
        return self._ranks[order]
