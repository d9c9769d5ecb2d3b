"""Who leads tasks, beside units: nobody, or, where each task below one is led, whoever leads those.

What they are called, where they stand among the units, and the query that finds their tasks.
"""

from __future__ import annotations

from sciplan_tui.core.progress.facts import LED_BELOW, Progress
from sciplan_tui.core.query.tokens import exactly
from sciplan_tui.locale import say


def lead_name(progress: Progress, lead: int | None, *, short: bool = False) -> str:
    """The unit, or in words that it is none."""
    if not lead:
        return say("board.no_lead" if lead is None else "board.led_below")
    return progress.units[lead][short]


def lead_terms(lead: int | None, name: str) -> str:
    """What a query adds to find the tasks that are counted under it; `name`: of the unit, if it is one."""
    if not lead:
        return "no:lead" if lead is None else "no:unit -no:lead"
    return f"lead:{exactly(name)}"


def behind(lead: int | None) -> int:
    """What no unit leads stands behind what units lead: first what nobody leads, then what is led task by task."""
    return 2 if lead == LED_BELOW else int(lead is None)
