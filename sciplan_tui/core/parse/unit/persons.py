"""Persons behind the units of a list: 市教育局 张三、市科协（李四）. They hold no duty and are no part of a name, as
little as the telephone.
"""

from __future__ import annotations

import re
from functools import cache

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.parse.unit.sure_units import names_a_unit

_ASKED = ("责任人", "负责人", "联系人", "责任领导", "分管领导")
_NOT_NAMES = ("牵头", "配合", "主办", "主责", "协办")


def without_persons(text: str) -> str:
    """A list whose label asks for persons too (牵头单位及责任人：…), without them."""
    return _person().sub(_kept, text) if asks_for_persons(text) else text


def units_of_persons(asked: str, *, by_office: bool) -> tuple[str, ...]:
    """The units that stand with the persons behind 责任人：, told without blanks. `by_office`: those too that only say
    what somebody is, 李某某（市教育局局长）.
    """
    told = asked if by_office else re.sub("[（(〔][^（）()〔〕]*[）)〕]", "", asked)
    words = re.split("[、，,；;。（）()〔〕/／]", told)
    words = [_office().sub("", word) for word in words] if by_office else words
    return tuple(dict.fromkeys(filter(names_a_unit, words)))


def without_telephones(cell: str, *, persons: bool) -> str:
    """A cell of units without telephones and, where its head asks for `persons`, without them."""
    if any(sign.isdigit() for sign in cell):
        cell = _telephone().sub("", cell)
    return _person().sub(_kept, cell) if persons else cell


def asks_for_persons(head: str) -> bool:
    """Whether a label or a head asks for persons beside the units: 责任单位及责任人."""
    return any(word in head for word in _ASKED)


@cache
def _person() -> re.Pattern[str]:
    """A name of two or three characters, or of two with blanks between (张  三), behind a unit and a blank or bracket;
    or what 责任人： labels.
    """
    unit = "局委办部厅署联协会院府心校队"
    labelled = r"\s*[（(](?:责任|负责|联系)人[:：][^（）()]{1,40}[）)]"
    before = rf"(?<=[：:、，,；;（(])\s*(?P<before>{HAN}{{2,3}})\s+(?=[省市区县州旗]{HAN}{{1,16}}[{unit}])"
    plain = rf"(?<=[{unit}）)])\s+(?P<plain>{HAN}{{2,3}})(?=[、，,；;。\s）)]|$)"
    spaced = rf"(?<=[{unit}）)])\s+(?P<spaced>{HAN}\s{{1,4}}{HAN})(?=[、，,；;。）)]|[ \u3000]{{0,9}}(?:[\d\n]|$))"
    return re.compile(rf"{labelled}|{plain}|{spaced}|{before}|(?<=[{unit}])\s*[（(](?P<named>{HAN}{{2,3}})[）)]")


@cache
def _office() -> re.Pattern[str]:
    """What somebody is in a unit, and who."""
    office = (
        "(?:党[组委]|常务|分管)*(?:副?(?:书记|局长|主任|部长|主席|院长|会长|厅长|署长|行长|队长|理事长)|负责人|成员)"
    )
    return re.compile(rf"(?<=[局委办部厅署联协会院府队行])、?{office}+(?:{HAN}{{2,3}})?$")


@cache
def _telephone() -> re.Pattern[str]:
    """A telephone number, with the name of whom it calls."""
    number = r"(?:1[3-9]\d{9}|0\d{2,3}[-—－]?\d{7,8})(?!\d)"
    return re.compile(rf"(?:\s*[（(]|(?<=\s)|(?<=[）)]))(?:{HAN}{{2,3}}[\s，,：:]*)?{number}[）)]?|(?<!\d){number}")


def _kept(found: re.Match[str]) -> str:
    name = found["plain"] or found["spaced"] or found["before"] or found["named"] or ""
    return found.group() if plausible(name) or name in _NOT_NAMES else ""
