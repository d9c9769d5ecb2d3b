"""The 工作分工表 of a plan, as governments publish it: the work, who leads and who is responsible, under its headings.

A task that says who holds it is one row, with the titles of the tasks that inherit from it below its own. So every
assignment stands once, where it is printed. Tasks that nobody holds have rows of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sciplan_tui.core.plan import COUNTED_KINDS
from sciplan_tui.core.sheet import Code, Column, Names, Sheet, Value

ROLES = ("lead", "responsible", "support")
_HEADS = {"place": "place", "content": "content", "lead": "leading", "responsible": "responsible_units"}
_COUNTED = {Code("kind", kind) for kind in COUNTED_KINDS}
Task = Mapping[str, Value]
Node = tuple[Value, str]
"""A task by its plan and its path."""


def division(
    tasks: Sequence[Task], context: frozenset[Value] = frozenset(), names: Mapping[str, str] | None = None
) -> Sheet:
    """The sheet of these tasks, facts as a list of tasks has them; those in `context` (by id) only head the others.

    `names`: what the plans are called, by their keys, where there are several.
    """
    heads = _HEADS | ({"support": "supporting"} if any(_names(task, "support") for task in tasks) else {})
    rows: list[tuple[Value, ...]] = []
    headings: set[int] = set()
    places = Counter[Value]()  # each plan's work is counted from 1
    for task, titles in _lines(tasks, context, names or {}):
        if titles is None:
            headings.add(len(rows))
            rows.append((None, _title(task), *[None] * (len(heads) - 2)))
        else:
            places[task["plan"]] += 1
            rows.append(
                (places[task["plan"]], "\n".join(titles), *_units(task, [head for head in heads if head in ROLES]))
            )
    columns = tuple(Column(key, word=word) for key, word in heads.items())
    return Sheet("division", columns, tuple(rows), frozenset(headings))


def _lines(
    tasks: Sequence[Task], context: frozenset[Value], names: Mapping[str, str]
) -> Iterator[tuple[Task, list[str] | None]]:
    """The rows in order: a task and all titles of its row, or None where it is a heading."""
    holders = _holders([task for task in tasks if task["task"] not in context])
    parents = {above for task in tasks for above in _above(task)}
    work = {_node(task) for task in tasks if task["task"] not in context and _is_work(task, parents)} - holders.keys()
    headed = {above for plan, path in work for above in _above({"plan": plan, "path": path})}
    titles = defaultdict(list)
    for task in tasks:
        titles[holders.get(_node(task), _node(task))].append(_title(task))
    several, plan = len({plan for plan, _ in work}) > 1, None
    for task in tasks:
        if several and task["plan"] != plan and (_node(task) in work or _node(task) in headed):
            plan = task["plan"]
            yield {"number": None, "title": names.get(str(plan), plan)}, None
        if _node(task) in work:
            yield task, titles[_node(task)]
        elif _node(task) in headed and _node(task) not in holders:
            yield task, None


def _holders(tasks: Sequence[Task]) -> dict[Node, Node]:
    """Of each task that inherits, the one that it inherits from, where that one is there."""
    holding = {_node(task) for task in tasks if not task["inherited"] and any(_names(task, role) for role in ROLES)}
    inheriting = (task for task in tasks if task["inherited"])
    found = ((_node(task), next((above for above in _above(task) if above in holding), None)) for task in inheriting)
    return {node: holder for node, holder in found if holder is not None}


def _is_work(task: Task, parents: set[Node]) -> bool:
    """Whether somebody holds it, or it is a 任务 that nobody holds and that is not made of others."""
    return any(_names(task, role) for role in ROLES) or (task["kind"] in _COUNTED and _node(task) not in parents)


def _node(task: Task) -> Node:
    return task["plan"], str(task["path"])


def _above(task: Task) -> Iterator[Node]:
    """The places above it, the nearest first."""
    plan, path = _node(task)
    while "." in path:
        path = path.rpartition(".")[0]
        yield plan, path


def _title(task: Task) -> str:
    """The title behind its number; a number without a mark of its own, as tables have it, gets one: 1.修灯塔."""
    number = str(task["number"] or "")
    mark = "." if number[-1:].isdecimal() else "、" if number[-1:].isalnum() else ""
    return f"{number}{mark}{task['title']}"


def _names(task: Task, role: str) -> tuple[str, ...]:
    found = task[role]
    return found.names if isinstance(found, Names) else ()


def _units(task: Task, roles: Sequence[str]) -> Iterator[Names | None]:
    """The names by role; where the list is open, the last one says so."""
    last = next((role for role in reversed(roles) if _names(task, role)), None)
    for role in roles:
        names = _names(task, role)
        yield Names(names, more=bool(task["open_list"]) and role == last) if names else None
