"""What is said of a list that has no row."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "none.plans": "There is no plan here.",
    "none.tasks": "There is no task here.",
    "none.units": "There is no unit here.",
    "none.targets": "There is no figure here.",
    "none.milestones": "There is no milestone here.",
    "none.problems": "There is no open problem here.",
    "none.settled": "There is no settled problem here.",
    "none.row": "What was written has no row.",
    "fits_nothing": "Nothing fits {term}.",
    "none_together": "Each of {terms} fits something, but nothing fits all of them.",
}
