"""A task that an edition takes apart into items below it: told as one difference, with the items and their duties.

The task itself stays, and its marks with it; what it says no longer stands in the items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sciplan_tui.core.diff.difference import Difference, StoredRow
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.outline import PARTS, Outline
from sciplan_tui.core.folding import fold
from sciplan_tui.core.plan import ParsedPlan, Task

FEWEST = 2
Parts = Mapping[str, Sequence[Task]]


def new_below(plan: ParsedPlan, outline: Outline) -> Parts:
    """The new items right below tasks that are stored, where there are several, by the path of the task."""
    found: dict[str, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        if task.parent is not None and task.parent in outline.matches and task.path not in outline.matches:
            found[task.parent].append(task)
    return {path: items for path, items in found.items() if len(items) >= FEWEST}


def tell_split(now: StoredRow, task: Task, items: Sequence[Task], outline: Outline, gathering: Gathering) -> int | None:
    """Tell that the task became its items, if it did, and let these hang on it; the number of the difference."""
    about = f"task {now['id']} into items"
    waiting = _waiting(about, items, gathering)
    parts = waiting or _parts(now, task, items, outline)
    if len(parts) < FEWEST:
        return None
    titles = PARTS.join(part.title for part in parts)
    told = Difference("split", task.path, now["title"], now["title"], titles, about=about)
    standing = bool(waiting) and all(outline.last.did_without(part.title) for part in parts)
    anchor = gathering.tell(told, standing=standing, hangs=outline.hangs.get(now["id"]))
    for part in parts:
        number = outline.ids[part.path]
        outline.hangs[number] = outline.places[number] = anchor
    return anchor


def _parts(now: StoredRow, task: Task, items: Sequence[Task], outline: Outline) -> Sequence[Task]:
    from sciplan_tui.core.edition.likeness import taken_apart

    before = outline.last.tasks.get(now["id"])
    return taken_apart(before, task, items) if before else ()


def _waiting(about: str, items: Sequence[Task], gathering: Gathering) -> Sequence[Task]:
    """The items of a split that waits for a person: it is the same one, whatever is stored by now."""
    waits = (one for one in gathering.undecided.values() if one.about == about)
    titles = {fold(title) for one in waits for title in (one.new or "").split(PARTS)}
    return [item for item in items if fold(item.title) in titles]
