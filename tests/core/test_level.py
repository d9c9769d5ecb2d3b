"""Moving a task in and out: what hangs where, unique paths, the order of the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.outline.level import IN, OUT, Node, moved
from sciplan_tui.errors import RefusedError

PATHS = ("1", "2", "2.1", "2.1.1", "2.1.2", "2.1.2.1", "2.1.3", "2.2", "2.3", "3")


def outline(paths: tuple[str, ...] = PATHS) -> tuple[Node, ...]:
    ids = {path: number for number, path in enumerate(paths, start=1)}
    return tuple(Node(ids[path], ids.get(path.rpartition(".")[0]), path, f"第{path}项") for path in paths)


def told(path: str, by: int, nodes: tuple[Node, ...] | None = None) -> dict[str, tuple[str | None, str]]:
    """Old path to the parent's (old) path and the new path, of what a move changes."""
    given = nodes or outline()
    names = {node.task_id: node.path for node in given}
    number = next(node.task_id for node in given if node.path == path)
    after = moved(given, number, by)
    return {
        names[one.task_id]: (names.get(one.parent_id) if one.parent_id else None, one.path) for one in after.values()
    }


def test_in_is_below_the_sibling_before_with_all_below_it() -> None:
    assert told("2.1.2", IN) == {"2.1.2": ("2.1.1", "2.1.1.2"), "2.1.2.1": ("2.1.2", "2.1.1.2.1")}


def test_out_takes_what_follows_along() -> None:
    assert told("2.1.2", OUT) == {
        "2.1.2": ("2", "2.4"),
        "2.1.2.1": ("2.1.2", "2.4.1"),
        "2.1.3": ("2.1.2", "2.4.3"),
    }


def test_a_number_that_is_taken_gives_way_to_the_first_behind_all() -> None:
    assert told("2.2", IN)["2.2"] == ("2.1", "2.1.4")
    assert told("2.3", OUT)["2.3"] == (None, "4")


def test_a_repeated_number_keeps_both_its_parts() -> None:
    nodes = (Node(1, None, "2", "甲"), Node(2, 1, "2.1", "乙"), Node(3, 1, "2.1.1", "丙"), Node(4, 1, "2.2", "丁"))
    assert told("2.1.1", IN, nodes)["2.1.1"] == ("2.1", "2.1.1.1")


def test_what_a_former_edition_said_loses_its_stroke() -> None:
    nodes = (Node(1, None, "2", "甲"), Node(2, 1, "2.1", "乙"), Node(3, 1, "2.1'", "丙"))
    assert told("2.1'", IN, nodes)["2.1'"] == ("2.1", "2.1.1")


@pytest.mark.parametrize(
    ("path", "by", "code"), [("2.1.1", IN, "level_first"), ("1", IN, "level_first"), ("2", OUT, "level_top")]
)
def test_what_cannot_be_is_refused_with_the_task_named(path: str, by: int, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        told(path, by)
    assert refused.value.code == code
    assert f"第{path}项" in str(refused.value)


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from((IN, OUT))), max_size=12))
def test_after_any_moves_paths_are_unique_and_the_order_is_an_outline(moves: list[tuple[int, int]]) -> None:
    nodes = outline()
    for place, by in moves:
        try:
            after = moved(nodes, nodes[place].task_id, by)
        except RefusedError:
            continue
        nodes = tuple(after.get(node.task_id, node) for node in nodes)
        assert len({node.path for node in nodes}) == len(nodes)
        open_ones: list[int | None] = [None]
        for node in nodes:
            assert node.parent_id in open_ones
            open_ones = [*open_ones[: open_ones.index(node.parent_id) + 1], node.task_id]


@given(st.integers(0, 9))
def test_in_and_out_again_is_as_it_was(place: int) -> None:
    nodes = outline()
    try:
        inside = moved(nodes, nodes[place].task_id, IN)
    except RefusedError:
        return
    nodes_in = tuple(inside.get(node.task_id, node) for node in nodes)
    outside = moved(nodes_in, nodes[place].task_id, OUT)
    back = tuple(outside.get(node.task_id, node) for node in nodes_in)
    assert [node.parent_id for node in back] == [node.parent_id for node in nodes]
