"""How a draft says what it knows: counts with the queries beneath, tasks with what was noted, figures, gaps.

Whatever the record does not hold is a gap for a person to fill in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.core.draft.facts import Draft, DraftAction, counted
from sciplan_tui.core.outline.place import place_words
from sciplan_tui.core.paper import Block, Heading, Line, Place
from sciplan_tui.core.plan import Status, Target
from sciplan_tui.core.progress.board import Card
from sciplan_tui.core.progress.facts import UNMARKED
from sciplan_tui.core.progress.figures import Figure
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.sentence.day import day_words
from sciplan_tui.core.sentence.target import measured, promised
from sciplan_tui.core.sheet import Column, Sheet, Value
from sciplan_tui.core.view.command_line import tasks_command
from sciplan_tui.locale import say

_LACKING = {UNMARKED: "progress", Status.BLOCKED: "why_blocked", Status.NOT_APPLICABLE: "why_not"}
"""What a person has to tell of a task, by its state; of all others what was done."""
ITEM = 4
"""The level of a paragraph that is numbered as a heading is, and set as text."""


def gap(what: str) -> str:
    """A gap; `what`: a text of the area `draft`."""
    return say("paper.gap_of", what=say(f"draft.gap.{what}"))


def gap_line(what: str) -> Line:
    """A paragraph that a person writes."""
    return Line(gap(what))


def counts(draft: Draft, cards: Sequence[Card], terms: Sequence[str], said: str = "draft.counts") -> Iterator[Line]:
    """A sentence of how many stand how, and beneath it how each number is found."""
    of = counted(cards)
    states = say("draft.between").join(
        say("draft.count", state=state_name(state), count=count) for state, count in of if state != LATE
    )
    late = dict(of).get(LATE, 0)
    yield Line(say(said, tasks=len(cards), states=states) + (say("draft.late", count=late) if late else ""))
    yield trace(draft, terms, [("", len(cards)), *of])


def trace(draft: Draft, terms: Sequence[str], numbers: Sequence[tuple[str, int]]) -> Line:
    """How numbers are found: the query of all, then what is added to it for each state."""
    first, *more = numbers
    said = [say("draft.trace", query=draft.asking(*terms, *filter(None, [_term(draft, first[0])])), count=first[1])]
    said += [say("draft.trace.more", term=draft.at(state), count=count) for state, count in more]
    return Line(say("draft.trace.between").join(said), Place.SMALL)


def _term(draft: Draft, state: str) -> str:
    return draft.at(state) if state else ""


def state_name(state: str) -> str:
    """How a state, or the light of the late, is called; a report calls what is not marked what it is to its readers."""
    return say("draft.nothing_told" if state == UNMARKED else f"word.status.{state}")


def item(text: str) -> Heading:
    """A numbered paragraph."""
    return Heading(text.strip(), ITEM)


def task(card: Card, count: int = 1) -> str:
    """A task with its place in the plan; `count`: of it and those below it that are meant."""
    told = {"title": card.task.title, "path": place_words(card.task.path)}
    return say("draft.task", **told) if count == 1 else say("draft.task_with_below", **told, count=count)


def tasks(cards: Sequence[Card]) -> str:
    """Several tasks in a row."""
    return say("draft.between").join(task(card) for card in cards)


def alike(cards: Iterable[Card]) -> Iterator[list[Card]]:
    """Tasks that follow each other, each with those below it of which all is told alike."""
    run = list[Card]()
    for card in cards:
        if run and card.task.path.startswith(f"{run[0].task.path}.") and _told(card) == _told(run[0]):
            run.append(card)
            continue
        if run:
            yield run
        run = [card]
    if run:
        yield run


def _told(card: Card) -> tuple[object, ...]:
    return card.state, card.light, card.task.leads, card.mark and (card.mark.on, card.mark.note)


def marked(card: Card, *, count: int = 1, asking: bool = True) -> str:
    """A task, how it stands, since when, and what was noted, in the words in which it was; `asking`: else a gap.

    `count`: of it and those below it of which that is told.
    """
    mark = card.mark
    on = say("draft.since", day=day_words(mark.on)) if mark and mark.on else ""
    told = say("draft.marked", task=task(card, count), state=state_name(card.state) + on)
    if mark and mark.note:
        return told + say("draft.noted", note=mark.note)
    return told + (gap(_LACKING.get(card.state, "what_was_done")) if asking else "")


def one_by_one(cards: Sequence[Card], *, asking: bool = True) -> Iterator[Block]:
    """Tasks with a mark each with what was noted, those without one in a row; `asking`: with gaps to be filled in, each
    for one task alone."""
    with_marks = [card for card in cards if card.mark is not None]
    for first, *below in ([card] for card in with_marks) if asking else alike(with_marks):
        yield item(marked(first, count=1 + len(below), asking=asking))
    if unmarked := [card for card in cards if card.mark is None]:
        told = say("draft.unmarked", count=len(unmarked), tasks=tasks(unmarked))
        yield item(told + (gap("progress") if asking else ""))


def leads(draft: Draft, action: DraftAction) -> Line:
    """Who leads an action, and the tasks in it that others lead; where the plan does not say so, a gap."""
    apart = action.led_apart
    said = [say("draft.leads", units=_led(draft, action.leads))] if action.leads or not apart else []
    said += [say("draft.led_apart", tasks=tasks(cards), units=_led(draft, units)) for units, cards in apart.items()]
    return Line(say("draft.between_words").join(said))


def owed(draft: Draft) -> Iterator[Block]:
    """What is blocked, each task with what was noted; then what is late beside, by who leads it."""
    blocked = [card for card in draft.cards if card.state == Status.BLOCKED]
    late = [card for card in draft.cards if card.light == LATE]
    yield from _so_many(draft, str(Status.BLOCKED), blocked)
    for first, *below in alike(blocked):
        yield item(say("draft.led", task=marked(first, count=1 + len(below)), units=_led(draft, first.task.leads)))
    yield from _so_many(draft, LATE, late)
    by_leads: defaultdict[tuple[int, ...], list[Card]] = defaultdict(list)
    for card in late:
        if card.state != Status.BLOCKED:
            by_leads[card.task.leads].append(card)
    for units, cards in by_leads.items():
        yield item(say("draft.late_of", units=_led(draft, units), tasks=tasks(cards)))


def _so_many(draft: Draft, state: str, cards: Sequence[Card]) -> Iterator[Block]:
    yield Line(say(f"draft.{state}_tasks", count=len(cards)) if cards else say(f"draft.no.{state}"))
    yield trace(draft, (), [(state, len(cards))])


def _led(draft: Draft, units: Sequence[int]) -> str:
    return say("draft.between").join(draft.name(unit) for unit in units) or gap("lead")


# Figures

_KEYS = ("path", "indicator", "aim", "deadline", "reported", "reported_on", "met")


def figures(draft: Draft) -> Iterator[Block]:
    """The figures with their aims and what was reported for them; where nothing was, gaps. Notes are quoted."""
    some = draft.overview.figures
    if not some:
        yield Line(say("draft.no_figures"))
        return
    listed = tasks_command(draft.query, draft.plan.key, as_of=draft.day, what="targets")
    note = say("draft.note.query"), listed
    yield Sheet("figures", tuple(Column(key) for key in _KEYS), tuple(map(_figure, some)), notes=(note,))
    for one in some:
        if one.reported and one.reported.note:
            yield item(
                say("draft.marked", task=_called(one), state=_value(one)) + say("draft.noted", note=one.reported.note)
            )
    if any(one.reported is None for one in some):
        yield gap_line("figures")


def missed(draft: Draft) -> Iterator[Block]:
    """The figures whose aim what was reported does not reach."""
    if some := [one for one in draft.overview.figures if one.met is False]:
        yield Line(say("draft.missed"))
        yield from (
            item(say("draft.short_of", figure=_called(one), value=_value(one), aim=aim(one.aim))) for one in some
        )


def _figure(one: Figure) -> tuple[Value, ...]:
    on = one.reported.on if one.reported else None
    return one.aim.path, one.aim.indicator, aim(one.aim), one.aim.deadline, _value(one), on, one.met


def _value(one: Figure) -> str:
    """What was reported, or a gap."""
    return measured(one.reported.value, one.aim.unit) if one.reported else say("paper.gap")


def _called(one: Figure) -> str:
    return say("draft.task", title=one.aim.indicator, path=one.aim.path)


def aim(target: Target) -> str:
    """What is to be reached, how often, and whether it is only aspired to."""
    often = say(f"word.frequency.{target.frequency}") if target.frequency else ""
    wish = say("word.head.aspirational") if target.aspirational else ""
    return say("draft.between_words").join(filter(None, (wish, often, promised(target))))
