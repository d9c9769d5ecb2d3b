"""The region a plan is for, told by the names of places in its title, its issuer and its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sciplan_tui.core.characters import HAN

_NOT_PLACE = (
    *(
        "社区",
        "园区",
        "地区",
        "辖区",
        "校区",
        "景区",
        "示范区",
        "开发区",
        "保税区",
        "灾区",
        "城区",
        "厂区",
        "小区",
        "片区",
    ),
    *("赛区", "专区", "城市", "级市", "设区市", "城镇", "乡镇", "集镇", "村镇", "小镇", "重镇", "建制镇"),
    *("城乡", "下乡", "老乡", "水乡", "家乡", "返乡", "回乡", "故乡"),
)
"""How words end that are no names of places."""
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
_BEFORE = re.compile(r"[《“]*(?:(?:20|19)\d\d ?年度?|首届|第[一二三四五六七八九十]{1,3}届)?")
"""What may stand in a title before the place."""
_ACT = ("建设", "创建", "推进", "加快", "支持", "促进", "加强", "国家", "实施", "深化", "助力")
_LEVEL = r"(?P<level>[省市州区县旗])(?:科协|科学技术协会|政府|委|直|级|全民|人民政府)"


def region_of(title: str | None, issuer: str | None, head: Sequence[str]) -> str | None:
    """The lowest place that the title begins with, else the issuer; else the one place of the level that the title
    speaks of (省科协…) which the head names. None where no place is named.
    """
    for text in (title, issuer):
        place = _place(text or "") if text and not text.startswith("关于") else None
        if place:
            return place
    level = re.match(_LEVEL, title or "")
    return _named(level["level"], head) if level else None


def _place(text: str) -> str | None:
    """The place that `text` begins with; of several levels (鞍山市立山区) the lowest."""
    before = _BEFORE.match(text)
    place, at = None, before.end() if before else 0
    found = _FIRST.match(text, at)
    while found:
        if _is_no_place(found.group()):
            found = re.compile(_ZONE).match(text, at)
            if found is None or found.group().startswith(_ACT):
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
        if not _is_no_place(found)
    )
    return names.most_common(1)[0][0] if names else None


def _is_no_place(name: str) -> bool:
    return (
        name.endswith(_NOT_PLACE) or name.startswith(tuple("各全本我")) or any(sign in name for sign in "的和与及、，")
    )
