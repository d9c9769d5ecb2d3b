"""Everything that is known of one task, with the sentence that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, zip_longest

from sciplan_tui.core.detail.corrected import Correction
from sciplan_tui.core.matrix import MarkCell, MarkColumn, PlanHead
from sciplan_tui.core.plan import Kind, Origin, Problem, Role, Status, Target
from sciplan_tui.core.progress.reported import Report
from sciplan_tui.core.record_line import Cells


@dataclass(frozen=True, slots=True)
class Step:
    """An ancestor of a task, for the path that leads to it."""

    task_id: int
    path: str
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class HeldUnit:
    """A unit that holds a duty in a task. `inherited_from` is the path of the ancestor that prints it, None if it is
    printed at the task itself. `reason` says why it is proposed, and is None for what is printed or ruled.
    `instead_of`: the role that the plan prints for the unit there, which the ruling took the place of. `corrected`:
    what a person put right of how it was read.
    """

    unit_id: int
    name: str
    printed: str
    role: Role
    order: int
    origin: Origin
    inherited_from: str | None
    reason: str | None
    line: int | None
    quote: str | None
    assignment_id: int = 0
    ruled_by: str | None = None
    ruled_on: str | None = None
    instead_of: HeldUnit | None = None
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class MilestoneMark:
    """A milestone of the task's plan, and the task's mark at it (`mark.status` None: not marked)."""

    milestone: MarkColumn
    mark: MarkCell
    on: str | None = None
    note: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class PastMark:
    """One change of a mark, from the journal, oldest first. `status` None: the mark was taken away."""

    at: str
    kind: str
    milestone_id: int
    label: str
    status: Status | None
    on: str | None
    note: str | None
    evidence: str | None = None


Stretch = tuple[int, int]
"""Characters of a line, from one up to another: `[start, end)`."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of an edition's raw text. `lit`: the stretches of the statement on it, apart and in order; a row of a
    table may have one for each of its cells.

    `edition`: the number of the edition where that is an earlier one, None for the newest. `record`: the cells of a
    row, where the edition is a record table.
    """

    number: int
    text: str
    lit: tuple[Stretch, ...] = ()
    edition: int | None = None
    record: Cells = ()

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is lit."""
        bounds = [0, *(bound for stretch in self.lit for bound in stretch), len(self.text)]
        return tuple((self.text[start:end], at % 2 == 1) for at, (start, end) in enumerate(pairwise(bounds)))

    @property
    def statement(self) -> tuple[str, ...]:
        """What is lit; of a row what it quotes of a sentence, where it quotes one."""
        if self.record:
            return tuple(cell for name, cell in self.record if name == "quote")
        return tuple(text for text, lit in self.pieces if lit)


@dataclass(frozen=True, slots=True)
class TaskDetail:
    """One task in full. `holder_path` is where its units are printed: its own path, an ancestor's, or None.

    `lines` are the task's own lines with one more on each side, and the statement's lines where they stand elsewhere;
    `lines_left_out` tells how many a long task has more. `edition`: the number of the last edition that said the task,
    whose lines are meant, where the newest does not say it; else None. `reported`: what was reported for each figure;
    `targets_said`: by which edition each is said, None for the newest. `corrected`: what a person put right of its
    title, its kind and its level.
    """

    task_id: int
    plan: PlanHead
    path: str
    number: str | None
    title: str
    kind: Kind
    text: str
    line: int | None
    line_end: int | None
    inferred: bool
    open_list: bool
    deadline: str | None
    holder_path: str | None
    ancestors: tuple[Step, ...]
    units: tuple[HeldUnit, ...]
    targets: tuple[Target, ...]
    marks: tuple[MilestoneMark, ...]
    problems: tuple[Problem, ...]
    lines: tuple[SourceLine, ...]
    lines_left_out: int
    past: tuple[PastMark, ...]
    edition: int | None = None
    reported: tuple[Report | None, ...] = ()
    targets_said: tuple[int | None, ...] = ()
    corrected: tuple[Correction, ...] = ()

    @property
    def figures(self) -> tuple[tuple[Target, Report | None, int | None], ...]:
        """The figures, each with the newest that was reported for it, and the edition of its line."""
        return tuple(zip_longest(self.targets, self.reported, self.targets_said))
