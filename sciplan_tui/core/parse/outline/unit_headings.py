"""Plans that go by units: each heading is a unit (or several), and what follows is what it is responsible for.

Most headings of one level must be units, three of them surely; then the others beside them, as kinds of institutions
(学校, 家庭), are too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.parse.statement.holding import Holding
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.plan import Kind
from sciplan_tui.core.unit.registry import unit_class

_FEWEST = 3
_SURE = frozenset({"party", "government", "mass", "locality", "vertical"})
_UNIT_END = re.compile(
    r"(?:局|委|办|部|厅|署|联|协|会|院|政府|支队|大队|总队|办公室|处)(?:[（(〔][^（）()〔〕]*[）)〕])?$"
)
_KIND_END = re.compile(r"部门$|^各.*(?:[镇乡区县市]|街道|单位|企业|学校)$")
"""How kinds of bodies end, which are units beside others that surely are."""
_DUTY = re.compile(r"^(?P<units>[^，,。；;：:]{2,40}?)(?=[：: ]|(?:负责|牵头|承担)(?!人|单位|部门))")


def unit_headings(nodes: Sequence[Node]) -> Mapping[str, Holding]:
    """The holdings of nodes whose headings are units, by path: each unit is responsible for its own node."""
    levels: dict[str | None, list[Node]] = {}
    for node in nodes:
        levels.setdefault(node.parent, []).append(node)
    return dict(held for level in levels.values() if len(level) >= _FEWEST for held in _of_level(level))


def _of_level(level: Sequence[Node]) -> Iterable[tuple[str, Holding]]:
    if not any(_may_be_units(node.title) for node in level[:_FEWEST]):
        return
    readings = [(node, _reading(node.title)) for node in level if node.kind is not Kind.PREFACE]
    sure = sum(reading is not None and _surely_units(reading) for _, reading in readings)
    kinds = sum(reading is not None and _KIND_END.search(_first(reading)) is not None for _, reading in readings)
    if sure < _FEWEST or (sure + kinds) * 3 < len(level) * 2:
        return
    for node, reading in readings:
        if reading is not None:
            yield node.path, Holding(reading.divided().assignments(node.line, node.title), (), reading.open_list)


def _may_be_units(title: str) -> bool:
    found = _DUTY.match(title)
    return bool(_UNIT_END.search(found["units"] if found else title))


def _reading(title: str) -> Reading | None:
    found = _DUTY.match(title)
    reading = read_statement(found["units"] if found else title)
    return reading if reading.roles and reading.sure else None


def _first(reading: Reading) -> str:
    return reading.roles[0][1].name


def _surely_units(reading: Reading) -> bool:
    return all(_UNIT_END.search(unit.name) and unit_class(unit.name) in _SURE for _, unit in reading.roles)
