"""The draft of a report as a paper: laid out as official papers are, filled from the record, with gaps where it has
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sciplan_tui.core.draft.facts import ACHIEVED, Draft, DraftKind, DraftPart, DraftUnit
from sciplan_tui.core.draft.words import (
    ITEM,
    alike,
    counts,
    figures,
    gap,
    gap_line,
    item,
    leads,
    marked,
    missed,
    one_by_one,
    owed,
    tasks,
    trace,
)
from sciplan_tui.core.export_options import with_columns
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.plan import MilestoneKind, Status
from sciplan_tui.core.progress.facts import PlanMilestone
from sciplan_tui.core.progress.sheets import overview_sheets
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.sentence.day import day_words
from sciplan_tui.locale import say

_SIGNS = 10
"""So many numerals the language has signs for; larger ones are made of them."""


def draft_paper(draft: Draft) -> Paper:
    """The paper: title, sections, who signs, and an annex of all counts."""
    named = {"unit": draft.unit or "", "plan": draft.plan.title, "milestone": draft.milestone.label}
    title = say(f"draft.title.{draft.kind}", **named).strip()
    blocks = (*_head(draft), *numbered(_BODIES[draft.kind](draft)), *_closing(draft), *_annex(draft))
    return Paper(title, tuple(blocks), foot=say("draft.foot", on=draft.day, state=draft.state))


def _head(draft: Draft) -> Iterator[Block]:
    """What it is, and what the lines beneath the numbers are for; to whom it goes."""
    yield Line(say("draft.as_of", day=day_words(draft.overview.progress.today)), Place.CENTRE)
    yield Line(say("draft.made", state=draft.state, on=draft.day), Place.SMALL)
    if draft.kind is not DraftKind.SUMMARY:
        yield Line(gap("addressee") + say("draft.colon"), Place.FLUSH)


def _closing(draft: Draft) -> Iterator[Block]:
    """Who signs, and the day."""
    yield Line(draft.unit or gap("signed"), Place.RIGHT)
    yield Line(day_words(draft.overview.progress.today), Place.RIGHT)


def _annex(draft: Draft) -> Iterator[Block]:
    """All counts in a table on pages on their side: by lead (or holder) for units, else by action."""
    by_unit = "by_lead" if draft.led else "by_unit"
    name = by_unit if draft.kind is DraftKind.BULLETIN else "by_action"
    made = {sheet.name: sheet for sheet in overview_sheets(draft.overview, draft.milestone.key)}[name]
    if draft.milestone.key not in draft.overview.keys or not made.rows:
        return
    yield PageBreak(landscape=True)
    yield Heading(say("draft.annex", name=say(f"export.sheet.{name}")))
    yield with_columns(made, [column.key for column in made.columns if column.key != "plan"])


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The headings numbered as official papers do, 一、（一）1.（1）.

    Those of the last level are paragraphs, and each list of them begins anew.
    """
    places = [0] * (ITEM + 1)
    for block in blocks:
        level = block.level if isinstance(block, Heading) else ITEM - 1
        places[level + 1 :] = [0] * (ITEM - level)
        if not isinstance(block, Heading):
            yield block
            continue
        places[level] += 1
        text = say(f"draft.heading.{level}", number=numeral(places[level], level), title=block.text)
        yield Line(text) if level == ITEM else Heading(text, level)


def numeral(number: int, level: int) -> str:
    """A number from 1 to 99 as headings of this level have it: by Chinese signs in the two uppermost."""
    signs = say("draft.numerals")
    if level > 2 or len(signs) < _SIGNS or number >= _SIGNS * _SIGNS:
        return str(number)
    tens, ones = divmod(number, _SIGNS)
    head = ("" if tens == 1 else signs[tens - 1]) + signs[_SIGNS - 1] if tens else ""
    return head + (signs[ones - 1] if ones else "")


def _section(name: str) -> Heading:
    return Heading(say(f"draft.section.{name}"))


def _due(milestone: PlanMilestone) -> str:
    if milestone.kind == MilestoneKind.DEADLINE:
        return say("draft.own_days")
    return say("draft.due", day=day_words(milestone.due)) if milestone.due else gap("due")


def _whole(draft: Draft) -> Iterator[Block]:
    """How far all is, and by when it is due."""
    yield Line(say("draft.about", plan=draft.plan.title, milestone=draft.milestone.label) + _due(draft.milestone))
    if draft.query:
        yield Line(say("draft.narrowed", query=draft.query), Place.SMALL)
    yield from counts(draft, draft.cards, ())


