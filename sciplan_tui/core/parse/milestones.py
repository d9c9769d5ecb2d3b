"""The plan's milestones: dated reviews, evaluations and phases, and what comes back without a date.

A goal year (到2025年…) is a target's deadline and no milestone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sciplan_tui.core.milestone_key import key_word, milestone_key
from sciplan_tui.core.parse.dates import Period, find_periods
from sciplan_tui.core.parse.draft import Node, Span
from sciplan_tui.core.parse.recurring import find_recurring
from sciplan_tui.core.plan import Kind, Milestone, MilestoneKind

_REVIEW = re.compile(
    r"(?:中期|期中|半程|终期|期末|末期|总结|全面|阶段性?)(?:性)?(?:[检督自考]?[查核评]|评估|督查|督导|检查|检验|验收|评价|考核|总结|表彰)"
    r"|(?:进行|开展|组织|接受|完成|实施|做好|迎接)[^，。；：]{0,30}?(?:总结(?:和|与|、)?(?:评估|表彰|验收|考核)?|评估验收|检查验收|督查|评估|验收|督导检查|检查|考核验收)"
)
_NOUN = re.compile(
    r"(?:中期|期中|终期|期末|末期)?(?:总结|检查|督导|评估|督查)?(?:和|与|、)?(?:评估|督查|检查|验收|总结|表彰|考核|评价|督导)$"
)
_MIDTERM = re.compile(r"中期|期中|半程")
_FINAL = re.compile(r"终期|期末|末期|总结|验收")
_UPPER = re.compile(r"(?:配合|迎接|接受)[^，。；]{0,12}(?:国家|省|上级|中央|市对|部委)")
_PHASE_TITLE = re.compile(r"阶段|启动|部署|动员|深入实施|全面实施|组织实施|总结")
_SENTENCE = re.compile(r"[^。！？；;\n]+")


def read_milestones(nodes: tuple[Node, ...], period: tuple[int | None, int | None]) -> tuple[Milestone, ...]:
    """The milestones of all nodes in document order, each with a key of its own. `period` is the plan's."""
    found = [milestone for node in nodes for milestone in _of_node(node, period)]
    return _keyed(found)


def _of_node(node: Node, period: tuple[int | None, int | None]) -> Iterator[Milestone]:
    spans = (node.heading, *node.body) if node.heading else node.body
    phase = _phase(node, spans)
    if phase:
        yield phase
        return
    for span in spans:
        if "20" in span.text:
            yield from _dated(node, span, period)
    yield from find_recurring(node, spans)


def _phase(node: Node, spans: tuple[Span, ...]) -> Milestone | None:
    """A node that is a phase (启动实施。2022年，…), or a heading such as 准备阶段（2022年1月—3月）."""
    for span in spans:
        opening = _opening(node, span)
        if opening and (node.kind is Kind.PHASE or "阶段" in node.title):
            title = re.split(r"[（(：:]", node.title)[0]
            kind = MilestoneKind.FINAL_EVALUATION if _FINAL.search(title) else MilestoneKind.PHASE
            return _milestone(node, span, kind, f"{_printed(opening)}{title}", opening)
    return None


def _opening(node: Node, span: Span) -> Period | None:
    periods = find_periods(span.text)
    near = len(node.title) + 4 if span is node.heading else 4
    return periods[0] if periods and periods[0].at <= near else None


def _printed(period: Period) -> str:
    last = period.end[:4]
    return f"{period.year}年" if last == str(period.year) else f"{period.year}—{last}年"


def _dated(node: Node, span: Span, period: tuple[int | None, int | None]) -> Iterator[Milestone]:
    for sentence in _SENTENCE.finditer(span.text):
        dates = find_periods(sentence[0])
        for i, date in enumerate(dates):
            until = dates[i + 1].at if i + 1 < len(dates) else len(sentence[0])
            review = _REVIEW.search(sentence[0], date.end_at, until)
            if review and not _is_title(sentence[0], date):
                kind = _kind(review[0], sentence[0][date.end_at : until], date, period)
                yield _milestone(node, span, kind, f"{_printed(date)}{_noun(review[0])}", date)


def _is_title(text: str, date: Period) -> bool:
    """A year inside the title of a document or a period in brackets dates nothing."""
    before = text[max(0, date.at - 200) : date.at]
    return before.count("《") > before.count("》") or before.endswith(("（", "("))


def _kind(review: str, clause: str, date: Period, period: tuple[int | None, int | None]) -> MilestoneKind:
    if _UPPER.search(clause):
        return MilestoneKind.UPPER_LEVEL_REVIEW
    if _MIDTERM.search(review):
        return MilestoneKind.MIDTERM_REVIEW
    last = int(date.end[:4])
    if _FINAL.search(review) or (period[1] is not None and last >= period[1]):
        return MilestoneKind.FINAL_EVALUATION
    return MilestoneKind.MIDTERM_REVIEW if period[1] is not None else MilestoneKind.PERIODIC_REVIEW


def _noun(review: str) -> str:
    found = _NOUN.search(review)
    return found[0].lstrip("和与、") if found else review[-4:]


def _milestone(node: Node, span: Span, kind: MilestoneKind, label: str, period: Period) -> Milestone:
    line = span.line.number
    return Milestone("", node.path, kind, label, period.start, period.end, period.precision, line)


def _keyed(milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """midterm-2023, evaluation-2025, phase-2022, phase-2022-2; without a date: campaigns-1, campaigns-2."""
    seen: Counter[str] = Counter()
    keyed = []
    for milestone in milestones:
        kind, start = milestone.kind, milestone.start
        dated = milestone_key(kind, start[:4]) if start else key_word(kind)
        seen[dated] += 1
        first = seen[dated] == 1 and milestone.start is not None
        keyed.append(replace(milestone, key=dated if first else f"{dated}-{seen[dated]}"))
    return tuple(keyed)
