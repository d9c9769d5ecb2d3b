"""Who leads and who is responsible: each unit statement of the text and of its tables, held by its node."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Holding, Line, Node
from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.holding.attachment import Attached, attach
from sciplan_tui.core.parse.holding.doubts import aliases, statement_doubts, unread
from sciplan_tui.core.parse.holding.labelled_items import without_labelled
from sciplan_tui.core.parse.holding.measures import with_measures
from sciplan_tui.core.parse.passage.passage import Passage
from sciplan_tui.core.parse.passage.passages import find_passages
from sciplan_tui.core.parse.passage.unread import unread_duties, unread_places
from sciplan_tui.core.parse.statement.roles import FIRST_LISTED, OWNERS
from sciplan_tui.core.parse.table.in_plan.annex import reconcile
from sciplan_tui.core.parse.table.in_plan.tasks import with_tasks
from sciplan_tui.core.parse.table.in_text.text_tables import TextTable, find_tables
from sciplan_tui.core.parse.unit.settled_names import settled_names
from sciplan_tui.core.plan import Problem, Role

_UNIT_LIKE = (
    "局",
    "委",
    "办",
    "所",
    "中心",
    "站",
    "部",
    "部门",
    "厅",
    "署",
    "协",
    "会",
    "联",
    "院",
    "政府",
    "支队",
    "大队",
    "）",
    ")",
)
_LEVELS = tuple("省市区县州旗盟镇乡各团")
_FEWEST = 3
_OPENING = 4
"""Characters that tell a bracket from another one of the same title."""


class Statements(NamedTuple):
    """What was found: `by_path` the holdings, `nodes` the outline with the tasks that only a table names put in."""

    by_path: Mapping[str, Holding]
    problems: tuple[Problem, ...]
    nodes: tuple[Node, ...]


def read_statements(
    nodes: tuple[Node, ...],
    lines: tuple[Line, ...],
    tables: tuple[TextTable, ...] | None = None,
    region: str | None = None,
) -> Statements:
    """All holdings of a plan. `lines` are all its clean lines, those of tables included; `tables` its task tables,
    which are looked for in the lines where they are not given; `region`: the place that the plan is of.
    """
    flow = Flow(lines)
    tables = find_tables(lines) if tables is None else tables
    begins, ends = ([lines[place].number for place in edge] for edge in _edges(tables))
    outside = without_labelled([node for node in nodes if not _in_table(node, begins, ends)])
    alone = _by_headings(outside, first_leads=_rule_outside(flow, ()))
    starts = [(_start(flow, node), node) for node in outside]
    stretches = [_stretch(flow, table) for table in tables]
    found = find_passages(flow, (at for at, _ in starts), stretches)
    owned = {at for at, node in starts if node.path in alone}
    read = [passage for passage in found if passage.reading.roles and passage.start not in owned]
    passages, first_leads = _led_by_first(_led_before_comma(_owners_settled(read)), _rule_outside(flow, read))
    outside, attached = with_measures(outside, list(attach(passages, starts, flow)), flow)
    by_path = {**alone, **_held(attached)}
    outside = list(_titled(outside, attached))
    taken = sorted([*stretches, *((passage.start, passage.end) for passage in found)])
    problems = [*statement_doubts(attached), *unread(found), *unread_places(flow, taken)]
    if not alone and "负责" in flow.text:
        problems += unread_duties(flow, taken)
    for table in tables:
        added = reconcile(table, lines, outside, by_path, first_leads=first_leads)
        by_path.update(added.holdings)
        outside = with_tasks(outside, added.nodes)
        problems += added.problems
    by_path, guessed = settled_names(by_path, flow.text, region)
    problems += [*guessed, *aliases(by_path.values())]
    return Statements(by_path, tuple(problems), tuple(outside))


def _by_headings(nodes: Sequence[Node], *, first_leads: bool) -> Mapping[str, Holding]:
    """The holdings of a plan whose headings are units; looked for only where some begin or end like units."""
    if sum(map(_may_name_units, nodes)) < _FEWEST:
        return {}
    from sciplan_tui.core.parse.holding.unit_headings import unit_headings

    return unit_headings(nodes, first_leads=first_leads)


def _may_name_units(node: Node) -> bool:
    return node.title.startswith(_LEVELS) or node.title.endswith(_UNIT_LIKE) or "负责" in node.title


def _edges(tables: Sequence[TextTable]) -> tuple[list[int], list[int]]:
    return [table.first for table in tables], [table.last for table in tables]


def _in_table(node: Node, begins: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a node begins inside a table; `begins` and `ends` are the tables' lines in the file."""
    at = bisect_left(begins, node.line) - 1
    return at >= 0 and node.line <= ends[at]


