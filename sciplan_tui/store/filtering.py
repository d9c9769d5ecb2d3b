"""What a query means for stored tasks: one Query becomes two conditions of SQL over `task`.

`printed` holds for tasks that print the match themselves, `matched` also for those that inherit it from `holder_id`,
the nearest self-or-ancestor that prints a statement. Proposed assignments never match. What is denied is denied both
ways: `-lead:x` and `no:lead` leave out whoever prints or inherits it. A node of the outline matches by what it says,
never by what it lacks: where all conditions are denials or scopes, only tasks match.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sciplan_tui.core.folding import fold
from sciplan_tui.core.milestone_key import KnownMilestone, meant
from sciplan_tui.core.plan import COUNTED_KINDS, Status
from sciplan_tui.core.query import UNIT_FIELDS, Query, Term
from sciplan_tui.core.query_words import NO_MARK
from sciplan_tui.core.standing import UNMOVED, Standing
from sciplan_tui.core.status import LATE, NEAR, SETTLED, due_day, light
from sciplan_tui.errors import QueryError
from sciplan_tui.store import unit_filtering
from sciplan_tui.store.conditions import Condition, all_of, any_of, denied, gaps, one_of


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """A stored plan, by what a person may call it."""

    plan_id: int
    key: str
    title: str
    region: str | None

    def answers_to(self, name: str) -> bool:
        """Whether `name` is a part of its key, its title or its region."""
        return any(fold(name) in fold(said) for said in (self.key, self.title, self.region or ""))


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known of a database to read a query. A unit is its id and the folded names it answers to."""

    plans: tuple[KnownPlan, ...]
    units: tuple[tuple[int, str], ...]
    milestones: tuple[KnownMilestone, ...]
    today: datetime.date
    standing: Standing = UNMOVED


@dataclass(frozen=True, slots=True)
class Filter:
    """The two conditions of a query. `everything`: it has no terms."""

    printed: Condition
    matched: Condition
    everything: bool


ROLES = {"lead": ("lead",), "resp": ("responsible",), "support": ("support",), "unit": ()}
_COUNTED = Condition("task.kind IN ({})".format(", ".join(f"'{kind}'" for kind in sorted(COUNTED_KINDS))))


def translate(query: Query, known: Known) -> Filter:
    """The two conditions of `query`. QueryError where a milestone is not to be found, or not the only one."""
    bounds = [_COUNTED] if _only_denies(query) else []
    printed = [_condition(term, known, "id") for term in query.terms]
    matched = [_condition(term, known, "holder_id") for term in query.terms]
    return Filter(all_of(printed + bounds), all_of(matched + bounds), not query.terms)


def plans_meant(query: Query, known: Known) -> tuple[frozenset[int], Query]:
    """The plans that the query looks at, and the rest of it, which says what of them. A plan that is denied is left in
    the rest."""
    scopes = [term for term in query.terms if term.field == "plan" and not term.negated]
    rest = tuple(term for term in query.terms if term not in scopes)
    meant = (plan.plan_id for plan in known.plans if all(_answers(plan, term) for term in scopes))
    return frozenset(meant), Query(rest, query.text)


def _answers(plan: KnownPlan, term: Term) -> bool:
    return any(plan.answers_to(name) for name in term.values)


def _only_denies(query: Query) -> bool:
    denials = [term for term in query.terms if _denies(term)]
    says = [term for term in query.terms if not _denies(term) and term.field not in ("plan", "path")]
    return bool(denials) and not says


def _denies(term: Term) -> bool:
    lacks_mark = term.field == "mark" and (not term.equal or NO_MARK in term.values)
    return (term.negated) != (term.field == "no" or lacks_mark)


def _condition(term: Term, known: Known, held_by: str) -> Condition:
    """The term as it is meant: what is denied looks at inherited units too."""
    if term.field in UNIT_FIELDS and term.negated:
        held_by = "holder_id"
    condition = _TERMS[term.field](term, known, held_by)
    return denied(condition) if term.negated else condition


def _word(term: Term, known: Known, held_by: str) -> Condition:
    text = Condition("instr(task.search, ?) > 0", (fold(term.value),))
    return any_of([_units(term.value, (), known, "id"), text])


def _unit(term: Term, known: Known, held_by: str) -> Condition:
    return _units(term.value, ROLES[term.field], known, held_by)


def _units(name: str, roles: Sequence[str], known: Known, held_by: str) -> Condition:
    """What a collective holds its members hold as inherited, never as printed."""
    through = held_by == "holder_id"
    return unit_filtering.held_by(name, roles, known.units, known.standing, held_by, through=through)


def _plan(term: Term, known: Known, held_by: str) -> Condition:
    return one_of("task.plan_id", [plan.plan_id for plan in known.plans if _answers(plan, term)])


