"""What an entry of the journal did."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "import": "import {title} ({plan}), edition {edition}",
    "mark": "mark {tasks} tasks: {plan} {milestone} {status}",
    "cleared": "cleared",
    "milestone": "add the milestone {label} ({plan} {milestone})",
    "undo": "undo entry {entry}: {what}",
    "redo": "redo entry {entry}: {what}",
}
