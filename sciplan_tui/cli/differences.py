"""What an edition changes, as lines: first what is accepted with it, then what stays proposed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.difference_sentence import sentence
from sciplan_tui.locale import say


def difference_lines(differences: Iterable[Difference]) -> Iterator[str]:
    """One line a difference, below a head for each of the two sorts."""
    told = list(differences)
    for certain, head in ((True, "cli.import.certain"), (False, "cli.import.proposed")):
        lines = [sentence(one) for one in told if one.certain is certain]
        if lines:
            yield "  " + say(head, count=len(lines))
            yield from (f"    {line}" for line in lines)
