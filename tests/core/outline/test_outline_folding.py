"""The rows of an outline: what matches with its ancestors, what folding leaves of them, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as some

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.outline.folding import folding_row, next_level
from sciplan_tui.core.outline.rows import OutlineRows, plan_spans, row_hiding, row_of, task_ids, tasks_of
from sciplan_tui.core.outline.tree import Outline


@dataclass
class Node:
    task: int
    plan: int
    depth: int
    parent: int
    counted: bool
    how: str | None


@some.composite
def outlines(draw: some.DrawFn) -> list[Node]:
    """Tasks of two plans, each a forest; some are no 任务, some do not match. Their numbers tell nothing of places."""
    nodes: list[Node] = []
    for plan in (1, 2):
        above: list[int] = []
        for _ in range(draw(some.integers(0, 12))):
            depth = draw(some.integers(0, len(above)))
            del above[depth:]
            how = draw(some.sampled_from(["printed", "inherited", None]))
            parent, place = above[-1] if above else -1, len(nodes)
            nodes.append(Node(100 - place, plan, depth, parent, draw(some.booleans()), how))
            above.append(place)
    return nodes


def outline(nodes: list[Node]) -> Outline:
    spans = {}
    for place, node in enumerate(nodes):
        spans[node.plan] = (spans.get(node.plan, (place, 0))[0], place + 1)
    return Outline(
        [node.task for node in nodes],
        [node.parent for node in nodes],
        [-1] * len(nodes),
        bytes(node.counted for node in nodes),
        spans,
    )


def rows(nodes: list[Node], closed: frozenset[int] = frozenset()) -> OutlineRows:
    matched = bytes(node.how is not None for node in nodes)
    return OutlineRows(outline(nodes), matched, bytes(node.how == "printed" for node in nodes), closed)


def below(nodes: list[Node], place: int) -> list[Node]:
    """The tasks that stand below one."""
    found = [place]
    for at, node in enumerate(nodes):
        if node.parent in found:
            found.append(at)
    return [nodes[at] for at in found[1:]]


def expected(nodes: list[Node], closed: frozenset[int] = frozenset()) -> list[RowRef]:
    """The same in a plain way."""
    found: list[RowRef] = []
    hidden: set[int] = set()
    for place, node in enumerate(nodes):
        under = [other for other in below(nodes, place) if other.how]
        if (node.how is None and not under) or node.task in hidden:
            continue
        seen = [one for one in below(nodes, place) if one.how or any(o.how for o in below(nodes, nodes.index(one)))]
        folded = bool(under) and node.task in closed
        hidden |= {other.task for other in below(nodes, place)} if folded else set()
        count = sum(other.counted for other in under)
        found.append(
            RowRef(
                node.task,
                node.plan,
                node.depth,
                node.how or "context",
                node.counted,
                count,
                folded,
                bool(under),
                len(seen) if folded else 0,
            )
        )
    return found


@given(outlines(), some.frozensets(some.integers(77, 100)))
def test_rows_are_what_matches_and_what_it_stands_below(nodes: list[Node], closed: frozenset[int]) -> None:
    found = rows(nodes, closed)
    wanted = expected(nodes, closed)
    assert list(found) == wanted
    assert found == tuple(wanted)
    assert [found[place] for place in range(len(found))] == wanted
    assert list(found[1:3]) == wanted[1:3]
    assert found.hidden_below == sum(row.folded for row in wanted)
    assert list(task_ids(found)) == list(task_ids(tuple(wanted)))
    assert list(plan_spans(found)) == list(plan_spans(tuple(wanted)))
    assert list(found.parents()) == [row for row in wanted if row.parent]


@given(outlines(), some.frozensets(some.integers(77, 100)))
def test_what_is_folded_away_is_hidden_by_the_one_folded_that_it_stands_below(
    nodes: list[Node], closed: frozenset[int]
) -> None:
    found = rows(nodes, closed)
    for place, node in enumerate(nodes):
        hiding = row_hiding(found, node.task)
        away = node.how is not None and row_of(found, node.task) is None
        assert (hiding is not None) == away
        if hiding is not None:
            above = next(at for at, one in enumerate(nodes) if one.task == found[hiding].task_id)
            assert found[hiding].folded
            assert nodes[place] in below(nodes, above)
    for plan in (1, 2):
        counted = [node for node in nodes if node.plan == plan and node.how and node.counted]
        assert tasks_of(found, plan) == len(counted)


@given(outlines(), some.frozensets(some.integers(77, 100)))
def test_the_next_level_is_the_same_however_rows_are_held(nodes: list[Node], closed: frozenset[int]) -> None:
    found = rows(nodes, closed)
    assert next_level(found, closed) == next_level(tuple(found), closed)


def test_ancestors_of_a_task() -> None:
    nodes = [Node(5, 1, 0, -1, True, None), Node(9, 1, 1, 0, True, None), Node(2, 1, 2, 1, True, None)]
    assert outline(nodes).ancestors(2) == {5, 9}
    assert outline(nodes).ancestors(5) == outline(nodes).ancestors(77) == frozenset()


def test_folding_all_goes_from_everything_to_actions_to_parts_and_back() -> None:
    nodes = [
        Node(1, 1, 0, -1, False, "printed"),
        Node(2, 1, 1, 0, False, "printed"),
        Node(3, 1, 0, -1, False, "printed"),
        Node(4, 1, 1, 2, True, "printed"),
        Node(5, 1, 2, 3, True, "printed"),
    ]
    actions = next_level(rows(nodes), frozenset())
    assert task_ids(rows(nodes, actions)) == [1, 3, 4]
    parts = next_level(rows(nodes, actions), actions)
    assert task_ids(rows(nodes, parts)) == [1, 3]
    assert next_level(rows(nodes, parts), parts) == frozenset()


def test_a_row_with_nothing_below_it_folds_what_it_stands_in() -> None:
    found = rows([Node(1, 1, 0, -1, True, "printed"), *(Node(n, 1, 1, 0, True, "printed") for n in (2, 3))])
    assert folding_row(found, found[2]) == found[0]
    assert folding_row(found, found[0]) == found[0]
    alone = RowRef(4, 2, 0, "printed")
    assert folding_row((*found, alone), alone) is None
    assert folding_row(found, None) is None


@given(outlines(), some.data())
def test_a_task_is_found_by_its_row(nodes: list[Node], data: some.DataObject) -> None:
    closed = frozenset(node.task for node in nodes if data.draw(some.booleans()))
    found = rows(nodes, closed)
    ids = list(task_ids(found))
    order = [place for place, node in enumerate(nodes) if node.how is not None and node.counted][::-1]
    matched = bytes(node.how is not None for node in nodes)
    ordered = OutlineRows(outline(nodes), matched, matched, order=order)
    for node in nodes:
        assert row_of(found, node.task) == (ids.index(node.task) if node.task in ids else None)
        at = [nodes[place].task for place in order]
        assert row_of(ordered, node.task) == (at.index(node.task) if node.task in at else None)
    assert row_of(found, None) is row_of(found, 1000) is None


@given(some.lists(some.integers(-1, 3), min_size=4, max_size=4), some.binary(min_size=4, max_size=4))
def test_what_inherits_stands_under_a_holder_of_the_set(holders: list[int], flags: bytes) -> None:
    chosen = bytes(flag & 1 for flag in flags)
    one = Outline([1, 2, 3, 4], [-1] * 4, holders, bytes(4), {})
    assert one.inheriting(chosen) == bytes(chosen[holder] if holder >= 0 else 0 for holder in holders)


def test_places_lie_within_their_plan_and_those_of_several_plans_within_all() -> None:
    nodes = [Node(task, plan, 0, -1, True, "printed") for task, plan in ((1, 1), (2, 1), (3, 2), (4, 2))]
    found = [outline(nodes).span(flags) for flags in (b"\1\0\0\0", b"\1\1\0\0", b"\0\0\1\1", b"\0\1\0\1")]
    assert found == [(0, 2), (0, 2), (2, 4), (0, 4)]
