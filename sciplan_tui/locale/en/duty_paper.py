"""What stands on duty sheets and their cover notes."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "Duty sheet: {unit}", "foot": "{title}  {on}", "file": "{unit} duty sheet", "plan": "{plan} {document}", "document": " ({number})",
    "heading": "{number}. {name}", "numerals": "123456789", "enclosure": "Enclosure",
    "days_left": "in {count} {count:day|days}", "days_past": "{count} {count:day|days} ago",
    "any_role": "total (any role)",
    "inherited": "inherited from {path}", "ruled": "{how} ({facts})", "through": "{how} (as a member of {name})",
    "remark": "{milestone}: {said}", "aspirational": "aspired to",
    "edition": "edition {number}, ", "page": "page {number}, ", "line": "line {number}",
    "note.query": "query", "note.printed": "query of what is printed", "note.state": "data", "note.counted": "counted",
    "counted": "Actions, projects, groups and tasks are counted; safeguards and the like are listed, not counted.",
    "note.unit": "unit", "note.plan": "plan", "note.as_of": "as of",
    "moved_since": "What changed since the last sheet ({day})", "nothing_moved": "Nothing changed.",
    "letter.title": "Duty sheet: to be checked and returned with progress",
    "letter.to": "To: {unit}",
    "letter.sends": "Enclosed please find the duty sheet of your unit under {plan}{document}. Please check it, and tell us"
    " where it differs from the plan or from the facts.",
    "letter.asks": "Please fill in the columns for progress and evidence, and return the sheet under seal by {day}."
    " The data are as of {state}.",
    "letter.closes": "Thank you for your support.",
    "letter.contact": "Contact: {name}; telephone: {phone}.",
    "letter.encloses": "Enclosure: {title}",
    "letter.sender": "sender", "letter.day": "day", "letter.seal": "{sender} (seal)",
    "help.units": "units (any part of their names); all that hold tasks in the plan if none is given",
    "help.query": "only units with tasks in this query, such as path:2.1",
    "help.out": "write to this folder (made if missing); for one unit it may be a file",
    "help.format": "docx, xlsx or both (both if not given; of a file as its suffix says)",
    "help.on": "the day on the sheet and its note, by which tasks are late or near; today if not given",
    "help.no_queries": "leave queries and the state of the data out of the Word file; the Excel file keeps them",
    "help.no_note": "without the cover note", "help.proposed": "also what the program proposes (a table of its own)",
    "help.sender": "who sends the note; a gap if not given", "help.reply_by": "by when to report; a gap if not given",
    "written": "Duty sheets written (units: {units}, files: {files}): {folder}",
    "unnoted": "It could not be noted that these sheets went out, so the next ones cannot tell what moved: {reason}",
    "form.note": "Cover note", "form.sender": "From", "form.reply_by": "Report by", "form.folder_named": "duty-sheets", "form.folder": "Folder",
    "form.format.both": "Word and Excel", "form.format.docx": "Word", "form.format.xlsx": "Excel",
    "form.left_open": "may be left out: a gap on paper", "form.such_as": "such as {day}; left out, a gap on paper",
    "form.no_folder": "Name a folder.", "form.exists": "Such files are there already. {press.accept} again replaces them.",
    "form.stopped": "Broken off. The {count:sheet|sheets} of {count} {count:unit|units} that {count:was|were} written {count:stays|stay} in {folder}.",
    "form.units": "{count} {count:unit|units}", "form.found": "the units that hold what was found", "form.nobody": "No unit holds what is on screen, so there is no duty sheet to write.",
    "row_query": "QUERY OF THE ROW",
}  # fmt: skip
