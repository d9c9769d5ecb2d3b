"""What was reported for a figure, in words: for the history, and for the gesture that does it."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.plan import Target
from sciplan_tui.core.progress.reported import Report, beyond, met
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.core.whole_number import whole
from sciplan_tui.locale import say


def reported(facts: Mapping[str, object]) -> str:
    """The sentence of one entry. KeyError: it has not the facts of such an entry."""
    was = facts.get("was")
    told = {**facts, "value": measured(facts["value"], facts["measure"]), "was": ""}
    if was not in (None, "-"):
        told["was"] = say("entry.report.was", was=measured(was, facts["measure"]))
    return say(f"entry.report.{facts['what']}", **told)


def told(aim: Target, report: Report | None) -> list[str]:
    """What was reported for a figure, and whether the aim is reached; nothing where nothing was reported."""
    if report is None:
        return []
    words = [say("reported.said", value=measured(report.value, aim.unit), on=report.on)]
    if beyond(aim, report):
        return [*words, say("reported.judge")]
    return [*words, *filter(None, [reaches(aim, report)])]


def reaches(aim: Target, report: Report | None) -> str:
    """Whether what was reported reaches the aim, in a word; none where that cannot be told."""
    if beyond(aim, report):
        return say("reported.beyond")
    reached = met(aim, report)
    return "" if reached is None else say("reported.met" if reached else "reported.missed")


def proof(report: Report | None) -> list[str]:
    """The note and the file that prove it."""
    note = [say("reported.note", note=report.note)] if report and report.note else []
    return note + evidence(report.evidence if report else None)


def measured(value: object, unit: object) -> str:
    """A number with its unit of measure."""
    said = whole(value) if isinstance(value, int | float) else value
    return f"{said} {unit}".strip()