def _stretch(flow: Flow, table: TextTable) -> tuple[int, int]:
    if table.within:
        text, begin = flow.lines[table.first].text, flow.starts[table.first]
        start, end = (begin + len("".join(text[:column].split())) for column in table.within)
        return start, end
    return flow.starts[table.first], flow.starts[table.last] + len(flow.lines[table.last].text) + 1


def _held(attached: Iterable[Attached]) -> dict[str, Holding]:
    by_path: dict[str, Holding] = {}
    for one in attached:
        if one.path is not None:
            by_path[one.path] = by_path.get(one.path, Holding()).joined(_holding(one.passage))
    return by_path


def _titled(nodes: Iterable[Node], attached: Sequence[Attached]) -> Iterator[Node]:
    """The nodes; a bracket or a clause that turned out to be a statement is no part of a title."""
    within = {one.path: one.passage for one in reversed(attached)}
    for node in nodes:
        end = _statement_in(node.title, within[node.path]) if node.path in within else -1
        yield node._replace(title=node.title[:end].rstrip(" ，,；")) if end > 1 else node


def _statement_in(title: str, passage: Passage) -> int:
    """Where a statement begins in a title, or -1: a bracket, a last clause, or what else stands behind a comma."""
    at = title.find(passage.quote[:_OPENING])
    apart = passage.bracketed or passage.clause or passage.matter is not None
    return at if apart or title[at - 1 : at] in tuple("，,；") else -1


def _start(flow: Flow, node: Node) -> int:
    heading = node.heading
    return flow.position(node.line) if heading is None else flow.position(heading.line.number, heading.start)


def _holding(passage: Passage) -> Holding:
    reading = passage.reading
    return Holding(
        reading.assignments(passage.line, passage.quote),
        reading.proposals(passage.line, passage.quote),
        reading.open_list,
        reading.deadline,
    )


def _rule_outside(flow: Flow, passages: Iterable[Passage]) -> bool:
    """Does the first-listed rule stand in a note of its own, outside any statement?"""
    inside = [(passage.start, passage.end) for passage in passages]
    found = FIRST_LISTED.finditer(flow.text) if "为牵头" in flow.text else ()
    return any(not any(start <= rule.start() < end for start, end in inside) for rule in found)


def _owners_settled(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Nobody leads as 主责单位 where the plan has never anybody beside one."""
    owners = [passage.reading.owned for passage in passages if OWNERS in passage.quote]
    if not owners or not all(owners):
        return passages
    return [passage._replace(reading=passage.reading.with_owners_responsible()) for passage in passages]


def _led_before_comma(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Apply the rule of the comma from the statement on in which it stands; without 下同 it holds there alone."""
    others: Role | None = None
    for passage in passages:
        here = passage.reading.others or others
        if passage.reading.others_on:
            others = passage.reading.others
        yield passage._replace(reading=passage.reading.with_those_before_comma_leading(here)) if here else passage


def _led_by_first(passages: Iterable[Passage], in_force: bool) -> tuple[tuple[Passage, ...], bool]:
    """Apply the first-listed rule from the statement on in which it stands.

    A rule without 下同 (the same below) in a later statement holds there alone; in the first list it can but be meant
    for all.
    """
    ruled = []
    lists = 0
    for passage in passages:
        lists += passage.reading.undivided
        in_force = in_force or passage.reading.first_leads_on or (passage.reading.first_leads and lists == 1)
        applies = in_force or passage.reading.first_leads
        ruled.append(passage._replace(reading=passage.reading.with_first_leading()) if applies else passage)
    return tuple(ruled), in_force
