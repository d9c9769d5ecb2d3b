"""Editing by hand: milestones, figures, tasks, plans."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "given": "{name} {old} is now {new}",
    "going": ", and with it {what}",
    "going.task": "{count} tasks below it",
    "going.assignment": "{count} assignments",
    "going.target": "{count} figures",
    "going.mark": "{count} marks",
    "going.succession": "{count} successions",
    "field.label": "name",
    "field.kind": "kind",
    "field.date": "date",
    "help.date": 'when: a year, a month or a day (2023, 2023-06, 2023-06-30), or from one to another (2023-06..2023-09); "" for none',
    "help.yes": "also what hangs on it",
    "copied": ", with {count} assignments",
    "help.beside": "the path of the task behind which it stands",
    "help.title": "its title",
    "help.below": "below that task instead",
    "help.kind": "what it is: part action project task_group task safeguard ..",
    "help.with_units": "with the units of that task as its own, ruled",
}
