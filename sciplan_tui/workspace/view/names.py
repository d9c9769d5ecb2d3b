"""The names of all units and tasks of a database, as they are searched: made once, while it is not written to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from sciplan_tui.core.folding import fold
from sciplan_tui.core.matrix import UnitColumn
from sciplan_tui.core.query.number import number_meant
from sciplan_tui.core.view.finding import Letters, folded_names, letters_of, pattern, places

TaskName = tuple[int, str, str]
"""A task's number, path and title."""


class Names:
    """`units`: those that have a column, or would have one; `search`: by unit, all names it answers to, folded."""

    def __init__(self, units: Sequence[UnitColumn], search: Mapping[int, str], tasks: Sequence[TaskName]) -> None:
        self._units, self._search, self._tasks = units, search, tasks
        self._unit_names = folded_names([unit.name for unit in units])

    def find(self, text: str) -> tuple[list[UnitColumn], list[TaskName]]:
        """The units and the tasks that answer to a text: to characters, or to the initials of their pinyin, or both.

        Units also answer to their other names; a task whose path it is goes first, then those that are numbered so.
        """
        needle = fold(text)
        if not needle:
            return [], []
        wanted = pattern(text, self._letters if _has_letters(needle) else {})
        units = [self._units[place] for place in places(wanted, self._unit_names)]
        known = {unit.unit_id for unit in units}
        units += [u for u in self._units if u.unit_id not in known and needle in self._search.get(u.unit_id, "")]
        tasks = [self._tasks[place] for place in places(wanted, self._titles)]
        return units, list(dict.fromkeys([*self._numbered(needle), *tasks]))

    def _numbered(self, needle: str) -> list[TaskName]:
        """The task of this path, and those of this number, which is the last of their paths. A lone Chinese digit is
        taken for a part of a name.
        """
        at = [task for task in self._tasks if task[1] == needle]
        meant = number_meant(needle) if needle.isdigit() or len(needle) > 1 else None
        return at + [task for task in self._tasks if meant and task[1].endswith(f".{meant.value}")]

    @cached_property
    def _titles(self) -> list[str]:
        return folded_names([title for _, _, title in self._tasks])

    @cached_property
    def _letters(self) -> Letters:
        from sciplan_tui.workspace.pinyin import initials

        return letters_of((*self._unit_names, *self._titles), initials)


def _has_letters(text: str) -> bool:
    return any(character.isascii() and character.isalpha() for character in text)
