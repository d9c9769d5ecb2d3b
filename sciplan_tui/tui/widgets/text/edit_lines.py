"""The lines of the page of edits: what something is called, and what stands there now."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple, cast

from textual.content import Content

from sciplan_tui.core.detail.editable import Editable, EditableMilestone
from sciplan_tui.core.given.plan import FIELDS as OF_A_PLAN
from sciplan_tui.core.plan import Origin
from sciplan_tui.core.sentence.corrected import corrected
from sciplan_tui.core.sentence.edited import hanging
from sciplan_tui.core.sentence.target import aim, conditions
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Head, Pieces
from sciplan_tui.tui.widgets.matrix.layout import numbered
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.text.task_text import DIM

CALLED = 16
"""Cells of the column that says what something is called."""


class Line(NamedTuple):
    """A line: its section (`task`, `unit`, `target`, `milestone`, `plan`) and which it is there, `""` where none is."""

    section: str
    which: Hashable


def field(name: str) -> str:
    """What a field is called at the head of a line."""
    called = say(f"edit.field.{name}")
    return called[:1].upper() + called[1:]


def lines(known: Editable) -> Iterator[Line | Head]:
    """The task, its units, its figures; then its plan: the milestones, and what it says about itself."""
    task = known.task
    yield Head(say("edit.section.task"), numbered(task.number or task.path, task.title))
    yield from (Line("task", name) for name in ("title", "kind"))
    inherited = task.holder_path if task.holder_path != task.path else None
    yield Head(say("edit.section.unit"), say("tui.task.inherited", path=inherited) if inherited else "")
    held = [Line("unit", unit.assignment_id) for unit in task.units if unit.origin is not Origin.PROPOSED]
    yield from held or [Line("unit", "")]
    yield Head(say("edit.section.target"))
    yield from [Line("target", number) for number, _ in known.targets] or [Line("target", "")]
    yield Head(say("edit.section.milestone"), task.plan.key)
    yield from [Line("milestone", one.key) for one in known.milestones] or [Line("milestone", "")]
    yield Head(say("edit.section.plan"), task.plan.key)
    yield from (Line("plan", name) for name in OF_A_PLAN)


def pieces(known: Editable, line: Line) -> Pieces:
    """What it is called, what stands there, and what else there is to know of it."""
    called, value, note = _told(known, line)
    return [(fit(called, CALLED - 1) + " ", "legend"), (value, "text"), (f"  {note}" if note else "", "legend")]


def _told(known: Editable, line: Line) -> tuple[str, str, str]:
    section, which = line
    if which == "":
        return "-", "", say(f"edit.none.{section}")
    if section == "task":
        value = known.task.title if which == "title" else say(f"word.kind.{known.task.kind}")
        notes = [say("edit.by_hand"), *_hanging(known.going)] if known.by_hand and which == "title" else []
        notes += [corrected(one) for one in known.task.corrected if (one.what == "title") == (which == "title")]
        return field(str(which)), value, "  ".join(notes)
    if section == "unit":
        unit = next(one for one in known.task.units if one.assignment_id == which)
        notes = [] if unit.origin is Origin.PRINTED else [say(f"word.origin.{unit.origin}")]
        notes += map(corrected, unit.corrected)
        return say(f"word.role.{unit.role}"), unit.name, "  ".join(notes)
    if section == "target":
        target = next(one for number, one in known.targets if number == which)
        reported = _hanging({"reported": known.reports.get(cast(int, which), 0)})
        return aim(target), target.indicator, "  ".join([*conditions(target), *reported])
    if section == "milestone":
        return _milestone(next(one for one in known.milestones if one.key == which))
    return field(str(which)), known.plan[str(which)] or "-", ""


def _milestone(one: EditableMilestone) -> tuple[str, str, str]:
    by_hand = [say("edit.by_hand")] if one.by_hand else []
    notes = [say(f"word.milestone.{one.kind}"), *by_hand, *_hanging({"mark": one.marks})]
    return one.date or "-", one.label, "  ".join(notes)


def _hanging(counts: Mapping[str, int]) -> list[str]:
    """What would go with it, since it goes unasked."""
    return [told] if (told := hanging(counts)) else []


def detail(known: Editable, line: Line, width: int) -> Content:
    """The same in full, and what can be done there."""
    called, value, note = _told(known, line)
    told = hang([(f"{called}  ", DIM)], [[(narrow(value), ""), (f"  {note}" if note else "", DIM)]], width)
    above = known.task.holder_path if line.section == "unit" and line.which != "" else None
    keys = say(f"edit.keys.{line.section}")
    if above and above != known.task.path:
        keys = say("edit.keys.above", path=above, keys=keys)
    return joined([told, plain(keys, DIM)])
