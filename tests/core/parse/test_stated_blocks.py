"""Plans without numbers, each of whose tasks ends with a line that says by whom."""

from __future__ import annotations

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.holding.held import read_statements
from sciplan_tui.core.parse.outline.headings import outline


def _held(text: str) -> list[tuple[str, str, list[str]]]:
    lines = tuple(Line(number, line, line) for number, line in enumerate(text.split("\n"), start=1))
    nodes, _ = outline(lines)
    held = read_statements(nodes, lines).by_path
    told = {path: [f"{one.role[0]} {one.unit}" for one in holding.assignments] for path, holding in held.items()}
    return [(node.path, node.title, told.get(node.path, [])) for node in nodes]


def test_short_lines_above_a_task_are_its_heading_and_those_above_it() -> None:
    text = (
        "灯塔任务\n点亮灯塔\n修好老灯\n换上新的灯泡，刷上白漆\n市海洋局牵头，市港口局配合\n"
        "建好新灯\n新建三座灯塔，当年点亮\n市港口局负责\n疏通航道\n挖深航道\n捞尽泥沙，逐年加深\n市渔业局、市港口局按职责分工负责"
    )
    assert _held(text) == [
        ("1", "点亮灯塔", []),
        ("1.1", "修好老灯", ["l 市海洋局", "s 市港口局"]),
        ("1.2", "建好新灯", ["r 市港口局"]),
        ("2", "疏通航道", []),
        ("2.1", "挖深航道", ["r 市渔业局", "r 市港口局"]),
    ]


def test_numbers_with_nothing_but_a_blank_behind_them_mark_headings_of_any_length() -> None:
    text = (
        "1 点亮灯塔\n灯要亮、塔要白、人要在\n1-1 修好沿海各处年久失修的老灯塔和导航设施\n换灯泡。\n市海洋局牵头。\n"
        "1-2 建新灯\n新建三座。\n市港口局负责。\n1-3 守灯\n有人守。\n市渔业局负责。"
    )
    assert _held(text) == [
        ("1", "点亮灯塔", []),
        ("1.1", "修好沿海各处年久失修的老灯塔和导航设施", ["l 市海洋局"]),
        ("1.2", "建新灯", ["r 市港口局"]),
        ("1.3", "守灯", ["r 市渔业局"]),
    ]


def test_where_no_short_line_begins_a_task_its_first_sentence_titles_it() -> None:
    tasks = {"给所有灯塔刷漆": "市海洋局", "给所有航道清淤": "市港口局", "给所有渔船编号": "市渔业局"}
    text = "\n".join(f"{task}，年年都要做好，不能停下来\n{unit}负责" for task, unit in tasks.items())
    assert [(title, held) for _, title, held in _held(text)] == [
        ("给所有灯塔刷漆，年年都要做好，不能停下来", ["r 市海洋局"]),
        ("给所有航道清淤，年年都要做好，不能停下来", ["r 市港口局"]),
        ("给所有渔船编号，年年都要做好，不能停下来", ["r 市渔业局"]),
    ]


def test_prose_with_fewer_such_lines_is_no_plan() -> None:
    assert _held("灯塔是什么\n灯塔由石头建成\n市海洋局负责\n灯塔很高\n市港口局负责") == []
