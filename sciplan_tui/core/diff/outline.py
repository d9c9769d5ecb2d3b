"""The tasks of an edition against the stored ones: which is which, what they say, and where they stand.

Number, path and place follow the edition; what a task says is merged. A stored task that the edition has no more
stays, next to its old neighbours, and its removal is proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sciplan_tui.core.diff.difference import Difference, Review, StoredRow, altered
from sciplan_tui.core.diff.merging import Turn, turns
from sciplan_tui.core.diff.rows import task_content
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.folding import search_text
from sciplan_tui.core.matching import StoredTask, match_tasks
from sciplan_tui.core.plan import ParsedPlan, Task

_KINDS = {
    "title": "title_changed",
    "kind": "kind_changed",
    "open_list": "list_changed",
    "deadline": "deadline_changed",
    "text": "text_changed",
}


@dataclass(frozen=True, slots=True)
class Outline:
    """Which stored task is which: by path the numbers of the edition's tasks, those that are new, and those in doubt.

    `last` gives, for a stored task, what the last edition said of it.
    """

    ids: Mapping[str, int]
    new: frozenset[int]
    held: frozenset[int]
    last: Mapping[int, Task]


def compare_outline(stored: StoredPlan, base: ParsedPlan | None, plan: ParsedPlan, review: Review) -> Outline:
    """Add, merge and place the tasks; say which is which."""
    known = tuple(_stored_task(row) for row in stored.tasks)
    matches = match_tasks(known, plan.tasks)
    ids = {task.path: matches[task.path].id if task.path in matches else review.next_id("task") for task in plan.tasks}
    by_path = {row["path"]: row["id"] for row in stored.tasks}
    last = {by_path[task.path]: task for task in (base.tasks if base else ()) if task.path in by_path}
    outline = Outline(
        ids,
        frozenset(ids.values()) - {match.id for match in matches.values()},
        frozenset(match.id for match in matches.values() if not match.certain),
        last,
    )
    _settle(stored, plan, outline, review, told=stored.plan is not None)
    return outline


def _settle(stored: StoredPlan, plan: ParsedPlan, outline: Outline, review: Review, *, told: bool) -> None:
    now = {row["id"]: row for row in stored.tasks}
    places = _places(stored.tasks, plan.tasks, outline)
    for task in plan.tasks:
        number = outline.ids[task.path]
        if number in outline.new:
            _add(stored.plan_id, task, places[number], outline, review, told=told)
        else:
            _merge(now[number], task, places[number], outline, review)
    kept = set(outline.ids.values())
    for row in stored.tasks:
        if row["id"] not in kept:
            review.settle(
                Difference("task_removed", row["path"], row["title"], old=row["title"], reason="removal"), tuple
            )
            review.follow(
                altered("task", row, {"position": places[row["id"]], "path": _free_path(row["path"], outline)})
            )


def _add(plan_id: int, task: Task, position: int, outline: Outline, review: Review, *, told: bool) -> None:
    from sciplan_tui.core.journal import Change

    content = task_content(task)
    row = {
        "plan_id": plan_id,
        **_place(task, position, outline),
        **content,
        "search": search_text(task.title, task.text),
    }
    change = Change("task", outline.ids[task.path], None, row)
    if told:
        review.settle(Difference("task_added", task.path, task.title, new=task.title), lambda: (change,))
    else:
        review.follow(change)


def _merge(now: StoredRow, task: Task, position: int, outline: Outline, review: Review) -> None:
    last = outline.last.get(now["id"])
    place = _place(task, position, outline)
    if place["path"] != now["path"]:
        review.settle(Difference("moved", task.path, task.title, old=now["path"], new=task.path), tuple)
    new = task_content(task)
    # A form that carries no running text (a table) says nothing against the text that is there.
    new["text"] = new["text"] or now["text"]
    accepted = {}
    for turn in turns(now, task_content(last) if last else None, new, tuple(_KINDS)):
        held = now["id"] in outline.held
        review.settle(_difference(turn, task), tuple, held=held)
        if turn.reason is None and not held:
            accepted[turn.column] = turn.new
    words = {name: accepted.get(name, now[name]) for name in ("title", "text")}
    lines = {name: value for name, value in place.items() if value is not None or name not in ("line", "line_end")}
    review.follow(altered("task", now, {**lines, **accepted, "search": search_text(words["title"], words["text"])}))


def _difference(turn: Turn, task: Task) -> Difference:
    old, new, now = (_said(turn.column, value) for value in (turn.old, turn.new, turn.now))
    conflict = turn.reason == "conflict"
    return Difference(_KINDS[turn.column], task.path, task.title, old, new, now if conflict else None, turn.reason)


def _said(column: str, value: Any) -> str | None:
    if column == "open_list":
        return "等" if value else "-"
    return None if value is None else str(value)


def _place(task: Task, position: int, outline: Outline) -> dict[str, Any]:
    return {
        "parent_id": outline.ids[task.parent] if task.parent is not None else None,
        "position": position,
        "path": task.path,
        "number": task.number,
        "line": task.line,
        "line_end": task.line_end,
        "inferred": int(task.inferred),
    }


def _free_path(path: str, outline: Outline) -> str:
    """A path is unique: a task that the edition has no more yields its path to the one that has it now (`2.1.3'`)."""
    while path in outline.ids:
        path += "'"
    return path


def _places(stored: Sequence[StoredRow], tasks: Sequence[Task], outline: Outline) -> dict[int, int]:
    """Each task's place in the outline, from 1: the edition's order, the tasks it has no more left where they were."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for task in tasks:
        children[outline.ids[task.parent] if task.parent is not None else None].append(outline.ids[task.path])
    kept = set(outline.ids.values())
    before: dict[int | None, int] = {}
    for row in stored:
        siblings, parent = children[row["parent_id"]], row["parent_id"]
        if row["id"] not in kept:
            after = before.get(parent)
            siblings.insert(siblings.index(after) + 1 if after in siblings else 0, row["id"])
        before[parent] = row["id"]
    return {number: place for place, number in enumerate(_walk(children), start=1)}


def _walk(children: Mapping[int | None, Sequence[int]]) -> Iterator[int]:
    """Every task, parents before children, without recursion."""
    waiting = list(reversed(children.get(None, ())))
    while waiting:
        number = waiting.pop()
        yield number
        waiting.extend(reversed(children.get(number, ())))


def _stored_task(row: StoredRow) -> StoredTask:
    return StoredTask(row["id"], row["parent_id"], row["path"], row["title"], row["text"])
