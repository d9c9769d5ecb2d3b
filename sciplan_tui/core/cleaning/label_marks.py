"""Labels of units with another mark than a colon, or none: 【责任单位】市海洋局, （责任单位市海洋局）,
责任单位为市海洋局.

The colon is put in, where a unit follows that is surely one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sciplan_tui.core.cleaning.traced import Traced

_LABEL = (
    "(?:牵头|责任|配合|主办|协办|参与|参加|实施|落实|承办|主责|协同|成员|负责|推进|承担|协作|协助|指导|支持|会同|会办|支撑)"
    "(?:责任|负责)?(?:单位|部门)"
)
_BOXED = f"{_LABEL}|牵头|主办|主责|责任|配合|协办|协同|参与|(?:完成|办结)?(?:时限|时间)"
"""In brackets of its own a role needs no noun: ［牵头］市海洋局［配合］市港口局."""
_ENDS = "(?=[、，,；;。）)【（( ]|$)"
_NAME = (
    rf"(?:(?:[省市区县州旗]|各|团)[^、，,；;。：:（）()【】 ]{{1,16}}[局委办部厅署联协会院府]{_ENDS}"
    rf"|各[^、，,；;。：:（）()【】 ]{{1,10}}(?:单位|部门|[镇乡街县区道]){_ENDS})"
)
_BODY = "[^、，,；;。：:（）()【】 ]{2,14}[局委办部处院][、，,；;。]"
"""A body without its level, which 责任单位为 names as surely."""
_LONGEST_LABEL = 8
_BOXES = ("头】", "头]", "头〕", "任】", "任]", "任〕")


class _Forms(NamedTuple):
    """The forms, compiled for the text that may have them."""

    opens: re.Pattern[str]
    boxed: re.Pattern[str]
    blank: re.Pattern[str]
    bracket: re.Pattern[str]
    behind: re.Pattern[str]
    within: re.Pattern[str]
    named: re.Pattern[str]


@cache
def _forms() -> _Forms:
    return _Forms(
        re.compile(rf"(?:^|[。；;！ ])[【\[〔](?:{_BOXED})[】\]〕][:：]?(?={_NAME}|$)"),
        re.compile(rf"[【\[〔](?P<label>{_BOXED})[】\]〕][:：]?"),
        re.compile(rf"(?:^|(?<=[ ，,；;。—]))(?P<label>{_LABEL})(?: +|—+)(?={_NAME})"),
        re.compile(rf"(?<=[（(〔]){_LABEL}(?={_NAME})[^（）()〔〕]*"),
        re.compile(rf"(?:^|(?<=[。；;])){_LABEL}(?={_NAME})[^。；;（）()]*"),
        re.compile(rf"(?:^|(?<=[，,；;。]))(?P<label>{_LABEL})(?={_NAME})"),
        re.compile(
            rf"(?:^|(?<=[：，,；;。（(]))(?P<label>{_LABEL})(?:分别)?(?:为|是|有|包括|如下)[:：]?(?={_NAME}|{_BODY})"
        ),
    )


def with_colons(line: Traced) -> Traced:
    """The line with a colon behind each label of units."""
    text = line.text
    if not _may_have_label(text):
        return line
    forms = _forms()
    if forms.opens.search(text):
        line = line.sub(forms.boxed, _labelled)
    line = line.sub(forms.named, _labelled)
    if " " in line.text or "—" in line.text:
        line = line.sub(forms.blank, _labelled)
    if forms.bracket.search(line.text):
        line = line.sub(forms.bracket, lambda found: forms.within.sub(_labelled, found.group()))
    if forms.behind.search(line.text):
        line = line.sub(forms.behind, lambda found: forms.within.sub(_labelled, found.group()))
    return line


def _may_have_label(text: str) -> bool:
    """Whether a noun is there that ends a label, or a bracket that closes one without."""
    if "单位" in text or "部门" in text:
        return True
    return ("】" in text or "]" in text or "〕" in text) and any(word in text for word in _BOXES)


def with_colons_above(lines: Sequence[Traced]) -> list[Traced]:
    """The lines with a colon behind each that is but a label, above units: 牵头单位⏎市海洋局."""
    told = list(lines)
    below = ""
    for index in range(len(told) - 1, -1, -1):
        line = told[index]
        if below and len(line.text) <= _LONGEST_LABEL and _alone().fullmatch(line.text) and _are_units(below):
            told[index] = line.sub(_alone(), _labelled)
        below = line.text or below
    return told


def _are_units(text: str) -> bool:
    from sciplan_tui.core.parse.unit.lists import plausible
    from sciplan_tui.core.parse.unit.sure_units import is_surely_unit

    first, *others = text.rstrip("。；").replace("，", "、").split("、")
    return is_surely_unit(first) and all(map(plausible, (first, *others)))


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(f"(?P<label>{_LABEL})")


def _labelled(found: re.Match[str]) -> str:
    return f"{found['label']}："
