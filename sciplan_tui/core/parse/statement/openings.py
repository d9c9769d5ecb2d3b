"""A statement that opens an item or a paragraph: （一）由X负责，Y配合，修建…, 由X承办，Y协办。目标：…

In front of more words it divides roles: who leads or is responsible, then who helps. What else begins with 由 is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.outline.markers import marker
from sciplan_tui.core.parse.statement.passage import Passage, inside, made
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.unit.registry import is_collective


def opening_end(text: str, start: int) -> int | None:
    """Where the statement ends that stands at `start`, the mark behind it not included; None where none stands."""
    found = _read(text, start) if text.startswith("由", start) else None
    return found[0] if found else None


def in_openings(flow: Flow, taken: list[tuple[int, int]]) -> Iterator[Passage]:
    """The statements that open the items and paragraphs outside the `taken` stretches.

    Without a number it closes its sentence: 由X牵头，Y配合，定期会商 tells a duty, not whose the task is.
    """
    for index, line in enumerate(flow.lines):
        text = line.text
        if "由" not in text[:12]:
            continue
        mark = marker(text)
        begin = mark.end if mark else 0
        start = flow.starts[index] + len("".join(text[:begin].split()))
        found = _read(text, begin) if text.startswith("由", begin) and not inside(start, taken) else None
        if found and (mark or text[found[0]] in "。；;"):
            yield made(flow, start, start + len("".join(text[begin : found[0]].split())), found[1], bracketed=False)


def _read(text: str, start: int) -> tuple[int, Reading] | None:
    found = _opening().match(text, start)
    if found is None:
        return None
    reading = read_statement(found.group())
    named = reading.roles and reading.sure and not is_collective(reading.roles[0][1].name)
    return (found.end(), reading) if named and len({role for role, _ in reading.roles}) > 1 else None


@cache
def _opening() -> re.Pattern[str]:
    """Compiled for the plan that needs it."""
    return re.compile(
        "由[^，,。；;：:]{2,80}(?:牵头|负责|承办|主办)"
        "(?:[，,][^，,。；;：:]{2,200}(?:配合|协办|协助|参与|参加|负责|承办)(?=[，,。；;])){1,3}"
    )
