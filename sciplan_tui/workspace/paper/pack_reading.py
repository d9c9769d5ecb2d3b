"""What a meeting's pack is made of, read from the database: the plans that have the milestone, each with its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.workspace.meant.plan import milestones_meant
from sciplan_tui.workspace.sheet.parts import Step, silent
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.matrix import Frame, PlanHead
    from sciplan_tui.core.pack.tables import PlanTables
    from sciplan_tui.core.progress.milestone_key import KnownMilestone
    from sciplan_tui.core.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PackAsked:
    """What a pack is of: which milestone (its key, year or label), of which plan and query; `proposed`: with the leads
    that the program proposes."""

    milestone: str
    query: str = ""
    plan: str | None = None
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class PackRead:
    """The tables of each plan, and the plans that lack the milestone."""

    plans: tuple[PlanTables, ...]
    lacking: tuple[PlanHead, ...]

    @property
    def heads(self) -> tuple[PlanHead, ...]:
        """The plans of the tables."""
        return tuple(one.part.plan for one in self.plans)


def read_pack(view: View, asked: PackAsked, step: Step = silent) -> PackRead:
    """All tables. QueryError; RefusedError: no such plan, nothing to show, no plan with the milestone, or several
    milestones of one plan that fit."""
    spec = ViewSpec(asked.plan, asked.query)
    frame = view.frame(spec)
    if not frame.rows:
        raise RefusedError("pack_nothing")
    met, lacking = _milestones(view, frame, asked.milestone)
    done = []
    for place, (plan, milestone) in enumerate(met):
        step(place, len(met))
        done.append(_tables(view, asked, plan, milestone))
    return PackRead(tuple(done), tuple(lacking))


def _milestones(view: View, frame: Frame, name: str) -> tuple[list[tuple[PlanHead, KnownMilestone]], list[PlanHead]]:
    """The milestone meant in each plan on screen, and the plans that lack it."""
    found = milestones_meant(view, frame.plans, name)
    met = [(plan, found[plan.key]) for plan in frame.plans if plan.key in found]
    return met, [plan for plan in frame.plans if plan.key not in found]


def _tables(view: View, asked: PackAsked, plan: PlanHead, milestone: KnownMilestone) -> PlanTables:
    from sciplan_tui.core.matrix_sheet import matrix_sheet, signs_told
    from sciplan_tui.core.pack.tables import tables
    from sciplan_tui.store.database.faults import told

    spec = ViewSpec(plan.key, asked.query)
    frame = view.frame(spec)
    legend = say("export.note.signs"), signs_told(proposed=False)
    matrix = replace(matrix_sheet(frame, view.all_rows(frame)), notes=(legend,))
    with told(view.database):
        part = _part(view, asked, plan, milestone)
    return tables(part, matrix, *_moved(view, plan, _asked(view, spec)))


def _part(view: View, asked: PackAsked, plan: PlanHead, milestone: KnownMilestone) -> PackPart:
    from sciplan_tui.core.plan import Role
    from sciplan_tui.store.problem.doubts import read_doubts, read_proposed
    from sciplan_tui.store.progress.overview import read_nodes
    from sciplan_tui.store.task.statements import read_statements
    from sciplan_tui.workspace.progress.overview import overview

    spec = ViewSpec(plan.key, asked.query)
    found, within = overview(view, spec), _within(_asked(view, spec))
    connection, plans = view.current, [plan.plan_id]
    proposed = read_proposed(connection, plan.plan_id) if asked.proposed else ()
    return PackPart(
        plan,
        next(m for m in found.progress.milestones if m.milestone_id == milestone.milestone_id),
        asked.query.strip(),
        found,
        read_nodes(connection, plans),
        read_statements(connection, plans),
        tuple(unit.unit_id for unit in view.kept.units if unit.plan_id == plan.plan_id),
        dict(_collectives(view, found.progress.units.keys())),
        tuple(doubt for doubt in read_doubts(connection, plan.plan_id) if not doubt.settled and within(doubt.task_id)),
        tuple(one for one in proposed if one.role is Role.LEAD),
    )


def _asked(view: View, spec: ViewSpec) -> frozenset[int] | None:
    """The tasks that are asked for; None: the whole plan."""
    from sciplan_tui.core.outline.rows import matching

    found, whole = (matching(view.frame(one).rows, counted=False) for one in (spec, ViewSpec(spec.plan)))
    return None if len(found) == len(whole) else frozenset(found)


def _within(tasks: frozenset[int] | None) -> Callable[[int | None], bool]:
    """Whether a task is among those; what is of no task is of the plan as a whole."""
    return lambda task: tasks is None or task in tasks


def _collectives(view: View, units: Sequence[int] | object) -> Iterator[tuple[int, frozenset[int]]]:
    """Of each unit of the plan the collectives that it belongs to."""
    of = view.known.standing.collectives_of
    return ((unit, wholes) for unit, wholes in of.items() if unit in units)  # type: ignore[operator]


def _moved(view: View, plan: PlanHead, tasks: frozenset[int] | None) -> tuple[Sheet | None, str | None]:
    """What changed since the pack of the plan that went out on an earlier day, and that day; None: there was none.

    Of a query at its `tasks`, and of the milestones.
    """
    from sciplan_tui.core.issued.moved import Concern
    from sciplan_tui.workspace.paper.issued import last_issued
    from sciplan_tui.workspace.paper.moved import moves

    last = last_issued(view, "pack", plan.plan_id, before=view.today)
    if last is None:
        return None, None
    concern = None if tasks is None else Concern(tasks)
    return moves(view, last.entry_id).of(view, (plan.plan_id,), concern), last.on_day
