"""Where a difference stands in the source: the lines that say it, in the edition before and in this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sciplan_tui.core.detail.source_excerpt import lit_stretch
from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.plan import Assignment, ParsedPlan, Role, Target, Task

AROUND = 24
"""Characters shown before and behind what is lit on a long line."""
RUNS_OVER = 8
"""Lines that a statement may take."""
MOST = 120
"""Characters shown of a line on which nothing is lit."""


class Said:
    """An edition: its number, what it says, and the lines of its raw text, each fact found at once by its name."""

    __slots__ = ("lines", "milestones", "number", "targets", "tasks", "titled")

    def __init__(self, number: int, plan: ParsedPlan, raw: str) -> None:
        self.number = number
        self.lines = raw.split("\n")
        self.tasks = {task.path: task for task in plan.tasks}
        self.titled = {task.title: task for task in reversed(plan.tasks)}
        self.milestones = {fact.label: fact for fact in reversed(plan.milestones)}
        self.targets: dict[str, list[Target]] = {}
        for target in plan.targets:
            self.targets.setdefault(target.indicator, []).append(target)

    def line(self, number: int) -> str:
        """A line of the raw text, without the blanks around it; empty where there is none."""
        return self.lines[number - 1].strip() if 0 < number <= len(self.lines) else ""


class Stretch(NamedTuple):
    """A part of a text; `lit` is what it is about. What is left out around it is told by `..`."""

    before: str
    lit: str
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a line of an edition; `lit` is what says it."""

    edition: int
    line: int
    text: Stretch


def places(one: Difference, old: Said | None, new: Said) -> tuple[Place, ...]:
    """The line that says it now; of what is gone, the line that said it last."""
    gone = one.kind == "joined" or (one.new is None and one.old is not None)
    said = old if gone else new
    return tuple(_place(said, *found) for found in _found(one, said)) if said else ()


def _found(one: Difference, said: Said) -> Iterator[tuple[int, str | None]]:
    """The line, and the words on it."""
    task = _task(one, said)
    found: list[tuple[int | None, str | None]] = []
    if one.kind.startswith("target_"):
        facts = said.targets.get(one.title, [])
        found = [(fact.line, fact.quote) for fact in [fact for fact in facts if fact.path == one.path] or facts]
    elif one.kind.startswith("milestone_"):
        found = [(fact.line, fact.label) for fact in (said.milestones.get(one.title),) if fact]
    elif one.kind in ("unit_added", "unit_removed", "role_changed", "lead_changed"):
        entries = task.assignments if task else ()
        found = [_named_at(entry, said) for entry in entries if _named(one, entry)]
    elif task:
        found = [(task.line, task.title)]
    yield from ((line, quote) for line, quote in found[:1] if line is not None)


def _named(one: Difference, entry: Assignment) -> bool:
    """Whether an assignment is the one that changed."""
    told = one.new or one.old or ""
    return entry.role is Role.LEAD if one.kind == "lead_changed" else entry.unit in (told, told.rpartition(" ")[0])


def _named_at(entry: Assignment, said: Said) -> tuple[int | None, str]:
    """The line of a statement that has the unit's name: a statement may run over several."""
    first = entry.line or 1
    lines = range(first, first + RUNS_OVER)
    return next((line for line in lines if entry.printed in said.line(line)), entry.line), entry.printed


def _task(one: Difference, said: Said) -> Task | None:
    """The task it is about: at its path, else by its title (it may have moved since)."""
    at = said.tasks.get(one.path or "")
    if at is not None and (one.title == at.title or one.kind in ("title_changed", "split")):
        return at
    return said.titled.get(one.title, at)


def _place(said: Said, line: int, quote: str | None) -> Place:
    text = said.line(line)
    at = text.rfind(quote) if quote else -1  # a statement stands at the end of its line
    start, end = (at, at + len(quote or "")) if at >= 0 else lit_stretch(text, quote) if quote else (0, 0)
    if (start, end) == (0, len(text)) and len(text) > MOST:
        end = 0
    return Place(said.number, line, _stretch(text, start, end))


def _stretch(text: str, start: int, end: int) -> Stretch:
    first = max(start - AROUND, 0)
    last = end + AROUND if end else MOST
    after = text[end:last] + (".." if last < len(text) else "")
    return Stretch((".." if first else "") + text[first:start], text[start:end], after)


def parted(old: str, new: str) -> tuple[Stretch, Stretch]:
    """Two wordings, each from a little before they part to a little behind where they meet again."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return _stretch(old, start, len(old) - end), _stretch(new, start, len(new) - end)
