"""The matrix of a database: one open read connection that answers with frames and windows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sciplan_tui.core.identity import one_fitting
from sciplan_tui.core.matrix import Counts, Frame, MatrixRow, PlanHead, RowRef, UnitColumn
from sciplan_tui.core.query import parse
from sciplan_tui.core.view_spec import ViewSpec

_SCREENFUL = 200
Named = tuple[int, str, str]
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.task_detail import TaskDetail
    from sciplan_tui.core.unit_detail import UnitDetail
    from sciplan_tui.store.filtering import Known
    from sciplan_tui.store.outline import Outline


def _told(answer: Callable[Concatenate[View, Asked], Answer]) -> Callable[Concatenate[View, Asked], Answer]:
    """An answer of a View that says in a StoreError what is wrong with the database: damage shows only when read."""

    @wraps(answer)
    def told_answer(view: View, /, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        from sciplan_tui.store.faults import told

        with told(view.database):
            return answer(view, *args, **named)

    return told_answer


class View:
    """One open read connection, for the screens and for printing. It belongs to the thread that opened it.

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
        self._seen: int | None = None

    @classmethod
    def open(cls, database: Path, today: datetime.date, as_of: datetime.date | None = None) -> View:
        """`as_of`: the day on which it is asked who holds a duty (None: today).

        StoreError: the database is missing (`no_database`), locked, newer, broken or not ours.
        """
        from sciplan_tui.store.engine import connect

        return cls(connect(database), database, today, as_of)

    def close(self) -> None:
        """Give the database back."""
        self.connection.close()

    def __enter__(self) -> View:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from sciplan_tui.store.faults import told

        self.close()
        if error is not None:
            with told(self.database):
                raise error

    @_told
    def version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    @_told
    def frame(self, spec: ViewSpec) -> Frame:
        """The skeleton of what `spec` shows. QueryError for a wrong term, RefusedError for an unknown plan."""
        from sciplan_tui.store.filtering import translate
        from sciplan_tui.store.reading import read_matches

        query = parse(spec.query)
        self._refresh()
        plan_id = self._named_plan(spec.plan).plan_id if spec.plan is not None else None
        wanted = translate(query, self._known)
        if wanted.everything:
            rows = self._outline.of_plan(plan_id)
        else:
            rows = self._outline.around(read_matches(self.connection, wanted, plan_id))
        plans = tuple(plan for plan in self._plans if plan_id in (None, plan.plan_id))
        shown = plans if wanted.everything else _with_rows(plans, rows)
        return self._framed(spec, plans, shown, rows, hide=spec.hide_empty and not wanted.everything)

    @_told
    def window(self, frame: Frame, start: int, stop: int) -> tuple[MatrixRow, ...]:
        """The rows `start` up to, not including, `stop` of the frame with their cells; fewer at its end."""
        from sciplan_tui.store.reading import read_rows

        self._refresh()
        rows = read_rows(self.connection, [row.task_id for row in frame.rows[start:stop]], self._known)
        return _with_members(frame, rows) if frame.spec.unfolded else rows

    def all_rows(self, frame: Frame) -> Iterator[MatrixRow]:
        """All rows of the frame, read a screenful at a time."""
        for start in range(0, len(frame.rows), _SCREENFUL):
            yield from self.window(frame, start, start + _SCREENFUL)

    @property
    def current(self) -> sqlite3.Connection:
        """The connection, with `held` and what else is kept as it is now."""
        self._refresh()
        return self.connection

    @property
    def known(self) -> Known:
        """What a query is read against."""
        self._refresh()
        return self._known

    @_told
    def plan(self, name: str) -> PlanHead:
        """The one plan that `name` means. RefusedError: none, or several."""
        self._refresh()
        return self._named_plan(name)

    @_told
    def named(self, path: str, name: str, plan_id: int | None) -> tuple[list[Named], list[Named]]:
        """The tasks at `path`, and the units that `name` may mean: (id, plan key, path or name) each."""
        from sciplan_tui.core.unit_name import fitting_units
        from sciplan_tui.store.naming import known_units, tasks_at

        units = fitting_units(name, known_units(self.connection, plan_id), self.known.standing.heir_of)
        return tasks_at(self.connection, path, plan_id), [(u.unit_id, u.plan_key, u.name) for u in units]

    @_told
    def task(self, task_id: int) -> TaskDetail:
        """Everything the task screen shows. RefusedError (`no_task`) where it is gone."""
        from sciplan_tui.store.task_reading import read_task

        self._refresh()
        return read_task(self.connection, task_id, self._plans, self._known)

    @_told
    def unit(self, unit_id: int) -> UnitDetail:
        """A unit's names and duties. RefusedError (`no_unit`) where it is gone."""
        from sciplan_tui.store.unit_reading import read_unit

        self._refresh()
        return read_unit(self.connection, unit_id, self._plans, self._known.standing)

    def _named_plan(self, name: str) -> PlanHead:
        plans = {plan.key: plan for plan in self._plans}
        return plans[one_fitting(name, list(plans))]

    def _refresh(self) -> None:
        """Read again what is kept, if another connection has written since."""
        from sciplan_tui.store import holdings, outline, reading

        version = self.version()
        if version != self._seen:
            standing = holdings.ask_on(self.connection, self.as_of.isoformat(), past=self.as_of < self.today)
            self._plans: tuple[PlanHead, ...] = reading.read_plan_heads(self.connection)
            self._units: tuple[UnitColumn, ...] = reading.read_unit_columns(self.connection)
            self._members = reading.read_member_columns(self.connection, standing)
            self._known: Known = reading.read_known(self.connection, self.today, standing)
            self._outline: Outline = outline.read_outline(self.connection)
            self._seen = version

    def _framed(
        self,
        spec: ViewSpec,
        plans: Sequence[PlanHead],
        shown: tuple[PlanHead, ...],
        rows: tuple[RowRef, ...],
        *,
        hide: bool,
    ) -> Frame:
        from sciplan_tui.store.reading import mark_columns

        in_scope = {plan.plan_id for plan in plans}
        all_units = tuple(unit for unit in self._units if unit.plan_id in in_scope)
        units = self._with_cells(all_units, rows) if hide else all_units
        on_screen = {plan.plan_id for plan in shown}
        marks = tuple(column for column in mark_columns(self._known) if column.plan_id in on_screen)
        all_tasks = sum(row.counted for row in self._outline.rows if row.plan_id in in_scope)
        counts = _counts(rows, len(units), all_tasks, len(all_units))
        if self._members:
            from sciplan_tui.core.unfolding import unfolded_columns

            units = unfolded_columns(units, self._members, spec.unfolded)
        return Frame(spec, shown, rows, units, marks, counts, tuple(plan.key for plan in self._plans))

    def _with_cells(self, units: Iterable[UnitColumn], rows: Sequence[RowRef]) -> tuple[UnitColumn, ...]:
        from sciplan_tui.store.reading import read_units_with_cells

        present = {row.plan_id for row in rows}
        asked = [unit for unit in units if unit.plan_id in present]
        sources = self._outline.sources(rows)
        held = read_units_with_cells(self.connection, sources, [unit.unit_id for unit in asked], self._known.standing)
        return tuple(unit for unit in asked if unit.unit_id in held)


