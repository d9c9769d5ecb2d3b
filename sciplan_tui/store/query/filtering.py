"""What a query means for stored tasks: one Query becomes two sets of them.

`printed` are the tasks that print the match themselves, `matched` also those that inherit it from their holder, the
nearest self-or-ancestor that prints a statement. Proposed assignments never match. What is denied is denied both
ways: `-lead:x` and `no:lead` leave out whoever prints or inherits it. A node of the outline matches by what it says,
never by what it lacks: where all conditions are denials or scopes, only tasks match.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import zip_longest

from sciplan_tui.core.folding import fold
from sciplan_tui.core.outline.flags import Flags, both, either, without
from sciplan_tui.core.plan import COUNTED_KINDS, Status
from sciplan_tui.core.progress.milestone_key import KnownMilestone, meant
from sciplan_tui.core.progress.status import LATE, NEAR, SETTLED, due_at, due_day, light
from sciplan_tui.core.query.number import number_meant
from sciplan_tui.core.query.syntax import UNIT_FIELDS, Query, Term
from sciplan_tui.core.query.words import COUNTED, NO_MARK
from sciplan_tui.errors import QueryError
from sciplan_tui.store.conditions import gaps
from sciplan_tui.store.query.contents import Contents
from sciplan_tui.store.query.known import Known, KnownPlan
from sciplan_tui.store.query.unit_filtering import held_by, held_itself


@dataclass(frozen=True, slots=True)
class Filter:
    """The two sets of tasks that a query means. `everything`: it has no terms."""

    printed: Flags
    matched: Flags
    everything: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a term is held against: `inherited` tells whether what the holder prints counts too."""

    known: Known
    contents: Contents
    inherited: bool


ROLES = {"lead": ("lead",), "resp": ("responsible",), "support": ("support",), "unit": ()}


def translate(query: Query, known: Known, contents: Contents) -> Filter:
    """The two sets of `query`. QueryError where a milestone is not to be found, or not the only one."""
    asked = _Asked(known, contents, inherited=False)
    bounds = [contents.outline.counted] if _only_denies(query) else []
    own = [_condition(term, asked) for term in query.terms]
    printed = _all([*own, *bounds], contents)
    if not query.names_units:
        return Filter(printed, printed, not query.terms)
    inherited = [_with_inherited(term, flags, asked) for term, flags in zip(query.terms, own, strict=True)]
    return Filter(printed, either(printed, _all([*inherited, *bounds], contents)), everything=False)


def _with_inherited(term: Term, own: Flags, asked: _Asked) -> Flags:
    """What is denied looks at inherited units as it is."""
    if term.field not in UNIT_FIELDS or term.negated:
        return own
    if not asked.known.standing.collectives_of:
        return asked.contents.outline.inheriting(own)
    return _condition(term, replace(asked, inherited=True))


def plans_meant(query: Query, known: Known) -> tuple[frozenset[int], Query]:
    """The plans that the query looks at, and the rest of it, which says what of them. A plan that is denied is left in
    the rest."""
    scopes = [term for term in query.terms if term.field == "plan" and not term.negated]
    rest = tuple(term for term in query.terms if term not in scopes)
    meant = (plan.plan_id for plan in known.plans if all(_answers(plan, term, known) for term in scopes))
    return frozenset(meant), Query(rest, query.text)


def _answers(plan: KnownPlan, term: Term, known: Known) -> bool:
    """A name that is the very key of a plan means that one alone, not those whose keys go on from it."""
    keys = {fold(one.key) for one in known.plans}
    return any(fold(plan.key) == fold(name) if fold(name) in keys else plan.answers_to(name) for name in term.values)


def _only_denies(query: Query) -> bool:
    denials = [term for term in query.terms if _denies(term)]
    says = [term for term in query.terms if not _denies(term) and term.field not in ("plan", "path")]
    return bool(denials) and not says


