"""A list of units as printed, taken apart into units with their full names.

`市委组织部、宣传部,市发展改革委、科技局、团市委等部门` → five units and an open list. 、 and ， part units; 和 与 及
only where both sides are whole names; a collective (各市、县〔市、区〕政府) is one unit although 、 stands in it. A
level prefix that is printed once and dropped inside a 、 group is put back (科技局 → 市科技局, 宣传部 → 市委宣传部).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.unit.collectives import (
    collectives_joined,
    is_place_collective,
    is_place_word,
    plates_joined,
)
from sciplan_tui.core.parse.unit.prefixes import Prefix
from sciplan_tui.core.unit.registry import MOST_NAMES, PLACES_WITH

_OPENING, _CLOSING = "（(〔[【<〈", "）)〕]】>〉"
_BRACKET = re.compile(r"[（(〔\[【<〈]")
_UNIT_END = (
    "局|委|部|办|厅|署|院|会|室|联|协|中心|政府|公司|集团|工会|大学|中学|小学|学院|医院|报社|银行|海关|队|社|台|馆|校|团|关|府|司|站|所|处|"
    "区|县|市|州|旗|盟|镇|乡|街|街道|村|单位|部门|机构|企业|国企|央企|高校|院校|学校|专班|小组|组|税务|法院|检察院|政协|人大|中央|科|"
    "园|基地|团场|农场|林场|牧场|民兵排|民兵连|少年宫|文化宫|书店|书城|监狱|戒毒所|段|宾馆|剧院|社区|家庭|媒体|(?<=[各关])方面|地区|各地|行|(?<![持控参入炒])股|厂|军区|总工会|法庭|[）)〕]"
)
_PLAUSIBLE = re.compile(
    rf"(?:{_UNIT_END})$|^(?:各|有关|相关){HAN}{{0,8}}主体$|^第[一二三四五六七八九十]{{1,3}}师$|^(?:各级?|有关|相关)(?:省份|地方|{HAN}{{2,4}}组织)$|^中国(?:电信|移动|联通|铁塔|广电|邮政|石化|石油|海油)$"
)
_PROSE = frozenset("。！？：:“”《》<>＜＞…—%％=0123456789０１２３４５６７８９的由将为是并")
_WITHIN = re.compile(f"[<〈](?:[市县区、]{{1,7}}|{HAN}{{2,10}})[>〉]")
"""What stands in such brackets is part of a name: 各县<市、区>人民政府, 市委组织部<人才办>."""
_HOTLINE = re.compile("[（(]\\d{5}[^（）()\\d]{0,8}热线[）)]")
"""What it is called by is part of a name: 市行政审批局（12345热线）."""
_QUOTED_WITHIN = re.compile("(?<=[省市区县州旗镇乡])“[^“”]{1,8}”(?=.)")
"""What a task force is for is part of its name: 市“两旧”专班."""
_PROSE_WORDS = ("负责人", "同志", "工作机制", "工作要求", "工作计划")
_NO_UNIT_END = ("活动", "举办", "长）", "长)", "书记）", "书记)", "员）", "员)")
"""活动, or a person's office behind the name: 王某某（副市长）."""
_WHOLE = "(?<=[局委部办厅联协府院会])"
_JOINT = re.compile(
    rf"(?:以及|[及和与])(?=各|有关|相关|其他|其它|属地|[市区县州省镇乡][直级属]|全[市区县州省])|"
    rf"(?<=政府)[及和与](?={HAN}{{2,20}}(?:管委会|管理委员会|开发区)$)|"
    rf"(?<=..){_WHOLE}(?:以及|[及和与])(?=[市区县州省]{HAN}{{1,24}}[局委部办厅联协会]$)|"
    r"(?<=[局委办部厅会院协联])[/／](?=[市区县州省各])|"
    rf"(?<=[局委办部厅会府])[及和与](?=(?:《[^《》]{{2,30}}》)?涉及)|(?<=[局委办部厅][）)])(?={HAN}{{2,10}}[局委办部厅]$)|"
    rf"(?<=[局委办部厅会处院])[及和与](?={HAN}{{2,6}}所在单位$)|"
    rf"(?<=..){_WHOLE}(?:和(?![谐平睦])|[及与])(?={HAN}{{2,10}}(?:学院|大学|医院|公司)$)"
)
_TOGETHER = re.compile(r"(?<=.)(?:会同|会商|联合(?=[市区县州省各]))")
_JOINTS = frozenset("及和与会联/／）)")
"""Where none of these stands, nothing joins two names."""
_WITH_OTHERS = re.compile(r"会[同商](?:各|有关|相关|其他|其它)+(?:部门|单位|方面)(?:和单位)?")
_OPEN = re.compile(
    r"(?:(?<=[局委部办厅会院协联心府司团社行区县市道署关处所室队校学位构业台馆站排央组园街镇乡村）)〕>〉])等|"
    r"(?<=[^\W\d]{2})(?<![高中初平对同优])等(?=(?:有关|相关)?(?:部门|单位)))"
    r"(?:\d{1,3}|[一二三四五六七八九十两多]{1,3})?(?:个|家)?(?:各|有关|相关|其他|国务院|中央|[市省区县州](?:[直级]|(?=[有相]关))|责任|成员|职能|涉及|主管|[^\W\d]{2,4}主管){0,4}"
    r"(?:部门|单位|委办局|高校|院校|学校|医院|企业|机构)?(?:[和及与、]?(?:各|有关|相关){0,2}(?:单位|部门))?(?=$|[和及与])"
)
_OF_DEPARTMENTS = ("省", "自治区")
_DEPARTMENT = re.compile(rf"(?!省|自治区|中共|国务院|公安部){HAN}{{2,9}}(?<!办公)厅(?=[、，,；;]|$)")
_OPEN_PLACES = re.compile(
    r"(?<=[^\W\d]{2})等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:县市区|[县市区镇乡]区?|街道|镇街|乡镇|园区)$"
)
"""东屿、西屿等县区: places, and more of them."""
_OF_PLACE = re.compile(
    rf"(?!各|有关|相关){HAN}{{2,6}}?(?P<shared>(?:片区|园区|景区|开发区|新区|街道|[镇乡县区市])"
    r"(?:(?:人民)?政府|办事处|街道办|党委|党工委|管委会|管理委员会|(?:开发|建设|项目){0,2}(?:管理局|指挥部)))"
)
"""A body of a place, and what bodies of several places share."""
_BARE_PLACE, _AREA = re.compile(f"{HAN}{{2,4}}"), re.compile("(?:片区|园区|景区)$")
"""A place without what it is, and what is no body by itself."""
_DISTRICT = re.compile(f"(?![各市省州]|有关|相关){HAN}{{1,4}}(?<!高新)(?<!经开)(?<!开发)(?<![园景片社])[区县市旗]")
"""A place that is a district, a county or a city; zones and estates have no government."""
_TOWN = re.compile(f"(?![各市省州区县乡镇]|有关|相关){HAN}{{1,4}}(?<![小乡])[乡镇]")
"""A place that is a town; where only some other body is named beside it, it stands for itself."""
_GOVERNMENT = ("政府", "人民政府")
_ASIDE = re.compile(
    "[（(〔〈<](?:或[^（）()〔〕]{2,12}|(?:以下)?简称[^（）()〔〕]{2,24}|(?:含|包括)[^（）()〔〕]{2,80})[）)〕〉>]$"
)
"""Who else it may be, what it is called below, or who is among them: 各区政府（含东港新区管委会，下同）."""
_EMPTY = frozenset({"", "/", "／", "—", "-", "－", "无", "单位", "部门", "有关"})
_SHORT, _MOST_GROUPS = 300, 1_000
"""Characters of a group, and groups, that are kept."""
_LEADING = re.compile(
    r"^(?:[由请和与及]|以及|其中|会[同商]|商(?=[省市区县](?:委|[^\W\d城]{1,14}[局委办部厅署])))+(?=.{2})"
)


