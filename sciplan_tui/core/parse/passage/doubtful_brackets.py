"""Brackets that seem to say who does what but could not be read: they are told, for their units would be lost."""

from __future__ import annotations

import re
from functools import cache

from sciplan_tui.core.parse.unit.lists import split_outside_brackets
from sciplan_tui.core.parse.unit.sure_units import names_a_unit

_CLOSING = "[）)〕\\]】]?$"
_ROLE = "(?:牵头|责任|配合|负责|主办|承办|协办|协助|参与|参加|指导|落实|实施)"
_LEVEL = "(?:[省市区县州旗团各]|中国|全国|国家|国务)(?!场|民|类|种|项)"
_UNIT = (
    f"(?:^|(?<=[、，,；;由])){_LEVEL}(?:[^\\W\\d]|[（(〔][^（）()〔〕]{{1,8}}[）)〕]){{0,18}}?"
    "[局委办部厅协会联府院团署队站馆所校司门位区县市镇乡街道心]"
)
"""The name of a unit, from its beginning on."""
_LONGEST_DUTY = 12


def seems_statement(text: str) -> bool:
    """Whether the words in a bracket are hardly anything else than a statement; where it closes a sentence."""
    return _statement().search(text) is not None


def is_surely_statement(text: str) -> bool:
    """Whether a unit leads or is responsible in a bracket beyond doubt, so that it is one within a sentence too."""
    return _surely_statement().search(text) is not None


def seems_duty(text: str) -> bool:
    """Whether a bracket without any word of a role names units, and goes on with what they do: 各区政府想办法."""
    first, *others = split_outside_brackets(split_outside_brackets(text[:-1], "，,；;。")[0], "、")
    if others or not _level().match(first):
        return names_a_unit(first)
    return any(names_a_unit(first[:end]) for end in range(max(2, len(first) - _LONGEST_DUTY), len(first) - 1))


@cache
def _statement() -> re.Pattern[str]:
    """Compiled, as the others, where a bracket fails."""
    end = f"(?:[，,；;][^，,；;]{{2,30}}){{0,4}}{_CLOSING}"
    return re.compile(
        f"{_ROLE}(?:单位|部门|主体).{{0,2}}[:：]|[局委办部厅][^\\W\\d]{{0,4}}{_ROLE}{end}"
        f"|(?:[局委办部厅处]|科协)、.{{0,400}}{_ROLE}{end}|{_UNIT}[^\\W\\d]{{0,12}}{_ROLE}[^\\W\\d]{{0,6}}{end}"
        f"|^{_LEVEL}[^\\W\\d]{{1,12}}、[^，,；;。]{{2,200}}(?:牵头|负责|配合){_CLOSING}"
    )


@cache
def _surely_statement() -> re.Pattern[str]:
    return re.compile(f"{_UNIT}(?:共同|具体|负责|按职责分工)?(?:牵头|负责)(?=[，,；;）)〕\\]】]|$)")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(_LEVEL)
