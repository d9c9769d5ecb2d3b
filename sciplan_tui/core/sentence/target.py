"""A figure as a person reads it: what is to be reached, and by when."""

from __future__ import annotations

from sciplan_tui.core.plan import Comparator, Target
from sciplan_tui.core.whole_number import whole
from sciplan_tui.locale import say


def aim(target: Target) -> str:
    """`>= 200 人次`; a bare number is to be met exactly, a range says both ends."""
    value = str(whole(target.value))
    if target.value_max is not None:
        value = f"{value}-{whole(target.value_max)}"
    elif target.comparator is not Comparator.EQ:
        value = f"{target.comparator} {value}"
    return f"{value} {target.unit}".strip()


def promised(target: Target) -> str:
    """The same in words, as papers say it: `不少于200人次`."""
    value = str(whole(target.value))
    if target.value_max is not None:
        value = say("word.figure.range", low=value, high=whole(target.value_max))
    elif target.comparator is not Comparator.EQ:
        value = say("word.figure.compared", comparator=say(f"word.comparator.{target.comparator}"), value=value)
    return measured(value, target.unit)


def measured(value: float | str, unit: str) -> str:
    """A value in its unit of measure."""
    return say("word.figure.value", value=value if isinstance(value, str) else whole(value), unit=unit).strip()


def conditions(target: Target) -> list[str]:
    """How often, by when, whether it is only aspired to, where."""
    said = [say(f"word.frequency.{target.frequency}")] if target.frequency else []
    said += [say("tui.task.by", deadline=target.deadline)] if target.deadline else []
    said += [say("tui.task.aspirational")] if target.aspirational else []
    return said + ([target.region] if target.region else [])
