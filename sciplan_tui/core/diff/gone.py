"""Tasks that an edition has no more: their removal is proposed, with all that hangs on them.

One whose wording another task now holds as well is joined to it: its marks go there where that task has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sciplan_tui.core.diff.difference import Difference, StoredRow, altered, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.last_said import no_longer_said
from sciplan_tui.core.diff.outline import STAYS, Outline
from sciplan_tui.core.diff.reports import Reports
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.folding import fold
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan, Task

Rows = Mapping[int, list[StoredRow]]


def compare_gone(stored: StoredPlan, plan: ParsedPlan, outline: Outline, gathering: Gathering) -> None:
    """Propose the removal of every stored task that an edition once said and this one does not."""
    kept = set(outline.ids.values())
    gone = [row for row in stored.tasks if row["id"] not in kept]
    if not gone:
        return
    heirs = _heirs(stored, gone, plan, outline)
    below = {"assignment": _by_task(stored.assignments), "target": _by_task(stored.targets)}
    reports = Reports(stored)
    marks, milestones = _by_task(stored.marks), _by_task(stored.milestones)
    successions = _by_task(stored.successions)
    for row in gone:
        outline.places[row["id"]] = STAYS
        gathering.follow(no_longer_said(row, gathering.edition))
        if row["said_path"] is None:
            continue
        number, heir = row["id"], heirs.get(row["id"])
        into = outline.ids[heir[0].path] if heir else None
        moved = [*_marks_moved(marks.get(number, ()), marks.get(into, ()) if into else None, into)]
        told = Difference(
            *("joined" if heir else "task_removed", row["path"], row["title"], row["title"]),
            heir[0].title if heir else None,
            reason="removal",
            now=reports.told(below["target"].get(row["id"], ())),
            ratio=heir[1] if heir else None,
            marks=sum(change is not None and change.new is None for change in moved),
            about=f"task {number}",
        )
        changes = [
            *moved,
            *(gone for one in below["target"].get(number, ()) for gone in reports.going_with(one)),
            *(removed(table, one) for table, rows in below.items() for one in rows.get(number, ())),
            *(removed("succession", one) for one in successions.get(number, ())),
            *(altered("milestone", one, {"task_id": None}) for one in milestones.get(number, ())),
            removed("task", row),
        ]
        gathering.tell(told, changes, hangs=outline.hangs.get(into) if into else None)


def _marks_moved(
    marks: list[StoredRow] | tuple[()], there: list[StoredRow] | tuple[()] | None, into: int | None
) -> Iterator[Change | None]:
    """Marks go to the task that holds this one now, or with the task."""
    taken = {row["milestone_id"] for row in there or ()}
    for row in marks:
        if into is None or row["milestone_id"] in taken:
            yield removed("mark", row)
        else:
            yield altered("mark", row, {"task_id": into})


def _heirs(
    stored: StoredPlan, gone: list[StoredRow], plan: ParsedPlan, outline: Outline
) -> dict[int, tuple[Task, float]]:
    """For a task that is gone the one under the same parent that holds its wording now, and did not before."""
    from sciplan_tui.core.edition.likeness import joined_to

    matched = [task for task in plan.tasks if task.path in outline.matches]
    joined = {other: task for task in matched for other in outline.matches[task.path].others}
    waiting = {one.about: one for one in stored.undecided.values() if one.kind == "joined"}
    titles = {fold(task.title): task for task in matched}
    rows = {row["id"]: row for row in stored.tasks}
    children: dict[int | None, list[tuple[Task, str]]] = defaultdict(list)
    for task in plan.tasks:
        if (row := rows.get(outline.ids[task.path])) is not None:
            children[row["parent_id"]].append((task, f"{row['title']}\n{row['text']}"))
    found = {}
    for row in gone:
        again = waiting.get(f"task {row['id']}")
        if again is not None and (heir := titles.get(fold(again.new or ""))) is not None:
            found[row["id"]] = (heir, again.ratio or 0.0)
        elif row["id"] in joined:
            found[row["id"]] = (joined[row["id"]], round(outline.matches[joined[row["id"]].path].ratio, 2))
        elif row["text"] and (near := joined_to(row["title"], row["text"], children[row["parent_id"]])):
            found[row["id"]] = near
    return found


def _by_task(rows: tuple[StoredRow, ...]) -> Rows:
    found: dict[int, list[StoredRow]] = defaultdict(list)
    for row in rows:
        if row["task_id"] is not None:
            found[row["task_id"]].append(row)
    return found
