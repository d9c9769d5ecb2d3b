"""What the query line and the views say."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # What is wrong with a term: the caret is under it
    "fault.query_field": "there is no {field}: here. To find these letters, put them in quotes.",
    "fault.query_empty": "nothing follows {field}: yet.",
    "fault.query_value": '{field}: has no "{value}". {press.query_complete} lists what it has.',
    "fault.query_minus": "nothing follows the minus yet.",
    "fault.query_quote": "the quote is still open {quote}",
    "fault.query_milestone": 'there is no milestone "{milestone}". There are: {known}',
    "fault.query_milestones": '"{milestone}" fits several in {plan}: {known}',
    # What can be written
    "field.lead": "lead unit", "field.resp": "responsible unit", "field.support": "supporting unit", "field.unit": "unit in any role",
    "field.plan": "plan", "field.path": "number, and what is below it", "field.kind": "kind", "field.mark": "mark at a milestone",
    "field.status": "state, late or near", "field.target": "word of a figure", "field.figure": "what was reported for figures", "field.no": "what is not named",
    "no.lead": "no lead unit", "no.resp": "no responsible unit", "no.support": "no supporting unit", "no.unit": "no unit",
    "no.target": "no figure", "no.mark": "unmarked",
    "figure.unreported": "nothing was reported", "figure.reported": "something was reported", "figure.met": "what was reported reaches the aim", "figure.missed": "what was reported misses the aim",
    "none": "unmarked", "counted": "actions, projects, groups and tasks",
    # Views
    "views.title": "Views", "views.count": "{count}", "views.name": "name", "views.plan": "plan", "views.query": "filter",
    "views.on_screen": "(on screen now)", "views.everything": "all tasks", "views.shows": "shows", "views.command": "command",
    "views.hidden": "empty columns hidden", "views.unhidden": "empty columns shown", "views.folded": "{count} folded", "views.unfolded": "{count} {count:collective|collectives} unfolded",
    "rows.path": "by number", "rows.lead": "by lead", "rows.status": "by state", "rows.date": "by date",
    "columns.protocol": "units in protocol order", "columns.load": "units by load",
    "density.upright": "upright", "density.short": "names across", "density.lines": "one line a task",
    "views.save": "Keep what is on screen as a view", "views.rename": "Rename the view {name}",
    "views.no_name": "A view needs a name.", "views.taken": "There is a view {name} already. Choose another name.",
    "views.saved": "Kept as {name}", "views.replaced": "{name} is now what is on screen; {press.views_undo} takes it back",
    "views.renamed": "{old} is now {name}; {press.views_undo} takes it back", "views.dropped": "Dropped {name}; {press.views_undo} takes it back",
    "views.undone": "taken back: {names}", "views.nothing_to_undo": "Nothing was done here yet.",
    "views.on_view": "Put the cursor on a view first; {press.views_save} keeps what is on screen as one.",
    "views.copied": "sent to the terminal's clipboard: {command}",
    "views.last_gone": "What was looked at last no longer fits; this is everything. {reason}",
    # The commands
    "view_name": "name of a view (see sciplan views)", "view_asked": "the plan and the filter of this view; a query here narrows it",
    "view_saved": "Kept as {name}", "view_dropped": "Dropped {name}", "no_views": "There is no view yet. Press {press.views} in the screens, or use sciplan view save NAME QUERY.",
}  # fmt: skip
