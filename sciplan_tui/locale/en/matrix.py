"""What stands around the matrix: classes of units, counts, and why a light shines."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # Classes of units, from long to short: the head takes the longest that fits
    "class.party": "Party committee|Party|Pty|P",
    "class.government": "Government|Govt|Gov|G",
    "class.vertical": "Vertical|Vert|Ver|V",
    "class.institution": "Institutions|Inst|Ins|I",
    "class.mass": "Mass organisations|Mass org.|Mass|M",
    "class.locality": "Townships|Town|T",
    "class.collective": "Collective|Coll|Col|C",
    "class.other": "Other|Oth|O",
    # Signs
    "inherited_dim": "dim: inherited",
    "inherited_ditto": '" inherited',
    "inherited_lead": '"L lead inherited',
    "signs.roles": '{lead} lead  {responsible} responsible  {support} support    dim or " is inherited, "L an inherited lead',
    "signs.origins": "{lead_ruled} {responsible_ruled} {support_ruled} were ruled later    ? or underlined is the program's proposal",
    "signs.tree": "+ over a unit or before a task can be unfolded, - is unfolded    [7] hides 7 tasks, [3 lines] what is no task",
    "signs.states": (
        "{not_started} not started  {in_progress} in progress  {done} done  {ongoing} ongoing  {blocked} blocked"
        "  {not_applicable} not applicable  {late} late  {near} due soon  . unmarked"
    ),
    "signs.lights": "!{in_progress} !{blocked} marked, but late    ~{in_progress} marked, but due soon",
    # Totals
    "count.lead": "lead",
    "count.responsible": "resp.",
    "count.all": "roles",
    "found": "of what is found: leads {lead}, responsible for {responsible}",
    "found_support": "of what is found: leads {lead}, responsible for {responsible}, supports {support}",
    "totals": "leads {lead}, responsible for {responsible}",
    "totals_support": "leads {lead}, responsible for {responsible}, supports {support}",
    # Rows
    "hidden_lines": "{count} {count:line|lines}",
    "plan_counts": "tasks {tasks}  units {units}",
    # Marks and lights
    "state_on": "{state} ({on})",
    "late": "late by {days} d (due {due})",
    "near": "due in {days} d ({due})",
    "late_short": "late {days} d",
    "near_short": "due in {days} d",
    "near_today": "due today",
    "due": "due {due}",
    "note": "note: {note}",
    "no_such_milestone": "this plan has no such milestone",
    "lit": "{label} {why}",
    # Densities
    "density.upright": "Upright: a narrow column a unit, its name downwards",
    "density.short": "Short: a column a unit, its name written across",
    "more_units": ".. {count} more",
    "density.lines": "Lines: a line a task, and below the one under the cursor a line a unit",
}
