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
        *("inferred", "open_list", "deadline", "text", "search"),
    ),
    "unit": ("plan_id", "name", "short", "class", "collective", "position", "search"),
    "assignment": ("task_id", "unit_id", "role", "origin", "printed", "position", "reason", "line", "quote"),
    "target": (
        *("task_id", "position", "indicator", "comparator", "value", "value_max", "unit", "frequency"),
        *("deadline", "aspirational", "region", "line", "quote"),
    ),
    "milestone": (
        *("plan_id", "task_id", "position", "key", "kind", "label", "start_on", "end_on", "precision", "line"),
        "origin",
    ),
    "mark": ("task_id", "milestone_id", "status", "on_date", "note"),
    "problem": ("edition_id", "position", "code", "line", "details"),
}

DERIVED = {"task": ("holder_id",)}
"""What is worked out from the rest, and so neither journaled nor undone."""

REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "plan": (("edition", "plan_id"), ("task", "plan_id"), ("unit", "plan_id"), ("milestone", "plan_id")),
    "edition": (("problem", "edition_id"),),
    "task": (
        *(("mark", "task_id"), ("task", "parent_id"), ("assignment", "task_id"), ("target", "task_id")),
        ("milestone", "task_id"),
    ),
    "unit": (("assignment", "unit_id"),),
    "milestone": (("mark", "milestone_id"),),
}
"""What refers to a table's rows, so that an undo can say what hangs on a row before it goes."""
