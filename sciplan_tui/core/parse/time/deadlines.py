"""By when, where it stands among units: the cell under 完成时限, or the last words of a statement (于6月底前完成)."""

from __future__ import annotations

import re

from sciplan_tui.core.characters import HAN

_DEADLINE = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上下]半年|第?[一二三四]季度)?(?:年?底)?前?"
    rf"|(?:持续|长期|常年|全年|每年|年内|立即|逐年|按时|适时){HAN}{{0,6}}"
)
_DONE_BY_THEN = "出台|印发|制定|修订|发布|公布|形成|提出|报送|完成|实现|建成|启动|建立|落实|上线|开通|退还"
_CLAUSE = re.compile(
    r"(?:并|于|在|到|力争|确保|争取|原则上|任务|时限|[:：]){0,4}"
    r"(?P<date>(?:今?年内|全年)?(?:长期|持续|常年|全年)(?:坚持|推进|实施|开展|落实|进行|优化|完善|提升)?"
    r"|今?年内|今?年底前?|每年年?底前|逐年(?:推进|落实|实施)"
    r"|按(?:照)?(?:时序|计划|工程)?(?:进度|节点|计划|时序)(?:要求)?(?:推进|实施|落实|完成)"
    r"|(?:20\d\d年)?(?:\d{1,2}月份?)?(?:\d{1,2}日|[上中下]旬|[上下]半年|第?[一二三四]季度)?"
    r"(?:年?[底末初]|年内)?(?:之?前|以前)?)"
    r"(?:[至到—-]{1,2}(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬)?[底末初]?)?"
    r"(?:(?:全部|基本)?(?:完成|办结|落实|实现|建成|启动|到位|见[成实]?效|动工|开工|竣工|完工|交付|投用|投入使用)?"
    rf"|(?<=[前内底])(?:全部|基本)?(?:{_DONE_BY_THEN}){HAN}{{0,12}}"
    rf"|(?:初步|基本)?取得{HAN}{{0,4}}(?:成果|成效|进展|突破)|(?:深化|巩固)(?:提升|提高|拓展))"
    r"(?:[，,]?并?(?:持续|长期|全面|深入)(?:推进|坚持|实施|落实|优化|完善|提升|推广))?"
)
_OPENING, _CLOSING = ("（", "(", "〔", "[", "【"), frozenset("）)〕]】")
_LONGEST = 26
_LONGEST_CLAUSE = 30
_SIGNS = ("年", "月", "日", "长期", "持续", "季度", "进度", "时序", "节点")


def is_deadline(text: str) -> bool:
    """Is this what a cell under 完成时限 holds: a date, or a term such as 持续推进?"""
    return _DEADLINE.fullmatch(text) is not None


def deadline_clause(text: str) -> str | None:
    """The date or term that a clause of a statement gives, its words around it left off; None where it gives none."""
    if len(text) > _LONGEST_CLAUSE or not any(sign in text for sign in _SIGNS):
        return None
    found = _CLAUSE.fullmatch(text)
    return (found["date"] or None) if found else None


def deadline_behind(text: str, at: int) -> str | None:
    """The deadline in a bracket that stands at `at`, behind the bracket of the units: 【市教育局】【6月底前】."""
    if text[at : at + 1] not in _OPENING:
        return None
    end = next((place for place in range(at + 1, min(len(text), at + _LONGEST)) if text[place] in _CLOSING), 0)
    said = text[at + 1 : end] if end else ""
    return (said if said and is_deadline(said) else deadline_clause(said)) or None
