"""Last sentences of a paragraph that are nothing but lists of units: 修订村规民约。县民政局（牵头）、县公安局。

A list that marks its lead says so by itself. Others do where a plan has several; one alone is shown to a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.line.markers import marker
from sciplan_tui.core.parse.passage.passage import Passage, inside, made
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.parse.unit.sure_units import is_surely_unit
from sciplan_tui.core.plan import Role

_LONGEST, _LONGEST_TITLE = 300, 40
_NO_TITLE = ("单位", "部门", "成员", "组长", "名单", "主席")
"""How words end that tell what units are listed behind them."""
_NO_LIST = frozenset("，,；;：:？！“")
_OPENING = ("（", "(", "〔", "[", "【")
"""Brackets are looked at by themselves."""
_USUAL = 2
_SHOWN = 60


def in_bare_lists(flow: Flow, taken: list[tuple[int, int]], edges: list[int]) -> Iterator[Passage]:
    """Such sentences outside the `taken` stretches, behind where the first node begins (`edges`)."""
    found = [passage for passage in _lists(flow, taken) if edges and passage.start > edges[0]]
    alike = sum(not _leads(passage.reading) for passage in found)
    for passage in found:
        if _leads(passage.reading) or alike >= _USUAL:
            yield passage
        else:
            told = ("statement_unread", passage.quote[:_SHOWN])
            yield passage._replace(reading=Reading(problems=(told,)))


def _lists(flow: Flow, taken: list[tuple[int, int]]) -> Iterator[Passage]:
    for index, line in enumerate(flow.lines):
        if "、" not in line.text:
            continue
        text = line.text.removesuffix("。")
        begin = text.rfind("。") + 1 or _behind_title(text)
        words = text[begin:]
        if not begin or "、" not in words or len(words) > _LONGEST or not _NO_LIST.isdisjoint(words):
            continue
        if words.startswith(_OPENING) or not is_surely_unit(words.rpartition("、")[2]):
            continue
        start = flow.starts[index] + len("".join(text[:begin].split()))
        reading = read_statement(words)
        if not inside(start, taken) and _is_list(reading):
            yield made(flow, start, start + len("".join(words.split())), reading, bracketed=False)


def _behind_title(text: str) -> int:
    """Where the words of an item begin behind its title: 3.志愿服务：市民政局、团市委."""
    colon = text.find("：", 0, _LONGEST_TITLE)
    return colon + 1 if colon > 0 and marker(text) and not text.endswith(_NO_TITLE, 0, colon) else 0


def _is_list(reading: Reading) -> bool:
    names = [unit.name for _, unit in reading.roles]
    return reading.sure and len(names) > 1 and all(map(is_surely_unit, names))


def _leads(reading: Reading) -> bool:
    return any(role is Role.LEAD for role, _ in reading.roles)
