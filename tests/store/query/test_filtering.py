"""The sets of a query against a reading of the same terms, task by task, in plain Python, on random small databases."""

from __future__ import annotations

import datetime
import random
import sqlite3
from dataclasses import dataclass, field
from itertools import compress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.folding import fold, search_text
from sciplan_tui.core.plan import COUNTED_KINDS, Kind
from sciplan_tui.core.query.syntax import Term, parse
from sciplan_tui.core.unit.standing import UNMOVED, Standing
from sciplan_tui.errors import QueryError
from sciplan_tui.resources import schema_sql
from sciplan_tui.store.as_of.holdings import ask_on
from sciplan_tui.store.matrix import read_known
from sciplan_tui.store.query.contents import Contents
from sciplan_tui.store.query.filtering import plans_meant, translate

TODAY = datetime.date(2024, 3, 1)
ROLES = {"lead": ["lead"], "resp": ["responsible"], "support": ["support"], "unit": ["lead", "responsible", "support"]}
NAMES = ["市教育局", "市科协", "县科协", "100%_局", "各_单位"]
WORDS = ["科普", "教育", "100%", "_节", "基地"]
SETTLED = ("done", "ongoing", "not_applicable")
UNIT = "id, plan_id, name, short, class, collective, position, search"
TASK = (
    "id, plan_id, parent_id, holder_id, position, path, number, title, kind, line, line_end, inferred, open_list,"
    " deadline, text, search"
)


@dataclass
class Node:
    id: int
    plan: int
    holder: int | None
    path: str
    kind: str
    text: str
    held: list[tuple[str, str]] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)
    target: str | None = None
    reported: frozenset[str] = frozenset()


@dataclass
class World:
    connection: sqlite3.Connection
    nodes: dict[int, Node]
    milestones: dict[int, list[tuple[int, str, str]]]
    successions: list[tuple[int, int, str, str | None, int | None]] = field(default_factory=list)
    memberships: list[tuple[int, int, str | None, str | None]] = field(default_factory=list)
    standing: Standing = UNMOVED

    def close(self) -> None:
        self.connection.close()


def world(seed: int) -> World:
    """Two plans of random outlines; the second one's review has another year."""
    chance = random.Random(seed)
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema_sql())
    found = World(
        connection, {}, {1: [(1, "2023", "2023-12-31"), (2, "2025", "2025-12-31")], 2: [(3, "2024", "2024-03-15")]}
    )
    for plan in (1, 2):
        connection.execute("INSERT INTO plan (id, key, title) VALUES (?, ?, '方案')", (plan, f"甲{plan}-2021"))
        for unit, name in enumerate(NAMES):
            row = (plan * 10 + unit, plan, name, name, search_text(name))
            connection.execute(f"INSERT INTO unit ({UNIT}) VALUES (?, ?, ?, ?, 'government', 0, 0, ?)", row)
        for milestone, year, end in found.milestones[plan]:
            row = (milestone, plan, f"midterm-{year}", f"{year}年督查", f"{year}-01-01", end)
            connection.execute(
                "INSERT INTO milestone VALUES (?, ?, NULL, 1, ?, 'midterm_review', ?, ?, ?, 'year', 1, 'printed')", row
            )
        parents: list[tuple[str, int | None]] = [("", None)]
        for place in range(chance.randint(0, 9)):
            above, holder = chance.choice(parents)
            _add(found, chance, plan, place, above, holder)
            node = found.nodes[max(found.nodes)]
            parents.append((node.path, node.holder))
        _succeed(found, chance, plan)
    found.standing = ask_on(connection, TODAY.isoformat())
    return found


