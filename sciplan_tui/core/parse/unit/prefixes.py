"""The level prefix that is printed once and dropped inside a list: 省发展改革委、商务厅 → 省商务厅.

It is put back on what can only be a body of that level: never on the youth league (团市委), collectives, places
(杭州市政府), companies, colleges, the press, or bodies that carry another level already.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.unit.registry import MOST_NAMES, is_collective, is_system, level_prefix

_PARTY_OFFICE = re.compile(
    r"^(?:组织部|宣传部|统战部|政法委|网信办|编办|外办|台办|军民融合办|财经办|改革办|农办|老干部局|党校|政研室|巡察办|直属机关工委|"
    r"机关工委|社会工作部|社工部|保密办|机要局|党史研究室|党史方志办|督查室|人才办|国安办)"
)
_PARTY = re.compile(r"^(?:中共)?(中央|[省市区县州旗]委|(?:兵团|自治区)党委)(?=[^、]{2})")
_COMMITTEE = {"兵团": "党委", "自治区": "党委"}
"""What the party's committee of a level is called, where it is not the level's 委."""
_BODY = re.compile(
    r"(?:局|委|办|部|厅|署|联|协|工会|商会|贸促会|红十字会|委员会|室|处|中心|法院|检察院|支队|大队|总队|供销社|馆|[农林社水]科院|政协|人大|关工委|^(?:广播)?电视台|^广电台|^气象[台站])$"
)
_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|"
    "陕西|甘肃|青海|宁夏|新疆"
)
"""A body that bears the name of its province has no other level: 浙江金融监管局."""
_REGIONS = "民航(?![局办])|华东|华北|华中|华南|东北|西北|西南|(?:长江|黄河|淮河|珠江|海河|松辽|太湖流域)(?:水利|航|管)"
"""A body of the state's own districts and rivers has no other level either: 华北能源监管局."""
_NEVER = re.compile(
    rf"总局(?:{_PROVINCES})|^[^省市区县州旗]{{2,6}}部(?=.{{2,8}}局$)|^(?:{_PROVINCES}|{_REGIONS}|共青团|团[省市区县州旗]|中央|中共|国家(?!税务局)|全国|中国|驻|武警|人民银行|国网)|^办公室$|公司|集团|银行|学院|大学|医院|实验室|报|(?<=.)管委会|协会|学会|"
    r"[市县区州旗盟](?:(?:人民)?政府|党?委)?$|(?<!关)(?<!机关)(?<!人大)(?<!政协)工委$|电信|移动|联通|.{2}出入境检验检疫|^(?!地方).{2,4}(?:银保监|银监|保监|证监)|部队|军分区|人武部|[镇乡街](?:道|办)|国家级|保护区|总署"
)
_OF_THE_LEVEL = frozenset({"电力公司", "供电公司"})
"""Companies that have no other name of their own than their level's."""
_OF_CITY = re.compile("市政(?:管|务)")
"""A city's bodies whose level reads like part of what they do: 市政务局, but not 市政园林局."""
_OF_EACH = re.compile(
    rf"(各[市县区州旗盟]{{1,2}}|各县（市、区）|各市（州）)(?!级|直|属|相关|有关|街道|[镇乡街]|团|税务){HAN}{{2,10}}[局委办]"
)
"""A body of each place, with those behind it: 各市教育局、住建局."""
_PLACE = re.compile(rf"^{HAN}{{2,4}}?[市县区州旗](?!场|容|域|划|政){HAN}{{2}}")
_HOUSE = re.compile(rf"([省市区县州旗]{HAN}{{2,10}}?[局厅委]){HAN}{{2,6}}[处科]|([省市区县州旗][局厅])(?=..){HAN}+")
_MINISTRY = re.compile(
    rf"(?:({HAN}{{2,8}}(?:部|总局|委员会)){HAN}{{2,14}}(?<!公)司|(中国科协|全国总工会|全国妇联)..部)"
)
"""A department of a ministry, or of a people's organisation: 农业农村部科技教育司, 中国科协科普部."""
_OF_MINISTRY = re.compile(rf"(?!中国|国家|全国|中央)(?!.*总[局署])(?:{HAN}{{2,14}}[司局]|信息中心)(?:（[^（）]+）)?")
"""What stands behind a department of a ministry: 农业农村部人事司、农垦局."""
_OFFICE = re.compile(rf"{HAN}{{2,6}}[处科]")
"""An office of the body that is printed with the one before it: 市海洋局规划处、科技处."""
_OF_ISSUER = re.compile(rf"{HAN}{{2,14}}(?:[处科]|办公室|总队|支队|中心)")
"""The same in a plan of the body itself, which calls itself no more than that: 市局规划处、港口监督检查办公室."""
_BARE_HOUSE = 2
"""Characters of 市局."""
_NO_PLACE = re.compile(
    rf"^(?:(?:{HAN}{{2}})?城市|{HAN}{{0,2}}(?:社区|园区|地区|景区|郊区|灾区|革命老区|库区|特区|辖区|自贸区))"
)


