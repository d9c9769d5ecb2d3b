"""Characters that a file has lost (U+FFFD): put back where the same phrase stands whole elsewhere, else shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.characters import HAN, REPLACEMENT
from sciplan_tui.core.cleaning.traced import Traced
from sciplan_tui.core.plan import LISTED, Problem

_LOST = re.compile(f"{REPLACEMENT}(?:[^{REPLACEMENT}]{{0,4}}{REPLACEMENT})*")
"""Signs between two lost ones are what is left of them."""
_CONTEXT = 4
_MOST = 100
"""A text with more gaps is broken; nothing more is looked for in it."""
_TOLD = 20
"""So many places are told of; the count holds for all."""
_CLEAN = re.compile(f"{HAN}+")


def fill_gaps(lines: Sequence[Traced], numbers: Sequence[int]) -> tuple[list[Traced], list[Problem]]:
    """Each gap filled where it is certain, with a Problem; one Problem tells of all that could not be filled."""
    if not any(REPLACEMENT in line.text for line in lines):
        return list(lines), []
    whole = "\n".join(line.text for line in lines)
    gaps: list[_Gap] = []
    filled = [_filled(line, number, whole, gaps) for line, number in zip(lines, numbers, strict=True)]
    restored = [
        Problem("restored", gap.line, (("before", gap.around(gap.lost)), ("after", gap.around(gap.known))))
        for gap in gaps
        if gap.known
    ]
    return filled, restored + _unreadable([gap for gap in gaps if not gap.known])


class _Gap(NamedTuple):
    """What is left of lost characters, what stands around it, and what they must have been (empty: not known)."""

    line: int
    before: str
    lost: str
    after: str
    known: str

    def around(self, words: str) -> str:
        return self.before + words + self.after


def _unreadable(gaps: Sequence[_Gap]) -> list[Problem]:
    if not gaps:
        return []
    count = sum(gap.lost.count(REPLACEMENT) for gap in gaps)
    told = LISTED.join(f"“{gap.around(gap.lost)}”({gap.line})" for gap in gaps[:_TOLD])
    more = "…" if len(gaps) > _TOLD else ""
    return [
        Problem("unreadable", gaps[0].line, (("count", str(count)), ("places", str(len(gaps))), ("text", told + more)))
    ]


def _filled(line: Traced, number: int, whole: str, gaps: list[_Gap]) -> Traced:
    def fill(found: re.Match[str]) -> str:
        before = line.text[max(0, found.start() - _CONTEXT) : found.start()]
        after = line.text[found.end() : found.end() + _CONTEXT]
        known = _known(before, after, found.group(), whole) if len(gaps) < _MOST else None
        gaps.append(_Gap(number, before, found.group(), after, known or ""))
        return known or found.group()

    return line.sub(_LOST, fill)


def _known(before: str, after: str, lost: str, whole: str) -> str | None:
    """What stands between the same words elsewhere, if it stands there in one way only; no longer than what is lost."""
    if lost.strip(REPLACEMENT) or not (
        len(before) == len(after) == _CONTEXT and _CLEAN.fullmatch(before) and _CLEAN.fullmatch(after)
    ):
        return None
    between = re.compile(f"{re.escape(before)}({HAN}{{1,{len(lost)}}}){re.escape(after)}")
    ways = set(between.findall(whole))
    return ways.pop() if len(ways) == 1 else None
