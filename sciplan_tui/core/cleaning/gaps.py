"""Characters that a file has lost (U+FFFD): put back where the same phrase stands whole elsewhere, else shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sciplan_tui.core.characters import HAN, REPLACEMENT
from sciplan_tui.core.cleaning.traced import Traced
from sciplan_tui.core.plan import Problem

_LOST = re.compile(f"{REPLACEMENT}(?:[^{REPLACEMENT}]{{0,4}}{REPLACEMENT})*")
"""Signs between two lost ones are what is left of them."""
_CONTEXT = 4
_MOST = 100
"""A text with more gaps is broken; nothing more is looked for in it."""
_CLEAN = re.compile(f"{HAN}+")


def fill_gaps(lines: Sequence[Traced], numbers: Sequence[int]) -> tuple[list[Traced], list[Problem]]:
    """Each gap filled where it is certain, and a Problem for each, restored or not."""
    if not any(REPLACEMENT in line.text for line in lines):
        return list(lines), []
    whole = "\n".join(line.text for line in lines)
    problems: list[Problem] = []
    filled = [_filled(line, number, whole, problems) for line, number in zip(lines, numbers, strict=True)]
    return filled, problems


def _filled(line: Traced, number: int, whole: str, problems: list[Problem]) -> Traced:
    def fill(found: re.Match[str]) -> str:
        before = line.text[max(0, found.start() - _CONTEXT) : found.start()]
        after = line.text[found.end() : found.end() + _CONTEXT]
        known = _known(before, after, found.group(), whole) if len(problems) < _MOST else None
        lost = before + found.group() + after
        shown = (("before", lost), ("after", before + known + after)) if known else (("text", lost),)
        problems.append(Problem("restored" if known else "unreadable", number, shown))
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
