"""The plan's milestones: dated reviews, evaluations and phases, and what comes back without a date.

A goal year (到2025年…) is a target's deadline and no milestone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sciplan_tui.core.parse.draft import Node, Span
from sciplan_tui.core.parse.time.dates import Period, find_periods
from sciplan_tui.core.parse.time.recurring import find_recurring
from sciplan_tui.core.plan import Kind, Milestone, MilestoneKind
from sciplan_tui.core.progress.milestone_key import key_word, milestone_key

_REVIEW = re.compile(
    r"(?:中期|期中|前?半程|终期|期末|末期|总结|全面|阶段性?)(?:性)?(?:评估|评价|督查|督导|检查|检验|验收|考核|总结|表彰|“?体检”?|[检督自考]?[查核评])"
    r"|(?:中期|前?半程|终期|期末)[^，。；：]{0,24}“?(?:体检|评估|评价|督查|督导|检查|考核)”?"
    r"|(?:进行|开展|组织|接受|完成|实施|做好|迎接)[^，。；：]{0,30}?(?:总结(?:[和与、]?(?:评估|表彰|验收|考核|绩效评价|评价))?|评估验收|检查验收|督查|评估|验收|督导检查|检查|考核验收)"
)
_NOUN = re.compile(
    r"(?:中期|期中|终期|期末|末期)?(?:总结|检查|督导|评估|督查)?(?:和|与|、)?(?:绩效)?(?:评估|督查|检查|验收|总结|表彰|考核|评价|督导|“?体检)”?$"
)
_MIDTERM = ("中期", "期中", "半程", "阶段性")
_FINAL = ("终期", "期末", "末期", "总结", "验收")
_EVALUATES = ("评估", "评价", "验收", "考核", "考评")
_PHASE_NAME = r"(?:前|后)?(?:为|是|，)?(?P<name>[^\W\d_]{2,8}阶段)(?=[，：。；（(]|$)"
_AND = frozenset(
    f"{part}{sign}" for part in ("", "年", "底", "末", "初", "年底", "年末", "年初") for sign in "、和及与"
)
_NAMED = "中期|终期|期末|末期|总结"
_REVIEW_BEFORE = re.compile(
    r"(?P<review>(?:中期|终期|期末|末期|总结)(?:评估|督查|督导|检查|验收|考核|评价))(?:于|在|定于|安排在|[（(])$"
)
_SENTENCE = re.compile(r"[^。！？；;\n]+")


def read_milestones(nodes: tuple[Node, ...], period: tuple[int | None, int | None]) -> tuple[Milestone, ...]:
    """The milestones of all nodes in document order, each with a key of its own. `period` is the plan's."""
    found = [milestone for node in nodes for milestone in _of_node(node, period)]
    return _keyed(found)


def _of_node(node: Node, period: tuple[int | None, int | None]) -> Iterator[Milestone]:
    spans = (node.heading, *node.body) if node.heading else node.body
    phases = _phases(node, spans)
    yield from phases
    for span in spans:
        if "20" in span.text:
            yield from (found for found in _dated(node, span, period) if all(_is_within(found, one) for one in phases))
    if not phases:
        yield from find_recurring(node, spans)


def _is_within(review: Milestone, phase: Milestone) -> bool:
    """A review inside a phase stands beside it; what its last phase calls an evaluation is that phase itself."""
    return review.kind is not phase.kind and (review.start, review.end) != (phase.start, phase.end)


def _phases(node: Node, spans: tuple[Span, ...]) -> tuple[Milestone, ...]:
    """A node that is a phase (启动实施。2022年，…), or a heading such as 准备阶段（2022年1月—3月）.

    A last phase of some months (总结验收，2025年10月—12月) holds the final evaluation; one that is but a year is it.
    """
    if node.kind is not Kind.PHASE and "阶段" not in node.title:
        return ()
    title = re.split("[（(：:]", node.title, maxsplit=1)[0]
    if not (node.kind is Kind.PHASE or title.endswith("阶段")) or title.endswith(("安排", "步骤", "划分")):
        return ()
    for span in spans:
        if opening := _opening(node, span):
            label = f"{_printed(opening)}{title}"
            kinds = _last_kinds(opening, spans) if _holds(title, _FINAL) else (MilestoneKind.PHASE,)
            return tuple(_milestone(node, span, kind, label, opening) for kind in kinds)
    return ()


