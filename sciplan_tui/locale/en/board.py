"""The board of a milestone, the progress of leads, the timeline."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "face.states": "Board", "face.leads": "By lead", "face.timeline": "Timeline",
    "late": "of these late", "unmarked": "unmarked",
    "sign.unmarked": ".",
    "tasks": "tasks {count}", "without": "{count} without this milestone",
    "no_lead": "no lead printed", "led_below": "led task by task below",
    "today": "today {day}", "that_day": "the day looked at: {day}", "no_date": "without a date", "own_days": "date  each task's own deadline",
    "left": "in {days} {days:day|days}", "past": "{days} {days:day|days} ago", "now": "today",
    "lead": "lead", "total": "all",
    "empty": "No task is in view. Press {press.milestones_back} to go back to the matrix and filter otherwise.",
    "no_milestone": "The plans in view have no review or evaluation. Press {press.milestones_add} to add one.",
    "only_one": "There is only this milestone.",
    "on_task": "Put the cursor on a task first, or select some with {press.milestones_select}.",
    "state": "state  {state}", "since": "noted {day}", "note": "note  {note}", "leads": "lead  {names}",
    "why.late": "late: due {due}, {days} {days:day|days} ago", "why.near": "due soon: {due}, in {days} {days:day|days}",
    "date": "date  {due}", "progress": "progress  {counts}", "kind": "kind  {kind}",
    "not_kept": "no progress is kept here, unless tasks are marked at it",
    "lead_hint": "{press.milestones_open} shows in the matrix what it leads",
    "ruled": "added by hand",
}  # fmt: skip
