"""A milestone on the timeline: when it is, how far the tasks are, in a line and in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.plan import MilestoneKind
from sciplan_tui.core.progress.board import LeadCounts, settled
from sciplan_tui.core.progress.facts import STATES, UNMARKED, PlanMilestone, Progress
from sciplan_tui.core.progress.led_by import lead_name
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.progress.timeline import Moment
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined
from sciplan_tui.tui.widgets.text.standing_text import BAR, ROOMY, bar, counts_in_words, several, state_sign
from sciplan_tui.tui.widgets.text.task_text import DIM

DATE, WHEN = 11, 25
"""Cells of the day of a milestone, and of that and how long it is until then."""
COUNTED = 13
"""Cells of the counts behind it, on a screen that is not roomy."""
LEADS = 5
"""So many of those who lead most are told; all of them have a face of their own."""


def moment_pieces(moment: Moment, progress: Progress, width: int) -> Pieces:
    """When, how long until then, what, how far; where there is room also a bar, its kind and its line."""
    milestone, roomy = moment.milestone, width >= ROOMY
    ink = "context" if moment.days is not None and moment.days < 0 and not moment.counts.get(LATE) else "text"
    plan = next(plan.key for plan in progress.plans if plan.plan_id == milestone.plan_id)
    label = narrow(milestone.label) + (f"  {plan}" if several(progress) else "")
    far = _far(moment, roomy)
    room = 34 if roomy else width - WHEN - cell_len(far) - COUNTED - 2
    late = moment.counts.get(LATE, 0)
    signs = _counted(moment, width if roomy else width - WHEN - room - 2 - cell_len(far) - (7 if late else 0))
    return [
        (fit(milestone.due or "", DATE), "number"),
        (fit(days(moment.days), WHEN - DATE), _near_ink(moment)),
        (fit(label, room if far else room + 2 + (BAR + 9 if roomy else COUNTED)) + "  " * bool(far), ink),
        (fit(far, BAR + 9) if roomy and far else far, "done" if settled(moment.counts) else "legend"),
        (f"{state_sign(LATE)} {late}  " if late else "", "late"),
        (f"{signs}  ", "legend"),
        ("  ".join(_source(moment)) if roomy else "", "legend"),
    ]


def _far(moment: Moment, roomy: bool) -> str:
    """How many are settled of how many, with a bar where there is room; nothing where no marks are kept."""
    if not moment.tells:
        return ""
    return bar(moment.counts, moment.total) if roomy else f"{f'{settled(moment.counts)}/{moment.total}':<7}"


def _counted(moment: Moment, room: int) -> str:
    """How many stand in each state, as far as there is room for a whole number; last of all, what is unmarked: it is
    what the others leave."""
    names = [*(name for name in STATES if name != UNMARKED), UNMARKED]
    every = [f"{state_sign(name).strip()} {moment.counts[name]}" for name in names if moment.counts.get(name)]
    told = list(every)
    while told and cell_len("  ".join(told)) + (4 if len(told) < len(every) else 0) > room:
        told.pop()
    return "  ".join([*told, *([".."] if len(told) < len(every) and room > 1 else [])])


def _near_ink(moment: Moment) -> str:
    return "near" if moment.days is not None and 0 <= moment.days <= 30 else "legend"


def _source(moment: Moment) -> Iterator[str]:
    yield say(f"word.milestone.{moment.milestone.kind}")
    yield say("tui.source_line", line=moment.milestone.line) if moment.milestone.line else say("board.ruled")


def days(until: int | None) -> str:
    """How long until a day, or since."""
    if until is None:
        return ""
    return say("board.now") if not until else say("board.left" if until > 0 else "board.past", days=abs(until))


def _last_day(milestone: PlanMilestone) -> str:
    if milestone.due:
        return say("board.date", due=milestone.due)
    return say("board.own_days" if milestone.kind == MilestoneKind.DEADLINE else "board.no_date")


def moment_detail(moment: Moment, progress: Progress, width: int, leads: Sequence[LeadCounts] = ()) -> Content:
    """The same in full, and how far each of these leads is."""
    milestone = moment.milestone
    plan = next(plan for plan in progress.plans if plan.plan_id == milestone.plan_id)
    facts = [_last_day(milestone), days(moment.days)]
    facts += [say("board.kind", kind=say(f"word.milestone.{milestone.kind}")), [*_source(moment)][1]]
    told = [bar(moment.counts, moment.total), *counts_in_words(moment.counts)]
    return joined(
        [
            hang([], [[(milestone.label, "bold"), (f"  {milestone.key}  {plan.key}", DIM)]], width),
            hang([], [[(fact, "")] for fact in facts if fact], width, between="   "),
            hang([], [[(fact, "")] for fact in (told if moment.tells else [say("board.not_kept")])], width, "   "),
            *_leading(leads, progress, width),
        ]
    )


def _leading(leads: Sequence[LeadCounts], progress: Progress, width: int) -> Iterator[Content]:
    told = [[(lead_name(progress, lead.unit_id, short=True), ""), (_far_of(lead), DIM)] for lead in leads[:LEADS]]
    if told:
        more = [[("..", DIM)]] if len(leads) > LEADS else []
        yield hang([(f"{say('board.lead')}  ", DIM)], [*told, *more], width, between="   ")


def _far_of(lead: LeadCounts) -> str:
    late = lead.counts.get(LATE, 0)
    return f" {settled(lead.counts)}/{lead.total}" + (f" {state_sign(LATE)} {late}" if late else "")
