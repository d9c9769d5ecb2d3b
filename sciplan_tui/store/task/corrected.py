"""The corrections of a task and of its assignments, as the journal tells them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sciplan_tui.core.detail.corrected import Altered, Correction, corrections
from sciplan_tui.store.conditions import gaps, portions

_CHANGES = (
    "SELECT row_id, kind, summary, old, new FROM journal_change JOIN journal_entry ON journal_entry.id = entry_id"
    " WHERE table_name = ? AND row_id IN ({rows}) AND new IS NOT NULL"
    " AND undone_by IS NULL AND kind NOT IN ('undo', 'redo') ORDER BY entry_id, position"
)


def read_corrected(
    connection: sqlite3.Connection, table: str, numbers: Sequence[int]
) -> Mapping[int, tuple[Correction, ...]]:
    """What stands corrected of these rows of `task` or `assignment`."""
    changes: defaultdict[int, list[Altered]] = defaultdict(list)
    for some in portions(numbers):
        for number, kind, *said in connection.execute(_CHANGES.format(rows=gaps(some)), (table, *some)):
            changes[number].append(Altered(kind, *(json.loads(one) if one else {} for one in said)))
    return {number: corrections(those) for number, those in changes.items()}
