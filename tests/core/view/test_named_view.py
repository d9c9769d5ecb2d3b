"""Views in words that last, the queries remembered, and the command that says the same in a shell."""

from __future__ import annotations

import json
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.view.command_line import tasks_command
from sciplan_tui.core.view.named import QUERIES, NamedView, from_object, newest_last, queries_of
from sciplan_tui.core.view.spec import ColumnOrder, Density, RowOrder

WHOLE = NamedView(
    "晨会", "云溪市-2021", "lead:教育局", False, RowOrder.LEAD, ColumnOrder.LOAD, Density.LINES,
    (("云溪市-2021", "各县区"),), (("云溪市-2021", "2.1"), ("云溪市-2021", "3")),
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*WHOLE.as_object(), "x"]), inner),
)


def test_a_view_comes_back_as_it_was_kept() -> None:
    assert from_object("晨会", json.loads(json.dumps(WHOLE.as_object()))) == WHOLE


@given(JSON)
def test_whatever_the_file_says_is_a_view(said: object) -> None:
    view = from_object("x", said)
    assert from_object("x", json.loads(json.dumps(view.as_object()))) == view
    assert len(queries_of(said)) <= QUERIES


def test_what_no_terminal_may_see_is_not_taken_from_the_file() -> None:
    view = from_object("\x1b[31m名", {"query": "a\x1b]52;c;x\x07b", "folded": [["\x9b", "2"]]})
    assert not any(sign in f"{view}" for sign in ("\x1b", "\x07", "\x9b"))


def test_queries_are_remembered_once_the_newest_last_and_not_without_end() -> None:
    queries: tuple[str, ...] = ()
    for text in ("a", "b", "a", " ", "c "):
        queries = newest_last(queries, text)
    assert queries == ("b", "a", "c")
    for number in range(QUERIES):
        queries = newest_last(queries, str(number))
    assert queries == tuple(str(number) for number in range(QUERIES))
    assert newest_last(queries, "x" * 10_000) == queries


@pytest.mark.parametrize(
    ("query", "plan", "more", "command"),
    [
        ("lead:教育局", "湘潭市-2021", {}, "sciplan tasks 'lead:教育局' --plan 湘潭市-2021"),
        ("", None, {}, "sciplan tasks"),
        ("mark:2023!=done 科普", None, {}, "sciplan tasks 'mark:2023!=done 科普'"),
        ("-科普", "新 区", {}, "sciplan tasks --plan '新 区' -- '-科普'"),
        ("it's", None, {"as_of": "2023-01-01"}, "sciplan tasks 'it'\"'\"'s' --as-of 2023-01-01"),
        ("科普", None, {"database": "/a b/x.db"}, "sciplan --db '/a b/x.db' tasks '科普'"),
    ],
)
def test_the_command_is_ready_for_a_shell(query: str, plan: str | None, more: dict[str, str], command: str) -> None:
    assert tasks_command(query, plan, **more) == command


@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1), st.text(min_size=1))
def test_a_shell_reads_back_what_was_meant(query: str, plan: str) -> None:
    words = shlex.split(tasks_command(query, plan))
    assert query in words
    assert words[words.index("--plan") + 1] == plan
