"""A problem in words: what is in doubt, the lines of the source, what was read there, what is proposed."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells
from textual.content import Content

from sciplan_tui.core.detail.doubt import AROUND, Doubt, DoubtReading, Proposed
from sciplan_tui.core.detail.problem_need import PROPOSING
from sciplan_tui.core.detail.task import SourceLine
from sciplan_tui.core.plan import REASONS
from sciplan_tui.core.sentence.problem import advice, any_proposed, sentence
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import Piece, hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.matrix.layout import numbered
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.text.task_text import DIM, LIT, unit_lines

_BEFORE = 40
"""Cells of a long line shown before the words in doubt."""
_ROWS = 2
"""Rows that a line beside the one in doubt takes at most."""


def pieces(doubt: Doubt, *, with_plan: bool) -> Pieces:
    """A line of the list: whether it is settled, where it stands, what is in doubt."""
    ink = "context" if doubt.settled else "text"
    line = doubt.problem.line
    place = say("cli.whole_file") if line is None else say("cli.line", line=line)
    plan = [(fit(doubt.plan_key, 14) + "  ", "number")] if with_plan else []
    sign = "[x] " if doubt.settled else "[ ] "
    return [
        (sign, "done" if doubt.settled else "legend"),
        *plan,
        (fit(place, 10) + "  ", "number"),
        (sentence(doubt.problem), ink),
    ]


def about(reading: DoubtReading, width: int) -> Content:
    """Its sort and its sentence, what can be done, and how it was settled."""
    doubt = reading.doubt
    lines = [hang([], [[(sentence(doubt.problem), "bold")]], width)]
    if told := _advice(reading):
        lines.append(hang([("> ", LIT)], [[(told, "")]], width))
    if doubt.settled:
        form = "doubt.settled_note" if doubt.settled_note else "doubt.settled"
        lines.append(hang([], [[(say(form, day=doubt.settled_on, note=doubt.settled_note), DIM)]], width))
    return joined(lines)


def _advice(reading: DoubtReading) -> str | None:
    """What can be done; when the last that was proposed is accepted, only that it can be settled."""
    doubt = reading.doubt
    if doubt.problem.code not in PROPOSING or reading.proposals or not any_proposed(doubt.problem):
        return advice(doubt.problem, proposed=bool(reading.proposals))
    return None if doubt.settled else say("doubt.all_accepted")


def source(reading: DoubtReading, width: int, around: int = AROUND) -> Content:
    """The line in doubt, which is marked and shown in full, and at most `around` lines before and behind it."""
    head = plain(say("doubt.source"), LIT)
    if not reading.lines:
        return joined([head, plain(f"  {say('doubt.source_none')}", DIM)])
    own = reading.doubt.problem.line
    place = next(at for at, line in enumerate(reading.lines) if line.number == own)
    near = reading.lines[max(place - around, 0) : place + around + 1]
    return joined([head, *(_line(line, line.number == own, width) for line in near)])


def _line(line: SourceLine, own: bool, width: int) -> Content:
    if not own:
        return hang([(f"  {line.number:>4}  ", DIM)], [[(_cut(narrow(line.text), width - 8), DIM)]], width)
    return hang([("> ", LIT), (f"{line.number:>4}  ", "bold")], [_lit(line)], width)


def _cut(text: str, room: int) -> str:
    """`text` for a few rows of `room` cells; a row may end a cell early, before a wide character."""
    most = max(room - 2, 8) * _ROWS
    return text if cell_len(text) <= most else fit(text, most)


def _lit(line: SourceLine) -> list[Piece]:
    """The line with the words in doubt lit; what stands far before them is left out."""
    start, end = line.lit[0] if line.lit else (0, 0)
    before = line.text[:start]
    if cell_len(before) > 3 * _BEFORE:
        before = ".. " + chop_cells(before[-_BEFORE:], _BEFORE)[-1]
    return [(before, ""), (line.text[start:end], LIT), (line.text[end:], "")]


def read(reading: DoubtReading, width: int) -> Content:
    """The task as it was read there, with its units by role and what is proposed."""
    task = reading.task
    lines = [] if reading.proposals and task is None else [plain(say("doubt.read"), LIT)]
    if task is None and not reading.proposals:
        lines.append(plain(f"  {say('doubt.read_none')}", DIM))
    if task is not None:
        for depth, step in enumerate(task.ancestors):
            lines.append(
                hang([("  " * (depth + 1), "")], [[(numbered(step.number or step.path, step.title), DIM)]], width)
            )
        indent = "  " * (len(task.ancestors) + 1)
        kind = say(f"word.kind.{task.kind}")
        named = [(numbered(task.number or task.path, task.title), "bold"), (f"  {task.path}  {kind}", DIM)]
        lines += [hang([(indent, "")], [named], width), plain(""), *unit_lines(task, width)]
    if task is None or reading.doubt.problem.code in PROPOSING:
        lines += _proposed(reading.proposals, width)
    return joined(lines)


def _proposed(proposals: tuple[Proposed, ...], width: int) -> Iterator[Content]:
    """What is proposed in the whole document, task by task."""
    if proposals:
        yield plain(f"{say('doubt.proposed_all')}  {len(proposals)}", LIT)
    for one in proposals:
        why = say("word.aside", said=say(f"word.proposal.{one.reason}")) if one.reason in REASONS else ""
        told = [(one.unit, "bold"), (f" {say(f'word.role.{one.role}')}{why}", DIM)]
        yield hang([(f"  {fit(one.path, 8)}", DIM)], [[(one.title, "")], told], width)
