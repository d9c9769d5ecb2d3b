"""The history: everything that was done, what it changed, whether it can be undone or done again."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "altered": "{field}: {old}, now {new}",
    "at": "when", "what": "what was done", "plan": "plan", "changes": "changes", "state": "state",
    "undone": "undone", "count": "{count} entries", "matched": "{count} of {all} entries",
    "can_undo": "can be undone (u)", "can_redo": "can be done again (r)", "taking_back": "undid entry {entry}",
    "done_again": "did entry {entry} again",
    "source": "file {name}", "total": "{count} changes", "more": ".. and {count} more",
    "added": "{count} added", "removed": "{count} removed", "altered_count": "{count} altered",
    "filter_hint": "words of what was done, its kind, its plan", "nothing": "No entry fits. Esc clears the filter.",
    "filtered": "filter {query}",
    "no_task": "This entry touched no task, or the task is gone.", "reading": "reading ..",
    "succession.alias": "one body", "succession.rename": "renamed", "succession.merge": "merged", "succession.split": "split",
    "field.title": "title", "field.kind": "kind", "field.path": "path", "field.number": "number",
    "field.line": "line", "field.open_list": "open list", "field.deadline": "deadline", "field.text": "text",
    "field.parent_id": "above", "field.name": "name", "field.short": "short name", "field.class": "class",
    "field.collective": "collective", "field.function": "function", "field.contact": "contact",
    "field.unit_id": "unit", "field.role": "role", "field.origin": "origin", "field.printed": "printed",
    "field.reason": "reason", "field.quote": "sentence", "field.ruled_by": "ruled by", "field.ruled_on": "on",
    "field.indicator": "figure", "field.comparator": "comparator", "field.value": "value",
    "field.value_max": "upper value", "field.unit": "measure", "field.frequency": "how often",
    "field.aspirational": "aspirational", "field.region": "region", "field.issuer": "issuer",
    "field.document_number": "document number", "field.issued_on": "issued on",
    "field.period_start": "first year", "field.period_end": "last year", "field.key": "key",
    "field.label": "label", "field.start_on": "begin", "field.end_on": "end", "field.precision": "precision",
    "field.status": "state", "field.on_date": "on", "field.note": "note", "field.task_id": "task",
    "field.milestone_id": "milestone", "field.from_id": "unit before", "field.to_id": "unit since",
    "field.collective_id": "collective", "field.member_id": "member", "field.since_on": "from",
    "field.until_on": "to", "field.code": "problem", "field.settled_on": "settled on",
    "field.settled_note": "settled with",
}  # fmt: skip
