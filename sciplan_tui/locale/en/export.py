"""What stands in exported files."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "sheet.matrix": "matrix", "sheet.assignments": "assignments", "sheet.tasks": "tasks", "sheet.units": "units",
    "sheet.milestones": "milestones", "sheet.targets": "targets", "sheet.problems": "problems", "sheet.plans": "plans",
    "sheet.division": "division of work", "sheet.duties": "duties", "sheet.history": "history", "sheet.notes": "notes",
    "sheet.duty_totals": "totals", "sheet.duty_lead": "tasks as lead", "sheet.duty_responsible": "tasks as responsible",
    "sheet.duty_support": "tasks as support", "sheet.duty_figures": "figures", "sheet.duty_standing": "progress",
    "sheet.duty_ahead": "milestones to come", "sheet.duty_basis": "basis of the duties",
    "sheet.duty_proposed": "proposed (not settled)",
    "sheet.overview": "progress", "sheet.by_milestone": "by milestone", "sheet.by_action": "by action",
    "sheet.by_lead": "by lead unit", "sheet.by_unit": "by unit", "sheet.figures": "progress of targets",
    "chart.by_milestone": "tasks by milestone", "chart.by_action": "tasks by action", "chart.by_lead": "tasks by lead unit",
    "chart.by_unit": "tasks by unit",
    "charts": "chart",
    "lookup": "where numbers come from", "lookup.how": "sciplan tasks \"query of the row, term of the column\" lists what was counted",
    "lookup.at": "counted at", "lookup.key": "key",
    "sheet.totals": "totals", "chart.totals": "tasks by plan", "sheet.moved": "what moved", "sheet.late": "late and blocked", "sheet.matters": "to decide", "sheet.slips": "slips",
    "plans": "{count} {count:plan|plans}",
    "note.view": "view", "note.plans": "plans", "note.query": "query", "note.counts": "tasks", "note.rows": "rows",
    "note.inherited": "inherited assignments", "note.proposed": "proposed leads", "note.as_of": "as of",
    "note.signs": "signs", "note.made": "exported",
    "event": "{what} ({plan})",
    "everything": "everything", "with": "with", "without": "without",
    "counts": "{found}, with those below {below}, of {all}",
    "signs": "{roles}; ({lead}) is inherited, said by the task above",
    "signs_proposed": "; ?{lead} is only proposed by the program",
    "made": "{on}; {state}",
    "state": "data up to change {entry} ({at})", "no_state": "data without a record of changes",
    "page.words": "filter", "page.column": "in", "page.all": "all columns", "page.count": "# of # rows",
    "page.keys": "/ writes a filter, Esc clears it; a click or Enter on a head sorts.",
}  # fmt: skip
