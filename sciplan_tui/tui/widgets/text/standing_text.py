"""How tasks stand at a milestone, as words, signs and bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import settled
from sciplan_tui.core.progress.facts import COLUMNS, STATES, UNMARKED, Progress
from sciplan_tui.core.progress.led_by import lead_name
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.locale import listed, say

BAR = 10
"""Cells between the brackets of a bar."""
ROOMY = 100
"""Cells from which a line has room for words where it else has signs."""


def state_name(name: str) -> str:
    """One of COLUMNS in words."""
    return say(f"board.{name}" if name in (UNMARKED, LATE) else f"word.status.{name}")


def state_sign(name: str) -> str:
    """The same in one character."""
    return say("board.sign.unmarked" if name == UNMARKED else f"word.sign.{name}")


def signs_in_words() -> str:
    """What each sign at the head of a column of counts means."""
    names = (*STATES[1:], LATE, UNMARKED)
    return "  ".join(f"{state_sign(name).strip()}={state_name(name)}" for name in names)


def unit_names(progress: Progress, units: Sequence[int | None], *, short: bool) -> str:
    """Who leads, or that nobody is printed as the lead."""
    names = [lead_name(progress, unit, short=short) for unit in units]
    return (" ".join(names) if short else listed(names)) or say("board.no_lead")


def counts_in_words(counts: Mapping[str, int]) -> list[str]:
    """Each state that has tasks, with how many."""
    return [f"{state_name(name)} {counts[name]}" for name in COLUMNS if counts.get(name)]


def bar(counts: Mapping[str, int], total: int) -> str:
    """`[####==....] 12/39`: the part that no date presses any more, and behind it what is in progress."""
    done, going = filled((settled(counts), counts.get(Status.IN_PROGRESS, 0)), total, BAR)
    return f"[{'#' * done}{'=' * going}{'.' * (BAR - done - going)}] {settled(counts)}/{total}"


def filled(parts: Sequence[int], whole: int, width: int) -> list[int]:
    """How many of `width` cells each part takes of the whole: any part at least one, and never more than there are."""
    cells: list[int] = []
    for part in parts:
        wanted = max(part * width // whole, 1) if part and whole else 0
        cells.append(min(wanted, width - sum(cells)))
    return cells


def several(progress: Progress) -> bool:
    """Whether it must be said of which plan a line is."""
    return len(progress.plans) > 1
