"""The tables that a Change may touch, and their columns: nothing else is ever written through the journal.

`task.holder_id` is not among them: it is derived, and worked out anew after every change. A test holds this list
equal to `db/schema.sql`.
"""

from __future__ import annotations

COLUMNS: dict[str, tuple[str, ...]] = {
    "plan": ("key", "title", "region", "issuer", "document_number", "issued_on", "period_start", "period_end"),
    "edition": ("plan_id", "number", "name", "sha256", "format", "encoding", "imported_at", "raw", "said"),
    "task": (
        *("plan_id", "parent_id", "position", "path", "number", "title", "kind", "line", "line_end"),
        *("inferred", "open_list", "deadline", "text", "search", "said_path"),
    ),
    "unit": ("plan_id", "name", "short", "class", "collective", "position", "search", "function", "contact"),
    "assignment": (
        *("task_id", "unit_id", "role", "origin", "printed", "position", "reason", "line", "quote"),
        *("ruled_by", "ruled_on"),
    ),
    "target": (
        *("task_id", "position", "indicator", "comparator", "value", "value_max", "unit", "frequency"),
        *("deadline", "aspirational", "region", "line", "quote"),
    ),
    "reported": ("target_id", "value", "on_day", "note", "evidence"),
    "milestone": (
        *("plan_id", "task_id", "position", "key", "kind", "label", "start_on", "end_on", "precision", "line"),
        "origin",
    ),
    "mark": ("task_id", "milestone_id", "status", "on_date", "note", "evidence"),
    "problem": ("edition_id", "position", "code", "line", "details", "settled_on", "settled_note"),
    "succession": ("plan_id", "from_id", "to_id", "kind", "on_date", "task_id", "ruled_by"),
    "membership": ("plan_id", "collective_id", "member_id", "since_on", "until_on"),
}

DERIVED = {"task": ("holder_id",)}
"""What is worked out from the rest, and so neither journaled nor undone."""

REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "plan": (
        *(("edition", "plan_id"), ("task", "plan_id"), ("unit", "plan_id"), ("milestone", "plan_id")),
        *(("succession", "plan_id"), ("membership", "plan_id")),
    ),
    "edition": (("problem", "edition_id"),),
    "task": (
        *(("mark", "task_id"), ("task", "parent_id"), ("assignment", "task_id"), ("target", "task_id")),
        *(("milestone", "task_id"), ("succession", "task_id")),
    ),
    "unit": (
        *(("assignment", "unit_id"), ("succession", "from_id"), ("succession", "to_id")),
        *(("membership", "collective_id"), ("membership", "member_id")),
    ),
    "target": (("reported", "target_id"),),
    "milestone": (("mark", "milestone_id"),),
}
"""What refers to a table's rows, so that an undo can say what hangs on a row before it goes."""