def _path(term: Term, known: Known, held_by: str) -> Condition:
    path = fold(term.value).strip(".")
    return Condition("(task.path = ? OR substr(task.path, 1, ?) = ?)", (path, len(path) + 1, f"{path}."))


def _kind(term: Term, known: Known, held_by: str) -> Condition:
    return one_of("task.kind", term.values)


def _target(term: Term, known: Known, held_by: str) -> Condition:
    if not fold(term.value):
        return Condition("task.id IN (SELECT task_id FROM target)")
    said = "replace(lower(indicator || char(10) || unit || char(10) || coalesce(quote, '')), ' ', '')"
    return Condition(f"task.id IN (SELECT task_id FROM target WHERE instr({said}, ?) > 0)", (fold(term.value),))


def _no(term: Term, known: Known, held_by: str) -> Condition:
    return all_of([_lacking(what) for what in term.values])


def _lacking(what: str) -> Condition:
    if what in ("target", "mark"):
        return Condition(f"task.id NOT IN (SELECT task_id FROM {what})")
    roles = ROLES[what]
    role = f"AND role IN ({gaps(roles)}) " if roles else ""
    return Condition(
        f"NOT EXISTS (SELECT 1 FROM held WHERE held.task_id = task.holder_id {role}AND origin <> 'proposed')",
        roles,
    )


def _mark(term: Term, known: Known, held_by: str) -> Condition:
    milestones = _meant(term, known)
    ids = [milestone.milestone_id for milestone in milestones]
    if not term.values:
        return _marked(ids, ())
    wanted = [value for value in term.values if value != NO_MARK]
    options = [_marked(ids, wanted)] if wanted else []
    if NO_MARK in term.values:
        options.append(denied(_marked(ids, ())))
    fits = any_of(options)
    return all_of([one_of("task.plan_id", [m.plan_id for m in milestones]), fits if term.equal else denied(fits)])


def _meant(term: Term, known: Known) -> tuple[KnownMilestone, ...]:
    """The one milestone of each plan that has it."""
    name = term.milestone or ""
    found: list[KnownMilestone] = []
    for plan in known.plans:
        fits = meant(name, [m for m in known.milestones if m.plan_id == plan.plan_id])
        if len(fits) > 1:
            keys = " ".join(m.key for m in fits)
            raise QueryError("query_milestones", column=term.column, milestone=name, plan=plan.key, known=keys)
        found.extend(fits)
    if not found:
        keys = " ".join(dict.fromkeys(m.key for m in known.milestones)) or "-"
        raise QueryError("query_milestone", column=term.column, milestone=name, known=keys)
    return tuple(found)


def _marked(milestones: Sequence[int], states: Sequence[str]) -> Condition:
    state = f" AND status IN ({gaps(states)})" if states else ""
    return Condition(
        f"task.id IN (SELECT task_id FROM mark WHERE milestone_id IN ({gaps(milestones)}){state})",
        (*milestones, *states),
    )


def _status(term: Term, known: Known, held_by: str) -> Condition:
    states = [value for value in term.values if value not in (LATE, NEAR)]
    options = [_marked([m.milestone_id for m in known.milestones if m.has_column], states)] if states else []
    options += [_lit(value, known) for value in term.values if value in (LATE, NEAR)]
    return any_of(options)


def _lit(wanted: str, known: Known) -> Condition:
    """Tasks with that light at a milestone: not settled there; a node of the outline only if it has a mark there.

    Each round takes one milestone of each plan, so that a task is held against its own plan's only.
    """
    due = [m for m in known.milestones if m.has_column and light(None, due_day(m.end), known.today) == wanted]
    by_plan = ([m for m in due if m.plan_id == plan.plan_id] for plan in known.plans)
    rounds = [[m for m in round_ if m] for round_ in zip_longest(*by_plan)]
    return any_of([_unsettled(milestones) for milestones in rounds])


def _unsettled(milestones: Sequence[KnownMilestone]) -> Condition:
    ids = [m.milestone_id for m in milestones]
    unsettled = sorted(set(Status) - SETTLED)
    lit = any_of([_marked(ids, unsettled), all_of([_COUNTED, denied(_marked(ids, ()))])])
    return all_of([one_of("task.plan_id", [m.plan_id for m in milestones]), lit])


_TERMS: dict[str, Callable[[Term, Known, str], Condition]] = {
    "word": _word,
    "lead": _unit,
    "resp": _unit,
    "support": _unit,
    "unit": _unit,
    "plan": _plan,
    "path": _path,
    "kind": _kind,
    "target": _target,
    "no": _no,
    "mark": _mark,
    "status": _status,
}
