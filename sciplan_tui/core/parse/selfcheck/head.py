"""Doubts about the plan's head: what is missing, and what the foot of the page says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.draft import Line, Node
from sciplan_tui.core.plan import ParsedPlan, Problem

_TITLE = re.compile(r"《([^《》]{6,80})》")
_DATE_ALONE = re.compile(r"[\s　]*(20\d\d)年(\d{1,2})月(\d{1,2})日[\s　]*")
_DATE_LABEL = re.compile(r"(?:成文|发文|印发|发布|颁布|公布)(?:日期|时间)")
_SLIPS = 2
"""Two titles that differ in so few characters are one title with a slip."""


def check_head(plan: ParsedPlan, nodes: Sequence[Node], lines: Sequence[Line]) -> Iterator[Problem]:
    """What the head lacks, where date and number come from, and a title that is printed in two ways; of a table, which
    is no running text, only what it lacks."""
    missing: dict[str, object] = {
        "no_number": plan.document_number,
        "no_issuer": plan.issuer,
        "no_date": plan.issued_on,
    }
    missing |= {"no_region": plan.region, "no_period": plan.period_start}
    yield from (Problem(code) for code, fact in missing.items() if fact is None)
    yield from _other_titles(plan, lines)
    yield from _signed(plan, lines)
    yield from _number_at_foot(plan, nodes, lines)


def _bare(title: str) -> str:
    return re.sub(r"[\s（）()〔〕\-—–~～]", "", title)


def _other_titles(plan: ParsedPlan, lines: Sequence[Line]) -> Iterator[Problem]:
    title, seen = _bare(plan.title), set()
    for line in lines:
        for found in _TITLE.finditer(line.text) if "《" in line.text else ():
            other = _bare(found[1])
            if other not in seen and _slipped(title, other) and other.startswith(plan.region or title[:2]):
                seen.add(other)
                yield Problem("title_differs", line.number, (("title", plan.title), ("other", found[1])))


def _slipped(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= _SLIPS


def _signed(plan: ParsedPlan, lines: Sequence[Line]) -> Iterator[Problem]:
    if plan.issued_on is None or any("期" in line.text[:40] and _DATE_LABEL.search(line.text[:120]) for line in lines):
        return
    for line in lines:
        found = _DATE_ALONE.fullmatch(line.text) if len(line.text) < 30 else None
        if found and plan.issued_on == f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}":
            yield Problem("date_of_signature", line.number, (("date", plan.issued_on),))
            return


def _number_at_foot(plan: ParsedPlan, nodes: Sequence[Node], lines: Sequence[Line]) -> Iterator[Problem]:
    if plan.document_number is None or not nodes:
        return
    last = max(node.line_end for node in nodes)
    place = next((line.number for line in lines if plan.document_number in "".join(line.text.split())), 0)
    if place > last:
        yield Problem("number_at_foot", place, (("number", plan.document_number),))
