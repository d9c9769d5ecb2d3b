"""The screens of export, import and copying."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "preview.table": "{count} rows of {columns} columns will be written",
    "preview.json": "{count} objects will be written",
    "export.inherited": "Inherited",
    "export.proposed": "Proposed",
    "export.encoding": "Encoding",
    "encoding.utf-8-sig": "UTF-8 with BOM",
    "encoding.gb18030": "GB18030",
    "encoding.utf-8": "UTF-8",
    "export.writing": "Writing {bar}   {key} stops",
    "export.stopping": "Stopping..",
    "export.stopped": "Stopped; no file was written.",
    "import.hint": "A part of a name, or a path",
    "import.counts": "Files {files}, folders {folders}",
    "import.none": "No file in this folder can be read (Word, PDF, tables, web pages, text).",
    "import.nothing": "No such name",
    "import.open": "{key} opens the folder",
    "import.take": "{key} imports this file",
    "import.take_chosen": "{key} imports the {count} chosen files",
    "import.reading": "reading..",
    "import.waiting": "waits",
    "import.refused": "not read",
    "import.differs": "edition, {count} to review",
    "import.new": "imported",
    "import.edition": "new edition, taken",
    "import.unchanged": "no change",
    "import.progress": "{done}/{count} files",
    "import.bar": "{bar}   Reading {name}   {key} stops",
    "import.stopping": "Stops behind this file..",
    "import.holds": (
        "{tasks} tasks, {units} units, {assignments} assignments, {ta"
        "rgets} targets, {milestones} milestones, {problems} problems"
    ),
    "import.review": "{count} differences, not taken yet: {key} reviews them",
    "import.look": "{count} problems: {key} shows them",
    "import.no_plan": "No plan came of this file.",
    "import.done": "Import: {what}",
    "import.count.new": "{count} new",
    "import.count.edition": "{count} editions",
    "import.count.unchanged": "{count} unchanged",
    "import.count.waits": "{count} to review",
    "import.count.refused": "{count} not read",
    "import.count.left": "{count} left unread",
    "copy.sent": (
        "{count} rows sent to the terminal (whether its clipboard took them it does not say), and written to {file}"
    ),
    "copy.kept": "{count} rows are too long for a terminal's clipboard; written to {file}",
    "copy.nothing": "Nothing to copy.",
    "copy.command": "Sent to the terminal (whether its clipboard took it, it does not say): {command}",
    "copy.only_sent": "Rows sent to the terminal: {count}.",
    "find.title": "Find a unit",
    "find.hint": "Some characters, or initials of the pinyin",
    "import.title": "Import",
    "preview.counting": "Counting the rows..",
}
