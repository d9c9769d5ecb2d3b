"""Names as the document's own place has them, where the prefix that a list has dropped was put back by rule.

No level stands before a unit that bears the name of a place (海州海关): of the document's region, or of another that it
speaks of (海州区; 市规划局海州分局). And the party's offices are the level's own, not its committee's, where the
document prints them so (区宣传部), or where a working committee leads (区党工委). Nor has a province's 厅, or a body
of a city or below, its level where the document's lists rather begin without it (财政厅、省能源局、商务厅).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.draft import Holding
from sciplan_tui.core.plan import Assignment

_KIND = re.compile("(?:(?:综合实验|(?:经济|高新)?(?:技术)?(?:产业)?开发|高新|新)区|街道|地区|[省市区县州盟旗镇乡])$")
"""What a place is, behind its name."""
_OFFICE = re.compile("([省市区县州旗])委")
_LEVELLED = re.compile("[省市区县州旗盟]|国家|中国")
_SHORTEST = 2
_FEWEST_BARE = 3
"""Lists that begin with a body without its level, where that is how they do."""
SYSTEM = (
    "公安|生态环境|环保|自然资源|规划|国土|税务|供电|电力|运管|交管|交警|公路|路政|"
    "消防|气象|海关|海事|邮政|烟草|金融监管|银保监|水文"
)
"""What bodies do that bear the name of their place, for they belong to a level above it."""
_NO_PLACE = "(?!国家|地方|城市|农村|森林|铁路|交通)"


class LocalNames:
    """The names of one document, whose text has no blanks; `region` is its place, where it is known."""

    def __init__(self, text: str, region: str | None) -> None:
        place = _KIND.sub("", region or "")
        self._text = text
        self._place = place if len(place) >= _SHORTEST else ""
        self._bare: dict[str, bool] = {}
        self._places: dict[str, bool] = {}
        self._offices: dict[str, str] = {}

    def held(self, holding: Holding) -> Holding:
        """The same with its units as they are called here."""
        named = tuple(map(self._named, holding.assignments))
        return holding if named == holding.assignments else holding._replace(assignments=named)

    def _named(self, held: Assignment) -> Assignment:
        if held.unit == held.printed:
            return held
        if self._is_of_place(held.printed) or self._is_bare(held):
            return replace(held, unit=held.printed)
        if not _OFFICE.match(held.unit) or _OFFICE.match(held.printed):
            return held
        name = self._offices.get(held.unit) or self._offices.setdefault(held.unit, self._office(held.unit))
        return replace(held, unit=name) if name != held.unit else held

    def _is_of_place(self, name: str) -> bool:
        """Whether a unit bears the name of the document's place, or of one that the document speaks of."""
        if self._place and (name.startswith(self._place) or name.endswith(f"{self._place}分局")):
            return True
        found = _branch().fullmatch(name) or _branch_of_system().fullmatch(name) or _own_branch().fullmatch(name)
        return self._bears_place(found)

    def _is_bare(self, held: Assignment) -> bool:
        """Whether a level was put before a unit, where more lists begin with such a body without it than with it."""
        level, printed = held.unit[: -len(held.printed)], held.printed
        if len(level) != 1 or (printed[-1] == "厅") != (level == "省"):
            return False
        if level not in self._bare:
            self._bare[level] = self._lists_begin_bare(level)
        return self._bare[level]

    def _lists_begin_bare(self, level: str) -> bool:
        if level == "省":
            return len(_bare_department().findall(self._text)) > len(_department().findall(self._text))
        begun: list[str] = _first_bodies().findall(self._text)
        levelled = sum(name[0] == level for name in begun)
        bare = sum(name[-1] == "局" and _LEVELLED.match(name) is None for name in begun)
        return bare >= _FEWEST_BARE and 2 * levelled < bare

    def branch_at(self, text: str, at: int) -> str:
        """What system the branch is of that begins at a place of a text (海州供电所: 供电); nothing where none does."""
        branch = _branch().match(text, at)
        return branch["system"] if branch and self._bears_place(branch) else ""

    def _bears_place(self, branch: re.Match[str] | None) -> bool:
        if branch is None:
            return False
        place = branch["place"]
        if place not in self._places:
            self._places[place] = place == self._place or self._speaks_of(place)
        return self._places[place]

    def _speaks_of(self, place: str) -> bool:
        """Whether the document has a district, a branch, or bodies of two systems of such a name."""
        if re.search(rf"{place}(?:[区县旗州盟]|市(?!场|政(?!府)|民))|[局委]{place}分局", self._text):
            return True
        return len(set(re.findall(rf"{place}({SYSTEM}){HAN}{{0,4}}(?:[局队]|中心|公司)", self._text))) > 1

    def _office(self, name: str) -> str:
        """What an office of the level's party committee is called: 区委宣传部, or 区宣传部."""
        level, office = name[0], name[2:]
        if name in self._text:
            return name
        own = f"{level}{office}"
        works = f"{level}党工委" in self._text and not re.search(f"(?<!团){level}委(?!员)", self._text)
        return own if works or own in self._text else name


@cache
def _branch() -> re.Pattern[str]:
    return re.compile(rf"{_NO_PLACE}(?P<place>{HAN}{{2,3}}?)(?P<system>{SYSTEM}){HAN}*?(?:[局队所站关]|中心|公司)")


@cache
def _department() -> re.Pattern[str]:
    return re.compile(f"(?:省|自治区){HAN}{{1,9}}(?<!办公)厅(?!局)")


@cache
def _bare_department() -> re.Pattern[str]:
    return re.compile(f"(?:^|[（(〔【：:\n])(?!省|自治区){HAN}{{2,9}}(?<!办公)厅(?=[、，,；;）)〕】\n])")


@cache
def _first_bodies() -> re.Pattern[str]:
    """Bodies that lists begin with."""
    body = f"{HAN}{{2,14}}?[局委办部厅协联会]"
    return re.compile(rf"(?:[（(〔【：:\n]由?)({body})(?=[、，,；;）)〕】\n（(]|牵头|负责|配合)")


@cache
def _own_branch() -> re.Pattern[str]:
    return re.compile(rf"{_NO_PLACE}(?P<place>{HAN}{{2,3}}?){HAN}{{2,6}}分局")


@cache
def _branch_of_system() -> re.Pattern[str]:
    """公安海州分局, as 市公安局海州分局 is called for short."""
    return re.compile(rf"(?:{SYSTEM})(?P<place>{HAN}{{2,3}})分局")
