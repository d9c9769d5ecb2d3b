"""What was reported for a figure, in words: for the history, and for the gesture that does it."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.interchange import whole
from sciplan_tui.locale import say


def reported(facts: Mapping[str, object]) -> str:
    """The sentence of one entry. KeyError: it has not the facts of such an entry."""
    was = facts.get("was")
    told = {**facts, "value": _measured(facts["value"], facts), "was": ""}
    if was not in (None, "-"):
        told["was"] = say("entry.report.was", was=_measured(was, facts))
    return say(f"entry.report.{facts['what']}", **told)


def _measured(value: object, facts: Mapping[str, object]) -> str:
    """A number with its unit of measure."""
    said = whole(value) if isinstance(value, int | float) else value
    return f"{said} {facts['measure']}".strip()
