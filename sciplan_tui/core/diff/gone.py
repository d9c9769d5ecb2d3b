"""Tasks that an edition has no more: their removal is proposed, with all that hangs on them.

One whose wording another task now holds as well is joined to it: its marks go there where that task has none, and what
was reported for its figures to the figures there that are called alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from sciplan_tui.core.diff.difference import Difference, StoredRow, altered, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.last_said import no_longer_said
from sciplan_tui.core.diff.outline import STAYS, Outline
from sciplan_tui.core.diff.reports import Joined, Reports
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.folding import fold
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan, Task

Rows = Mapping[int, list[StoredRow]]
Heir = tuple[Task, float]
"""The task that holds the wording of one that is gone, and how like it is, from 0 to 1."""


def compare_gone(stored: StoredPlan, plan: ParsedPlan, outline: Outline, gathering: Gathering) -> Iterator[Joined]:
    """Propose the removal of every stored task that an edition once said and this one does not; give those of them that
    are joined to others.
    """
    kept = set(outline.ids.values())
    gone = [row for row in stored.tasks if row["id"] not in kept]
    if not gone:
        return
    heirs, hanging = _heirs(stored, gone, plan, outline), _Hanging(stored)
    said = _figures_said(plan, outline)
    for row in gone:
        outline.places[row["id"]] = STAYS
        gathering.follow(no_longer_said(row, gathering.edition))
        if row["said_path"] is None:
            continue
        heir = heirs.get(row["id"])
        into = outline.ids[heir[0].path] if heir else None
        moved = [*hanging.marks_moved(row["id"], into)]
        told = _told(row, heir, moved, hanging.reported(row["id"], said[into] if into else set()))
        hangs = outline.hangs.get(into) if into else None
        number = gathering.tell(told, [*moved, *hanging.going_with(row)], hangs=hangs)
        if into is not None:
            yield Joined(number, row["id"], into)


def _figures_said(plan: ParsedPlan, outline: Outline) -> Mapping[int, set[tuple[str, str]]]:
    """By task what the edition calls its figures."""
    said: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for one in plan.targets:
        said[outline.ids[one.path]].add((one.indicator, one.unit))
    return said


def _told(row: StoredRow, heir: Heir | None, moved: list[Change | None], reported: str | None) -> Difference:
    return Difference(
        *("joined" if heir else "task_removed", row["path"], row["title"], row["title"]),
        heir[0].title if heir else None,
        reason="removal",
        now=reported,
        ratio=heir[1] if heir else None,
        marks=sum(change is not None and change.new is None for change in moved),
        about=f"task {row['id']}",
    )


class _Hanging:
    """What hangs on the tasks of a plan, by their numbers."""

    def __init__(self, stored: StoredPlan) -> None:
        self._below = {"assignment": _by_task(stored.assignments), "target": _by_task(stored.targets)}
        self._reports = Reports(stored)
        self._marks, self._milestones = _by_task(stored.marks), _by_task(stored.milestones)
        self._successions = _by_task(stored.successions)

    def reported(self, task: int, kept: Collection[tuple[str, str]]) -> str | None:
        """What was reported for its figures, and would go with them; of figures that are `kept` elsewhere it stays."""
        figures = self._below["target"].get(task, ())
        return self._reports.told(one for one in figures if (one["indicator"], one["unit"]) not in kept)

    def marks_moved(self, task: int, into: int | None) -> Iterator[Change | None]:
        """Its marks go to the task that holds it now, where that has none, or with it."""
        taken = {row["milestone_id"] for row in self._marks.get(into, ())} if into else set()
        for row in self._marks.get(task, ()):
            if into is None or row["milestone_id"] in taken:
                yield removed("mark", row)
            else:
                yield altered("mark", row, {"task_id": into})

    def going_with(self, row: StoredRow) -> Iterator[Change | None]:
        """The task goes with its units, figures and successions; its milestones stay in the plan."""
        number = row["id"]
        for figure in self._below["target"].get(number, ()):
            yield from self._reports.going_with(figure)
        for table, rows in self._below.items():
            yield from (removed(table, one) for one in rows.get(number, ()))
        yield from (removed("succession", one) for one in self._successions.get(number, ()))
        yield from (altered("milestone", one, {"task_id": None}) for one in self._milestones.get(number, ()))
        yield removed("task", row)


def _heirs(stored: StoredPlan, gone: list[StoredRow], plan: ParsedPlan, outline: Outline) -> dict[int, Heir]:
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
