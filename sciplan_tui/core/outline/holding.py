"""Whose assignments hold for a task: its own, else those of the nearest ancestor that has any.

A task with a statement of its own inherits nothing. Proposals of the program are not statements.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping


def holders(parents: Mapping[int, int | None], stating: Container[int]) -> dict[int, int | None]:
    """For each task the one whose statement holds for it, or None.

    `parents`: task to parent; `stating`: those with assignments. A missing parent,
    or a ring of parents (a damaged database), ends the search.
    """
    found: dict[int, int | None] = {}
    for task in parents:
        way = _climb(task, parents, stating, found)
        end = way[-1]
        found.update(dict.fromkeys(way, end if end in stating else found.get(end)))
    return found


def _climb(
    task: int, parents: Mapping[int, int | None], stating: Container[int], found: Mapping[int, int | None]
) -> list[int]:
    way, seen = [task], {task}
    while way[-1] not in stating and way[-1] not in found:
        above = parents.get(way[-1])
        if above is None or above in seen or above not in parents:
            break
        way.append(above)
        seen.add(above)
    return way


def wrong_holders(
    parents: Mapping[int, int | None], stating: Iterable[int], stored: Mapping[int, int | None]
) -> dict[int, int | None]:
    """The tasks whose stored holder is not the right one, with the right one."""
    right = holders(parents, frozenset(stating))
    return {task: holder for task, holder in right.items() if stored.get(task) != holder}
