"""Names as the document's own place has them, where the prefix that a list has dropped was put back by rule.

No level stands before a unit that bears the place's name (海州海关). And the party's offices are the level's own, not
its committee's, where the document prints them so (区宣传部), or where a working committee leads (区党工委).
"""

from __future__ import annotations

import re
from dataclasses import replace

from sciplan_tui.core.parse.statement.holding import Holding
from sciplan_tui.core.plan import Assignment

_KIND = re.compile("(?:(?:综合实验|(?:经济|高新)?(?:技术)?(?:产业)?开发|高新|新)区|街道|地区|[省市区县州盟旗镇乡])$")
"""What a place is, behind its name."""
_OFFICE = re.compile("([省市区县州旗])委")
_SHORTEST = 2


class LocalNames:
    """The names of one document, whose text has no blanks; `region` is its place, where it is known."""

    def __init__(self, text: str, region: str | None) -> None:
        place = _KIND.sub("", region or "")
        self._text = text
        self._place = place if len(place) >= _SHORTEST else ""
        self._offices: dict[str, str] = {}

    def held(self, holding: Holding) -> Holding:
        """The same with its units as they are called here."""
        named = tuple(map(self._named, holding.assignments))
        return holding if named == holding.assignments else holding._replace(assignments=named)

    def _named(self, held: Assignment) -> Assignment:
        if held.unit == held.printed:
            return held
        if self._place and held.printed.startswith(self._place):
            return replace(held, unit=held.printed)
        if not _OFFICE.match(held.unit) or _OFFICE.match(held.printed):
            return held
        name = self._offices.get(held.unit) or self._offices.setdefault(held.unit, self._office(held.unit))
        return replace(held, unit=name) if name != held.unit else held

    def _office(self, name: str) -> str:
        """What an office of the level's party committee is called: 区委宣传部, or 区宣传部."""
        level, office = name[0], name[2:]
        if name in self._text:
            return name
        own = f"{level}{office}"
        works = f"{level}党工委" in self._text and not re.search(f"(?<!团){level}委(?!员)", self._text)
        return own if works or own in self._text else name