def _add(found: World, chance: random.Random, plan: int, place: int, above: str, holder: int | None) -> None:
    number = plan * 100 + place
    path = f"{above}.{place}" if above else str(place)
    kind = chance.choice(["part", "action", "task", "task", "safeguard"])
    node = Node(number, plan, holder, path, kind, "".join(chance.choices([*WORDS, "。"], k=2)))
    printed = chance.random() < 0.5
    if printed:
        node.holder = number
        node.held = [(name, chance.choice(ROLES["unit"])) for name in chance.sample(NAMES, chance.randint(1, 2))]
    found.nodes[number] = node
    execute = found.connection.execute
    row = (number, plan, node.holder, place, path, node.text, kind, search_text(node.text))
    execute(f"INSERT INTO task ({TASK}) VALUES (?, ?, NULL, ?, ?, ?, NULL, ?, ?, 1, 1, 0, 0, NULL, '', ?)", row)
    said = [(name, role, "printed") for name, role in node.held]
    said += [(chance.choice(NAMES), "lead", "proposed")] if chance.random() < 0.3 else []
    for name, role, origin in said:
        unit = plan * 10 + NAMES.index(name)
        execute(
            "INSERT INTO assignment (task_id, unit_id, role, origin, printed, position, line)"
            " VALUES (?, ?, ?, ?, ?, 1, 1)",
            (number, unit, role, origin, name),
        )
    for milestone, _, _ in found.milestones[plan]:
        if chance.random() < 0.5:
            node.marks[milestone] = chance.choice(["done", "in_progress", "ongoing", "blocked"])
            row = number, milestone, node.marks[milestone]
            execute("INSERT INTO mark (task_id, milestone_id, status) VALUES (?, ?, ?)", row)
    if chance.random() < 0.3:
        node.target = chance.choice(["人次", "%"])
        target = execute(
            "INSERT INTO target VALUES (NULL, ?, 1, '参加', '=', 1, NULL, ?, NULL, NULL, 0, NULL, 1, NULL)",
            (number, node.target),
        ).lastrowid
        node.reported = _report(found, chance, target)


def _report(found: World, chance: random.Random, target: int | None) -> frozenset[str]:
    """What is reported for a figure that aims at just 1, on days up to today and after; how it stands today."""
    stands = {"": {"unreported"}, "0": {"reported", "missed"}, "1": {"reported", "met"}, "2": {"reported"}}
    days = chance.sample(["2023-01-01", "2024-03-01", "2024-03-02"], chance.randint(0, 3))
    said = {day: str(chance.randint(0, 2)) for day in days}
    for day, value in said.items():
        found.connection.execute("INSERT INTO reported VALUES (NULL, ?, ?, ?, NULL, NULL)", (target, value, day))
    newest = max((day for day in said if day <= TODAY.isoformat()), default="")
    return frozenset(stands[said.get(newest, "")])


def _succeed(found: World, chance: random.Random, plan: int) -> None:
    """Units stand for others, always for one that comes later in the list, so that there is no circle. What is renamed
    has no other past or future.
    """
    days = [None, "2023-05-01", "2024-03-01", "2024-03-02"]
    tasks = [None, None, *(node.id for node in found.nodes.values() if node.plan == plan)]
    for _ in range(chance.choice([0, 0, 1, 3])):
        one, other = sorted(chance.sample(range(len(NAMES)), 2))
        pair = plan * 10 + one, plan * 10 + other
        if {unit for known in found.successions if known[2] == "rename" for unit in known[:2]} & {*pair}:
            continue
        fresh = not {unit for known in found.successions for unit in known[:2]} & {*pair}
        kind = chance.choice(["rename", "rename", "merge"]) if fresh else "merge"
        found.successions.append((*pair, kind, chance.choice(days), chance.choice(tasks) if kind == "merge" else None))
        sql = "INSERT INTO succession (plan_id, from_id, to_id, kind, on_date, task_id) VALUES (?, ?, ?, ?, ?, ?)"
        found.connection.execute(sql, (plan, *found.successions[-1]))
    for _ in range(chance.choice([0, 1, 2])):
        whole, member = chance.sample(range(len(NAMES)), 2)
        row = (plan * 10 + whole, plan * 10 + member, chance.choice(days), chance.choice([*days, "2024-02-29"]))
        found.memberships.append(row)
        sql = "INSERT INTO membership (plan_id, collective_id, member_id, since_on, until_on) VALUES (?, ?, ?, ?, ?)"
        found.connection.execute(sql, (plan, *row))


def holder(found: World, unit: int, task: int | None) -> int:
    """Who holds what is printed for a unit, followed step by step; at a task its own successions go first."""
    day = TODAY.isoformat()
    held = [one for one in found.successions if (one[3] or "") <= day and one[0] == unit]
    for at in (task, None):
        steps = [(on or "", place, to) for place, (_, to, _, on, only) in enumerate(held) if only == at]
        if steps and (at is not None or task is None or not any(one[4] == task for one in held)):
            return holder(found, max(steps)[2], task)
    for before, after, kind, on, _ in found.successions:
        if kind == "rename" and after == unit and (on or "") > day:
            return before  # a body that is yet to be renamed bears its old name
    return unit


def collectives(found: World, unit: int) -> set[int]:
    """All that a unit belongs to on the day, through others too; heirs stand in the place of those they follow."""
    day, above = TODAY.isoformat(), set[int]()
    while True:
        more = {
            holder(found, whole, None)
            for whole, member, since, until in found.memberships
            if (since or "") <= day <= (until or "~") and holder(found, member, None) in {unit, *above}
        }
        if more <= above | {unit}:
            return above - {unit}
        above |= more - {unit}


