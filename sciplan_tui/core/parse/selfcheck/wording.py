"""Signs that the wording is not the plan's own: a copy run through a program that swaps words for others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.plan import LISTED, Problem

_SHORT = re.compile(
    r"《(?P<full>[^《》]{6,80})》(?:的通知》?)?[（(][^（()）]{0,24}?(?:以下|下文)?简称[:：]?《(?P<short>[^《》]{2,20})》"
)
_ODD = re.compile(
    r"(?:充分|逐步|格外|积极|深入|全面|广泛|大力|切实|不断|快速|有效)的(?:利用|提升|提高|推进|开展|重视|发挥|加强|落实|推动|实施)"
    r"|(?:相关|有关)的(?:单位|部门)|及其重要的|组织并且(?:开展|实施)|全方面(?:实施|推进|落实)|高质量的发展"
)
_ENOUGH = 3
"""So many odd turns of phrase are no slip of one writer."""


def check_wording(lines: Sequence[Line]) -> Iterator[Problem]:
    """A short title that its full title does not hold, and turns of phrase that no plan would print."""
    yield from _short_titles(lines)
    odd = [(line.number, found[0]) for line in lines if "的" in line.text for found in _ODD.finditer(line.text)]
    if len(odd) >= _ENOUGH:
        words = LISTED.join(dict.fromkeys(word for _, word in odd[:8]))
        yield Problem("wording_altered", odd[0][0], (("count", str(len(odd))), ("words", words)))


def _short_titles(lines: Sequence[Line]) -> Iterator[Problem]:
    for line in lines:
        for found in _SHORT.finditer(line.text) if "简称" in line.text else ():
            if not _holds(found["full"], found["short"]):
                yield Problem("short_title_differs", line.number, (("title", found["full"]), ("short", found["short"])))


def _holds(full: str, short: str) -> bool:
    """Whether the signs of the short title stand in the full one, in their order."""
    rest = iter(full)
    return all(sign in rest for sign in short)
