"""What the boards of milestones say in a line, and in full below: a task's card, a lead's counts, a milestone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.plan import MilestoneKind, Status
from sciplan_tui.core.progress.board import Card, LeadCounts, settled
from sciplan_tui.core.progress.facts import COLUMNS, STATES, UNMARKED, PlanMilestone, Progress, days_until
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.progress.timeline import Moment
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.locale import listed, say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.text.task_text import DIM

BAR = 10
"""Cells between the brackets of a bar."""
DATE, WHEN = 11, 25
"""Cells of the day of a milestone, and of that and how long it is until then."""
COUNTED = 13
"""Cells of the counts behind it, on a screen that is not roomy."""
NAME = 30
"""Cells that the name of a lead has before a bar has any, or counts have names for heads."""
COUNT = 5
ROOMY = 100
"""Cells from which a line has room for words where it else has signs."""


def state_name(name: str) -> str:
    """One of COLUMNS in words."""
    return say(f"board.{name}" if name in (UNMARKED, LATE) else f"word.status.{name}")


def state_sign(name: str) -> str:
    """The same in one character."""
    return say("board.sign.unmarked" if name == UNMARKED else f"word.sign.{name}")


def unit_names(progress: Progress, units: Sequence[int], *, short: bool) -> str:
    """Who leads, or that nobody is printed as the lead."""
    names = [progress.units[unit][short] for unit in units]
    return (" ".join(names) if short else listed(names)) or say("board.no_lead")


def card_pieces(card: Card, *, chosen: bool, in_late: bool) -> Pieces:
    """A task under its state: whether it is selected, its light (among the late, its state), path and title."""
    sign, ink = (state_sign(card.state), card.state) if in_late else (state_sign(card.light) if card.light else "", "")
    title = narrow(f"{card.task.path} {card.task.title}")
    ink = ("none" if card.state == UNMARKED else ink) if in_late else (card.light or "text")
    return [("* " if chosen else "", "chosen"), (fit(sign, 3) if sign else "", ink), (title, "text")]


def card_detail(card: Card, progress: Progress, width: int) -> Content:
    """The task in full, its leads, and why it stands where it stands."""
    plan = next(plan for plan in progress.plans if plan.plan_id == card.task.plan_id)
    title = [(f"{card.task.path} {card.task.title}", "bold")] + ([(f"  {plan.key}", DIM)] if _several(progress) else [])
    lines = [hang([], [title], width)]
    lines += [hang([], [[(fact, "")] for fact in _standing(card, progress.today)], width, between="   ")]
    leads = say("board.leads", names=unit_names(progress, card.task.leads, short=False))
    lines.append(hang([], [[(leads, "")]], width))
    if card.mark:
        noted = [say("board.note", note=card.mark.note)] if card.mark.note else []
        noted += evidence(card.mark.evidence)
        lines += [hang([], [[(one, "")] for one in noted], width)] if noted else []
    return joined(lines)


def _standing(card: Card, today: date) -> Iterator[str]:
    yield narrow(card.milestone.label)
    yield say("board.state", state=state_name(card.state))
    if card.mark and card.mark.on:
        yield say("board.since", day=card.mark.on)
    if card.light and card.due:
        yield say(f"board.why.{card.light}", due=card.due, days=abs(days_until(card.due, today)))


def _several(progress: Progress) -> bool:
    return len(progress.plans) > 1


# Leads


def lead_header(width: int) -> Pieces:
    """The names of the columns of counts."""
    heads = [_right(say("board.total"), COUNT + 1), *(_right(_head(name, width), _wide(width)) for name in COLUMNS)]
    return [(fit(say("board.lead"), _name(width)) + "".join(heads), "class")]


def _head(name: str, width: int) -> str:
    return state_name(name) if _wide(width) > COUNT else state_sign(name)


def _wide(width: int) -> int:
    """Cells of a column of counts: as its name wants, where that leaves room for the names of leads."""
    wide = max(COUNT, max(cell_len(state_name(name)) for name in COLUMNS) + 1)
    return wide if width - COUNT - 1 - wide * len(COLUMNS) >= NAME else COUNT


def _name(width: int) -> int:
    """Cells of the name of a lead: what the counts leave, and the bar, where there is one."""
    room = width - COUNT - 1 - _wide(width) * len(COLUMNS)
    return max(12, min(room - BAR - 12 if _has_bar(width) else room, 44))


def _has_bar(width: int) -> bool:
    return width - COUNT - 1 - _wide(width) * len(COLUMNS) - BAR - 12 >= NAME


def _right(text: str, wide: int) -> str:
    shown = narrow(text)
    return " " * max(wide - cell_len(shown), 1) + (shown if cell_len(shown) < wide else fit(shown, wide - 1))


def lead_pieces(lead: LeadCounts, progress: Progress, width: int) -> Pieces:
    """A lead and how many of its tasks stand where."""
    name = _lead_name(lead, progress)
    counts: list[tuple[str, str]] = [(_right(str(lead.total), COUNT + 1), "text")]
    counts += [(_right(str(lead.counts.get(name) or "."), _wide(width)), _ink(name, lead.counts)) for name in COLUMNS]
    rest = [(f"  {bar(lead.counts, lead.total)}", "legend")] if _has_bar(width) else []
    return [(fit(name, _name(width)), "text"), *counts, *rest]


def _lead_name(lead: LeadCounts, progress: Progress) -> str:
    """The unit; among several plans also whose it is."""
    if lead.unit_id is None:
        return say("board.no_lead")
    name = progress.units[lead.unit_id][0]
    plan = next((plan for plan in progress.plans if plan.plan_id == lead.plan_id), None)
    return f"{name}  {plan.region or plan.key}" if plan and _several(progress) else name


def _ink(name: str, counts: Mapping[str, int]) -> str:
    if not counts.get(name):
        return "none"
    return "text" if name == UNMARKED else name


def lead_detail(lead: LeadCounts, progress: Progress, width: int) -> Content:
    """The same in words."""
    lines = [hang([], [[(_lead_name(lead, progress), "bold")], [(bar(lead.counts, lead.total), DIM)]], width)]
    lines.append(hang([], [[(fact, "")] for fact in counts_in_words(lead.counts)], width, between="   "))
    if lead.unit_id is not None:
        lines.append(plain(say("board.lead_hint"), DIM))
    return joined(lines)


def counts_in_words(counts: Mapping[str, int]) -> list[str]:
    """Each state that has tasks, with how many."""
    return [f"{state_name(name)} {counts[name]}" for name in COLUMNS if counts.get(name)]


def bar(counts: Mapping[str, int], total: int) -> str:
    """`[####==....] 12/39`: the part that no date presses any more, and behind it what is in progress."""
    done, going = filled((settled(counts), counts.get(Status.IN_PROGRESS, 0)), total, BAR)
    return f"[{'#' * done}{'=' * going}{'.' * (BAR - done - going)}] {settled(counts)}/{total}"


def filled(parts: Sequence[int], whole: int, width: int) -> list[int]:
    """How many of `width` cells each part takes of the whole: any part at least one, and never more than there are."""
    cells: list[int] = []
    for part in parts:
        wanted = max(part * width // whole, 1) if part and whole else 0
        cells.append(min(wanted, width - sum(cells)))
    return cells


# The timeline


def moment_pieces(moment: Moment, progress: Progress, width: int) -> Pieces:
    """When, how long until then, what, how far; where there is room also a bar, its kind and its line."""
    milestone, roomy = moment.milestone, width >= ROOMY
    ink = "context" if moment.days is not None and moment.days < 0 and not moment.counts.get(LATE) else "text"
    plan = next(plan.key for plan in progress.plans if plan.plan_id == milestone.plan_id)
    label = narrow(milestone.label) + (f"  {plan}" if _several(progress) else "")
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
    return "  ".join([*told, *([".."] if told and len(told) < len(every) else [])])


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


def moment_detail(moment: Moment, progress: Progress, width: int) -> Content:
    """The same in full."""
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
        ]
    )
