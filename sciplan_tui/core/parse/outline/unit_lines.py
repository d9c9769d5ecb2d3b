"""Headings without a number that are units, each alone on its line above its duties: 市教育局⏎1.开课。⏎2.办赛。

The duties begin with a number 1, or are a paragraph where the first such heading stands right below another heading
or a title. At least three must surely be units: a list of addressees has nothing below them, a signature has a date.
"""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.parse.line.markers import BULLETS, marker
from sciplan_tui.core.parse.statement.roles import LABEL
from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.parse.unit.sure_units import is_surely_unit
from sciplan_tui.core.unit.registry import is_collective

_LONGEST, _SHORTEST_DUTY = 40, 8
_FEWEST = 3
_ENDS, _COLONS = ("。", "；", ";"), "：:"


def find_unit_lines(texts: Sequence[str]) -> tuple[int, ...]:
    """The indices of such headings; none where there are too few, or where units stand on lines for other reasons."""
    filled = [index for index, text in enumerate(texts) if text]
    words = [texts[index] for index in filled]
    units = [at for at, text in enumerate(words) if _is_unit(text)]
    found = [at for at in units if _is_duty(words[at + 1 :][:1]) and not LABEL.search(words[at - 1] if at else "")]
    while found and words[found[0]][-1] in _COLONS and is_collective(words[found[0]]):
        del found[0]
    if len(found) < _FEWEST or found != [at for at in units if found[0] <= at <= found[-1]]:
        return ()
    numbered = all(_is_first(words[at + 1]) for at in found)
    headed = not found[0] or not words[found[0] - 1].endswith(_ENDS)
    return tuple(filled[at] for at in found) if numbered or headed else ()


def _is_unit(text: str) -> bool:
    """Whether a line is a unit, or a few, and nothing else."""
    if not 3 <= len(text) <= _LONGEST or marker(text):
        return False
    names = text.rstrip(_COLONS).split("、")
    return is_surely_unit(names[0]) and all(map(plausible, names))


def _is_duty(below: Sequence[str]) -> bool:
    text = below[0] if below else ""
    found = marker(text)
    numbered = found is not None and not found.doubtful and (found.number or 1) == 1
    return len(text) >= _SHORTEST_DUTY and (numbered or (found is None and text.endswith(_ENDS)))


def _is_first(text: str) -> bool:
    found = marker(text)
    return found is not None and (found.number == 1 or found.printed in BULLETS)
