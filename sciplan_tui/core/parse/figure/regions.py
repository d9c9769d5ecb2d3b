"""The places a figure holds for: 上城区、拱墅区达到25%以上; 两县分别达到25%和18%."""

from __future__ import annotations

import re

_PLACE = r"[^\W\d_]{2,7}?(?:新区|开发区|高新区|自治县|[区县市旗])"
_REGIONS = re.compile(
    rf"(?:其中[，,]?)?(?P<places>{_PLACE}(?:[、和及与]{_PLACE}){{0,30}})(?P<named>[^，。；,;]{{0,24}}?)"
    r"(?:均|都|分别|要|应|应当|须|力争|争取|努力)*(?:达到?|超过?|不低于|不少于|高于|突破|保持在|稳定在|$)"
)
_NO_PLACE = re.compile(
    r"^(?:各|全|我|本|该|每|在|有|及|其他|其余|所有|有关|相关|部分|县级|地级|重点|示范|试点|创建)"
    r"|^(?:城|社|校|园|山|郊|牧|景|片|地|辖)区$|超市|城市|门市"
)
_AND = ("", "和", "、", "及", "以及")


class Regions:
    """Reads the places of one paragraph's figures in turn; `own` is the plan's region, which is no part of it."""

    def __init__(self, own: str | None) -> None:
        self.own = own
        self.waiting: tuple[str, ...] = ()
        self.named = ""

    def of(self, clause: str) -> tuple[tuple[str, ...], str]:
        """The places named in the words before a figure, and the indicator printed behind them."""
        if self.waiting and clause.strip() in _AND:
            place, self.waiting = self.waiting[:1], self.waiting[1:]
            return place, self.named
        places, self.named = self._listed(clause)
        self.waiting = ()
        if "分别" in clause:
            places, self.waiting = places[:1], places[1:]
        return places, self.named

    def _listed(self, clause: str) -> tuple[tuple[str, ...], str]:
        found = _REGIONS.fullmatch(clause.strip(" 、"))
        if not found:
            return (), ""
        places = tuple(re.findall(_PLACE + r"(?=[、和及与]|$)", found["places"]))
        one_among_words = len(places) == 1 and found["named"]
        if one_among_words or places == (self.own,) or any(_NO_PLACE.search(place) for place in places):
            return (), ""
        return places, found["named"]


def listed_regions(clause: str) -> tuple[str, ...]:
    """The places that a clause lists and says nothing else of (萧山区、余杭区); none otherwise."""
    places, named = Regions(None).of(clause)
    return () if named else places
