"""Last clauses of items that tell by whom: 校园药品的安全，由校医院负责, 关于农机的问题，由X牵头，会同Y等部门提出意见;
修建灯塔，市海洋局牵头。

Such a clause is a statement where half of the items of a plan end so, or three of four that follow one another;
elsewhere 由X负责 is prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.passage.passage import Passage, inside, made
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.unit.registry import is_collective, level_prefix

_USUAL = 2
_RUN, _OF = 3, 4
"""How many of items that follow one another divide the work, whatever the others do: a chapter 责任分工. Where so many
say in a sentence of its own by whom, a last clause says it too."""
_MARKS = "。；;"
_BEFORE = "，,。；;"


class _Clause(NamedTuple):
    """A clause that tells by whom, in the item that begins at the edge `item`; `last`: it ends its paragraph."""

    start: int
    end: int
    item: int
    last: bool
    reading: Reading


def in_closing_clauses(
    flow: Flow, taken: list[tuple[int, int]], edges: list[int], sentences: Sequence[Passage]
) -> Iterator[Passage]:
    """The clauses outside the `taken` stretches, where at least half of the items end so, or, behind a mark, with one
    of the `sentences` that divide roles, or where some items that follow one another do; `edges`: where items begin.
    """
    if len(edges) < _USUAL or not _may_tell(flow.text, edges[0]):
        return
    clauses = list(_clauses(flow, taken, edges))
    for clause in _usual(flow, clauses, edges, sentences):
        yield made(flow, clause.start, clause.end, clause.reading, bracketed=False)._replace(clause=True)


def _usual(flow: Flow, clauses: Sequence[_Clause], edges: list[int], sentences: Sequence[Passage]) -> Iterator[_Clause]:
    """The clauses of items that end with one, as far as that is usual."""
    items = {clause.item for clause in clauses if clause.last and not is_collective(clause.reading.roles[0][1].name)}
    ending: Set[int] = {clause.item for clause in clauses if clause.last}
    if not _are_usual(items, edges):
        behind = [clause for clause in clauses if flow.text[clause.start - 1] in _BEFORE]
        divided = {bisect_right(edges, sentence.start) - 1 for sentence in sentences}
        if len(divided) >= _RUN or _are_usual(items | divided, edges):
            clauses, ending = behind, {clause.item for clause in behind if clause.last}
        else:
            ending = items & _in_runs(items | divided)
    return (clause for clause in clauses if clause.item in ending)


def _are_usual(items: Set[int], edges: list[int]) -> bool:
    return len(items) >= _USUAL and 2 * len(items) >= len(edges)


def _in_runs(items: Set[int]) -> Set[int]:
    """Those of the items that stand among others such."""
    return {
        item
        for item in items
        if any(len(items & {*range(first, first + _OF)}) >= _RUN for first in range(item - _OF + 1, item + 1))
    }


def _clauses(flow: Flow, taken: list[tuple[int, int]], edges: list[int]) -> Iterator[_Clause]:
    for found in _by_whom().finditer(flow.text, edges[0]):
        start, end = found.span()
        item = bisect_right(edges, start) - 1
        if edges[item] == start or inside(start, taken):
            continue
        reading = read_statement(_proposes().sub("负责", flow.printed(start, end)))
        if reading.roles and reading.sure and (flow.text[start] == "由" or _are_surely_units(reading)):
            yield _Clause(start, end, item, _ends_item(flow.text, end, edges), reading)


def _may_tell(text: str, start: int) -> bool:
    return text.count("由", start) + text.count("牵头", start) >= _USUAL


def _are_surely_units(reading: Reading) -> bool:
    """Without 由, a clause of prose may end so: a body that bears its level leads."""
    return reading.names_units and all(level_prefix(unit.name) for _, unit in reading.roles)


def _ends_item(text: str, end: int, edges: list[int]) -> bool:
    while text[end : end + 1] and text[end] in _MARKS:
        end += 1
    return text[end : end + 1] in ("", "\n") or edges[bisect_right(edges, end) - 1] == end


@cache
def _by_whom() -> re.Pattern[str]:
    """Compiled, as the other, for the plan that needs it."""
    ends = "牵头|负责|配合|参与|参加|协助|落实|实施|承办|意见|方案|办法|措施|公布"
    return re.compile(
        f"由(?<=[^自理缘事经\n]由)[^由{_MARKS}：:\n]{{2,200}}(?<={'|'.join(ends.split('|'))})(?=[{_MARKS}\n]|$)"
        f"|(?<=[{_BEFORE}])[^由，,{_MARKS}：:\n]{{3,80}}(?:(?<=牵头)|(?<=牵头负责))(?=[{_MARKS}\n]|$)"
    )


@cache
def _proposes() -> re.Pattern[str]:
    """What who is responsible is to bring: 研究提出具体实施意见, 在春耕前提出方案并予以公布."""
    return re.compile(
        "(?:在[^，,。；;、]{1,8}?)?(?:负责|研究|抓紧|尽快)*(?:提出|制定|制订|拟订|起草)[^，,。；;、局部委办]{0,12}?"
        "(?:意见|方案|办法|措施)(?:并[^，,。；;、]{1,12})?$"
    )
