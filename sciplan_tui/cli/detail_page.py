"""One task or one unit in full, as plain lines: who, what was promised, how far, and the sentences that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sciplan_tui.core.detail.held_units import each_once
from sciplan_tui.core.detail.task import HeldUnit, MilestoneMark, SourceLine, TaskDetail
from sciplan_tui.core.open_list import open_roles
from sciplan_tui.core.plan import Origin, Problem, Role, Target
from sciplan_tui.core.progress.reported import Report
from sciplan_tui.core.sentence.corrected import corrected
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.core.unit.detail import UnitDetail
from sciplan_tui.locale import say


def detail_page(detail: TaskDetail | UnitDetail) -> Iterator[str]:
    """The lines that `show` prints."""
    if isinstance(detail, TaskDetail):
        return _task(detail)
    from sciplan_tui.cli.unit_page import unit_page

    return unit_page(detail)


def _task(task: TaskDetail) -> Iterator[str]:
    yield f"{task.plan.key}  {task.plan.title}"
    for depth, step in enumerate(task.ancestors):
        yield f"{'  ' * depth}{step.path} {step.title}"
    yield f"{'  ' * len(task.ancestors)}{task.path} {task.title}{say('word.aside', said=say(f'word.kind.{task.kind}'))}"
    yield from (f"{'  ' * len(task.ancestors)}{corrected(one)}" for one in task.corrected)
    yield ""
    yield from _units(task)
    if task.deadline:
        yield f"{say('word.head.deadline')}  {task.deadline}"
    yield from (f"{say('cli.show.target')}  {_target(target, report)}" for target, report, _ in task.figures)
    dated = [one for one in task.marks if one.milestone.end or one.mark.status]
    yield from (f"{say('cli.show.mark')}  {_mark(one)}" for one in dated)
    yield from (f"{say('cli.show.problem')}  {_problem(problem)}" for problem in task.problems)
    yield ""
    yield from _sources(task)
    if task.lines_left_out:
        yield say("cli.show.left_out", count=task.lines_left_out)


def _units(task: TaskDetail) -> Iterator[str]:
    """The units by role, each with its name as printed where that differs; an open list ends so."""
    opened = open_roles([unit for unit in task.units if unit.origin is not Origin.PROPOSED], task.open_list)
    for role in Role:
        held = [unit for unit in task.units if unit.role is role and unit.origin is not Origin.PROPOSED]
        if held:
            source = held[0].inherited_from
            note = "  " + say("cli.show.inherited", path=source) if source else ""
            more = say("cli.check.and_others") if role in opened else ""
            yield f"{say(f'word.role.{role}')}  {' '.join(map(_named, each_once(held)))}{more}{note}"
    for unit in task.units:
        if unit.origin is Origin.PROPOSED:
            role_word = say(f"word.role.{unit.role}")
            yield say("cli.check.proposed", role=role_word, unit=unit.name, line=unit.line).strip()


def _named(unit: HeldUnit) -> str:
    """A unit, with its name as printed where that differs, what was corrected of it, by what it was ruled, and what it
    is in the plan instead.
    """
    said = unit.instead_of or unit
    name = unit.name if said.printed in ("", unit.name) else f"{unit.name}[{said.printed}]"
    name += "".join(say("word.aside", said=corrected(one)) for one in unit.corrected)
    if unit.origin is not Origin.RULED:
        return name
    instead = say("duty.instead_of", role=say(f"word.role.{said.role}")) if unit.instead_of else None
    facts = " ".join(fact for fact in (unit.ruled_by, unit.ruled_on, instead) if fact)
    return say("cli.show.ruled", unit=name, facts=facts) if facts else name


def _target(target: Target, report: Report | None) -> str:
    from sciplan_tui.core.sentence.reported import proof, told

    value = f"{target.value:g}" if target.value_max is None else f"{target.value:g}-{target.value_max:g}"
    comparator = "" if target.value_max is not None else f"{target.comparator} "
    frequency = say(f"word.frequency.{target.frequency}") if target.frequency else ""
    parts = [target.indicator, f"{comparator}{value} {target.unit}", frequency, target.deadline or ""]
    parts += [*told(target, report), *proof(report)]
    return "  ".join(part for part in parts if part)


def _mark(one: MilestoneMark) -> str:
    state = say(f"word.status.{one.mark.status}") if one.mark.status else say("cli.show.unmarked")
    light = say(f"word.status.{one.mark.light}") if one.mark.light else ""
    due = say("word.noted", what=say("word.head.deadline"), said=one.mark.due) if one.mark.due else ""
    told = (one.milestone.label, state, light, due, one.on or "", one.note or "", *evidence(one.evidence))
    return "  ".join(part for part in told if part)


def _problem(problem: Problem) -> str:
    place = f"{say('cli.line', line=problem.line)}  " if problem.line is not None else ""
    return place + sentence(problem)


def _sources(task: TaskDetail) -> Iterator[str]:
    """The lines of the source; which edition they are of is said where they are not all of the newest."""
    told = any(line.edition for line in task.lines)
    for edition, lines in groupby(task.lines, lambda line: line.edition):
        if told:
            yield say("cli.show.edition", edition=edition) if edition else say("cli.show.newest")
        before: tuple[str, ...] = ()
        for line in lines:
            yield f"{line.number:>5}  {_row(line, before) if line.record else _source(line)}"
            before = line.statement


def _source(line: SourceLine) -> str:
    """A line of the source; the statement on it stands between >> and <<."""
    return "".join(f">>{text}<<" if lit else text for text, lit in line.pieces)


def _row(line: SourceLine, before: tuple[str, ...]) -> str:
    """What a row of a table says, and what it quotes, unless the row before quotes the same."""
    from sciplan_tui.core.sentence.record import told

    quoted = [f">>{text}<<" for text in line.statement if line.lit and line.statement != before]
    return "  ".join([told(line.record), *quoted])
