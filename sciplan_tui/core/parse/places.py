"""The region a plan is for, told by the names of places in its title, its issuer and its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sciplan_tui.core.characters import HAN

_NOT_PLACE = re.compile(
    r".*(?:社|园|地|辖|校|景|示范|开发|保税|灾|城|厂|小|片|赛|专)区$|.*(?:城|级|设区)市$|.*[的和与及、，].*|[各全本我].*|"
    r".*(?:城|乡|集|村|小|重|建制)镇$|.*(?:城|下|老|水|家|返|回|故)乡$"
)
_LEVELS = ("省|自治区|兵团", "市|州|盟|地区", "区|县|旗|市")
_ZONE = (
    rf"{HAN}{{1,10}}?(?:(?:经济|高新)(?:技术)?(?:产业)?开发区|高新区|经开区|旅游度假区|边境经济合作区|综合保税区)"
    r"(?=管委会|管理委员会|党工委|全民|科|关于|[“《\d])"
)
"""A development zone counts as a place where its name is followed as that of a place is."""
_FIRST = re.compile(
    rf"{HAN}{{2,8}}?(?:省|自治区|市|州|盟|地区|区|县|旗|镇|乡|街道|苏木)|{_ZONE}|{HAN}{{2,14}}?自治[州县旗]"
)
_NEXT = re.compile(
    rf"{HAN}{{1,7}}?(?:市|州|盟|区|县|旗|镇|乡|街道|苏木)(?=人民政府|政府|全民|科|办公|人大)|{_ZONE}|{HAN}{{2,14}}?自治[州县旗]"
)
_ZONE_NAME = re.compile(_ZONE)
_ACT = re.compile(r"建设|创建|推进|加快|支持|促进|加强|国家|实施|深化|助力")
_LEVEL = re.compile(r"(?P<level>[省市州区县旗])(?:科协|科学技术协会|政府|委|直|级|全民|人民政府)")


def region_of(title: str | None, issuer: str | None, head: Sequence[str]) -> str | None:
    """The lowest place that the title begins with, else the issuer; else the one place of the level that the title
    speaks of (省科协…) which the head names. None where no place is named.
    """
    for text in (title, issuer):
        place = _place(text or "") if text and not text.startswith("关于") else None
        if place:
            return place
    level = _LEVEL.match(title or "")
    return _named(level["level"], head) if level else None


def _place(text: str) -> str | None:
    """The place that `text` begins with; of several levels (鞍山市立山区) the lowest."""
    place, at = None, len(text) - len(text.lstrip("《“"))
    found = _FIRST.match(text, at)
    while found:
        if _NOT_PLACE.match(found.group()):
            found = _ZONE_NAME.match(text, at)
            if found is None or _ACT.match(found.group()):
                break
        place, at = found.group(), found.end()
        found = _NEXT.match(text, at)
    return place


def _named(level: str, head: Sequence[str]) -> str | None:
    """The place of `level` that the head names most often."""
    names = Counter(
        found
        for text in head
        for found in re.findall(rf"(?<=[《，,、。“ ]){HAN}{{2,4}}{level}(?=全民|科|委|政府|人民|办公)", text)
        if not _NOT_PLACE.match(found)
    )
    return names.most_common(1)[0][0] if names else None
