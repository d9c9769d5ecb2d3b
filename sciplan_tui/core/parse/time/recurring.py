"""What comes back without a date: reviews, monitoring, yearly plans and events, campaigns, commendations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sciplan_tui.core.parse.draft import Node, Span
from sciplan_tui.core.plan import Milestone, MilestoneKind

LONGEST = 30
"""A label is a few words, cut where it would be a sentence."""

_LISTED = frozenset({MilestoneKind.ANNUAL_EVENT, MilestoneKind.ANNUAL_PLAN, MilestoneKind.CAMPAIGNS})
_STOP = re.compile("[，,。；;！？]")
_RULES: tuple[tuple[MilestoneKind, str, str], ...] = (
    (
        MilestoneKind.UPPER_LEVEL_REVIEW,
        "配合|迎接|接受",
        r"(?:配合|迎接|接受).{0,8}(?:国家|省|上级|中央|市对).{0,20}?"
        r"(?:检查评估|监测评估|评估|督查|检查|考核|监测)",
    ),
    (
        MilestoneKind.PERIODIC_REVIEW,
        "定期|适时|每年|每半年|每季度|每月|督导督促|绩效|专项督查",
        r"(?:不?定期|适时|每年度?|每半年|每季度|每月).{0,30}?"
        r"(?:(?:检查|评估|督查|督导|考核|通报|报送|总结)[、和与及]?)+|(?:督导督促|绩效考评|绩效评价|专项督查)",
    ),
    (
        MilestoneKind.MONITORING,
        "科学素质[调监测抽]|监测评估|统计调查|抽样调查",
        r"(?:开展|实施|进行|组织|推进)(?:好|全[市省区县])?.{0,12}?"
        r"(?:科学素质(?:调查|监测|测评|抽样)|监测评估|统计调查|抽样调查)",
    ),
    (
        MilestoneKind.ANNUAL_PLAN,
        "年度",
        r"(?:列入|纳入|制定|编制|印发).{0,24}?年度(?:工作)?(?:计划|要点|目标|考核)",
    ),
    (
        MilestoneKind.ANNUAL_EVENT,
        "每年",
        r"每年(?:度|都|定期|牵头|组织|力争|至少|集中|面向.{0,10}?){0,4}"
        r"(?P<verb>举办|召开|评选|认定|推荐|开展|承办|举行).{2,40}",
    ),
    (
        MilestoneKind.COMMENDATION,
        "表彰|奖励",
        r"(?:给予|予以|进行|开展|完善|健全).{0,8}?"
        r"(?:表彰奖励|奖励和表彰|表彰和奖励|表彰、奖励|表彰|奖励)(?:机制|制度)?",
    ),
    (
        MilestoneKind.DOWNSTREAM_PLAN,
        "实施[办方细计]|落实方案|工作方案",
        r"(?:制定|编制|出台)(?:本地区|本地|本部门|本单位|本系统|具体|各自)?.{0,16}?"
        r"(?:实施办法|实施方案|实施细则|实施计划|落实方案|工作方案)",
    ),
)
"""What recurs; words of which one stands in all that the rule finds; and the rule, compiled when a text needs it."""
_ANY = re.compile("|".join(words for _, words, _ in _RULES))
_DOWN = r"各[^，。；]{0,16}?[县市区镇乡街地]|各地|各级|各成员单位|各有关部门|本地区|本部门"
_DAY = re.compile(
    r"科普日|活动周|宣传周|宣传月|普及周|科技周|科普周|科普月|地球日|环境日|气象日|水日|海洋日|粮食日|国家安全日|低碳日|低碳周|减灾日|科学日"
    r"|卫生月|生产月|活动月|健康周|航天日|营养周|安全周|质量月|双创周"
)
_NAME = re.compile(r"[^\W\d_]{0,10}$")
_FOLD = re.compile(
    r"^(?:深入|广泛|持续|积极|认真|大力|暨|组织|开展|举办|办好|利用|做优|做强|做优做强|抓住|依托|结合|通过|参与|以|等)+"
)


def find_recurring(node: Node, spans: tuple[Span, ...]) -> tuple[Milestone, ...]:
    """The recurring milestones of one node; of the kinds that are told rather than listed only the fullest wording."""
    found: dict[tuple[MilestoneKind, str], Milestone] = {}
    for milestone in _all(node, spans):
        key = (milestone.kind, milestone.label if milestone.kind in _LISTED else "")
        if key not in found or len(found[key].label) < len(milestone.label):
            found[key] = milestone
    return tuple(found.values())


def _all(node: Node, spans: tuple[Span, ...]) -> Iterator[Milestone]:
    for span in spans:
        text = span.text
        for kind, found in _told(text):
            if _holds(kind, text, found):
                yield _undated(node, span, kind, found[0])
        yield from _campaigns(node, span, text)


def _told(text: str) -> Iterator[tuple[MilestoneKind, re.Match[str]]]:
    """Where each rule holds in any clause of the text that has one of its words."""
    clauses = list(_clauses(text))
    for kind, words, rule in _RULES if clauses else ():
        for clause in clauses:
            if _compiled(words).search(text, *clause):
                for found in _compiled(rule).finditer(text, *clause):
                    yield kind, found


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses that have a word of any rule: what recurs is told in one clause."""
    end = 0
    for word in _ANY.finditer(text):
        if word.start() >= end:
            before, stop = _STOP.search(text[end : word.start()][::-1]), _STOP.search(text, word.end())
            begin = word.start() - before.start() if before else end
            end = stop.start() if stop else len(text)
            yield begin, end


_compiled = cache(re.compile)
"""Late, and without the way that `re` takes to what it keeps."""


def _holds(kind: MilestoneKind, text: str, found: re.Match[str]) -> bool:
    """A plan of those below needs those below; a yearly activity that is only counted is a target."""
    if kind is MilestoneKind.DOWNSTREAM_PLAN:
        return bool(re.search(_DOWN, text[max(0, found.start() - 40) : found.end()]))
    counted = kind is MilestoneKind.ANNUAL_EVENT and found["verb"] == "开展"
    return not (counted and any(sign.isdigit() for sign in found[0]))


def _campaigns(node: Node, span: Span, text: str) -> Iterator[Milestone]:
    """Weeks and days with a name (全国科普日、科技活动周): one milestone a paragraph, named by the first of them."""
    if "日" not in text and "周" not in text and "月" not in text:
        return
    ends = [(found.start(), found.end()) for found in _DAY.finditer(text)]
    events = [_FOLD.sub("", text[_name_start(text, start) : end].rpartition("暨")[2]) for start, end in ends]
    if events:
        yield _undated(node, span, MilestoneKind.CAMPAIGNS, "、".join(events[:3]) + ("等" if len(events) > 3 else ""))


def _name_start(text: str, at: int) -> int:
    found = _NAME.search(text[max(0, at - 10) : at])
    return at - len(found[0]) if found else at


def _undated(node: Node, span: Span, kind: MilestoneKind, label: str) -> Milestone:
    label = label.strip("、，和与及")
    label = label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"
    return Milestone("", node.path, kind, label, line=span.line.number)
