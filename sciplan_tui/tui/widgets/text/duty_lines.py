"""A unit's duty sheet as lines of a list: its facts, what it holds by role and part, figures, what changed.

A line is a key that stays the same when the sheet is read anew, so that the cursor stays on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.plan import Origin
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.sentence.dated import dated
from sciplan_tui.core.unit.detail import DutyBelow, UnitChange, UnitDetail, UnitDuty, UnitFigure
from sciplan_tui.core.unit.duty_sheet import DutyPart, DutySection, sections
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.line_list import Head
from sciplan_tui.tui.widgets.matrix.layout import numbered


class Key(NamedTuple):
    """A line: what it is of, in which section, and which."""

    of: str
    section: str = ""
    at: int = 0
    below: int = 0
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts at the top."""

    name: str
    text: str


Line = Fact | DutyPart | UnitDuty | tuple[UnitDuty, DutyBelow] | UnitFigure | UnitChange


class DutyLines:
    """The lines of one sheet. `folded`: the keys of parts and duties below which nothing is shown."""

    def __init__(self, unit: UnitDetail) -> None:
        self.unit = unit
        self.sections = sections(unit)
        self.lines: dict[Key, Line] = {}
        self.parents: dict[Key, Key] = {}

    def shown(self, folded: Callable[[Key], bool]) -> Iterator[Key | Head]:
        """The lines from the top, each with its head; `lines` then tells what each is."""
        self.lines, self.parents = {}, {}
        yield from (self._line(Key("fact", at=at), fact) for at, fact in enumerate(facts(self.unit)))
        for section in self.sections:
            yield section_head(section)
            for part in section.parts:
                yield from self._part(section, part, folded)
        if not self.sections:
            yield Head(say("duty.none"))
        yield from self._figures()
        yield from self._changes()

    def _line(self, key: Key, line: Line) -> Key:
        self.lines[key] = line
        return key

    def _part(self, section: DutySection, part: DutyPart, folded: Callable[[Key], bool]) -> Iterator[Key | Head]:
        name = str(section.role or "proposed")
        top = Key("part", name, part.part.task_id if part.part else 0)
        yield self._line(top, part)
        if folded(top):
            return
        for duty in part.duties:
            key = Key("duty", name, duty.task_id, through=duty.through)
            yield self._line(key, duty)
            self.parents[key] = top
            if folded(key):
                continue
            for one in duty.below:
                yield (below := self._line(Key("below", name, duty.task_id, one.task_id, duty.through), (duty, one)))
                self.parents[below] = key

    def _figures(self) -> Iterator[Key | Head]:
        if self.unit.figures:
            yield Head(say("duty.figures"), say("duty.count", count=len(self.unit.figures)))
        yield from (self._line(Key("figure", at=at), figure) for at, figure in enumerate(self.unit.figures))

    def _changes(self) -> Iterator[Key | Head]:
        if self.unit.changes:
            yield Head(say("duty.changes"), say("duty.earlier") if self.unit.changes_left_out else "")
        yield from (self._line(Key("change", at=one.entry.id), one) for one in self.unit.changes)

    def has_below(self, key: Key) -> bool:
        """Whether there are lines below this one, shown or folded away."""
        line = self.lines.get(key)
        return bool(line.duties if isinstance(line, DutyPart) else line.below if isinstance(line, UnitDuty) else ())

    def task_of(self, key: Key | None) -> int | None:
        """The task that a line is of."""
        line = self.lines.get(key) if key else None
        if isinstance(line, tuple):
            return line[1].task_id
        return line.task_id if isinstance(line, UnitDuty | UnitFigure) else None

    def tasks(self) -> list[int]:
        """The tasks in the order of the lines."""
        found = (self.task_of(key) for key in self.lines)
        return list(dict.fromkeys(task for task in found if task is not None))

    def titled(self, task: int) -> UnitDuty | DutyBelow | None:
        """A task by its path and title."""
        tasks = (one for duty in self.unit.duties for one in duty.tasks)
        return next((one for one in tasks if one.task_id == task), None)


def section_head(section: DutySection) -> Head:
    """A role, and how many duties are in it, and below them."""
    if section.role is None:
        return Head(say("duty.proposals"), say("duty.proposals_are"))
    counts = [say("duty.count", count=len(section.duties))]
    counts += [say("duty.inheriting", count=len(section.duties) + section.inheriting)] if section.inheriting else []
    return Head(say(f"word.role.{section.role}"), "  ".join(counts))


def facts(unit: UnitDetail) -> Iterator[Fact]:
    """What is known of the unit itself, as far as there is something to say."""
    about = {
        "short": unit.short if unit.short != unit.name else None,
        "class": say(f"word.unit_class.{unit.unit_class}"),
    }
    about |= {"function": unit.function, "contact": unit.contact}
    said = [f"{say(f'duty.fact.{name}')} {text}" for name, text in about.items() if text]
    yield Fact("", "   ".join(said))
    if {name.name for name in unit.names} - {unit.name}:
        yield Fact("printed", "  ".join(dated(name) for name in unit.names))
    if unit.heir:
        yield Fact("heir", unit.heir)
    for step in unit.steps:
        told = [say(f"word.succession.{step.kind}", before=step.before, after=step.after)]
        told += [say("registry.from", day=step.on)] if step.on else []
        told += [say("registry.by_document", by=step.by)] if step.by else []
        yield Fact("steps", "  ".join(told + ([say("registry.at", paths=" ".join(step.paths))] if step.paths else [])))
    if unit.collectives:
        yield Fact("within", "  ".join(unit.collectives))
    if unit.members:
        yield Fact("members", "  ".join(dated(member) for member in unit.members))


def part_title(part: DutyPart) -> str:
    """A part of the plan by its printed number and title."""
    return numbered(part.part.number or part.part.path, part.part.title) if part.part else say("duty.no_part")


def notes(duty: UnitDuty, unit: UnitDetail) -> Iterator[str]:
    """What tells a duty from one that is simply printed."""
    if duty.origin is Origin.RULED:
        yield " ".join(filter(None, (say("word.origin.ruled"), duty.ruled_by, duty.ruled_on)))
    if duty.through:
        yield say("duty.through", name=duty.through)
    elif duty.printed not in ("", unit.name):
        yield say("duty.printed", printed=duty.printed)


def mark_sign(cell: MarkCell | None) -> str:
    """A state, `!` before it where it is late; unmarked, its light or a dot."""
    if cell is None or (cell.status is None and cell.light is None):
        return "."
    if cell.status is None:
        return say(f"word.sign.{cell.light}")
    return ("!" if cell.light == LATE else "") + say(f"word.sign.{cell.status}")


def mark_ink(cell: MarkCell | None) -> str:
    """Its ink."""
    return str((cell and (cell.light or cell.status)) or "none")


def mark_head(milestone: MarkColumn) -> str:
    """A milestone over its column: `中期23`."""
    word = milestone.key.partition("-")[0]
    year = (milestone.end or "")[2:4]
    return say(f"word.mark_column.{word}") + year if word in ("midterm", "evaluation") else milestone.label
