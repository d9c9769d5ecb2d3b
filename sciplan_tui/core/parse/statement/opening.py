"""A statement that opens an item or a paragraph: （一）由X负责，Y配合，修建…, 由X承办，Y协办。目标：…

In front of more words it divides roles: who leads or is responsible, then who helps. What else begins with 由 is prose.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.unit.registry import is_collective


class Opening(NamedTuple):
    """Such a statement: where it ends, the mark behind it not included, and what it says."""

    end: int
    reading: Reading


def read_opening(text: str, start: int) -> Opening | None:
    """The statement that stands at `start` of a text; None where none stands."""
    found = _opening().match(text, start) if text.startswith("由", start) else None
    if found is None:
        return None
    reading = read_statement(found.group())
    named = reading.roles and reading.sure and not is_collective(reading.roles[0][1].name)
    return Opening(found.end(), reading) if named and len({role for role, _ in reading.roles}) > 1 else None


@cache
def _opening() -> re.Pattern[str]:
    """Compiled for the plan that needs it."""
    return re.compile(
        "由[^，,。；;：:]{2,80}(?:牵头|负责|承办|主办)"
        "(?:[，,][^，,。；;：:]{2,200}(?:配合|协办|协助|参与|参加|负责|承办)(?=[，,。；;])){1,3}"
    )