class Prefix:
    """The prefix in force while one 、 group is read from left to right; `level`: before it begins."""

    def __init__(self, level: str = "") -> None:
        self._level = level
        self._party = f"{level}{_COMMITTEE.get(level, '委')}" if level else ""
        self._house = ""
        self._ministry = ""
        self._offices = False

    def restore(self, name: str) -> str:
        """The full form of `name`, and its prefix, if it prints one, in force for those that follow."""
        if self._house and not self._offices and self._is_of_house(name):
            return f"{self._house}{name}"
        if name[-1] in "司部" and (ministry := _MINISTRY.fullmatch(name)):
            self._ministry = ministry[1] or ministry[2]
        elif self._ministry:
            if self._is_of_ministry(name):
                return f"{self._ministry}{name}"
            self._ministry = ""
        if self._learn(name) or self._is_office(name) or not self._level or not _restorable(name):
            return name
        if self._party and _PARTY_OFFICE.search(name):
            return f"{self._party}{name}"
        own = self._level == "中央" or (self._level == "市" and _OF_CITY.match(name))
        return name if own else f"{self._level}{name}"

    def _is_of_ministry(self, name: str) -> bool:
        """Whether a name is a department of the ministry that the list is in."""
        own = _OF_MINISTRY.fullmatch(name) is not None and not name.startswith(self._ministry)
        return own and not level_prefix(name) and not is_collective(name)

    def _is_of_house(self, name: str) -> bool:
        """Whether a name is an office of the body that the list is in."""
        office = _OF_ISSUER if len(self._house) == _BARE_HOUSE else _OFFICE
        return office.fullmatch(name) is not None and not level_prefix(name)

    def _is_office(self, name: str) -> bool:
        """Are offices named as they are here? One stood before any level was printed (法规处、省检验局、计量处)."""
        if not name.endswith("处") or name.endswith("办事处"):
            return False
        self._offices = self._offices or not self._level
        return self._offices

    def _learn(self, name: str) -> bool:
        house = _HOUSE.fullmatch(name) if name[-1] in "处科" or name[1:2] in ("局", "厅") else None
        self._house = (house[1] or house[2]) if house else ""
        if party := _PARTY.match(name):
            self._party = party.group(1)
            self._level = self._party.removesuffix("党委").removesuffix("委")
            return True
        if not self._level and (each := _OF_EACH.fullmatch(name)):
            self._level, self._party = each[1], ""
            return True
        level = level_prefix(name)
        if level and not is_collective(name):
            self._party = self._party if self._party.startswith(level) else f"{level}{_COMMITTEE.get(level, '委')}"
            self._level = level
        return bool(level)


@lru_cache(MOST_NAMES)
def _restorable(name: str) -> bool:
    if name in _OF_THE_LEVEL or is_system(name):
        return True
    if is_collective(name) or _NEVER.search(name) or not _BODY.search(_plain(name)) or len(name) > 16:
        return False
    return not _PLACE.search(name) or bool(_NO_PLACE.search(name))


def _plain(name: str) -> str:
    return re.sub(r"[（(〔][^（）()〔〕]*[）)〕]$", "", name)
