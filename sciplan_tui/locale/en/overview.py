"""The overview: progress by action, by unit, by milestone, and figures."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "face.actions": "actions", "face.units": "units", "face.milestones": "milestones", "face.figures": "figures",
    "follows": "As in the matrix. A task counts by its own mark, never by those below it.",
    "action": "actions and projects", "lead": "leads", "holder": "units (any role)", "total": "tasks",
    "late": "late {count}",
    "bar": "# settled|= going on|. rest", "share": "settled",
    "no_holder": "no unit printed", "none": "no such milestone",
    "all_roles": "any role counts", "leads_only": "only leads count",
    "columns.bars": "bars", "columns.states": "how many stand in each state",
    "columns.milestones": "how many are settled at each milestone",
    "by": "by {year}", "no_year": "no date printed", "figures": "figures {count}",
    "reported": "Aims and what was reported for them; only that tells whether one is reached.",
    "indicator": "indicator", "aim": "aim", "how_often": "often", "state": "state", "task": "task  {path} {title}",
    "mark": "{milestone}  {state}", "no_marks": "the task is unmarked", "hint": "{press.overview_open}: these tasks in the matrix",
    "figure_hint": "{press.overview_open}: the task",
    "empty": "No task is looked at. {press.overview_back} leads back to the matrix; ask for something else there.",
    "no_figures": "The tasks looked at have no figures.", "no_milestones": "The plans looked at have no milestones.",
}  # fmt: skip
