"""Reported values: how much, on which day, and whether the aim is reached."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "said": "reported {value} ({on})",
    "met": "reached",
    "missed": "missed",
    "beyond": "above",
    "judge": "above the number that is aimed at: whether that is reached is for a person to judge",
    "none": "no report",
    "note": "note {note}",
    "help.value": "the number that was reported, in the figure's unit of measure",
    "help.on": "the day it is of; else today",
    "help.evidence": "the file of evidence",
    "help.drop": "take back what was reported for that day; without --on, the newest",
    "title": "reported for {path} {indicator} (aim {aim})",
    "field.value": "value",
    "field.on": "day",
    "field.note": "note",
    "field.evidence": "evidence",
    "hint.evidence": "where the file lies; may be left out",
    "on_figure": "Move to a figure first ({press.overview_face} goes to the figures).",
    "nothing": "Nothing was reported for this figure yet.",
    "same": "Nothing changed, it was so already: {what}",
}