class Unit(NamedTuple):
    """A unit of a list: its full name, and the name as it is printed there (a dropped prefix is not put back)."""

    name: str
    printed: str


class UnitList(NamedTuple):
    """The units of one or several groups, in printed order; `open` where 等部门 leaves the list open."""

    units: tuple[Unit, ...]
    open: bool


_CONCERNED = re.compile(r"(?:《[^《》]{2,30}》)?(?:涉及|拥有)[^\W\d]{0,16}的[^\W\d的]{0,6}(?:部门|单位|处室)")
"""Whom a matter or a paper concerns, and who has something: 《管理办法》涉及的相关部门, 拥有渔船的村民所在单位."""


@lru_cache(MOST_NAMES)
def plausible(name: str) -> bool:
    """Could this be a unit's name, and not a piece of ordinary prose?"""
    if "的" in name and _CONCERNED.fullmatch(name):
        return True
    if "的" in name and PLACES_WITH.fullmatch(name):
        return True
    if "个" in name[:5] and _are_counted_places(name):
        return True
    if "<" in name or "〈" in name:
        name = _WITHIN.sub("", name)
    if "线）" in name or "线)" in name:
        name = _HOTLINE.sub("", name)
    if "“" in name:
        name = _QUOTED_WITHIN.sub("", name)
    if "自由" in name:
        name = name.replace("自由", "自")  # 自由贸易区管委会: no word of who does what
    if sum(name.count(mark) for mark in _OPENING) != sum(name.count(mark) for mark in _CLOSING):
        return False
    if not 2 <= len(name) <= 40 or name.endswith(_NO_UNIT_END) or not _PROSE.isdisjoint(name):
        return False
    return _PLAUSIBLE.search(name) is not None and not any(word in name for word in _PROSE_WORDS)


