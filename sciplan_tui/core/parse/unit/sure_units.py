"""Names that are a unit's beyond doubt, so that they make a statement where no word of a role stands by."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.unit.registry import MOST_NAMES, is_collective

_OFFICE = "常委"
"""What somebody is in a committee: 市委常委."""


@lru_cache(MOST_NAMES)
def is_surely_unit(name: str) -> bool:
    """Whether a name ends, or begins and ends, as only names of units and of collectives do."""
    plain = re.sub("[（(〔][^（）()〔〕]*[）)〕]$", "", name)
    return is_collective(name) or (_surely_a_unit().search(plain) is not None and not plain.endswith(_OFFICE))


def names_a_unit(word: str) -> bool:
    """Whether a word out of a sentence is the name of a unit, and nothing more."""
    return plausible(word) and is_surely_unit(word)


@cache
def _surely_a_unit() -> re.Pattern[str]:
    return re.compile(
        r"^(?:[省市区县州旗]|各|团).{0,18}[局委部办厅署联协会院府心]$|^(?:中国|中华|全国).{1,8}[协联会院]$|^.{2,14}(?:[局委部办厅署]|海关|人民银行|[支总]队|[支分]行|基金会)$"
        r"|^[省市区县州旗].{1,12}[局委办厅署].{2,8}[处科]$"
        "|^.{2,12}(?:[区县市州旗镇乡](?:人民)?政府|街道办(?:事处)?|管委会|管理委员会|领导小组(?:办公室)?)$|^[省市区县州].{2,8}集团$"
        "|^共青团(?:中央|.{2,6}委)$|^(?:中|农|社)科院$|^(?:中国)?(?:工程|科学|社会科学|农业科学)院$"
    )