# 自评报告, 总结


def _report(section: str, told: Callable[[Draft, DraftPart], Iterator[Block]], draft: Draft) -> Iterator[Block]:
    """How all is, part by part as `told` tells it, the figures, and what is left to do."""
    yield _section("whole")
    yield from _whole(draft)
    yield gap_line("assessment")
    yield _section(section)
    for part in draft.parts:
        yield from told(draft, part)
    yield from _figures(draft)
    yield from _problems(draft)
    yield from _next(draft)


def _by_action(draft: Draft, part: DraftPart) -> Iterator[Block]:
    """The actions of a part, each with who leads, how far it is, and its tasks one by one."""
    yield Heading(part.node.title, 2)
    for action in part.actions:
        if action.node.task_id != part.node.task_id:
            yield Heading(action.node.title, 3)
        yield leads(draft, action)
        said = "draft.counts_itself" if action.counts_itself else "draft.counts"
        yield from counts(draft, action.cards, action.terms, said)
        yield from one_by_one(action.cards)


def _achieved(draft: Draft, part: DraftPart) -> Iterator[Block]:
    """How far a part is, and what is done in it, in the words in which it was noted."""
    yield Heading(part.node.title, 2)
    yield from counts(draft, part.cards, part.terms)
    done = [card for card in part.cards if card.state in ACHIEVED]
    yield from (item(marked(first, count=1 + len(below))) for first, *below in alike(done))
    yield gap_line("achieved" if done else "nothing_achieved")


def _figures(draft: Draft) -> Iterator[Block]:
    yield _section("figures")
    yield from figures(draft)


def _problems(draft: Draft) -> Iterator[Block]:
    yield _section("problems")
    yield from owed(draft)
    yield from missed(draft)
    yield gap_line("causes")


def _next(draft: Draft) -> Iterator[Block]:
    yield _section("next")
    yield gap_line("next")


# 通报


def _bulletin(draft: Draft) -> Iterator[Block]:
    yield _section("whole")
    yield from _whole(draft)
    yield from _by_unit(draft)
    yield from _unled(draft)
    yield _section("demands")
    yield gap_line("demands")


def _by_unit(draft: Draft) -> Iterator[Block]:
    """The units by how they stand: whoever leads, or, where nobody leads, whoever is responsible."""
    if not draft.led:
        yield Line(say("draft.by_holder" if draft.units else "draft.no_holder"))
    if not draft.units:
        return
    late = [unit for unit in draft.units if unit.of(LATE)]
    blocked = [unit for unit in draft.units if unit.of(Status.BLOCKED)]
    done = [unit for unit in draft.units if unit.settled]
    yield from _units(draft, "done", done, ())
    yield from _units(draft, "late", late, (LATE,))
    yield from _units(draft, "blocked", blocked, (str(Status.BLOCKED),))
    told = {unit.name for unit in (*done, *late, *blocked)}
    yield from _units(draft, "others", [unit for unit in draft.units if unit.name not in told], ())


def _units(draft: Draft, name: str, units: list[DraftUnit], states: tuple[str, ...]) -> Iterator[Block]:
    """The units of one kind, each with its counts and (`states`) with the tasks that stand so."""
    yield _section(f"units_{name}")
    if not units:
        units_are = say("draft.leading" if draft.led else "draft.holding")
        yield Line(say(f"draft.no_units_{name}", units=units_are))
    for unit in units:
        yield Heading(str(unit.name), 2)
        yield from counts(draft, unit.cards, unit.terms, "draft.counts_led" if draft.led else "draft.counts_held")
        yield from one_by_one(unit.of(*states), asking=False)


def _unled(draft: Draft) -> Iterator[Block]:
    """The tasks that nobody leads."""
    if unled := draft.unled:
        yield _section("unled")
        yield Line(say("draft.unled", count=len(unled.cards), tasks=tasks(unled.cards)) + gap("lead"))
        yield trace(draft, unled.terms, [("", len(unled.cards))])


_BODIES: dict[DraftKind, Callable[[Draft], Iterator[Block]]] = {
    DraftKind.SELF_EVALUATION: partial(_report, "parts", _by_action),
    DraftKind.BULLETIN: _bulletin,
    DraftKind.SUMMARY: partial(_report, "achieved", _achieved),
}
