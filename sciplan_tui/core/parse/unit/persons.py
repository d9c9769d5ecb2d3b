"""Persons behind the units of a list: 市教育局 张三、市科协（李四）. They hold no duty and are no part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.unit.lists import plausible

_ASKED = ("责任人", "负责人", "联系人", "责任领导", "分管领导")
_NOT_NAMES = ("牵头", "配合", "主办", "主责", "协办")


def without_persons(text: str) -> str:
    """A list whose label asks for persons too (牵头单位及责任人：…), without them."""
    return _person().sub(_kept, text) if _asks(text) else text


def units_alone(cells: Sequence[str], heads: Sequence[str], columns: Sequence[Column]) -> tuple[str, ...]:
    """The cells of a row, those of units whose head asks for persons too (责任单位及责任人) without them."""
    asked = [column in UNIT_COLUMNS and _asks(head) for head, column in zip(heads, columns, strict=False)]
    if not any(asked):
        return tuple(cells)
    pairs = zip_longest(cells, asked[: len(cells)], fillvalue=False)
    return tuple(_person().sub(_kept, str(cell)) if ask else str(cell) for cell, ask in pairs)


def _asks(head: str) -> bool:
    return any(word in head for word in _ASKED)


@cache
def _person() -> re.Pattern[str]:
    """A name of two or three characters behind a unit, a blank or a bracket between them, or what 责任人： labels."""
    unit = "局委办部厅署联协会院府心校队"
    labelled = r"\s*[（(](?:责任|负责|联系)人[:：][^（）()]{1,40}[）)]"
    plain = rf"(?<=[{unit}）)])\s+(?P<plain>{HAN}{{2,3}})(?=[、，,；;。\s）)]|$)"
    return re.compile(rf"{labelled}|{plain}|(?<=[{unit}])\s*[（(](?P<named>{HAN}{{2,3}})[）)]")


def _kept(found: re.Match[str]) -> str:
    name = found["plain"] or found["named"] or ""
    return found.group() if plausible(name) or name in _NOT_NAMES else ""
