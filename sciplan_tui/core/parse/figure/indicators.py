"""What a figure counts: the few words beside the number that name it."""

from __future__ import annotations

import re

from sciplan_tui.core.parse.figure.numbers import Figure, sentence_start

LONGEST = 40
"""An indicator is a name, not a sentence; longer ones lose their first members."""

_LEAD = re.compile(
    r"^(?:[（(]?第?[一二三四五六七八九十\d]{1,3}(?:[)）.．、](?!\d)|是|(?=[，,]))|专栏\d{0,2}|全年|[\s，,、的（(—]|其中|以及|并且?|同时"
    r"|确保|力争|争取|努力|原则上|至少|(?:[到至于在]|截至)?20\d\d\s?年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:\s?年?[底末])?(?:之?前)?"
    r"|[比较]20\d\d年[底末]?|[两三五\d]年(?:内|间|(?=累计|共|引进|培训|培养|建设|建成))"
    r"|每(?:个?季度?|半?年度?|学年|学期|个?月|个?周|天|日)|年均(?!增)|年(?=培训|更新|接待|发布|服务)|累计|[全我本][国省市区县州镇]"
    r"|“?十.五”?(?:期间|时期|末)|“十.五”|[^\W\d_]{2,5}[省市县区](?=公民|居民|全民))+"
)
_TAIL = re.compile(
    r"(?:力争|争取|努力|争创|应当|应该?|必须|要|将|累计|总数|数量|总量|稳定|保持|提升|提高|增加|降低|下降|控制|压缩|降|(?<![人年月日周户])均|都|分别"
    r"|每(?:半?年|学[年期]|季度?|个?[月周]|[天日])|拥有"
    r"|不少于|不低于|不小于|至少|达到?|不超过|不高于|超过?|高于|低于|少于|突破|约|近|到|至|为|在|新增|20\d\d年[底末]?的?|[\s，,：:、])$"
)
"""The last word that belongs to the number, not to the name before it."""
_VERBS = re.compile(r"(?:开展|实施|推进|完成|实现|做到|组织|举办|建设|建成|新建|培训|培养|推荐|认定|创建|打造|动态)*")
_FROM = re.compile(r"[从由][^，]{0,20}(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|缩短|压缩|[增升降减])[到至]")
_SUFFIX = re.compile(r"(?:(?:及|或)?以[上下内]|之内|左右|/年|的)+")
_SUBJECT = re.compile(r"^(?P<subject>[^，,；;]{2,40}?)(?:稳定在|稳居|保持|达到?|超过|高于|位居|提升|提高|明显)")
_NOUNS = "比例|比率|占比|比重|指标|数据|数量|数字|水平|人数|率"
_PRONOUN = rf"(?:该|这一|这个|上述|此)(?:项|类)?(?P<noun>[^\W\d_]{{0,4}}?(?:{_NOUNS}))"
"""Compiled where a clause begins so."""
_STANDS_FOR = ("该", "这", "上述", "此")
_STOP = re.compile("[，。；、：！,;:（(？\n]")


def name_indicator(text: str, figure: Figure, start: int, end: int) -> str:
    """The words between `start` and `end` that name a figure; where they are but a verb, the sentence's subject."""
    before = _plain(text[start : figure.start].replace("力争", "").replace("每年", ""))
    after = "" if figure.unit in ("%", "‰", "个百分点") else text[counted_from(text, figure) : end]
    if before.startswith(_STANDS_FOR) and (meant := re.match(_PRONOUN, before)):
        return _shortened(_told_before(meant["noun"], text[:start]))
    return _shortened(before + after) or _shortened(_subject(text[sentence_start(text, start) : start]))


def _told_before(noun: str, text: str) -> str:
    """What 该比例 stands for: the last words before it that end in the same noun."""
    end = text.rfind(noun) + len(noun)
    begin = max(text.rfind(sign, 0, end) for sign in "，。；：！\n") + 1
    return _plain(text[begin:end]) if end >= len(noun) and not text.startswith(_STANDS_FOR, begin) else ""


def named_until(blank: str, figure: Figure) -> int:
    """Where the words that belong to a figure end, in a text whose names are blanked."""
    limit = min(len(blank), figure.end + LONGEST)
    stop = _STOP.search(blank, figure.end, limit)
    return stop.start() if stop else limit


def counted_from(text: str, figure: Figure) -> int:
    """Where the words behind a figure begin, its 以上 or 左右 left behind."""
    found = _SUFFIX.match(text, figure.end)
    return found.end() if found else figure.end


def _plain(words: str) -> str:
    return _LEAD.sub("", _without_tail(_LEAD.sub("", _FROM.sub("", words))))


def _without_tail(words: str) -> str:
    """Word by word from the end: one expression for them all would try every way to part them."""
    while found := _TAIL.search(words):
        words = words[: found.start()]
    return words


def _subject(head: str) -> str:
    found = _SUBJECT.search(_LEAD.sub("", head))
    return _plain(found["subject"]) if found else ""


def _shortened(words: str) -> str:
    words = words.strip(" 、，。；：").removesuffix("和").removesuffix("及")
    while len(words) > LONGEST and "、" in words[:-8]:
        words = words.partition("、")[2]
    words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return "" if _VERBS.fullmatch(words) else words