def _last_kinds(opening: Period, spans: tuple[Span, ...]) -> tuple[MilestoneKind, ...]:
    if opening.precision == "year":
        return (MilestoneKind.FINAL_EVALUATION,)
    evaluates = any(_holds(span.text, _EVALUATES) for span in spans)
    return (MilestoneKind.PHASE, MilestoneKind.FINAL_EVALUATION) if evaluates else (MilestoneKind.PHASE,)


def _opening(node: Node, span: Span) -> Period | None:
    periods = find_periods(span.text)
    near = len(node.title) + 4 if span is node.heading else 4
    return periods[0] if periods and periods[0].at <= near else None


def _printed(period: Period) -> str:
    last = period.end[:4]
    return f"{period.year}年" if last == str(period.year) else f"{period.year}—{last}年"


def _dated(node: Node, span: Span, period: tuple[int | None, int | None]) -> Iterator[Milestone]:
    for sentence in _SENTENCE.finditer(span.text):
        text, dates = sentence[0], find_periods(sentence[0])
        shared: list[Period] = []
        for i, date in enumerate(dates):
            until = dates[i + 1].at if i + 1 < len(dates) else len(text)
            if text[date.end_at : until] in _AND:
                shared.append(date)
                continue
            for each, review, clause in _reviews(text, (*shared, date), until):
                yield _milestone(
                    node, span, _kind(review, clause, each, period), f"{_printed(each)}{_noun(review)}", each
                )
            named = re.compile(_PHASE_NAME).match(text, date.end_at) if "阶段" in text else None
            if named and not _REVIEW.search(text, date.end_at, until):
                yield _milestone(node, span, MilestoneKind.PHASE, f"{_printed(date)}{named['name']}", date)
            shared = []


def _reviews(text: str, dates: tuple[Period, ...], until: int) -> Iterator[tuple[Period, str, str]]:
    """Each date with its review and the clause that speaks of it; `text[:until]` ends before the next date.

    Dates that share a clause (2023年、2025年分别开展中期和终期评估) have a review each where so many are named.
    """
    date = dates[-1]
    if before := _REVIEW_BEFORE.search(text, max(0, date.at - 30), date.at):
        yield date, before["review"], before[0]
    if before or _is_title(text, date):
        return
    clause = text[date.end_at : until]
    review = _REVIEW.search(clause)
    named = re.findall(_NAMED, clause) if len(dates) > 1 else []
    if review and len(named) == len(dates):
        noun = _noun(review[0]).removeprefix(named[-1]).removeprefix(named[0])
        yield from ((each, f"{name}{noun}", clause) for each, name in zip(dates, named, strict=True))
    elif review:
        yield from ((each, review[0], clause) for each in dates)


def _is_title(text: str, date: Period) -> bool:
    """A year inside the title of a document or a period in brackets dates nothing."""
    before = text[max(0, date.at - 200) : date.at]
    return before.count("《") > before.count("》") or before.endswith(("（", "("))


def _kind(review: str, clause: str, date: Period, period: tuple[int | None, int | None]) -> MilestoneKind:
    if _is_for_above(clause):
        return MilestoneKind.UPPER_LEVEL_REVIEW
    if _holds(review, _MIDTERM):
        return MilestoneKind.MIDTERM_REVIEW
    last = int(date.end[:4])
    if _holds(review, _FINAL) or (period[1] is not None and last >= period[1]):
        return MilestoneKind.FINAL_EVALUATION
    return MilestoneKind.MIDTERM_REVIEW if period[1] is not None else MilestoneKind.PERIODIC_REVIEW


def _is_for_above(clause: str) -> bool:
    return _holds(clause, ("配合", "迎接", "接受")) and bool(
        re.search(r"(?:配合|迎接|接受)[^，。；]{0,12}(?:国家|省|上级|中央|市对|部委)", clause)
    )


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


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
