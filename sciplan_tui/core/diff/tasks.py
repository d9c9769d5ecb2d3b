"""What the tasks of an edition say, and where they stand, against the stored ones.

Lines and numbers follow the edition; what a task says, and what it hangs below, is merged. Its path is told only where
its own place changes, not where that of the task above does.
"""

from __future__ import annotations

from typing import Any

from sciplan_tui.core.diff.difference import Difference, StoredRow, altered
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.last_said import no_longer_said
from sciplan_tui.core.diff.merging import Turn, turns
from sciplan_tui.core.diff.outline import FOLLOWS, PARTS, Outline, about_match
from sciplan_tui.core.diff.parts import new_below, tell_split
from sciplan_tui.core.diff.rows import task_content
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.edition.matching import NOWHERE
from sciplan_tui.core.folding import fold, search_text
from sciplan_tui.core.journal import Change
from sciplan_tui.core.outline.place import YIELDED
from sciplan_tui.core.plan import ParsedPlan, Task

_KINDS = {
    "title": "title_changed",
    "kind": "kind_changed",
    "open_list": "list_changed",
    "deadline": "deadline_changed",
    "text": "text_changed",
}


def compare_tasks(stored: StoredPlan, plan: ParsedPlan, outline: Outline, gathering: Gathering) -> None:
    """Add, merge and place the tasks of the edition."""
    now = {row["id"]: row for row in stored.tasks}
    items = new_below(plan, outline)
    for position, task in enumerate(plan.tasks, start=1):
        number = outline.ids[task.path]
        if number not in now:
            _add(stored, task, position, outline, gathering)
        elif outline.matches[task.path].certain:
            _place(now[number], now, task, outline, gathering)
            _follow(now[number], task, None, outline, gathering)
            below = items.get(task.path)
            split = tell_split(now[number], task, below, outline, gathering) if below else None
            _merge(now[number], task, outline, gathering, split)
        else:
            _confirm(now[number], task, outline, gathering)


def _add(stored: StoredPlan, task: Task, position: int, outline: Outline, gathering: Gathering) -> None:
    number, parent = outline.ids[task.path], outline.parent_of(task)
    row = {
        "plan_id": stored.plan_id,
        "parent_id": parent,
        "position": position,
        "path": task.path,
        "number": task.number,
        "line": task.line,
        "line_end": task.line_end,
        "inferred": int(task.inferred),
        **task_content(task),
        "search": search_text(task.title, task.text),
        "said_path": task.path,
    }
    change = Change("task", number, None, row)
    if stored.plan is None:
        gathering.follow(change)
        return
    if (split := outline.hangs.get(number)) is not None:
        gathering.follow(change, hangs=split)
        return
    told = Difference("task_added", task.path, task.title, new=task.title, about=f"new {fold(task.title)}")
    above = outline.hangs.get(parent) if parent is not None else None
    without = outline.last.did_without(task.title)
    outline.hangs[number] = outline.places[number] = gathering.tell(told, [change], standing=without, hangs=above)


def _confirm(now: StoredRow, task: Task, outline: Outline, gathering: Gathering) -> None:
    """A task that is only alike: everything about it hangs on a person's saying that it is the same."""
    match, last = outline.matches[task.path], outline.last.tasks.get(now["id"])
    split, was = match.how == "split", last.title if last else now["title"]
    told = Difference(
        "split" if split else "title_changed",
        *(task.path, now["title"] if split else task.title, was, PARTS.join([task.title, *match.parts])),
        now=now["title"] if now["title"] not in (was, task.title) else None,
        reason="alike",
        ratio=round(match.ratio, 2),
        about=about_match(now["id"], task.title),
    )
    without = outline.last.did_without(task.title) and now["id"] not in outline.last.current
    anchor = gathering.tell(told, [altered("task", now, {"title": task.title})], standing=without)
    outline.hangs[now["id"]] = outline.places[now["id"]] = anchor
    unsaid = no_longer_said(now, gathering.edition)
    gathering.follow(unsaid)
    _follow({**now, **((unsaid.new if unsaid else None) or {})}, task, anchor, outline, gathering)
    _merge(now, task, outline, gathering)


