"""The pack of a meeting, and slips for units."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # the command
    "help.folder": "the folder to write into; made if it is missing",
    "help.proposed": "beside tasks without a lead, the lead that the program proposes",
    "written": "The pack is written: {count} {count:file|files} in {folder}",
    "left": "Left out, for want of a milestone {milestone}: {plans}.", "unnoted": "The pack is written, but it was not noted that it went out: {reason}",
    "form.title": "Meeting pack", "form.on": "As of", "form.proposed": "Proposed leads", "form.folder": "Folder",
    "form.no_folder": "Name a folder.", "form.exists": "There is a pack already. {press.accept} once more replaces it.",
    # on paper
    "title": "{milestone}: meeting pack", "slips.title": "{milestone}: slips for units",
    "made": "{on}  {state}", "foot": "{title}  {on}  {state}", "narrowed": "Only tasks that match “{query}”",
    "lacking": "Plans without this milestone, left out: {plans}",
    "sentence": "{tasks} {tasks:task|tasks}: {settled} settled ({share}), {blocked} blocked, {unmarked} unmarked. {when}",
    "due.none": "", "due.ahead": "Due {due}, in {days} {days:day|days}.", "due.past": "Due {due}, {days} {days:day|days} ago: what is not settled is late.",
    "since": "Since the pack of {day}:",
    "none.late": "Nothing is late, blocked or nearly due.", "none.matters": "There is nothing for the meeting to decide.",
    "none.figures": "The plan promises no figures.", "none.slips": "No unit owes anything.",
    "none.moved": "Nothing has moved since the pack of {day}.",
    # late and blocked
    "matrix_aside": "Too many tasks for a matrix on paper: see pack.xlsx.",
    "with_below": "{title} (with those below {count} {count:task|tasks})",
    "late.blocked": "{count} blocked", "late.lit": "{count} {light}", "late.of_them": "{count} {light}, of which {blocked} blocked",
    "listed.ahead": "due {due}, in {days} {days:day|days}, nothing is late yet; these are blocked",
    "listed.near": "due {due}, in {days} {days:day|days}; these are not settled",
    "listed.past": "due {due}, {days} {days:day|days} ago; these are not settled",
    "listed.own_days": "each task has its own deadline; these are late, nearly due, or blocked",
    "listed.no_day": "the milestone has no day, nothing is late; these are blocked",
    # to decide
    "matters.no_lead": "Tasks that nobody leads: who is to lead them?", "matters.conflict": "A new edition against what was changed here: which holds?",
    "matters.decide": "Not clear in the plan: to be decided", "matters.check": "For the office to hold against the original",
    "matter.no_unit": "no unit is written at all",
    # slips
    "slip.owed": "{plan}, {milestone}: on {on} your unit still owes {count} {count:task|tasks}{due}. Please fill in the right column and return it by {gap}.",
    "slip.ahead": " (due {due}, in {days} {days:day|days})", "slip.past": " (due {due}, {days} {days:day|days} ago)",
    "slip.signed": "Filled in by {gap}    Approved by {gap}    Date {gap}",
    "slip.query": "{name} {count}: sciplan tasks '{query}' --as-of {on}",
    # where numbers come from
    "note.query": "query", "note.listed": "listed", "note.lacking": "without the milestone", "note.numbers": "numbers",
    "rule": "sciplan tasks '{query}' --as-of {on} lists what is counted; a column adds mark:{key}=..: {columns}",
    "numbers": "each number = the rows that sciplan tasks 'QUERY OF THE ROW TERM OF THE COLUMN' --as-of {on} lists; the terms stand below each table",
    "rule.late": "sciplan tasks '{query}' --as-of {on} lists what is counted; {term} is added for the blocked",
    "rule.figures": "sciplan targets '{query}' --as-of {on} lists the figure of a row, and what was reported",
    "rule.moved": "sciplan tasks '{query}' lists the task of a row and its marks, sciplan targets '{query}' its figures, sciplan history each change",
    "nothing": "{name}: {said}",
    "small_print": "SMALL PRINT",
    "row_query": "QUERY OF THE ROW",
    "rule.matters": "sciplan tasks '{query}' --as-of {on} lists what is counted",
}  # fmt: skip
