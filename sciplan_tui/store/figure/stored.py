"""A figure, from the columns it is kept in."""

from __future__ import annotations

from typing import Any

from sciplan_tui.core.plan import Comparator, Frequency, Target


def stored_target(path: str, indicator: str, comparator: str, value: float, unit: str, *rest: Any) -> Target:
    """A figure as it was kept, its columns in the order of `Target`."""
    value_max, frequency, deadline, aspirational, region, line, quote = rest
    promised = (value_max, Frequency(frequency) if frequency else None, deadline, bool(aspirational), region)
    return Target(path, indicator, Comparator(comparator), value, unit, *promised, line, quote)
