"""The lines of a doubt that is about several places of the source at once."""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.plan import LISTED

MOST = 20
"""Lines that are named; of a long plan the first ones, for a sentence is read by a person."""


def at_lines(lines: Iterable[int | None]) -> tuple[tuple[str, str], ...]:
    """The detail `lines` of a Problem; none where it is about one line only."""
    numbers = sorted({line for line in lines if line is not None})
    named = [*map(str, numbers[:MOST]), *([".."] if len(numbers) > MOST else [])]
    return (("lines", LISTED.join(named)),) if len(numbers) > 1 else ()
