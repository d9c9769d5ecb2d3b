"""A problem as a person steps through it: where it stands in the source, and at which task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sciplan_tui.core.characters import REPLACEMENT
from sciplan_tui.core.detail.source_excerpt import lit_stretch
from sciplan_tui.core.detail.task import SourceLine, Stretch, TaskDetail
from sciplan_tui.core.plan import Problem, Role

AROUND = 3
"""Lines shown before and behind the line of a problem; blank ones are passed over."""
_QUOTING = ("text", "before", "number", "other", "one", "unit", "declared", "title", "part", "label", "date")
"""Details that may stand in the source as they are; the first that does is lit."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A problem of a plan's newest edition. `task_id`, `path` and `title` are of the task it is about, or None."""

    problem_id: int
    plan_key: str
    problem: Problem
    settled: bool = False
    settled_on: str | None = None
    settled_note: str | None = None
    task_id: int | None = None
    path: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """An assignment that the program proposes; `reason` is one of `core.plan.REASONS`."""

    assignment_id: int
    task_id: int
    path: str
    title: str
    unit: str
    role: Role
    reason: str
    line: int | None


@dataclass(frozen=True, slots=True)
class DoubtReading:
    """A doubt with what is needed to decide it: the lines of the source, what was read there, what is proposed."""

    doubt: Doubt
    lines: tuple[SourceLine, ...]
    task: TaskDetail | None
    proposals: tuple[Proposed, ...]


@dataclass(frozen=True, slots=True)
class PlacedTask:
    """A task as far as it tells which problems are its own. `path` is the one at which the edition says it."""

    task_id: int
    path: str
    line: int | None
    line_end: int | None


@dataclass(slots=True)
class Whereabouts:
    """Finds the task that a problem is about: the one it names, begins on its line, is stated there, or holds it."""

    tasks: Sequence[PlacedTask]
    """In document order, parents first."""
    stated: Mapping[int, int]
    """The line of a unit statement, and the task it is of."""
    _named: dict[str, int] = field(init=False)
    _begun: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._named = {task.path: task.task_id for task in self.tasks}
        self._begun = {task.line: task.task_id for task in self.tasks if task.line is not None}

    def task_of(self, problem: Problem) -> int | None:
        """The task, or None where the problem is one of the whole document."""
        named = self._named.get(dict(problem.details).get("path", ""))
        if named is not None or problem.line is None:
            return named
        at_line = self._begun.get(problem.line, self.stated.get(problem.line))
        return at_line if at_line is not None else self._holding(problem.line)

    def _holding(self, line: int) -> int | None:
        holding = [t.task_id for t in self.tasks if t.line is not None and t.line <= line <= (t.line_end or t.line)]
        return holding[-1] if holding else None


def is_spread(problem: Problem) -> bool:
    """Whether it is about several places, of which its line and its task are only the first."""
    return "lines" in dict(problem.details)


def lines_of(raw: str, problem: Problem, statement: str | None = None) -> tuple[SourceLine, ...]:
    """The problem's line of `raw` (split at newlines only) with some around it; what it speaks of is lit.

    `statement`: the unit statement on that line, to be lit where the problem quotes nothing else.
    """
    lines = raw.split("\n")
    if problem.line is None or not 0 < problem.line <= len(lines):
        return ()
    before = (number for number in range(problem.line - 1, 0, -1) if lines[number - 1].strip())
    behind = (number for number in range(problem.line + 1, len(lines) + 1) if lines[number - 1].strip())
    shown = sorted([problem.line, *islice(before, AROUND), *islice(behind, AROUND)])
    texts = ((number, lines[number - 1].rstrip("\r")) for number in shown)
    return tuple(SourceLine(n, text, _lit(text, problem, statement) if n == problem.line else ()) for n, text in texts)


def _lit(text: str, problem: Problem, statement: str | None) -> tuple[Stretch, ...]:
    """Where the words that the problem is about stand on its line; none where they are not found."""
    for words in (*_quoted(problem), REPLACEMENT):
        start = text.find(words)
        if words and start >= 0:
            return ((start, start + len(words)),)
    return (lit_stretch(text, statement),) if statement else ()


def _quoted(problem: Problem) -> Iterable[str]:
    details = dict(problem.details)
    return (details[name].rstrip("…") for name in _QUOTING if name in details)


def grouped(doubts: Iterable[Doubt]) -> dict[str, list[Doubt]]:
    """The doubts by their code, the codes as they first come."""
    groups: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        groups.setdefault(doubt.problem.code, []).append(doubt)
    return groups
