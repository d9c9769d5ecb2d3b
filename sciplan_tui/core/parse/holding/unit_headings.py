"""Plans that go by units: each heading is a unit (or several), and what follows is what it is responsible for.

Most headings of one level must be units, three of them surely; then the others beside them, as kinds of institutions
(学校, 家庭), are too. Below 职责分工 the offices of a town (派出所, 服务办) are units as surely. Where no mark parts a
unit from what it does (市海洋局组织…), no heading may have a statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from sciplan_tui.core.parse.draft import Holding, Node
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.plan import Kind
from sciplan_tui.core.unit.registry import unit_class

_FEWEST = 3
_SURE = frozenset({"party", "government", "mass", "locality", "vertical"})
_UNIT_END = re.compile(
    r"(?:局|委|办|部|厅|署|联|协|会|院|政府|支队|大队|总队|办公室|处)(?:[（(〔][^（）()〔〕]*[）)〕])?$"
)
_KIND_END = re.compile(r"部门$|^各.*(?:[镇乡区县市]|街道|单位|企业|学校|机构)$|^(?:家庭|社区|学校)$")
"""How kinds of bodies end, which are units beside others that surely are."""
_DIVISION = re.compile("(?:主要|工作|部门|单位|责任|任务|具体|成员单位)*(?:职责(?:分工|任务)?|分工)")
_OFFICE_END = re.compile(
    r"^[^，,。；;：:]{2,12}(?:[局委办部院会处科站所队团]|中心|公司|学校|单位)(?:[（(〔][^（）()〔〕]*[）)〕])?$"
)
"""How bodies end below a heading that divides the work among them."""
_DUTY = re.compile("^(?:[^，,。；;：:]{2,40}?(?=[：: ]|(?:负责|牵头|承担)(?!人|单位|部门))|[^。；;：:]{4,80}(?=[：:]))")
"""The units, up to what they do; only a colon tells commas between them from those of a sentence."""

_DOES = (
    "将|把|在(?!地)|对|为|按照?|结合|围绕|依托|利用|通过|负责(?!人)|牵头(?!单位|部门)|承担|组织(?!部)|开展|加强|推[进动广]|落实|实施|"
    "制定|督促|支持|保障|依法|会同|发挥|建[立设]|完善|健全|[做抓]好|指导|普及|收集|设[置立]|开[设放齐足]|倡导|协助|配合|参与|履行|强化|"
    "提供|定期|积极|充分|深入|切实|编[制写]|举办|培[育训]|监督|检查|统筹|协调|引导|鼓励|纳入|列入|安排|宣传(?!部)"
)
"""How the words begin that follow a unit without a mark. What it 要 or 应当 do is prose."""
_STATED = re.compile("[（(〔【][^（(〔【]*(?:牵头|负责|责任|配合)|(?:牵头|责任|配合)(?:单位|部门)[：:]")
_ENDS = re.compile("(?:[局委办部厅署联协会院府关处队心]|学校|机构|家庭|社区|企业|单位)(?:[（(][^（）()]*[)）])?$")
_LONGEST = 40


def unit_headings(nodes: Sequence[Node], *, first_leads: bool) -> Mapping[str, Holding]:
    """The holdings of nodes whose headings are units, by path: each unit is responsible for its own node; under the
    rule of who is listed first, that one leads.
    """
    levels: dict[str | None, list[Node]] = {}
    for node in nodes:
        levels.setdefault(node.parent, []).append(node)
    divided = {node.path for node in nodes if _DIVISION.fullmatch(node.title)}
    found = (
        _of_level(level, first_leads, _surely_office if parent in divided else _surely_units)
        for parent, level in levels.items()
        if len(level) >= _FEWEST
    )
    return dict(held for level in found for held in level)


def _of_level(
    level: Sequence[Node], first_leads: bool, is_sure: Callable[[Reading], bool]
) -> Iterable[tuple[str, Holding]]:
    if not any(_may_be_units(node.title) for node in level[:_FEWEST]):
        return
    stated = any(_STATED.search(span.text) for node in level for span in node.body)
    readings = [(node, _reading(node.title, run_in=not stated)) for node in level if node.kind is not Kind.PREFACE]
    sure = sum(reading is not None and is_sure(reading) for _, reading in readings)
    kinds = sum(reading is not None and _KIND_END.search(_first(reading)) is not None for _, reading in readings)
    if sure < _FEWEST or (sure + kinds) * 3 < len(level) * 2:
        return
    for node, reading in readings:
        if reading is not None:
            told = reading.with_first_leading() if first_leads else reading.divided()
            yield node.path, Holding(told.assignments(node.line, node.title), (), reading.open_list)


def _may_be_units(title: str) -> bool:
    found = _DUTY.match(title)
    return bool(_UNIT_END.search(found[0] if found else title)) or _run_in(title) is not None


def _reading(title: str, *, run_in: bool) -> Reading | None:
    found = _DUTY.match(title)
    reading = read_statement(found[0] if found else title)
    if reading.roles and reading.sure:
        return reading
    return _run_in(title) if run_in else None


def _run_in(title: str) -> Reading | None:
    """The units that a title begins with, right before what they do."""
    for does in _does().finditer(title, 2, _LONGEST):
        units = title[: does.start()]
        if _ENDS.search(units) and not re.search("[。；;：:]", units):
            reading = read_statement(units)
            return reading if reading.roles and reading.sure else None
    return None


@cache
def _does() -> re.Pattern[str]:
    return re.compile(_DOES)


def _first(reading: Reading) -> str:
    return reading.roles[0][1].name


def _surely_office(reading: Reading) -> bool:
    """Whether the first is a body, where what each of them does is divided."""
    return _OFFICE_END.search(_first(reading)) is not None


def _surely_units(reading: Reading) -> bool:
    """Whether the first surely is a unit; those beside it are, if it is."""
    first = _first(reading)
    return _UNIT_END.search(first) is not None and unit_class(first) in _SURE
