"""How far a unit's duties are: the figures promised in them, their marks at each review, the milestones to come."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.duty_paper.facts import DutyPaper, PaperFigure, PaperTask, Reported, Share
from sciplan_tui.core.duty_paper.table import Row, notes, place, query, row_note, without_empty
from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.plan import MilestoneKind, Status, Target
from sciplan_tui.core.progress.facts import UNMARKED, days_until
from sciplan_tui.core.progress.queries import marked
from sciplan_tui.core.sentence.target import measured, promised
from sciplan_tui.core.sheet import Code, Sheet, Value, code, columns
from sciplan_tui.locale import say

_ORDER = (None, *Status)
"""In which states are told: what is not marked first."""
_FIGURE = "year path indicator aim frequency deadline region aspirational reported value=filled evidence quote where"


def figures_table(paper: DutyPaper) -> Sheet:
    """The figures promised in the tasks it holds or inherits, by the year they are promised for."""
    figures = [figure for figure in paper.facts.figures if figure.task_id in paper.marks]
    rows = tuple(_figure(paper, figure) for figure in sorted(figures, key=lambda one: one.target.deadline or "9999"))
    queries = [query(share, None) for share in paper.shares]
    made = Sheet("duty_figures", columns(_FIGURE), rows, notes=notes(paper, queries, "targets"))
    return without_empty(made, "value", "evidence")


def _figure(paper: DutyPaper, figure: PaperFigure) -> Row:
    target, day = figure.target, paper.on.isoformat()
    reported = "\n".join(_reported(one, target) for one in figure.reported if one.on <= day)
    return (
        *((target.deadline or "")[:4], target.path, target.indicator, promised(target)),
        *(code("frequency", target.frequency), target.deadline, target.region),
        say("duty_paper.aspirational") if target.aspirational else None,
        *(reported, "", "", target.quote, place(figure.where)),
    )


def _reported(one: Reported, target: Target) -> str:
    """The day, the value in the figure's own unit, and what was noted with it."""
    return " ".join(filter(None, (one.on, measured(one.value, target.unit), one.note)))


def standing_table(paper: DutyPaper) -> Sheet:
    """At each review or evaluation how many of its tasks stand how, with those that inherit; which they are."""
    rows = tuple(
        row for milestone in paper.unit.milestones for share in paper.shares for row in _states(paper, milestone, share)
    )
    heads = columns("label due=last_day days through state=mark_state below=with_below paths query")
    return without_empty(Sheet("duty_standing", heads, rows, notes=(row_note(paper), *notes(paper))))


def _states(paper: DutyPaper, milestone: MarkColumn, share: Share) -> Iterator[Row]:
    """A row for each state, what is not marked first."""
    states: dict[MarkCell, list[PaperTask]] = {}
    for number, task in paper.counted(share, None).items():
        states.setdefault(paper.marks[number].get(milestone.milestone_id, MarkCell(None)), []).append(task)
    days = _days(paper, milestone.end)
    for cell, tasks in sorted(states.items(), key=lambda state: _ORDER.index(state[0].status)):
        asked = query(share, None, marked(milestone.key, str(cell.status or UNMARKED)))
        paths = " ".join(task.path for task in tasks)
        yield milestone.label, milestone.end, days, share.through, _state(cell), len(tasks), paths, asked


def _days(paper: DutyPaper, due: str | None) -> str:
    """How far a day lies ahead, or behind."""
    if due is None:
        return ""
    days = days_until(due, paper.on)
    return say("duty_paper.days_left" if days >= 0 else "duty_paper.days_past", count=abs(days))


def _state(cell: MarkCell) -> Value:
    """A state with its light; what is not marked is told in a word."""
    if cell.status:
        return cell
    light = say(f"word.status.{cell.light}") if cell.light else ""
    return f"{say('word.head.unmarked')} {light}".strip()


def ahead_table(paper: DutyPaper) -> Sheet:
    """The milestones of the plan that are not past, the nearest first; those without a date last. The deadlines of
    tasks stand beside the tasks."""
    day, dated = paper.on.isoformat(), [m for m in paper.facts.milestones if m.kind != MilestoneKind.DEADLINE]
    coming = [m for m in dated if m.due is None or m.due >= day]
    rows = tuple(
        (m.label, Code("milestone", m.kind), m.due, _days(paper, m.due), place(m.where))
        for m in sorted(coming, key=lambda m: m.due or "9999")
    )
    heads = columns("label kind due=last_day days where")
    return without_empty(Sheet("duty_ahead", heads, rows, notes=notes(paper, [""], "milestones")))