def called(found: World, name: str) -> set[int]:
    return {plan * 10 + place for plan in (1, 2) for place, known in enumerate(NAMES) if fold(name) in fold(known)}


def bears(found: World, node: Node, name: str, roles: list[str], *, through: bool, exact: bool = False) -> bool:
    """Whether the node itself prints something that a unit called so holds."""
    units = called(found, name)
    if exact:
        named = {unit for unit in units if fold(NAMES[unit % 10]) == fold(name)}
        held = {holder(found, unit, None) for unit in named}
        printed = ((node.plan * 10 + NAMES.index(said), role) for said, role in node.held)
        return any(role in roles and holder(found, unit, node.id) in held for unit, role in printed)
    holders = units | {holder(found, unit, None) for unit in units}
    if through:
        holders |= {whole for unit in holders for whole in collectives(found, unit)}
    return any(
        role in roles and (unit in units or holder(found, unit, node.id) in holders)
        for unit, role in ((node.plan * 10 + NAMES.index(printed), role) for printed, role in node.held)
    )


def units_of(found: World, node: Node, *, inherited: bool) -> list[tuple[str, str]]:
    if inherited and node.holder is not None:
        return found.nodes[node.holder].held
    return node.held


def holds(found: World, node: Node, term: Term, *, inherited: bool) -> bool:
    if term.field in ROLES:
        through = inherited or term.negated
        at = (found.nodes[node.holder] if node.holder is not None else None) if through else node
        roles = ROLES[term.field]
        fits = at is not None and bears(found, at, term.value, roles, through=through, exact=term.exact)
    elif term.field == "word":
        fits = fold(term.value) in fold(node.text) or bears(found, node, term.value, ROLES["unit"], through=False)
    elif term.field == "plan":
        fits = term.value in f"甲{node.plan}-2021"
    elif term.field == "path":
        fits = f"{node.path}.".startswith(f"{term.value}.")
    elif term.field == "kind":
        fits = node.kind in term.values or ("counted" in term.values and Kind(node.kind) in COUNTED_KINDS)
    elif term.field == "figure":
        fits = node.target is not None and not node.reported.isdisjoint(term.values)
    elif term.field == "target":
        fits = node.target is not None and term.value in f"参加 {node.target}"
    elif term.field == "no":
        fits = all(lacks(found, node, what) for what in term.values)
    elif term.field == "mark":
        fits = marked(found, node, term)
    else:
        fits = any(
            stands(node, state, milestone, end)
            for state in term.values
            for milestone, _, end in found.milestones[node.plan]
        )
    return fits != term.negated


def lacks(found: World, node: Node, what: str) -> bool:
    if what in ("mark", "target"):
        return not node.marks if what == "mark" else node.target is None
    return all(role not in ROLES[what] for _, role in units_of(found, node, inherited=True))


def marked(found: World, node: Node, term: Term) -> bool:
    fits = [milestone for milestone, year, _ in found.milestones[node.plan] if year == term.milestone]
    if not fits:
        return False
    [end] = [end for milestone, _, end in found.milestones[node.plan] if milestone == fits[0]]
    said = node.marks.get(fits[0]) or "none"
    lit = any(stands(node, state, fits[0], end) for state in term.values if state in ("late", "near"))
    return (said in term.values or lit) == term.equal


def stands(node: Node, state: str, milestone: int, end: str) -> bool:
    said = node.marks.get(milestone)
    if state not in ("late", "near"):
        return said == state
    if said in SETTLED or (said is None and Kind(node.kind) not in COUNTED_KINDS):
        return False
    late, near = end < "2024-03-01", "2024-03-01" <= end <= "2024-03-31"
    return late if state == "late" else near


def says_nothing(term: Term) -> bool:
    lacking = term.field == "no" or (term.field == "mark" and (not term.equal or "none" in term.values))
    return term.negated != lacking


def expected(found: World, line: str, *, inherited: bool) -> set[int]:
    terms = parse(line).terms
    denials = [term for term in terms if says_nothing(term)]
    says = [term for term in terms if not says_nothing(term) and term.field not in ("plan", "path")]
    nodes = found.nodes.values()
    if denials and not says:
        nodes = [node for node in nodes if Kind(node.kind) in COUNTED_KINDS]
    return {node.id for node in nodes if all(holds(found, node, term, inherited=inherited) for term in terms)}


