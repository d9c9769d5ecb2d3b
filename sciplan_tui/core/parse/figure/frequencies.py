"""How often a figure is to be reached: 每年, 每学年, 每半年, 每季度, 每月, 每周, 每天, 年培训…, 10场/年."""

from __future__ import annotations

import re

from sciplan_tui.core.plan import Frequency

_EVERY = re.compile(r"(?:每[一个学]?|按(?=[年月季]))(?P<often>半年|学期|季|月|周(?!末)|星期|天|日|晚|年)")
_MEAN = re.compile(
    r"(?P<often>[月周日](?=均)|(?<![\d一二三四五六七八九十两几多半今去本当上全同近前后明跨常学青少成老中历来])年)(?P<what>[^\W\d_]{1,2})"
)
"""Without 每 a 年 is a frequency only before what is counted by the year (年培训, 年接待) and where it is no part of
another word; it holds for its own clause."""
_BY_THE_YEAR = (
    *("培训", "更新", "接待", "发布", "推送", "阅读", "点击", "服务", "开展", "举办", "组织", "参观", "参与"),
    *("创作", "新增", "受益", "播放", "访问", "浏览", "完成", "吸引", "惠及", "客流", "播出", "开放", "下载", "演出"),
)
_GROWTH = ("均增", "均下", "均提", "均降", "均衡")
_ATTACHED = re.compile(r"[/／每](?P<often>半年|学期|季|月|周|天|日|年)")
_EACH = re.compile(r"[户人校村]均|(?<!每)每[户人](?!次)")
"""What one of many gets is counted once for each of them, however often the many are served."""
_WHOLE = re.compile(r"累计|十[四五]五”?(?:期间|末)|[三五35]年(?:内|间|共)|规划期")
"""Words that count over the whole time: what was said before of a frequency ends there."""
_SHORT = frozenset(("周", "星期", "天", "日", "晚"))
"""What comes back within a week is told in its own clause: 每日推送1条，制作短视频10个."""
_UNITS = {
    "年": Frequency.ANNUAL,
    "半年": Frequency.SEMIANNUAL,
    "学期": Frequency.SEMIANNUAL,
    "季": Frequency.QUARTERLY,
    "月": Frequency.MONTHLY,
    "周": Frequency.WEEKLY,
    "星期": Frequency.WEEKLY,
    "天": Frequency.DAILY,
    "日": Frequency.DAILY,
    "晚": Frequency.DAILY,
}


def frequency_of(head: str, tail: str, dated_at: int, share: bool = False) -> Frequency | None:
    """The frequency of the figure between `head` (its sentence so far) and `tail`, or None.

    The last one printed holds, unless a date (which stands at `dated_at`, or -1) or a whole time follows it; for a
    `share` (查处率100%) only that of its own clause, since a share is a state.
    """
    attached = _ATTACHED.match(tail)
    if attached:
        return _UNITS[attached["often"]]
    if not any(sign in head for sign in "年月季周天日晚期"):
        return None
    clause = max(head.rfind(sign) for sign in "，；,;") + 1
    mean = (found for found in _MEAN.finditer(head, clause) if _counts(found["what"]))
    found = max((*_EVERY.finditer(head), *mean), key=lambda match: match.end(), default=None)
    if found is None or found.start() < dated_at or _WHOLE.search(head, found.end()):
        return None
    if found.start() < clause and (share or found["often"] in _SHORT or _EACH.search(head, clause)):
        return None
    often = found["often"]
    return _UNITS.get(often) or _UNITS[often[0]]


def _counts(what: str) -> bool:
    return what in _BY_THE_YEAR or (what[0] == "均" and what not in _GROWTH)