def split_outside_brackets(text: str, marks: str) -> list[str]:
    """`text` parted at any of `marks` that stands outside brackets (a bracket that never closes counts as text)."""
    if not _BRACKET.search(text):
        return text.split(marks) if len(marks) == 1 else _any_of(marks).split(text)
    pieces, start, depth = [], 0, 0
    closing_left = sum(text.count(mark) for mark in _CLOSING)
    for index, mark in enumerate(text):
        if mark in _OPENING and closing_left:
            depth += 1
        elif mark in _CLOSING:
            depth, closing_left = max(0, depth - 1), closing_left - 1
            depth = depth if closing_left else 0
        elif depth == 0 and mark in marks:
            pieces.append(text[start:index])
            start = index + 1
    return [*pieces, text[start:]]


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{marks}]")


def unwrapped(body: str) -> str:
    """A list without the second bracket that it stands in as a whole: 责任单位：〔市财政局、市科协〕."""
    depth = 0
    for at, mark in enumerate(body):
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth <= 0:
            return body[1:-1].strip("。；;，,、") if 0 < at == len(body) - 1 else body
    return body


def read_units(groups: list[str], above: str = "") -> UnitList:
    """The units of comma groups such as `["市委组织部、宣传部", "市科技局等部门"]`; a prefix lives inside one group.

    But a 厅 is always the province's: a group that begins with one has the level `above`, if that is such a one.
    """
    level = above if above in _OF_DEPARTMENTS else ""
    found = []
    for group in groups:
        own = level if _DEPARTMENT.match(group) else ""
        found.append(_of_group(group, own) if len(group) <= _SHORT else _of_group.__wrapped__(group, own))
        level = next((up for up in _OF_DEPARTMENTS if group.startswith(up)), own or level)
    units = dict.fromkeys(unit for one in found for unit in one.units)
    return UnitList(tuple(units), any(one.open for one in found))


@lru_cache(_MOST_GROUPS)
def _of_group(group: str, level: str) -> UnitList:
    """The units of one group. An annex repeats the lists of the text: what short ones say is kept."""
    prefix = Prefix(level)
    names, is_open = _names(group)
    whole = zip(_whole_places(names), names, strict=True)
    return UnitList(tuple(Unit(prefix.restore(name), printed) for name, printed in whole), is_open)


def _whole_places(names: list[str]) -> list[str]:
    """The names with what the last of several places has for all: 东屿、西屿片区管理局 are two bodies."""
    whole, shared = [], ""
    for name in reversed(names):
        if shared and _BARE_PLACE.fullmatch(name) and (not plausible(name) or _is_bare_city(name, shared)):
            name += shared
        elif shared.endswith("政府") and _is_governed(name, shared):
            name += _GOVERNMENT[bool(shared.endswith("人民政府"))]
        elif shared and (area := _AREA.search(name)) and shared.startswith(area.group()):
            name += shared.removeprefix(area.group())
        found = _OF_PLACE.fullmatch(name)
        shared = found["shared"] if found else ""
        whole.append(name)
    return whole[::-1]


def _is_bare_city(name: str, shared: str) -> bool:
    """Whether a name is a city's that ends as places of another kind do: 广州、深圳市政府."""
    return shared.startswith("市") and len(name) < len("自治州") and name.endswith("州")


def _is_governed(place: str, government: str) -> bool:
    """Whether a place has a government of its own, as the one named behind it has; towns only beside a town's."""
    return bool(_DISTRICT.fullmatch(place) or (government[0] in "乡镇" and _TOWN.fullmatch(place)))


def _names(group: str) -> tuple[list[str], bool]:
    names: list[str] = []
    alone = _WITH_OTHERS.sub("", group)
    open_list, group = alone != group, alone.replace("、等", "等")
    parts = (part for piece in split_outside_brackets(group, "、") for part in _parted(piece))
    for piece in plates_joined(collectives_joined(parts)):
        for name in _parted(_ASIDE.sub("", piece)):
            closed = _OPEN_PLACES.sub("", _OPEN.sub("", name)) if "等" in name else name
            open_list = open_list or closed != name
            names.extend(n for part in _parted(closed) if (n := _LEADING.sub("", part)) not in _EMPTY)
    return names, open_list


def _parted(piece: str) -> list[str]:
    if _JOINTS.isdisjoint(piece):
        return [piece]
    return [name for together in _TOGETHER.split(piece) for name in _JOINT.split(together)]


def _are_counted_places(name: str) -> bool:
    """Whether a name counts places of one kind or two: 13个街道、镇."""
    first, *others = split_outside_brackets(name, "、")
    return is_place_collective(first) and all(map(is_place_word, others))
