"""The tasks that a unit holds in one role, with their marks; in two empty columns it writes what it has done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sciplan_tui.core.duty_paper.facts import DutyPaper
from sciplan_tui.core.duty_paper.table import FILL, Row, notes, query, without_empty
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sentence.evidence import evidence_sent
from sciplan_tui.core.sheet import Column, Names, Sheet, columns
from sciplan_tui.core.unit.detail import UnitDuty
from sciplan_tui.locale import say


def task_table(paper: DutyPaper, role: Role) -> Sheet:
    """In document order: the tasks that print the unit, and those that inherit it."""
    held: dict[int, list[UnitDuty]] = {}
    for duty in paper.settled:
        for one in duty.tasks if duty.role is role else ():
            held.setdefault(one.task_id, []).append(duty)
    milestones = [m for m in paper.unit.milestones if any(m.milestone_id in paper.marks[task] for task in held)]
    several = len({at for task, at in paper.facts.noted if task in held}) > 1
    key = paper.unit.plan.key
    heads = (
        *columns("path title held printed lead deadline"),
        *(Column(f"mark:{m.key}", m.label, key) for m in milestones),
        *columns("remarks progress evidence"),
    )
    rows = tuple(
        (
            *_task(paper, task, held[task]),
            *(paper.marks[task].get(m.milestone_id) for m in milestones),
            "\n".join(_remarks(paper, task, several=several)),
            *("" for _ in FILL),
        )
        for task in paper.facts.tasks
        if task in held
    )
    queries = [query(share, role) for share in paper.shares if any(share.of(role))]
    return without_empty(Sheet(f"duty_{role}", heads, rows, notes=notes(paper, queries)), *FILL)


def _task(paper: DutyPaper, task_id: int, duties: Sequence[UnitDuty]) -> Row:
    task = paper.facts.tasks[task_id]
    own = [duty for duty in duties if duty.through is None]
    printed = dict.fromkeys(duty.printed for duty in own if duty.printed not in ("", paper.unit.name))
    lead = paper.names(task_id, Role.LEAD)
    more = bool(lead) and Role.LEAD in paper.open_roles(task_id)
    held = say("word.between").join(dict.fromkeys(_how(duty, task_id) for duty in duties))
    return task.path, task.title, held, Names(tuple(printed)), Names(lead, more), task.deadline


def _how(duty: UnitDuty, task_id: int) -> str:
    """Printed at the task, ruled, or inherited from the one above it; where so, by membership in a collective."""
    if duty.task_id != task_id:
        how = say("duty_paper.inherited", path=duty.path)
    else:
        how = say(f"word.origin.{duty.origin}")
        facts = " ".join(fact for fact in (duty.ruled_by, duty.ruled_on) if fact)
        how = say("duty_paper.ruled", how=how, facts=facts) if facts else how
    return say("duty_paper.through", how=how, name=duty.through) if duty.through else how


def _remarks(paper: DutyPaper, task_id: int, *, several: bool) -> Iterator[str]:
    """When the marks of a task were noted, with what, and where the proof lies; at which milestone, where the table
    tells of several."""
    for milestone in paper.unit.milestones:
        noted = paper.facts.noted.get((task_id, milestone.milestone_id))
        told = (noted.on, noted.note, *evidence_sent(noted.evidence)) if noted else ()
        said = " ".join(fact for fact in told if fact)
        if said and several:
            yield say("duty_paper.remark", milestone=milestone.label, said=said)
        elif said:
            yield said
