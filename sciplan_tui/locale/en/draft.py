"""What the drafts of reports say."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # on paper
    "title.self-evaluation": "{unit} Self-evaluation: {plan}, {milestone}",
    "title.bulletin": "{unit} Bulletin on progress: {plan}, {milestone}",
    "title.summary": "{unit} Summary of work: {plan}, {milestone}",
    "as_of": "(draft, as of {day})", "colon": ":", "foot": "draft  as of {on}  {state}",
    "section.whole": "Progress in all", "section.parts": "Progress by part", "section.figures": "Figures",
    "section.problems": "Problems", "section.next": "Next steps", "section.achieved": "Achievements",
    "section.units_done": "Units that owe nothing more", "section.units_late": "Units with late tasks",
    "section.units_blocked": "Units with blocked tasks", "section.units_others": "Other units",
    "section.unled": "Tasks whose lead is not printed", "section.demands": "What is asked for",
    "no_units_done": "No {units} has settled all its tasks.", "no_units_late": "No {units} has late tasks.",
    "no_units_blocked": "No {units} has blocked tasks.", "no_units_others": "There is no other {units}.",
    "leading": "unit that leads", "holding": "unit",
    "annex": "Annex: progress ({name})",
    "about": "This is the progress of the tasks of {plan} at {milestone}.", "due": " The milestone is due on {day}.",
    "own_days": " Each task has its own deadline.",
    "narrowed": "Only tasks that match \"{query}\".",
    "counts_itself": "{tasks} {tasks:task|tasks}, this one among them: {states}.",
    "counts": "{tasks} {tasks:task|tasks}: {states}.", "counts_led": "{tasks} {tasks:task|tasks} led: {states}.",
    "counts_held": "{tasks} {tasks:task|tasks} to be answered for: {states}.",
    "by_holder": "The plan does not say who leads. Units are listed by what they are responsible for.",
    "no_holder": "The plan names no unit.",
    "count": "{count} {state}", "late": " Of them {count} {count:is|are} late.",
    "trace": "Query {query} = {count}", "trace.more": "and {term} = {count}", "trace.between": "; ",
    "between": ", ", "between_words": " ",
    "task": "{title} ({path})", "task_with_below": "{title} ({path}, {count} {count:task|tasks} with those below it)", "marked": "{task}: {state}. ", "since": " ({day})", "noted": "Noted: \"{note}\". ",
    "nothing_told": "without record",
    "unmarked": "{count} {count:task|tasks} without record: {tasks}. ", "leads": "Lead: {units}.",
    "led": "{task}Lead: {units}.", "led_apart": "{tasks}: led by {units}.",
    "unled": "{count} {count:task|tasks}: {tasks}. ",
    "no.late": "No task is late.", "no.blocked": "No task is blocked.",
    "late_of": "{units}: {tasks}.", "late_tasks": "{count} {count:task is|tasks are} late (what is blocked stands above):", "blocked_tasks": "{count} {count:task is|tasks are} blocked:",
    "no_figures": "The plan has no figures.",
    "missed": "Figures whose reported value falls short of the aim:",
    "short_of": "{figure}: reported {value}, aim {aim}.",
    "numerals": "-",
    "heading.1": "{number}. {title}", "heading.2": "({number}) {title}", "heading.3": "{number}. {title}",
    "heading.4": "({number}) {title}",
    "made": (
        "This draft is made of what the record holds and of nothing else ({state}). The small print has the query of each"
        " number: sciplan tasks 'QUERY' --as-of {on} lists the tasks that it counts; a term after \"and\" is added to that query. Fill"
        " in the gaps that are marked, and take the small print out, before it goes out."
    ),
    # what is to be filled in
    "gap.assessment": "assessment", "gap.addressee": "addressee", "gap.signed": "signature", "gap.lead": "lead",
    "gap.progress": "progress", "gap.why_blocked": "what blocks it, what is needed", "gap.why_not": "why it does not apply",
    "gap.what_was_done": "what was done, with what effect", "gap.figures": "values not reported, remarks",
    "gap.causes": "causes", "gap.next": "next steps", "gap.demands": "what is asked for",
    "gap.achieved": "work and effects", "gap.nothing_achieved": "what was achieved in this part", "gap.due": "due day",
    # the command
    "help.kind": "self-evaluation | bulletin | summary",
    "help.unit": "only the tasks that this unit leads", "help.out": "write to this file: .docx or .md",
    "written": "The draft is written: {file} ({gaps} {gaps:gap is|gaps are} marked)",
    "kind.self-evaluation": "self-evaluation", "kind.bulletin": "bulletin", "kind.summary": "summary",
    # the screen
    "form.title": "Draft of a report: {plan}", "form.kind": "which", "form.milestone": "milestone", "form.on": "as of",
    "form.unit": "unit", "form.unit_hint": "optional; only the tasks that it leads", "form.format": "format",
    "form.file": "file",
    "form.no_milestones": "This plan has no milestone. Add one first.",
    "note.query": "query",
}  # fmt: skip
