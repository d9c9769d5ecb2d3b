"""What a unit reported for a figure, and whether the aim is reached by it."""

from __future__ import annotations

from typing import NamedTuple

from sciplan_tui.core.plan import Comparator, Target
from sciplan_tui.core.query.words import MET, MISSED, REPORTED, UNREPORTED


class Report(NamedTuple):
    """A reported value (汇报值): a number in the figure's unit of measure, its day (ISO), a note, the file of proof."""

    value: float
    on: str
    note: str | None = None
    evidence: str | None = None


def met(aim: Target, report: Report | None) -> bool | None:
    """Whether the aim is reached; None: nothing was reported, or the plan does not say.

    A bare number is reached by just that number and missed by less; more than it, or more than a range, is for a person
    to judge. What is only aspired to is never missed.
    """
    if report is None:
        return None
    reached = _reached(aim, report.value)
    return None if aim.aspirational and not reached else reached


def beyond(aim: Target, report: Report | None) -> bool:
    """Whether more was reported than a plan says that says just so many: a person judges whether that reaches it."""
    if report is None or aim.comparator not in (Comparator.EQ, Comparator.RANGE):
        return False
    return report.value > (aim.value if aim.value_max is None else aim.value_max)


def standing(aim: Target, report: Report | None) -> frozenset[str]:
    """How a figure stands: what was reported reaches its aim, misses it, or neither can be told."""
    if report is None:
        return frozenset({UNREPORTED})
    reached = met(aim, report)
    return frozenset({REPORTED}) if reached is None else frozenset({REPORTED, MET if reached else MISSED})


def _reached(aim: Target, value: float) -> bool | None:
    if aim.comparator is Comparator.RANGE and aim.value_max is not None:
        return False if value < aim.value else True if value <= aim.value_max else None
    if aim.comparator in (Comparator.EQ, Comparator.RANGE):
        return False if value < aim.value else True if value == aim.value else None
    return {
        Comparator.GT: value > aim.value,
        Comparator.GE: value >= aim.value,
        Comparator.LE: value <= aim.value,
        Comparator.LT: value < aim.value,
    }[aim.comparator]
