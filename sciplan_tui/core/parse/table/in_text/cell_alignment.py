"""The words of a row shared out over its columns, where blanks part the cells and stand inside wrapped ones too.

Only the columns behind the task's own wording are told apart so: units, offices or persons, the deadline. Of all ways
to share the words out the one with the fewest oddities is taken, and none where a unit cell would hold other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.rows import EMPTY, is_units

_WORDING = frozenset({Column.NUMBER, Column.GROUP, Column.TITLE, Column.CONTENT, Column.TARGET, Column.OTHER})
_PERSON = re.compile(r"[^\W\da-zA-Z_]{1,3}[×＊*ＸXx某]{1,2}|[^\W\da-zA-Z_]{2,4}|.{2,10}[处科室]")
_MOST_WORDS = 14
_MOST_JOINED = 5
_IMPOSSIBLE = 1000
_ENDS = re.compile(r".[局委办部厅联协会院府心司团）)队所站行校]$|集团$|大学$")
_RUNS_ON = ("、", "，", ",", "和", "及")

Aligned = tuple[int, tuple[str, ...]]
"""Where the tail begins among the words, and its cells."""


def tail_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns behind the last one that holds wording."""
    last = max((place for place, column in enumerate(columns) if column in _WORDING), default=-1)
    return tuple(columns[last + 1 :])


def align(
    words: Sequence[str], columns: Sequence[Column], is_deadline: Callable[[str], bool], exact: bool
) -> Aligned | None:
    """Share the last of `words` out over the tail `columns`; `exact`: there are as many words as columns in the row."""
    if exact:
        tail = tuple(words[-len(columns) :])
        if all(_oddity((word,), column, is_deadline) < 4 for word, column in zip(tail, columns, strict=True)):
            return len(words) - len(columns), tail
    floor = max(1, len(words) - _MOST_WORDS)

    @cache
    def best(end: int, place: int) -> tuple[int, int, tuple[str, ...]]:
        """The oddities, the beginning and the cells when the columns up to `place` hold the words before `end`."""
        if place < 0:
            return 0, end, ()
        found: tuple[int, int, tuple[str, ...]] = (_IMPOSSIBLE, end, ())
        for start in range(end - 1, max(floor, end - _MOST_JOINED) - 1, -1):
            odd = _oddity(tuple(words[start:end]), columns[place], is_deadline)
            if odd < found[0]:
                before = best(start, place - 1)
                found = min(found, (odd + before[0], before[1], (*before[2], "".join(words[start:end]))))
        return found

    odd, start, cells = best(len(words), len(columns) - 1)
    return (start, cells) if odd < _IMPOSSIBLE and start > 0 else None


def _oddity(words: tuple[str, ...], column: Column, is_deadline: Callable[[str], bool]) -> int:
    """How odd it is that these words are one cell of `column`."""
    text = "".join(words)
    if text in EMPTY:
        return 2
    if column is Column.OFFICE:
        return len(words) - 1 if _PERSON.fullmatch(text) else _IMPOSSIBLE
    if column is Column.DEADLINE:
        return len(words) - 1 if is_deadline(text) else _IMPOSSIBLE
    if column in UNIT_COLUMNS:
        return _unit_oddity(words, text)
    return 3 * (len(words) - 1)


def _unit_oddity(words: tuple[str, ...], text: str) -> int:
    if len(text) < 3 or text.endswith(_RUNS_ON) or text.startswith(_RUNS_ON) or not is_units(text):
        return _IMPOSSIBLE
    glued = sum(1 for word in words[:-1] if _ENDS.search(word))
    return 2 * glued + len(words) - 1
