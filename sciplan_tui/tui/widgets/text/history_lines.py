"""What the history says in a line, and of one entry below: what was done, from where, and every row that it touched."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sciplan_tui.core.detail.entry import ADDED, ALTERED, REMOVED, EntryDetail, Touch
from sciplan_tui.core.journal import Entry
from sciplan_tui.core.sentence import change as change_sentence
from sciplan_tui.core.sentence.entry import door, with_notes
from sciplan_tui.locale import say
from sciplan_tui.tui.by_keys import by_keys
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow, right
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.text.standing_text import ROOMY
from sciplan_tui.tui.widgets.text.task_text import DIM

NUMBER, AT, DOOR, PLAN, SIZE, STATE = 6, 18, 9, 16, 9, 8
_HOW = {ADDED: "history.added", REMOVED: "history.removed", ALTERED: "history.altered_count"}


def header(width: int) -> Pieces:
    """The names of the columns."""
    what = fit(say("history.what"), _what(width))
    lead = fit("", NUMBER) + fit(say("history.at"), AT) + fit(say("history.door"), _door(width))
    plan = fit(say("history.plan"), _plan(width))
    return [(f"{lead}{what}{plan}{right(say('history.changes'), SIZE)}  {say('history.state')}", "class")]


def _what(width: int) -> int:
    return max(width - NUMBER - AT - _door(width) - _plan(width) - SIZE - STATE - 2, 10)


def _door(width: int) -> int:
    """Where an entry comes from has a column where there is room."""
    return DOOR if width >= ROOMY else 0


def _plan(width: int) -> int:
    """The plan has a column where there is room."""
    return PLAN if width >= ROOMY else 0


def told(entry: Entry) -> str:
    """What was done, the note that was given, and the evidence."""
    return narrow(with_notes(entry))


def pieces(entry: Entry, size: int | None, width: int) -> Pieces:
    """Number, time, what was done, how many rows it touched; what is undone is dim and says so."""
    ink = "text" if entry.in_force else "context"
    return [
        (right(str(entry.id), NUMBER - 2) + "  ", "number"),
        (fit(entry.at.replace("T", " ")[:16], AT), "legend"),
        (fit(door(entry), _door(width)), "legend"),
        (fit(told(entry), _what(width) - 1) + " ", ink),
        (fit(str(entry.summary.get("plan") or ""), _plan(width)), "legend"),
        (right("" if size is None else str(size), SIZE) + "  ", "number"),
        ("" if entry.in_force else say("history.undone"), "notice"),
    ]


def turn_of(entry: Entry) -> str:
    """What could be done with it: `undo`, or `redo` where it no longer holds or is itself an undo."""
    return "redo" if entry.kind == "undo" or not entry.in_force else "undo"


def detail(entry: Entry, found: EntryDetail | None, width: int) -> Content:
    """An entry in full; `found` None: as yet only the entry itself is known."""
    from_where = say("history.came_through", door=door(entry)) if door(entry) else ""
    aside = "  ".join(filter(None, (entry.at.replace("T", " ")[:16], from_where)))
    lines = [hang([], [[(told(entry), "bold")], [(aside, DIM)]], width)]
    if found is None:
        return joined([*lines, plain(say("history.reading"), DIM)])
    for facts in (_standing(entry, found), _extent(found)):
        lines.append(hang([], [[(fact, "")] for fact in facts], width, between="   "))
    lines += [_touch(touch, width) for touch in found.touches]
    left = found.total - len(found.touches)
    return joined([*lines, plain(say("history.more", count=left), DIM)] if left > 0 else lines)


def _touch(touch: Touch, width: int) -> Content:
    """A row and what it says, on lines of its own below its sign."""
    called = narrow(change_sentence.lead(touch))
    fields = [[(narrow(field), "")] for field in change_sentence.fields(touch)]
    return hang([(called[:2], DIM)], [[(called[2:], DIM)], *fields], width)


def _standing(entry: Entry, found: EntryDetail) -> Iterator[str]:
    """Whether it can be undone or done again, or why not."""
    if entry.undoes and entry.kind in ("undo", "redo"):
        yield say(
            "history.taking_back" if entry.kind == "undo" else "history.done_again", entry=entry.summary.get("entry")
        )
    turn = turn_of(entry)
    if found.why_not:
        yield by_keys(found.why_not)
    else:
        yield say(f"history.can_{turn}" if found.checked else f"history.try_{turn}")


def _extent(found: EntryDetail) -> Iterator[str]:
    """Where it came from, and how much it touched."""
    if found.source:
        yield say("history.source", name=found.source)
    yield say("history.total", count=found.total)
    for (table, how), count in found.counts.items():
        yield f"{say(f'word.table.{table}')} {say(_HOW[how], count=count)}"
