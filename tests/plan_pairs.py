"""Generated plans and their next editions, and a plan kept in memory the way the database keeps it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import strategies as st

from sciplan_tui.core.diff import Difference, Naming, Review, StoredPlan, diff
from sciplan_tui.core.diff.applying import applied
from sciplan_tui.core.diff.rows import plan_row
from sciplan_tui.core.plan import (
    Assignment,
    Comparator,
    Kind,
    Milestone,
    MilestoneKind,
    ParsedPlan,
    Proposal,
    Role,
    Source,
    Target,
    Task,
)

UNITS = ("市教育局", "市科技局", "市科协", "团市委", "各镇街")
TITLES = (
    *("加强科普基础设施建设", "加强科普信息化建设", "培训农民", "培训农民队伍", "宣传", "弘扬科学家精神进校园"),
    *("弘扬科学家精神", "建设科普基地和科普队伍", "建设科普基地", "建设科普队伍", "办好科技活动周"),
)
TEXTS = (
    *("", "每年举办一次。", "每年举办科普活动，培训教师两百人次，编印读本。", "编印读本，发到各校。"),
    *("每年举办科普活动，培训教师两百人次。", "举办科普活动，建设科普馆和流动科普车，培训讲解员。"),
)
NAMING = Naming(lambda name: ())


class Numbers:
    """The next free numbers, none ever given twice."""

    def __init__(self) -> None:
        self.given: Counter[str] = Counter()

    def __call__(self, table: str) -> int:
        self.given[table] += 1
        return self.given[table]


def pairs() -> st.SearchStrategy[tuple[ParsedPlan, ParsedPlan]]:
    """A plan and another edition of it, or any other plan. Made from a seed: drawing every fact takes much longer."""
    return st.builds(_pair, st.integers(0, 2**32), st.sampled_from((0.0, 0.05, 0.2, 0.4, 1.0)))


def _pair(seed: int, edits: float) -> tuple[ParsedPlan, ParsedPlan]:
    chance = Random(seed)
    before = a_plan(chance)
    return before, a_plan(chance) if edits == 1.0 else an_edition(chance, before, edits)


def a_plan(chance: Random) -> ParsedPlan:
    """Any small plan."""
    tasks: list[Task] = []

    def grow(parent: str | None, level: int) -> None:
        for number in range(1, chance.randint(level == 0, 3 if level < 2 else 2) + 1):
            path = str(number) if parent is None else f"{parent}.{number}"
            tasks.append(_task(chance, path, parent))
            if level < 2:
                grow(path, level + 1)

    grow(None, 0)
    return _with_figures(chance, tasks)


def _duties(chance: Random) -> tuple[Assignment, ...]:
    """A few units with their roles, a unit now and then twice."""
    said = [(chance.choice(UNITS), chance.choice(tuple(Role))) for _ in range(chance.randint(0, 4))]
    return tuple(Assignment(unit, unit[1:], role, order) for order, (unit, role) in enumerate(said, start=1))


def _task(chance: Random, path: str, parent: str | None) -> Task:
    proposals = [Proposal(chance.choice(UNITS), Role.LEAD, "first_listed") for _ in range(chance.randint(0, 1))]
    return Task(
        *(path, parent, path.rpartition(".")[2], chance.choice(TITLES)),
        chance.choice((Kind.PART, Kind.ACTION, Kind.TASK)),
        line=chance.randint(1, 50),
        open_list=chance.random() < 0.3,
        deadline=chance.choice((None, "2025-12-31")),
        text=chance.choice(TEXTS),
        assignments=_duties(chance),
        proposals=tuple(proposals),
    )


def _targets(chance: Random, tasks: Sequence[Task]) -> tuple[Target, ...]:
    order = {task.path: place for place, task in enumerate(tasks)}
    found = [
        Target(
            *(chance.choice(tasks).path, chance.choice(("培训人次", "科普馆"))),
            chance.choice((Comparator.GE, Comparator.EQ)),
            *(chance.choice((1.0, 2.0, 300.0)), chance.choice(("个", "人次"))),
            deadline=chance.choice((None, "2025-12-31")),
        )
        for _ in range(chance.randint(0, 3))
    ]
    return tuple(sorted(found, key=lambda one: order[one.path]))


def _milestones(chance: Random, tasks: Sequence[Task]) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(
            *(key, chance.choice((None, chance.choice(tasks).path)), MilestoneKind.MIDTERM_REVIEW),
            *(chance.choice(("中期督查", "评估")), "2023-01-01", "2023-12-31", "year"),
        )
        for key in ("midterm-2023", "evaluation-2025")
        if chance.random() < 0.6
    )


def _with_figures(chance: Random, tasks: Sequence[Task]) -> ParsedPlan:
    return _stamped(
        ParsedPlan(
            Source("plan.txt", "", "txt", "utf-8"),
            "甲市全民科学素质行动规划纲要实施方案",
            chance.choice((None, "甲政发〔2021〕1号")),
            region="甲市",
            period_start=2021,
            period_end=2025,
            tasks=tuple(tasks),
            targets=_targets(chance, tasks),
            milestones=_milestones(chance, tasks),
        )
    )


def _stamped(plan: ParsedPlan) -> ParsedPlan:
    sha = hashlib.sha256(repr((plan.tasks, plan.targets, plan.milestones)).encode()).hexdigest()
    return replace(plan, source=replace(plan.source, sha256=sha))


def an_edition(chance: Random, plan: ParsedPlan, edits: float) -> ParsedPlan:
    """A next edition: the same but for some edits of what its tasks say and where they stand."""
    wanted: list[tuple[Task, str | None]] = []
    for task in plan.tasks:
        edit = chance.choice("-+=<mutTsj") if chance.random() < edits else ""
        wanted.extend(_edited(chance, task, edit, wanted))
    tasks = _renumbered(wanted) or list(plan.tasks[:1])
    paths = {old.path: new.path for (old, _), new in zip(wanted, tasks, strict=False) if old.path != "+"}
    if chance.random() < edits:
        return _with_figures(chance, tasks)
    there = {task.path for task in tasks}
    targets = [replace(one, path=path) for one in plan.targets if (path := paths.get(one.path)) in there]
    order = [task.path for task in tasks]
    milestones = [
        replace(one, path=path if (path := paths.get(one.path or "")) in there else None) for one in plan.milestones
    ]
    return _stamped(
        replace(
            plan,
            tasks=tuple(tasks),
            targets=tuple(sorted(targets, key=lambda one: order.index(one.path))),
            milestones=tuple(milestones),
        )
    )


def _edited(
    chance: Random, task: Task, edit: str, before: Sequence[tuple[Task, str | None]]
) -> Iterator[tuple[Task, str | None]]:
    """A task, and what an edit makes of it: left out, another before it, moved, joined to the one before, split …"""
    if edit == "-":
        return
    if edit == "+":
        yield _task(chance, "+", task.parent), task.parent
    if edit == "j" and before and before[-1][1] == task.parent:
        return
    others = [None, *(other.path for other, _ in before if other.path != "+")]
    words = {
        "t": {"title": chance.choice(TITLES)},
        "T": {"title": f"全面{task.title}"},
        "u": {"assignments": _duties(chance)},
        "=": {"text": chance.choice(TEXTS)},
        "<": {"text": task.text[: len(task.text) // 2]},
        "s": {"title": f"{task.title}一", "text": task.text[: len(task.text) // 2]},
    }.get(edit, {})
    yield replace(task, **words), chance.choice(others) if edit == "m" else task.parent  # type: ignore[arg-type]
    if edit == "s":
        rest = replace(task, path="+", title=f"{task.title}二", text=task.text[len(task.text) // 2 :])
        yield rest, task.parent


def _renumbered(wanted: list[tuple[Task, str | None]]) -> list[Task]:
    """The tasks with paths of their places; one whose parent is gone hangs below what that hung below."""
    kept = {task.path for task, _ in wanted}
    children: dict[str | None, list[Task]] = {}
    for task, parent in wanted:
        while parent is not None and parent not in kept:
            parent = parent.rpartition(".")[0] or None
        children.setdefault(parent, []).append(task)
    found: list[Task] = []

    def walk(old: str | None, above: str | None) -> None:
        for number, task in enumerate(children.get(old, ()), start=1):
            path = str(number) if above is None else f"{above}.{number}"
            found.append(replace(task, path=path, parent=above, number=str(number)))
            if task.path != "+":
                walk(task.path, path)

    walk(None, None)
    return found


def first(plan: ParsedPlan, numbers: Numbers) -> StoredPlan:
    """A plan stored as its first edition."""
    stored = StoredPlan(1)
    after = applied(stored, diff(stored, None, plan, NAMING, numbers).changes)
    return replace(after, plan={"id": 1, "key": "甲市-2021", **plan_row(plan)})


def next_edition(
    stored: StoredPlan,
    base: ParsedPlan,
    plan: ParsedPlan,
    numbers: Numbers,
    accepts: Callable[[int, Difference], bool] | None = None,
) -> tuple[StoredPlan, Review]:
    """The plan with what is accepted of another edition."""
    review = diff(stored, base, plan, NAMING, numbers, accepts)
    return applied(stored, review.changes), review


def everything(place: int, one: Difference) -> bool:
    return True


def facts_of(plan: ParsedPlan) -> dict[str, Any]:
    """What a plan says, as `facts_stored` tells it."""
    return {
        "plan": plan_row(plan),
        "tasks": [
            (t.path, t.parent, t.number, t.title, str(t.kind), t.open_list, t.deadline, t.text) for t in plan.tasks
        ],
        "duties": sorted((t.path, a.unit, str(a.role), a.order, a.printed) for t in plan.tasks for a in t.assignments),
        "targets": sorted(
            (t.path, t.indicator, t.unit, str(t.comparator), t.value, t.deadline or "") for t in plan.targets
        ),
        "milestones": sorted((m.key, m.label) for m in plan.milestones),
    }


def facts_stored(stored: StoredPlan) -> dict[str, Any]:
    """What is stored, without its numbers."""
    paths: dict[int | None, str | None] = {None: None, **{row["id"]: row["path"] for row in stored.tasks}}
    names = {row["id"]: row["name"] for row in stored.units}
    tasks = sorted(stored.tasks, key=lambda row: row["position"])
    told = [row for row in stored.assignments if row["origin"] != "proposed"]
    assert stored.plan is not None
    return {
        "plan": {name: value for name, value in stored.plan.items() if name not in ("id", "key")},
        "tasks": [
            (
                *(row["path"], paths[row["parent_id"]], row["number"], row["title"], row["kind"]),
                *(bool(row["open_list"]), row["deadline"], row["text"]),
            )
            for row in tasks
        ],
        "duties": sorted(
            (paths[row["task_id"]], names[row["unit_id"]], row["role"], row["position"], row["printed"]) for row in told
        ),
        "targets": sorted(
            (
                *(paths[row["task_id"]], row["indicator"], row["unit"], row["comparator"], row["value"]),
                row["deadline"] or "",
            )
            for row in stored.targets
        ),
        "milestones": sorted((row["key"], row["label"]) for row in stored.milestones),
    }


def soundness(stored: StoredPlan) -> None:
    """What the database asks of its rows: parents first and without rings, paths once, nothing loose."""
    order = sorted(stored.tasks, key=lambda row: row["position"])
    seen: set[int | None] = {None}
    for row in order:
        assert row["parent_id"] in seen, "a parent stands before its children"
        seen.add(row["id"])
    assert [row["position"] for row in order] == list(range(1, len(order) + 1))
    assert len({row["path"] for row in order}) == len(order)
    units = {row["id"] for row in stored.units}
    assert len({row["name"] for row in stored.units}) == len(units)
    assert sorted(row["position"] for row in stored.units) == list(range(1, len(units) + 1))
    assert all(row["task_id"] in seen and row["unit_id"] in units for row in stored.assignments)
    assert all(row["task_id"] in seen for row in (*stored.targets, *stored.milestones, *stored.marks))
    assert len({row["key"] for row in stored.milestones}) == len(stored.milestones)
