"""What stands on a line of a duty sheet, and what is said of it in full below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.plan import REASONS, Origin
from sciplan_tui.core.progress.facts import days_until
from sciplan_tui.core.sentence.entry import noted, sentence
from sciplan_tui.core.sentence.reported import proof, told
from sciplan_tui.core.sentence.target import aim, conditions
from sciplan_tui.core.unit.detail import DutyBelow, UnitChange, UnitDetail, UnitDuty, UnitFigure
from sciplan_tui.core.unit.duty_sheet import DutyPart
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined
from sciplan_tui.tui.widgets.text.duty_lines import Fact, Line, mark_head, mark_ink, mark_sign, notes, part_title
from sciplan_tui.tui.widgets.text.task_text import DIM

MARKED_MOST = 4
"""Columns of marks at most: a plan has two or three reviews."""
PATHS_MOST = 6
Marks = Mapping[int, MarkCell]


def header(unit: UnitDetail, width: int) -> Pieces:
    """The milestones over their columns."""
    heads = "".join(_right(mark_head(one), wide) for one, wide in _columns(unit))
    return [(fit("", max(width - cell_len(heads), 0)), "class"), (heads, "class")]


def _columns(unit: UnitDetail) -> list[tuple[MarkColumn, int]]:
    return [(one, min(cell_len(narrow(mark_head(one))) + 2, 14)) for one in unit.milestones[:MARKED_MOST]]


def _right(text: str, wide: int) -> str:
    shown = narrow(text)
    return " " * (wide - cell_len(shown)) + shown if cell_len(shown) < wide else " " + fit(shown, wide - 1)


def pieces(line: Line, unit: UnitDetail, width: int, *, fold: str, chosen: bool) -> Pieces:
    """A line; `fold` is `+` or `-` where others stand below it, `chosen`: its task is selected."""
    if isinstance(line, Fact):
        return [(fit(say(f"duty.fact.{line.name}"), 8) if line.name else "", "legend"), (narrow(line.text), "text")]
    if isinstance(line, DutyPart):
        return [(f"{fold} {part_title(line)}", "outline"), (f"  {len(line.duties)}" if fold == "+" else "", "legend")]
    if isinstance(line, UnitChange):
        return list(_change(line))
    room = width - sum(wide for _, wide in _columns(unit))
    if isinstance(line, UnitFigure):
        said = "  ".join((line.target.indicator, *conditions(line.target), *told(line.target, line.reported)))
        return _marked(
            [("  ", "text"), (fit(line.target.path, 8), "number"), (f"{aim(line.target)}  ", "lead"), (said, "text")],
            line.marks, unit, room,
        )  # fmt: skip
    star = "*" if chosen else " "
    if isinstance(line, UnitDuty):
        return _marked(list(_duty(line, unit, star, fold)), line.marks, unit, room)
    below = line[1]
    said = narrow(f"{below.path} {below.title}")
    return _marked([(f"    {star} ", "chosen"), ('"  ', "legend"), (said, "context")], below.marks, unit, room)


def _duty(duty: UnitDuty, unit: UnitDetail, star: str, fold: str) -> Iterator[tuple[str, str]]:
    yield f"  {star} {fold or ' '} ", "chosen"
    yield fit(_sign(duty), 3), f"{duty.role}_proposed" if duty.origin is Origin.PROPOSED else str(duty.role)
    yield narrow(f"{duty.path} {duty.title}"), "text"
    yield f" [{len(duty.below)}]" if duty.below else "", "legend"
    yield "".join(f"  {note}" for note in notes(duty, unit)), "legend"


def _sign(duty: UnitDuty) -> str:
    """Its role in one character: ruled ones have their own, what is proposed a question mark."""
    ruled = "_ruled" if duty.origin is Origin.RULED else ""
    sign = say(f"word.sign.{duty.role}{ruled}")
    return f"{sign}?" if duty.origin is Origin.PROPOSED else sign


def _marked(said: list[tuple[str, str]], marks: Marks, unit: UnitDetail, room: int) -> Pieces:
    """A line with its marks at the right edge: what stands before them is cut to its room."""
    before: list[tuple[str, str]] = []
    left = room - 1
    for text, ink in said:
        shown = text if cell_len(text) <= left else fit(text, left)
        before.append((shown, ink))
        left -= cell_len(shown)
    before.append((" " * (left + 1), "text"))
    cells = ((marks.get(one.milestone_id), wide) for one, wide in _columns(unit))
    return [*before, *((_right(mark_sign(cell), wide), mark_ink(cell)) for cell, wide in cells)]


def _change(change: UnitChange) -> Iterator[tuple[str, str]]:
    entry = change.entry
    yield f"  {entry.at.replace('T', ' ')[:16]}  ", "number"
    yield narrow(sentence(entry)), "text" if entry.in_force else "context"
    yield "" if entry.in_force else say("word.aside", said=say("duty.undone")), "legend"
    yield f"  {_where(change)}", "legend"


def _where(change: UnitChange) -> str:
    if len(change.paths) > PATHS_MOST:
        return say("duty.at_more", paths=" ".join(change.paths[:PATHS_MOST]), count=len(change.paths))
    return say("duty.at", paths=" ".join(change.paths)) if change.paths else ""


# In full


def detail(line: Line, unit: UnitDetail, width: int, today: date) -> Content:
    """All that is known of what a line is of."""
    return joined(
        hang([], [[(text, ink)] for text, ink in row if text], width, "   ") for row in _told(line, unit, today)
    )


def _told(line: Line, unit: UnitDetail, today: date) -> Iterator[list[tuple[str, str]]]:
    if isinstance(line, Fact):
        yield [(unit.name, "bold"), (narrow(unit.plan.title), DIM)]
        yield [(line.text, "")]
    elif isinstance(line, DutyPart):
        yield [(part_title(line), "bold"), (say("duty.count", count=len(line.duties)), DIM)]
    elif isinstance(line, UnitChange):
        yield [(sentence(line.entry), "bold")]
        yield [
            (line.entry.at.replace("T", " ")[:16], DIM),
            (_where(line), ""),
            *((said, "") for said in noted(line.entry)),
        ]
    elif isinstance(line, UnitFigure):
        yield [(line.target.indicator, "bold"), (aim(line.target), "bold")]
        yield [(line.target.path, ""), *((said, "") for said in conditions(line.target)), _source(line.target.line)]
        yield [(said, "") for said in (*told(line.target, line.reported), *proof(line.reported))]
        yield from _standing(line.marks, unit, today)
    elif isinstance(line, UnitDuty):
        yield from _of_duty(line, unit, today)
    else:
        yield from _of_below(*line, unit, today)


def _of_duty(duty: UnitDuty, unit: UnitDetail, today: date) -> Iterator[list[tuple[str, str]]]:
    yield [(f"{duty.path} {duty.title}", "bold")]
    told = [(say(f"word.role.{duty.role}"), ""), *((note, "") for note in notes(duty, unit))]
    if duty.origin is Origin.PROPOSED:
        told.append((say("word.origin.proposed"), ""))
        told += [(say(f"word.proposal.{duty.reason}"), "")] if duty.reason in REASONS else []
    told += [(say("duty.below", count=len(duty.below)), DIM)] if duty.below else []
    yield [*told, _source(duty.line)]
    yield from _standing(duty.marks, unit, today)
    yield from _figures(duty.task_id, unit)


def _of_below(duty: UnitDuty, below: DutyBelow, unit: UnitDetail, today: date) -> Iterator[list[tuple[str, str]]]:
    yield [(f"{below.path} {below.title}", "bold")]
    yield [(say(f"word.role.{duty.role}"), ""), (say("duty.inherits", path=duty.path), DIM), _source(duty.line)]
    yield from _standing(below.marks, unit, today)
    yield from _figures(below.task_id, unit)


def _source(line: int | None) -> tuple[str, str]:
    return (say("tui.source_line", line=line) if line else "", DIM)


def _figures(task: int, unit: UnitDetail) -> Iterator[list[tuple[str, str]]]:
    for figure in unit.figures:
        if figure.task_id == task:
            yield [
                (f"{figure.target.indicator} {aim(figure.target)}", ""),
                *((s, DIM) for s in conditions(figure.target)),
                *((s, "") for s in told(figure.target, figure.reported)),
            ]


def _standing(marks: Marks, unit: UnitDetail, today: date) -> Iterator[list[tuple[str, str]]]:
    """The state at each milestone, and why it is late or nearly due."""
    told: list[tuple[str, str]] = []
    for milestone in unit.milestones:
        cell = marks.get(milestone.milestone_id)
        state = say(f"word.status.{cell.status}") if cell and cell.status else say("tui.unmarked")
        told.append((say("tui.mark_at", label=milestone.label, state=state), ""))
        if cell and cell.light and milestone.end:
            days = abs(days_until(milestone.end, today))
            told.append((say(f"board.why.{cell.light}", due=milestone.end, days=days), "bold"))
    if told:
        yield told
