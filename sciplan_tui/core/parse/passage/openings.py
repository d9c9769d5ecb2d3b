"""Where a statement opens an item or a paragraph of the running text."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.line.markers import marker
from sciplan_tui.core.parse.passage.passage import Passage, inside, made
from sciplan_tui.core.parse.statement.opening import read_opening


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
        found = None if inside(start, taken) else read_opening(text, begin)
        if found and (mark or text[found.end] in "。；;"):
            end = start + len("".join(text[begin : found.end].split()))
            yield made(flow, start, end, found.reading, bracketed=False)
