"""The text of the task screen, section by section, from what is known of the task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.content import Content

from sciplan_tui.core.detail.held_units import each_once
from sciplan_tui.core.detail.task import HeldUnit, MilestoneMark, PastMark, SourceLine, TaskDetail
from sciplan_tui.core.open_list import open_roles
from sciplan_tui.core.outline.place import number_words
from sciplan_tui.core.plan import REASONS, Origin, Role, Target
from sciplan_tui.core.progress.reported import Report
from sciplan_tui.core.sentence.corrected import corrected
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.core.sentence.origin import origin_notes
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.core.sentence.record import told as told_row
from sciplan_tui.core.sentence.reported import proof, told
from sciplan_tui.core.sentence.target import aim, conditions
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import Piece, hang
from sciplan_tui.tui.widgets.matrix.layout import numbered, plan_name
from sciplan_tui.tui.widgets.plain import joined, plain

DIM = "$ink-dim"
LIT = "bold $ink-notice"
_INKS = {Role.LEAD: "bold $ink-lead", Role.RESPONSIBLE: "$ink-responsible", Role.SUPPORT: "$ink-support"}


def task_text(task: TaskDetail, width: int) -> Content:
    """All sections that have something to say."""
    return joined(
        [
            *_path(task, width),
            *unit_lines(task, width),
            *_statement(task, width),
            *_targets(task, width),
            *_marks(task),
            *_problems(task, width),
            *_source(task, width),
        ]
    )


def _head(name: str, fact: str = "") -> Content:
    return Content("").join([plain(say(f"tui.task.{name}"), LIT), plain(f"  {fact}" if fact else "", DIM)])


def _path(task: TaskDetail, width: int) -> Iterator[Content]:
    yield plain(plan_name(task.plan), DIM)
    for depth, step in enumerate(task.ancestors):
        yield plain(f"{'  ' * depth}{numbered(number_words(step.number, step.path) or step.path, step.title)}", DIM)
    indent = "  " * len(task.ancestors)
    yield plain(f"{indent}{numbered(number_words(task.number, task.path) or task.path, task.title)}", "bold")
    notes = [say("tui.task.deadline", deadline=task.deadline)] if task.deadline else []
    notes += [say("tui.task.inferred")] if task.inferred else []
    notes += [say("tui.task.edition", edition=task.edition)] if task.edition else []
    notes += [corrected(one) for one in task.corrected]
    if notes:
        yield hang([(indent, "")], [[(note, DIM)] for note in notes], width)
    yield plain("")


def unit_lines(task: TaskDetail, width: int) -> Iterator[Content]:
    """The units by role, then what is proposed."""
    inherited = task.holder_path and task.holder_path != task.path
    yield _head("units", say("tui.task.inherited", path=task.holder_path) if inherited else "")
    settled = [unit for unit in task.units if unit.origin is not Origin.PROPOSED]
    if not settled:
        yield plain(f"  {say('tui.task.no_units')}")
    opened = open_roles(settled, task.open_list)
    for role in Role:
        held = [unit for unit in settled if unit.role is role]
        if held:
            yield _role(role, held, width, role in opened)
    yield plain("")
    yield from _proposals([unit for unit in task.units if unit.origin is Origin.PROPOSED], width)


def _proposals(proposed: list[HeldUnit], width: int) -> Iterator[Content]:
    """What the program suggests, each with its reason and the sentence that it reads so."""
    if proposed:
        yield _head("proposals", say("tui.task.proposals_are"))
    for unit in proposed:
        why = [say(f"word.proposal.{unit.reason}")] if unit.reason in REASONS else []
        why += [say("tui.source_line", line=unit.line)] if unit.line else []
        lead = [(f"  {say(f'word.role.{unit.role}')}  ", _INKS[unit.role])]
        yield hang(lead, [[(unit.name, ""), (_aside(why), DIM)]], width)
        if unit.quote:
            yield hang([("    ", "")], [[(unit.quote, DIM)]], width)
    if proposed:
        yield plain("")


def _role(role: Role, held: list[HeldUnit], width: int, opened: bool) -> Content:
    """The units of one role: names, and in brackets how the source prints them; an open list ends so."""
    lead = [(f"  {say(f'word.role.{role}')}  ", _INKS[role])]
    units = [_unit(unit) for unit in each_once(sorted(held, key=lambda unit: unit.order))]
    return hang(lead, [*units, *([[(say("tui.open_list"), DIM)]] if opened else [])], width)


def _unit(unit: HeldUnit) -> list[Piece]:
    said = unit.instead_of or unit
    notes = [say("tui.task.printed", printed=said.printed)] if said.printed != unit.name else []
    notes += origin_notes(unit)
    notes += [say("duty.instead_of", role=say(f"word.role.{said.role}"))] if unit.instead_of else []
    notes += [corrected(one) for one in unit.corrected]
    return [(unit.name, ""), (_aside(notes), DIM)]


def _aside(notes: list[str]) -> str:
    return say("word.aside", said=say("word.facts").join(notes)) if notes else ""


def _statement(task: TaskDetail, width: int) -> Iterator[Content]:
    """The sentence that proves the units, before all else of the source; once for all rows of a table that quote it."""
    lit = [line for line in task.lines if line.lit]
    for _, rows in groupby(lit, lambda line: (line.edition, line.statement, bool(line.record) or line.number)):
        lines = list(rows)
        yield hang([(f"  {_place(lines)}  ", DIM)], [[(text, LIT)] for text in lines[0].statement], width)
    if lit:
        yield plain("")


def _place(lines: Sequence[SourceLine]) -> str:
    first, last, edition = lines[0].number, lines[-1].number, lines[0].edition
    line = str(first) if first == last else f"{first}-{last}"
    return say("tui.source_line_of", line=line, edition=edition) if edition else say("tui.source_line", line=line)


def _targets(task: TaskDetail, width: int) -> Iterator[Content]:
    if task.targets:
        yield _head("targets")
        yield from (_target(*figure, width) for figure in task.figures)
        yield plain("")


def _target(target: Target, report: Report | None, edition: int | None, width: int) -> Content:
    """What is to be reached, and what was reported for it."""
    notes = conditions(target)
    of_edition = say("duty_paper.edition", number=edition) if edition else ""
    notes += [of_edition + say("tui.task.line", line=target.line)] if target.line else []
    facts = [(target.indicator, ""), (aim(target), "bold"), *((note, DIM) for note in notes)]
    facts += [*((said, "") for said in told(target, report)), *((said, DIM) for said in proof(report))]
    return hang([("  ", "")], [[fact] for fact in facts], width)


def _marks(task: TaskDetail) -> Iterator[Content]:
    marks = [mark for mark in task.marks if mark.mark.status or mark.milestone.end]
    if marks:
        yield _head("marks")
        yield from (_mark(mark) for mark in marks)
        yield plain("")
    if task.past:
        yield _head("past")
        yield from (_past(past) for past in task.past)
        yield plain("")


def _mark(mark: MilestoneMark) -> Content:
    state = say(f"word.status.{mark.mark.status}") if mark.mark.status else say("tui.unmarked")
    light = [say(f"word.status.{mark.mark.light}")] if mark.mark.light else []
    rest = filter(None, [*light, mark.on, mark.note, *evidence(mark.evidence)])
    told = [plain(f"  {mark.milestone.label}"), plain(state, "bold"), *map(plain, rest)]
    return Content("  ").join(told)


def _past(past: PastMark) -> Content:
    state = say(f"word.status.{past.status}") if past.status else say("tui.task.removed")
    kind = say(f"tui.history.{past.kind}")
    told = [past.at.replace("T", " ")[:16], kind, past.label, state, past.note, *evidence(past.evidence)]
    return plain("  " + "  ".join(filter(None, told)), DIM)


def _problems(task: TaskDetail, width: int) -> Iterator[Content]:
    if task.problems:
        yield _head("problems")
        for problem in task.problems:
            line = f"  {say('tui.task.line', line=problem.line)}" if problem.line else ""
            yield hang([("  ", "")], [[(sentence(problem), ""), (line, DIM)]], width)
        yield plain("")


def _source(task: TaskDetail, width: int) -> Iterator[Content]:
    """The lines, those of one edition together below a head that names it where it is not the newest."""
    for edition, group in groupby(task.lines, lambda line: line.edition):
        lines = tuple(group)
        which = {"first": lines[0].number, "last": lines[-1].number}
        told = say("tui.task.lines_of", edition=edition, **which) if edition else say("tui.task.lines", **which)
        yield _head("source", told)
        yield from (_line(line, width) for line in lines)
    if task.lines_left_out:
        yield plain(f"  {say('tui.task.left_out', count=task.lines_left_out)}", DIM)


def _line(line: SourceLine, width: int) -> Content:
    """The number, and the raw text with the statement lit; of a row of a table what it says."""
    pieces = [(text, LIT if lit else "") for text, lit in line.pieces]
    if line.record:
        pieces = [(told_row(line.record), LIT if line.lit else "")]
    return hang([(f"  {line.number:>4}  ", DIM)], [pieces], width)
