"""Items whose sentences each name their own units."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.holding.held import read_statements
from sciplan_tui.core.parse.outline.headings import outline


def _held(text: str) -> list[tuple[str, str, list[str]]]:
    lines = tuple(Line(number, line, line) for number, line in enumerate(text.split("\n"), start=1))
    nodes, _ = outline(lines)
    held = read_statements(nodes, lines).by_path
    told = {path: [f"{one.role[0]} {one.unit}" for one in holding.assignments] for path, holding in held.items()}
    return [(node.path, node.title, told.get(node.path, [])) for node in nodes if node.path.startswith("1.1")]


LAMPS = "（市海洋局负责）"
ROUTES = "（市港口局牵头，市渔业局配合）"


@pytest.mark.parametrize(
    "text",
    [
        f"1.灯塔和航道。建好三座灯塔，当年点亮。{LAMPS}疏通十里航道，逐年加深。{ROUTES}",
        f"1.灯塔和航道。建好三座灯塔，当年点亮{LAMPS}。疏通十里航道，逐年加深{ROUTES}。",
        f"1.灯塔和航道。\n建好三座灯塔，当年点亮。{LAMPS}\n疏通十里航道，逐年加深。{ROUTES}",
    ],
)
def test_each_sentence_with_a_statement_is_a_task(text: str) -> None:
    assert _held(f"一、任务\n{text}\n2.别的。做好。") == [
        ("1.1", "灯塔和航道", []),
        ("1.1.1", "建好三座灯塔，当年点亮", ["r 市海洋局"]),
        ("1.1.2", "疏通十里航道，逐年加深", ["l 市港口局", "s 市渔业局"]),
    ]


def test_what_follows_the_last_statement_is_of_the_last_task() -> None:
    told = _held(f"一、任务\n1.灯塔。建好三座灯塔。{LAMPS}疏通十里航道。{ROUTES}以下均需各区落实，不再列出。")
    assert [units for _, _, units in told] == [[], ["r 市海洋局"], ["l 市港口局", "s 市渔业局"]]


@pytest.mark.parametrize(
    "text",
    [
        f"1.灯塔和航道。建好三座灯塔（含一座旧的），疏通航道（以海图为准）。{ROUTES}",
        "1.灯塔和航道。建好三座灯塔。（牵头单位：市海洋局）（配合单位：市港口局）",
        f"1.灯塔和航道。{LAMPS}疏通十里航道。{ROUTES}",
    ],
)
def test_one_statement_or_two_for_the_same_words_part_nothing(text: str) -> None:
    assert len(_held(f"一、任务\n{text}\n2.别的。做好。")) == 1