def select_tasks(
    database: Path,
    query: str,
    plan: str | None,
    with_inherited: bool,
    today: datetime.date,
    as_of: datetime.date | None = None,
) -> tuple[tuple[int, int], ...]:
    """The (plan id, task id) pairs that a gesture on `query` touches, in document order, by who holds what on `as_of`.

    These are the tasks that print the match, `with_inherited` also those that inherit it. A node of the outline, which
    is no 任务, is never among them.
    """
    with View.open(database, today, as_of) as view:
        rows = view.frame(ViewSpec(plan, query)).rows
    wanted = ("printed", "inherited") if with_inherited else ("printed",)
    return tuple((row.plan_id, row.task_id) for row in rows if row.counted and row.matched in wanted)


def _with_members(frame: Frame, rows: Iterable[MatrixRow]) -> tuple[MatrixRow, ...]:
    """The rows, with what unfolded collectives hold also in the cells of their members."""
    from sciplan_tui.core.unfolding import behind, with_members

    members = behind(frame.units)
    return tuple(with_members(row, members) for row in rows)


def _with_rows(plans: tuple[PlanHead, ...], rows: Sequence[RowRef]) -> tuple[PlanHead, ...]:
    """The plans that have a row left; all of them where nothing is left, so that the screen can say of what."""
    left = {row.plan_id for row in rows}
    return tuple(plan for plan in plans if plan.plan_id in left) or plans


def _counts(rows: Sequence[RowRef], units: int, all_tasks: int, all_units: int) -> Counts:
    found = [row.matched for row in rows if row.counted and row.matched != "context"]
    return Counts(found.count("printed"), len(found), units, all_tasks, all_units)
