"""A database as large as a country: large_database.py FILE [--tasks 100000] [--units 500] [--plans 20].

Each plan has parts, actions and tasks; half of the tasks print a statement of their own, of some 20 units, the others
inherit that of their action. 100,000 tasks hold 1,000,000 assignments. The same arguments give the same facts.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sciplan_tui.core.folding import search_text
from sciplan_tui.store.database.creating import make

WORDS = [
    "科普",
    "教育",
    "青少年",
    "农民",
    "产业工人",
    "老年人",
    "领导干部",
    "信息化",
    "基地",
    "馆",
    "活动",
    "服务",
    "能力",
    "提升",
    "志愿",
    "传播",
    "社区",
    "应急",
    "健康",
    "创新",
]
Row = tuple[object, ...]


def build(file: Path, *, tasks: int = 100_000, units: int = 500, plans: int = 20, seed: int = 1) -> None:
    """Make the database at `file`, which must not exist yet."""
    make(file)
    chance = random.Random(seed)
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    for plan in range(1, plans + 1):
        _plan(connection, chance, plan, tasks // plans, units // plans)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _plan(connection: sqlite3.Connection, chance: random.Random, plan: int, tasks: int, units: int) -> None:
    first_unit, first_task = 1 + (plan - 1) * units, 1 + (plan - 1) * tasks
    _insert(
        connection, "plan", [(plan, f"第{plan}市-2021", f"第{plan}市实施方案", f"第{plan}市", *[None] * 3, 2021, 2025)]
    )
    _insert(connection, "unit", (_unit(plan, first_unit, i) for i in range(units)))
    rows = list(_outline(chance, plan, first_task, tasks))
    _insert(connection, "task", rows)
    holders = [int(str(row[0])) for row in rows if row[0] == row[3]]
    _insert(connection, "assignment", _assignments(chance, holders, range(first_unit, first_unit + units)))
    for number, (key, kind, year) in enumerate(
        (("midterm-2023", "midterm_review", 2023), ("evaluation-2025", "final_evaluation", 2025))
    ):
        milestone = (plan - 1) * 2 + number + 1
        label, start, end = f"{year}年", f"{year}-01-01", f"{year}-12-31"
        _insert(
            connection,
            "milestone",
            [(milestone, plan, None, number, key, kind, label, start, end, "year", 1, "printed")],
        )
        marked = [int(str(row[0])) for row in rows if chance.random() < 0.3]
        _insert(
            connection,
            "mark",
            ((None, task, milestone, chance.choice(["done", "in_progress"]), None, None) for task in marked),
        )


def _unit(plan: int, first: int, index: int) -> Row:
    name = f"第{plan}市第{index}局"
    return first + index, plan, name, name[-3:], "government", 0, index, search_text(name, f"{index}局")


def _outline(chance: random.Random, plan: int, first: int, tasks: int) -> Iterator[Row]:
    """Parts of 500 nodes, actions of 25, tasks below; every second task prints units of its own."""
    part = action = first
    for index in range(tasks):
        node, place = first + index, index % 500
        if place == 0:
            part, parent, holder, kind, path = node, None, None, "part", f"{index // 500 + 1}"
        elif place % 25 == 1:
            action, parent, holder, kind, path = node, part, node, "action", f"{index // 500 + 1}.{place // 25 + 1}"
        else:
            parent, kind, path = action, "task", f"{index // 500 + 1}.{(place - 1) // 25 + 1}.{(place - 1) % 25}"
            holder = node if node % 2 else action
        title = "".join(chance.sample(WORDS, 5))
        text = "，".join("".join(chance.sample(WORDS, 6)) for _ in range(10))
        line = index + 1
        yield (
            node,
            plan,
            parent,
            holder,
            index,
            path,
            str(place),
            title,
            kind,
            line,
            line,
            0,
            0,
            None,
            text,
            search_text(title, text),
        )


def _assignments(chance: random.Random, holders: list[int], units: range) -> Iterator[Row]:
    for task in holders:
        for order, unit in enumerate(chance.sample(units, min(20, len(units)))):
            role = "lead" if order == 0 else "responsible"
            yield None, task, unit, role, "printed", f"{unit}局", max(order, 1), None, 1, None


COLUMNS = {
    "plan": 'id "key" title region issuer document_number issued_on period_start period_end',
    "unit": "id plan_id name short class collective position search",
    "task": "id plan_id parent_id holder_id position path number title kind line line_end inferred open_list deadline"
    " text search",
    "assignment": "id task_id unit_id role origin printed position reason line quote",
    "milestone": 'id plan_id task_id position "key" kind label start_on end_on precision line origin',
    "mark": "id task_id milestone_id status on_date note",
}
"""What is filled of each table, in the order of the rows above; all else is left empty."""


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[Row] | list[Row]) -> None:
    names = COLUMNS[table].split()
    gaps = ", ".join("?" * len(names))
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({gaps})", rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    for name, default in (("tasks", 100_000), ("units", 500), ("plans", 20)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    build(asked.file, tasks=asked.tasks, units=asked.units, plans=asked.plans)


if __name__ == "__main__":
    main()
