"""What the overview says in a line: an action or a unit as a bar, or as numbers on a shade; a figure with its aim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len

from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import settled
from sciplan_tui.core.progress.counting import Line, Overview
from sciplan_tui.core.progress.facts import COLUMNS, STATES
from sciplan_tui.core.progress.figures import Figure, standing_at
from sciplan_tui.core.progress.share import percent
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.sentence.reported import reaches
from sciplan_tui.core.sentence.target import aim
from sciplan_tui.core.whole_number import whole
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, right
from sciplan_tui.tui.widgets.text.standing_text import ROOMY, filled, state_name, state_sign, unit_names

WAYS = ("bars", "states", "milestones")
"""The ways to show a line."""
TOTAL, RATIO, PERCENT, LATES = 6, 9, 5, 9
COLUMN = 6
"""Cells of a column of numbers under a sign, at least."""
MILESTONE = 16
NAME = 24
"""Cells that a line's name has at least, beside states in words."""
AIM, OFTEN, LEADS = 16, 10, 30


@dataclass(frozen=True)
class Bench:
    """What decides how the lines look: what was counted, at which milestone, in which way."""

    found: Overview
    key: str | None
    way: str
    width: int

    @property
    def roomy(self) -> bool:
        """Whether there is room for words where there are else signs."""
        return self.width >= ROOMY

    @cached_property
    def state_width(self) -> int:
        """Cells of a column of a state: as its name wants, where that leaves room for the names of lines."""
        worded = max(cell_len(state_name(name)) + 2 for name in COLUMNS)
        return worded if self.width - TOTAL - worded * len(COLUMNS) >= NAME else COLUMN

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The milestones that have room as columns: those from the chosen one on, else the last ones."""
        room = max((self.width - TOTAL - 16) // MILESTONE, 1)
        keys = self.found.keys
        at = keys.index(self.key) if self.key in keys else 0
        return keys[max(0, min(at, len(keys) - room)) :][:room]

    @property
    def names_states(self) -> bool:
        """Whether there is room for the names of states as heads; else signs stand for them."""
        return self.state_width > COLUMN

    @cached_property
    def name_width(self) -> int:
        """Cells of the name of a line."""
        if self.way == "states":
            room = self.width - TOTAL - self.state_width * len(COLUMNS)
        elif self.way == "milestones":
            room = self.width - TOTAL - MILESTONE * len(self.keys)
        else:
            room = (self.width - TOTAL) * 2 // 5
        return max(10, min(room, 44))

    @cached_property
    def bar_width(self) -> int:
        """Cells of a bar between its brackets."""
        return max(self.width - self.name_width - TOTAL - RATIO - PERCENT - LATES - 4, 4)

    def label(self, key: str) -> str:
        """What a milestone is called."""
        return next((m.label for m in self.found.progress.milestones if m.key == key), key)


# Actions and units


def header(bench: Bench, what: str) -> Pieces:
    """The names of the columns; `what` the lines are."""
    head = fit(say(f"overview.{what}"), bench.name_width) + right(say("overview.total"), TOTAL)
    if bench.way == "states":
        heads = [state_name(name) if bench.names_states else state_sign(name) for name in COLUMNS]
        return [(head + "".join(right(text, bench.state_width - 1) + " " for text in heads), "class")]
    if bench.way == "milestones":
        told = [(right(bench.label(key), MILESTONE - 1) + " ", key == bench.key) for key in bench.keys]
        return [(head, "class"), *((label, "outline" if here else "class") for label, here in told)]
    ratio = right(say("overview.share"), RATIO + PERCENT)
    signs = next((text for text in _signs() if cell_len(text) <= bench.bar_width + 2), "")
    return [(f"{head}  {fit(signs, bench.bar_width + 2)}{ratio}", "class")]


def _signs() -> Iterator[str]:
    """What the signs of a bar mean: all of them, else the first ones, as far as there is room for them whole."""
    told = say("overview.bar").split("|")
    return ("  ".join(told[:count]) for count in range(len(told), 0, -1))


def line_pieces(line: Line, bench: Bench, nobody: str) -> Pieces:
    """An action or a unit; `nobody`: what tasks without one are called."""
    name = f"{line.path} {line.name}".strip() or nobody
    lead = [(fit(name, bench.name_width), "text"), (right(str(line.tasks), TOTAL), "text")]
    if bench.way == "milestones":
        return [*lead, *(_settled_at(line.counts.get(key), line.tasks) for key in bench.keys)]
    counts = line.counts.get(bench.key or "")
    if counts is None:
        return [*lead, *_no_milestone()]
    return [*lead, *(_in_states if bench.way == "states" else _bar)(counts, line.tasks, bench)]


def _no_milestone() -> Pieces:
    return [(f"  {say('overview.none')}", "none")]


def _bar(counts: Mapping[str, int], tasks: int, bench: Bench) -> Iterator[tuple[str, str]]:
    width = bench.bar_width
    done, going = settled(counts), counts.get(Status.IN_PROGRESS, 0)
    parts = filled((done, going), tasks, width)
    yield "  [", "legend"
    yield "#" * parts[0], "done"
    yield "=" * parts[1], "in_progress"
    yield "." * (width - sum(parts)), "none"
    yield "]", "legend"
    yield right(f"{done}/{tasks}", RATIO), "text"
    yield right(f"{percent(done, tasks)}%", PERCENT), "legend"
    late = counts.get(LATE, 0)
    yield right(say("overview.late", count=late), LATES) if late else "", "late"


def _in_states(counts: Mapping[str, int], tasks: int, bench: Bench) -> Iterator[tuple[str, str]]:
    for name in COLUMNS:
        count = counts.get(name, 0)
        yield right(str(count or "."), bench.state_width - 1) + " ", shade(count, tasks, warm=name == LATE)


def _settled_at(counts: Mapping[str, int] | None, tasks: int) -> tuple[str, str]:
    if counts is None:
        return right("-", MILESTONE - 1) + " ", "none"
    done = settled(counts)
    return right(f"{done}/{tasks}", MILESTONE - 1) + " ", shade(done, tasks)


def shade(count: int, whole: int, warm: bool = False) -> str:
    """The ink and ground of a number: how much of the whole it is, in quarters."""
    if not count or not whole:
        return "none"
    return f"text@{'warm' if warm else 'heat'}{1 + min(4 * count // whole, 3)}"


# Figures


def figure_header(width: int) -> Pieces:
    """The names of the columns."""
    told = fit(say("overview.indicator"), _indicator(width)) + fit(say("overview.aim"), AIM)
    told += fit(say("word.head.reported"), _reported_width() - 1) + " "
    told += fit(say("overview.how_often"), OFTEN - 1) + " " + fit(say("overview.state"), _state())
    return [(told + (say("overview.lead") if width >= ROOMY else ""), "class")]


def _indicator(width: int) -> int:
    return max(width - AIM - _reported_width() - OFTEN - _state() - (LEADS if width >= ROOMY else 0), 12)


def _reported_width() -> int:
    """Cells of what was reported and whether that reaches the aim, in the language in force."""
    missed = 8 + max(cell_len(say(f"reported.{word}")) for word in ("met", "missed", "beyond"))
    return max(missed, cell_len(say("reported.none")) + 2)


def _reported(figure: Figure) -> tuple[str, str]:
    """What was reported, and whether the aim is reached by it."""
    if figure.reported is None:
        return say("reported.none"), "none"
    value = f"{whole(figure.reported.value)}"
    inks = {True: "done", False: "late", None: "text"}
    return f"{value} {reaches(figure.aim, figure.reported)}".rstrip(), inks[figure.met]


def _state() -> int:
    """Cells of a state with the sign of what is late before it, in the language in force."""
    return max(cell_len(state_name(name)) for name in STATES) + 4


def figure_pieces(figure: Figure, bench: Bench) -> Pieces:
    """What is to be reached, how often, how its task stands, and where there is room who leads it."""
    often = say(f"word.frequency.{figure.aim.frequency}") if figure.aim.frequency else ""
    often = say("tui.task.aspirational") if figure.aim.aspirational and not often else often
    state, light = standing_at(bench.found.progress, figure, bench.key)
    told, ink = (state_name(state), light or "text") if state else ("-", "none")
    leads = unit_names(bench.found.progress, figure.leads, short=True) if bench.roomy else ""
    report, colour = _reported(figure)
    name = (figure.aim.path, figure.aim.region, figure.aim.indicator)
    return [
        (fit(" ".join(filter(None, name)), _indicator(bench.width) - 1) + " ", "text"),
        (fit(aim(figure.aim), AIM - 1) + " ", "outline"),
        (fit(report, _reported_width() - 1) + " ", colour),
        (fit(often, OFTEN - 1) + " ", "legend"),
        (fit(f"{state_sign(LATE)} {told}" if light == LATE else told, _state() - 1) + " ", ink),
        (leads, "legend"),
    ]