def _denies(term: Term) -> bool:
    lacks_mark = term.field == "mark" and (not term.equal or NO_MARK in term.values)
    return (term.negated) != (term.field == "no" or lacks_mark)


def _condition(term: Term, asked: _Asked) -> Flags:
    """The term as it is meant: what is denied looks at inherited units too."""
    if term.field in UNIT_FIELDS and term.negated:
        asked = replace(asked, inherited=True)
    found = _TERMS[term.field](term, asked)
    return without(found) if term.negated else found


def _all(sets: Sequence[Flags], contents: Contents) -> Flags:
    return reduce(both, sets) if sets else b"\1" * len(contents.outline)


def _any(sets: Sequence[Flags], asked: _Asked) -> Flags:
    return reduce(either, sets) if sets else bytes(len(asked.contents.outline))


def _word(term: Term, asked: _Asked) -> Flags:
    said = asked.contents.saying(fold(term.value))
    return either(said, _units(term.value, (), replace(asked, inherited=False)))


def _number(term: Term, asked: _Asked) -> Flags:
    """What says the word, and what is numbered so: a path ends in the number that is printed."""
    meant = number_meant(term.value)
    if meant is None:
        return _word(term, asked)
    contents = asked.contents
    tails = (str(meant.value), f".{meant.value}")
    numbered = bytes([path == tails[0] or path.endswith(tails[1]) for path in contents.paths])
    return either(_word(term, asked), contents.bracketed(numbered) if meant.bracketed else numbered)


def _unit(term: Term, asked: _Asked) -> Flags:
    roles = ROLES[term.field]
    return _itself(term.value, roles, asked) if term.exact else _units(term.value, roles, asked)


def _itself(name: str, roles: Sequence[str], asked: _Asked) -> Flags:
    known, outline = asked.known, asked.contents.outline
    tasks = held_itself(name, roles, known.units, known.standing, asked.contents)
    return outline.inheriting(tasks) if asked.inherited else tasks


def _units(name: str, roles: Sequence[str], asked: _Asked) -> Flags:
    """What a collective holds its members hold as inherited, never as printed."""
    known, outline = asked.known, asked.contents.outline
    tasks = held_by(name, roles, known.units, known.standing, asked.contents, through=asked.inherited)
    return outline.inheriting(tasks) if asked.inherited else tasks


def _plan(term: Term, asked: _Asked) -> Flags:
    known = asked.known
    return asked.contents.outline.of_plans([plan.plan_id for plan in known.plans if _answers(plan, term, known)])


def _path(term: Term, asked: _Asked) -> Flags:
    path = fold(term.value).strip(".")
    return bytes([said == path or said.startswith(f"{path}.") for said in asked.contents.paths])


def _kind(term: Term, asked: _Asked) -> Flags:
    every = COUNTED_KINDS if COUNTED in term.values else ()
    return asked.contents.of_kinds([*term.values, *every])


def _target(term: Term, asked: _Asked) -> Flags:
    if not fold(term.value):
        return asked.contents.tasks("SELECT task_id FROM target")
    said = "replace(lower(indicator || char(10) || unit || char(10) || coalesce(quote, '')), ' ', '')"
    return asked.contents.tasks(f"SELECT task_id FROM target WHERE instr({said}, ?) > 0", (fold(term.value),))


def _figure(term: Term, asked: _Asked) -> Flags:
    from sciplan_tui.store.figure.standing import tasks_standing  # few queries ask it, and the first screen does not

    return asked.contents.those(tasks_standing(asked.contents.connection, term.values, asked.known.day))


def _no(term: Term, asked: _Asked) -> Flags:
    return _all([_lacking(what, asked) for what in term.values], asked.contents)


def _lacking(what: str, asked: _Asked) -> Flags:
    """What a task that stands under no statement lacks it does lack, but for a lead where it is led task by task."""
    contents = asked.contents
    if what in ("target", "mark"):
        return without(contents.tasks(f"SELECT task_id FROM {what}"))
    every = [unit for unit, _ in asked.known.units]
    held = contents.outline.inheriting(contents.duties.tasks(every, ROLES[what]))
    return without(either(held, contents.outline.led_below(held)) if what == "lead" else held)