TERMS = st.sampled_from(
    [
        *(f"{name}:{value}" for name in ROLES for value in ("市教育局", "科协", "100%", "_", "单位")),
        *(f"{name}:={value}" for name in ROLES for value in ("市教育局", "科协", "县科协")),
        *(f"no:{what}" for what in ("lead", "resp", "support", "unit", "target", "mark", "lead,mark")),
        *(f"mark:2023={value}" for value in ("done", "none", "done,none")),
        *(f"mark:2023!={value}" for value in ("done", "none", "done,none")),
        *(f"mark:2024={value}" for value in ("done", "none", "late", "near,done")),
        *("mark:2023=late", "mark:2023!=late", "mark:2023=near,done"),
        *(f"status:{value}" for value in ("late", "near", "done", "late,ongoing")),
        "kind:action", "kind:task,safeguard", "kind:counted",
        "path:1", "path:0.1", "target:", "target:人次", "plan:甲1",
        *(f"figure:{value}" for value in ("unreported", "reported", "met", "missed", "met,missed", "未达到")),
        "plan:没有",
        *WORDS, "科协",
    ]
)  # fmt: skip
LINES = st.lists(st.tuples(st.sampled_from(["", "", "-"]), TERMS).map("".join), max_size=3).map(" ".join)


@settings(deadline=None)
@given(st.integers(0, 400), LINES)
def test_a_query_finds_what_a_reader_of_the_terms_finds(seed: int, line: str) -> None:
    found = world(seed)
    try:
        finds_the_same(found, line)
    finally:
        found.close()


def test_who_holds_a_duty_on_the_day_is_found_by_any_of_its_names() -> None:
    """Unit terms alone, on many registries: chance meets the rarer turns of succession and membership seldom."""
    for seed in range(80):
        found = world(seed)
        for line in (
            "unit:市教育局",
            "lead:科协",
            "-unit:单位",
            "unit:100%",
            "resp:市科协",
            "科协",
            "unit:=市科协",
            "-lead:=县科协",
        ):
            finds_the_same(found, line)
        found.close()


def finds_the_same(found: World, line: str) -> None:
    known = read_known(found.connection, TODAY, found.standing)
    contents = Contents(found.connection, moved=bool(found.standing.moved))
    wanted, ids = translate(parse(line), known, contents), contents.outline.ids
    assert set(compress(ids, wanted.matched)) == expected(found, line, inherited=True)
    assert set(compress(ids, wanted.printed)) == expected(found, line, inherited=False)


@pytest.mark.parametrize(
    ("line", "plans"),
    [
        ("plan:甲1-2021", {1}),
        ("plan:甲1-2021-2", {2}),
        ("plan:甲1", {1, 2}),
        ("-plan:甲1-2021", {2}),
        ("plan:2021-2", {2}),
    ],
)
def test_the_very_key_of_a_plan_means_it_alone(line: str, plans: set[int]) -> None:
    """The second plan of a region and year bears the key of the first with a number behind it."""
    found = world(3)
    found.connection.execute("UPDATE plan SET key = '甲1-2021-2' WHERE id = 2")
    meant, rest = plans_meant(parse(line), read_known(found.connection, TODAY))
    known, contents = read_known(found.connection, TODAY), Contents(found.connection, moved=False)
    matched = set(compress(contents.outline.ids, translate(rest, known, contents).matched))
    left = {found.nodes[node].plan for node in matched} & meant
    found.close()
    assert left == plans


def test_milestone_that_no_plan_has_is_named() -> None:
    found = world(1)
    known = read_known(found.connection, TODAY)
    contents = Contents(found.connection, moved=False)
    with pytest.raises(QueryError) as raised:
        translate(parse("科普 mark:2030=done"), known, contents)
    found.close()
    assert raised.value.code == "query_milestone"
    assert raised.value.details["column"] == 4
    assert "midterm-2023" in str(raised.value.details["known"])


def test_several_milestones_of_one_plan_are_named() -> None:
    found = world(1)
    row = (9, 1, "evaluation-2023", "2023年评估")
    dates = "'2023-01-01', '2023-12-31', 'year', 1, 'printed'"
    sql = f"INSERT INTO milestone VALUES (?, ?, NULL, 2, ?, 'final_evaluation', ?, {dates})"
    found.connection.execute(sql, row)
    known = read_known(found.connection, TODAY)
    contents = Contents(found.connection, moved=False)
    with pytest.raises(QueryError) as raised:
        translate(parse("mark:2023=done"), known, contents)
    assert raised.value.details["known"] == "midterm-2023 evaluation-2023"
    assert translate(parse("mark:evaluation-2023=done mark:2023年督查=done"), known, contents)
    found.close()
