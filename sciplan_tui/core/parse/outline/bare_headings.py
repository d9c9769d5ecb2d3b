"""Headings without any number: short lines alone, in a plan whose tasks name their units behind labels.

A heading directly above another heads a part; what stands above the first such heading is a part as well, all others
are sections of the part above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.tree import Heading, whole
from sciplan_tui.core.parse.statement.roles import LABEL

_SHORT = re.compile(r"[^\W\d][\w“”（）]{1,15}")
_TITLE = ("方案", "规划", "计划", "纲要", "意见", "要点", "通知", "办法", "措施", "清单")
_PARTS = (
    *("总体要求", "工作目标", "主要目标", "行动目标", "主要任务", "重点任务", "工作步骤", "实施步骤"),
    *("工作要求", "有关要求", "保障措施", "组织保障", "实施保障", "组织实施"),
)
_PARAGRAPH = 16
"""Characters of the shortest line of running text."""
_FULL_LINE = 26
"""Characters of a line that may have been broken at the edge of its page, within its sentence."""
_FEWEST_HEADINGS, _FEWEST_LABELS = 3, 2


def find_bare_headings(texts: Sequence[str]) -> tuple[int, ...]:
    """The indices of the headings, none where the text has too few of them, or too few labels (牵头单位：…)."""
    found: list[int] = []
    carries = False
    for index in range(len(texts) - 1, -1, -1):
        if text := texts[index]:
            is_heading = carries and _SHORT.fullmatch(text) is not None
            found += [index] if is_heading else []
            carries = is_heading or _is_paragraph(text)
    found.reverse()
    while found and texts[found[0]].endswith(_TITLE):
        del found[0]
    labels = sum(LABEL.match("".join(text.split())) is not None for text in texts[found[0] :]) if found else 0
    return tuple(found) if len(found) >= _FEWEST_HEADINGS and labels >= _FEWEST_LABELS else ()


def bare_outline(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    """The headings of such a plan in order, each with what stands below it."""
    headings: list[Heading] = []
    bare = frozenset(layout.bare)
    parts = _parts(lines, layout, bare)
    for index in range(layout.body, layout.close):
        line = lines[index]
        if index in bare:
            rank = Rank.PART if index in parts else Rank.SECTION
            headings.append(Heading(rank=rank, title=line.text, line=line.number, span=whole(line)))
        elif line.text:
            headings[-1].body.append(whole(line))
    return headings


def _parts(lines: Sequence[Line], layout: Layout, bare: frozenset[int]) -> frozenset[int]:
    filled = [index for index in range(layout.body, layout.close) if lines[index].text]
    heads = {above for above, below in pairwise(filled) if above in bare and below in bare}
    heads |= {index for index in bare if lines[index].text in _PARTS}
    first = min(heads, default=0)
    return frozenset(heads) | {index for index in bare if index < first}


def _is_paragraph(text: str) -> bool:
    return len(text) >= _FULL_LINE or (len(text) >= _PARAGRAPH and text.endswith(("。", "；", "：")))
