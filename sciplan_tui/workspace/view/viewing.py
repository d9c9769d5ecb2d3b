"""The matrix of a database: one open read connection that answers with frames and windows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sciplan_tui.core.matrix import Frame, MatrixRow, PlanHead, RoleCounts
from sciplan_tui.core.outline.flags import both
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec

_SCREENFUL = 200
_PORTION = 25
"""Units whose duties are read at a time: a few hundredths of a second for 50,000 assignments."""
Named = tuple[int, str, str]
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.detail.task import TaskDetail
    from sciplan_tui.core.unit.detail import UnitDetail
    from sciplan_tui.store.query.known import Known
    from sciplan_tui.workspace.view.kept import Kept


def _told(answer: Callable[Concatenate[View, Asked], Answer]) -> Callable[Concatenate[View, Asked], Answer]:
    """An answer of a View that says in a StoreError what is wrong with the database: damage shows only when read."""

    @wraps(answer)
    def told_answer(view: View, /, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        from sciplan_tui.store.database.faults import told

        with told(view.database):
            return answer(view, *args, **named)

    return told_answer


class View:
    """One open read connection, for the screens and for printing. It belongs to the thread that opened it, unless it
    is shared.

    What is light (plans, columns, the bare outline) is kept until another connection has written. Whatever is read
    through it, or within its `with`, may raise StoreError.
    """

    def __init__(
        self, connection: sqlite3.Connection, database: Path, today: datetime.date, as_of: datetime.date | None = None
    ) -> None:
        self.connection = connection
        self.database = database
        self.today = today
        self.as_of = as_of or today
        self.past = self.as_of < today
        self._seen: int | None = None
        self._kept: Kept | None = None

    @classmethod
    def open(
        cls, database: Path, today: datetime.date, as_of: datetime.date | None = None, *, shared: bool = False
    ) -> View:
        """`as_of`: the day on which it is asked who holds a duty, how it is marked and what is late (None: today).
        `shared`: threads take turns at it.

        StoreError: the database is missing (`no_database`), locked, newer, broken or not ours.
        """
        from sciplan_tui.store.database.engine import connect

        return cls(connect(database, shared=shared), database, today, as_of)

    @classmethod
    def as_on(cls, database: Path, day: datetime.date) -> View:
        """As things stood on `day`, for a paper of that day: what was said later counts for nothing. As `open`."""
        view = cls.open(database, day)
        view.past = True
        return view

    def interrupt(self) -> None:
        """Break off what another thread is reading through it: that raises StoreError there."""
        self.connection.interrupt()

    def close(self) -> None:
        """Give the database back."""
        self.connection.close()

    def __enter__(self) -> View:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from sciplan_tui.store.database.faults import told

        self.close()
        if error is not None:
            with told(self.database):
                raise error

    @_told
    def version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    @property
    def state(self) -> int:
        """The number of the newest entry of the journal: it tells one state of the database from another, the same for
        all connections."""
        found = self.connection.execute("SELECT max(id) FROM journal_entry").fetchone()[0]
        return int(found or 0)

    @_told
    def plans(self) -> tuple[PlanHead, ...]:
        """All plans."""
        return self.kept.plans

    @_told
    def frame(self, spec: ViewSpec, totals: Mapping[int, RoleCounts] | None = None, *, printed: bool = False) -> Frame:
        """The skeleton of what `spec` shows. QueryError for a wrong term, RefusedError for an unknown plan.

        `totals`, where they are known already, are not counted again for an order of columns by load. `printed`: only
        the tasks that print the match themselves.
        """
        from sciplan_tui.workspace.view.framing import framed
        from sciplan_tui.workspace.view.matching import match

        by_load = spec.columns is ColumnOrder.LOAD
        matched = match(self.kept, spec).printing if printed else match(self.kept, spec)
        return framed(matched, spec, totals or (self._totals(spec, {}) if by_load else {}))

    @_told
    def match(self, spec: ViewSpec) -> None:
        """Find what `spec` matches, so that its frame is made in half the time. QueryError, RefusedError as `frame`."""
        from sciplan_tui.workspace.view.matching import match

        match(self.kept, spec)

    def read_duties(self) -> Iterator[None]:
        """Read who holds what before it is asked for, some of it at each step."""
        from sciplan_tui.store.database.faults import told

        with told(self.database):
            units = [unit for unit, _ in self.known.units]
            for start in range(0, len(units), _PORTION):
                self.kept.contents.duties.of(units[start : start + _PORTION])
                yield

    def read_ahead(self) -> Iterator[None]:
        """The same of what else queries look through, and of what orders of rows hang on."""
        from sciplan_tui.store.database.faults import told

        with told(self.database):
            for column in ("texts", "paths"):
                getattr(self.kept.contents, column)
                yield
            for order in (RowOrder.LEAD, RowOrder.STATUS, RowOrder.DATE):
                self.kept.ranks(order)
                yield

    @_told
    def totals(self, frame: Frame) -> Mapping[int, RoleCounts]:
        """By unit, how many 任务 that the frame's query matches it holds in each role, as the cells show it.

        What is folded away is counted too. A unit that holds nothing is left out.
        """
        within = {unit.unit_id: unit.within for unit in frame.units if unit.within is not None}
        return self._totals(frame.spec, within)

    def _totals(self, spec: ViewSpec, within: Mapping[int, int]) -> Mapping[int, RoleCounts]:
        from sciplan_tui.store.query.totals import read_totals
        from sciplan_tui.workspace.view.matching import match

        kept = self.kept
        units = [unit for unit, _ in kept.known.units]
        return read_totals(kept.contents, match(kept, spec).matched, units, within)

    @_told
    def matching(self, spec: ViewSpec, with_inherited: bool) -> tuple[tuple[int, int], ...]:
        """The (plan id, task id) pairs that a gesture on what `spec` shows touches, in document order, folded or not.

        These are the tasks that print the match, `with_inherited` also those that inherit it. A node of the outline,
        which is no 任务, is never among them.
        """
        from sciplan_tui.workspace.view.matching import match

        found, outline = match(self.kept, spec), self.kept.outline
        wanted = both(found.matched if with_inherited else found.printed, outline.counted)
        return tuple((outline.plan_at(place), outline.ids[place]) for place in outline.places_of(wanted))

    @_told
    def window(self, frame: Frame, start: int, stop: int) -> tuple[MatrixRow, ...]:
        """The rows `start` up to, not including, `stop` of the frame with their cells; fewer at its end."""
        from sciplan_tui.store.matrix import read_rows

        rows = read_rows(self.connection, [row.task_id for row in frame.rows[start:stop]], self.known)
        return _with_members(frame, rows) if frame.spec.unfolded else rows

    def all_rows(self, frame: Frame) -> Iterator[MatrixRow]:
        """All rows of the frame, read a screenful at a time."""
        for start in range(0, len(frame.rows), _SCREENFUL):
            yield from self.window(frame, start, start + _SCREENFUL)

    @property
    def kept(self) -> Kept:
        """What is kept of the database, read anew if another connection has written since."""
        from sciplan_tui.workspace.view.kept import Kept

        version = self.version()
        if self._kept is None or version != self._seen:
            self._kept, self._seen = Kept(self.connection, self.as_of, past=self.past, before=self._kept), version
        return self._kept

    @property
    def current(self) -> sqlite3.Connection:
        """The connection, with `held` and what else is kept as it is now."""
        return self.kept.connection

    @property
    def known(self) -> Known:
        """What a query is read against."""
        return self.kept.known

    @_told
    def plan(self, name: str) -> PlanHead:
        """The one plan that `name` means. RefusedError: none, or several."""
        from sciplan_tui.workspace.view.matching import named_plan

        return named_plan(self.kept.plans, name)

    @_told
    def named(self, path: str, name: str, plan_id: int | None) -> tuple[list[Named], list[Named]]:
        """The tasks at `path`, and the units that `name` may mean: (id, plan key, path or name) each."""
        from sciplan_tui.core.unit.name import fitting_units
        from sciplan_tui.store.meant.naming import known_units, tasks_at

        units = fitting_units(name, known_units(self.connection, plan_id), self.known.standing.heir_of)
        return tasks_at(self.connection, path, plan_id), [(u.unit_id, u.plan_key, u.name) for u in units]

    @_told
    def task(self, task_id: int) -> TaskDetail:
        """Everything the task screen shows. RefusedError (`no_task`) where it is gone."""
        from sciplan_tui.store.task.detail import read_task

        return read_task(self.current, task_id, self.kept.plans, self.known)

    @_told
    def unit(self, unit_id: int) -> UnitDetail:
        """A unit's names and duties. RefusedError (`no_unit`) where it is gone."""
        from sciplan_tui.store.unit.detail import read_unit

        return read_unit(self.current, unit_id, self.kept.plans, self.known)


def _with_members(frame: Frame, rows: Iterable[MatrixRow]) -> tuple[MatrixRow, ...]:
    """The rows, with what unfolded collectives hold also in the cells of their members."""
    from sciplan_tui.core.unit.unfolding import behind, with_members

    members = behind(frame.units)
    return tuple(with_members(row, members) for row in rows)