def _mark(term: Term, asked: _Asked) -> Flags:
    milestones = _meant(term, asked.known)
    ids = [milestone.milestone_id for milestone in milestones]
    if not term.values:
        return _marked(ids, (), asked)
    wanted = [value for value in term.values if value not in (NO_MARK, LATE, NEAR)]
    options = [_marked(ids, wanted, asked)] if wanted else []
    if NO_MARK in term.values:
        options.append(without(_marked(ids, (), asked)))
    options += [_lit(value, milestones, asked) for value in term.values if value in (LATE, NEAR)]
    fits = _any(options, asked)
    return both(_of_their_plans(milestones, asked), fits if term.equal else without(fits))


def _of_their_plans(milestones: Sequence[KnownMilestone], asked: _Asked) -> Flags:
    return asked.contents.outline.of_plans({m.plan_id for m in milestones})


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


def _marked(milestones: Sequence[int], states: Sequence[str], asked: _Asked) -> Flags:
    state = f" AND status IN ({gaps(states)})" if states else ""
    sql = f"SELECT task_id FROM mark WHERE milestone_id IN ({gaps(milestones)}){state}"
    return asked.contents.tasks(sql, (*milestones, *states))


def _status(term: Term, asked: _Asked) -> Flags:
    states = [value for value in term.values if value not in (LATE, NEAR)]
    dated = [m.milestone_id for m in asked.known.milestones if m.has_column]
    options = [_marked(dated, states, asked)] if states else []
    every = asked.known.milestones
    return _any([*options, *(_lit(value, every, asked) for value in term.values if value in (LATE, NEAR))], asked)


def _lit(wanted: str, milestones: Sequence[KnownMilestone], asked: _Asked) -> Flags:
    """Tasks with that light at one of these: not settled there; a node of the outline only if it has a mark there.

    Each round takes one milestone of each plan, so that a task is held against its own plan's only. Where each task has
    a deadline of its own, it is held against that.
    """
    known = asked.known
    own = [m for m in milestones if m.of_tasks]
    lit = [both(_unsettled(own, asked), _due(wanted, asked))] if own else []
    due = [m for m in milestones if m.has_column and light(None, due_at(m.kind, m.end, None), known.today) == wanted]
    by_plan = ([m for m in due if m.plan_id == plan.plan_id] for plan in known.plans)
    rounds = [[m for m in round_ if m] for round_ in zip_longest(*by_plan)]
    return _any([*lit, *(_unsettled(milestones, asked) for milestones in rounds)], asked)


def _due(wanted: str, asked: _Asked) -> Flags:
    """The tasks whose own deadline is past, or near."""
    found = asked.contents.connection.execute("SELECT id, deadline FROM task WHERE deadline IS NOT NULL")
    today = asked.known.today
    return asked.contents.those(task for task, deadline in found if light(None, due_day(deadline), today) == wanted)


def _unsettled(milestones: Sequence[KnownMilestone], asked: _Asked) -> Flags:
    ids = [m.milestone_id for m in milestones]
    unmarked = both(asked.contents.outline.counted, without(_marked(ids, (), asked)))
    lit = either(_marked(ids, sorted(set(Status) - SETTLED), asked), unmarked)
    return both(_of_their_plans(milestones, asked), lit)


_TERMS: dict[str, Callable[[Term, _Asked], Flags]] = {
    "word": _word,
    "number": _number,
    "lead": _unit,
    "resp": _unit,
    "support": _unit,
    "unit": _unit,
    "plan": _plan,
    "path": _path,
    "kind": _kind,
    "target": _target,
    "figure": _figure,
    "no": _no,
    "mark": _mark,
    "status": _status,
}