def _follow(now: StoredRow, task: Task, hangs: int | None, outline: Outline, gathering: Gathering) -> None:
    """Where the edition says the task follows; its printed number comes and waits with the place that it is part of."""
    lines = {"line": task.line, "line_end": task.line_end}
    said = {"inferred": int(task.inferred), "said_path": task.path}
    if outline.places[now["id"]] in (FOLLOWS, hangs):
        said["number"] = task.number
    known = {name: value for name, value in lines.items() if value is not None}
    gathering.follow(altered("task", now, {**said, **known}), hangs=hangs)


def _merge(now: StoredRow, task: Task, outline: Outline, gathering: Gathering, split: int | None = None) -> None:
    """`split`: the difference that takes the task apart, which its shorter wording goes with."""
    last, new = outline.last.tasks.get(now["id"]), task_content(task)
    # A form that carries no running text (a table) says nothing against the text that is there.
    new["text"] = new["text"] or now["text"]
    anchor = outline.hangs.get(now["id"])
    for turn in turns(now, task_content(last) if last else None, new, tuple(_KINDS)):
        if turn.column == "title" and anchor is not None:
            continue
        change = altered("task", now, {turn.column: turn.new})
        if turn.column == "text" and split is not None and turn.reason is None:
            gathering.follow(change, hangs=split)
            continue
        told, there = _difference(turn, task, now["id"]), _said(turn.column, turn.now) or "-"
        gathering.tell(told, [change], now=there, standing=turn.standing, hangs=anchor)


def _difference(turn: Turn, task: Task, number: int) -> Difference:
    old, new, now = (_said(turn.column, value) for value in (turn.old, turn.new, turn.now))
    kept = now if turn.reason == "conflict" else None
    kind = _KINDS[turn.column]
    return Difference(kind, task.path, task.title, old, new, kept, turn.reason, about=f"task {number}")


def _said(column: str, value: Any) -> str | None:
    if column == "open_list":
        return "open_list" if value else "closed_list"
    return None if value is None else str(value)


def _place(now: StoredRow, rows: dict[int, StoredRow], task: Task, outline: Outline, gathering: Gathering) -> None:
    """What a task hangs below and its number there: the edition's, unless a person has moved it."""
    number = now["id"]
    last = outline.last.tasks[number] if number in outline.last.current else None
    parent = outline.parent_of(task)
    own = own_part(task.path, task.parent)
    above_now = rows.get(now["parent_id"])
    there = (now["parent_id"], own_part(now["path"], above_now["path"] if above_now else None))
    before = there if last is None else (outline.last.parent_of(last), own_part(last.path, last.parent))
    if not outline.last.hung_there(now, above_now):
        before = (NOWHERE, before[1])
    by_person = there[0] != before[0]
    outline.places[number] = FOLLOWS
    if there == (parent, own):
        return
    conflict = by_person and parent not in (before[0], there[0])
    told = Difference(
        *("moved", task.path, task.title, last.path if last else now["path"], task.path),
        now["path"] if conflict else None,
        "conflict" if conflict else None,
        about=f"task {number}",
    )
    above = outline.hangs.get(parent) if parent is not None else None
    standing = before == (parent, own) or (by_person and parent == before[0])
    hung = [altered("task", now, {"parent_id": parent, "number": task.number})]
    outline.places[number] = gathering.tell(told, hung, now=now["path"], standing=standing, hangs=above)


def own_part(path: str, parent: str | None) -> str:
    """The part of a path that is the task's own: `3` of `2.1.3` below `2.1`; the whole where it is not below it."""
    return path.removeprefix(f"{parent}.").rstrip(YIELDED) if parent is not None else path.rstrip(YIELDED)
