"""What stands in exported files."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "sheet.matrix": "matrix", "sheet.assignments": "assignments", "sheet.tasks": "tasks", "sheet.units": "units",
    "sheet.milestones": "milestones", "sheet.targets": "targets", "sheet.problems": "problems", "sheet.plans": "plans",
    "sheet.division": "division of work", "sheet.duties": "duties", "sheet.history": "history", "sheet.notes": "notes",
    "plans": "{count} plans",
    "note.view": "view", "note.plans": "plans", "note.query": "query", "note.counts": "tasks", "note.rows": "rows",
    "note.inherited": "inherited assignments", "note.proposed": "proposed leads", "note.as_of": "units as of",
    "note.signs": "signs", "note.made": "exported",
    "event": "{what} ({plan})",
    "everything": "everything", "with": "with", "without": "without",
    "counts": "{found}, with those below {below}, of {all}",
    "signs": "{roles}; ({lead}) is inherited, said by the task above",
    "made": "{on}; {state}",
    "state": "data up to change {entry} ({at})", "no_state": "data without a record of changes",
    "page.words": "filter", "page.column": "in", "page.all": "all columns", "page.count": "# of # rows",
    "page.keys": "/ writes a filter, Esc clears it; a click or Enter on a head sorts.",
}  # fmt: skip
