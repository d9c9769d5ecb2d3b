"""The title of a plan: on a line or two above the outline, else inside the title of the notice that carries it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.chrome import is_chrome
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import inline_markers, marker

_KINDS = (
    "方案|规划|计划|纲要|意见|措施|办法|要点|安排|细则|分工|政策|行动|责任书|任务书|任务分解|清单|"
    "(?:分解|分工|任务|责任)表|台账|通知"
)
_PERIOD = r"[(（] ?(?:20|19)\d\d ?年?(?: ?[—–\-~～至到]{1,2} ?(?:20|19)?\d\d ?年?)? ?[)）]"
_TITLE = re.compile(rf"[^。；;!！?？]{{2,70}}(?:{_KINDS})(?: ?{_PERIOD})?(?:[(（](?:试行|修订|征求意见稿|暂行)[)）])?")
_ONLY_A_KIND = rf"(?:实施|工作|行动|落实|推进|任务|重点)?(?:{_KINDS})(?: ?{_PERIOD})?"
"""The end of a title whose beginning stands on the line above, even where that line could be a title of its own."""
_SHORT = 32
"""A line that is but a kind of document with its years is no longer."""
_LONGEST_HEAD = 2000
_PERIOD_LINE = rf" ?{_PERIOD}"
_DAY = r"^\d{4}年\d{1,2}月\d{1,2}日"
_SPOKEN_OF = rf"(?:以下|如下|[本此该])(?:{_KINDS})$"
"""A sentence that ends in a kind of document: 经研究，制定以下方案."""
_BRACKETS = ("(", "（", " (", " （")
_NOTICE = re.compile(r"(?P<issuer>[^《]{0,40}?)(?:关于)?(?:印发|转发)(?:关于)?(?P<inner>.+?)(?:的通知|通知)[.。]?")
_NOT_TITLE = re.compile(
    r".*(?:[。：:，,]|人民政府|办公[室厅]|委员会|国务院|文件|\d{1,2}日|(?:主动|此件|申请)公开|公开[)）])$|.*〔\d{4}〕|"
    r".*[二〇○零ＯO一三四五六七八九]{4}年.{1,2}月.{1,3}日$|"
    r".*20\d\d-\d{1,2}-\d{1,2}|[(（]?此件|附件|索 ?引 ?号|各.{1,30}人民政府|\d+$|[(（][^()（）]*[)）]$|[^,]*,[^,]*,"
)
"""Whom to ask, in a bracket; the words that a page is found by."""
_MENU = re.compile(r"[【\[]|(?:\S+ {2,}){2}\S{2}")
"""The links of a page, side by side."""
BODY = re.compile(r"\w{2,30}(?:人民政府|国务院|办公[室厅]|委员会|领导小组|协会|科协|[局厅部委])|国务院")
"""A body that issues documents."""
_ANNEX = re.compile(r"附[件表] ?\d* ?[:：] ?(?=.{6})")
_LABELLED = re.compile(r"(?:• ?)?(?:中文名|标 ?题|名 ?称)[:：] ?(?P<title>.{4,80})")


class Title(NamedTuple):
    """A title, and the lines `[start, end)` (indices) that it stands on."""

    text: str
    start: int
    end: int


def may_be_title(text: str) -> bool:
    """Whether a text ends as titles of plans do."""
    return _TITLE.fullmatch(text) is not None


def find_title(lines: Sequence[Line], layout: Layout) -> Title | None:
    """The plan's own title: the last one above the outline; a notice's title gives the name of what it issues."""
    notice: Title | None = None
    for index in range(min(layout.body, len(lines)) - 1, -1, -1):
        found = _title_at(lines, index)
        if found is None:
            continue
        inner = _NOTICE.fullmatch(found.text)
        if inner is None and not found.text.endswith("通知"):
            return found
        notice = notice or Title(_unquoted(inner.group("inner") if inner else found.text), found.start, found.end)
    return notice or _labelled(lines[: layout.body]) or _within_line(lines, layout.body)


def notice_issuer(lines: Sequence[Line], layout: Layout) -> str | None:
    """Who issues the plan, as the notice's title says it: X关于印发…的通知, X印发…的通知, X on the line above."""
    for index in range(min(layout.body, len(lines))):
        found = _title_at(lines, index)
        inner = _NOTICE.fullmatch(found.text) if found else None
        if found and inner:
            return inner.group("issuer").strip() or _body_above(lines, found.start)
    return None


def _body_above(lines: Sequence[Line], index: int) -> str | None:
    """The body that stands alone above a title: a letterhead, or the first line of the title itself."""
    text = next((line.text for line in reversed(lines[:index]) if line.text), "").removesuffix("文件")
    return text if BODY.fullmatch(text) else None


def _title_at(lines: Sequence[Line], index: int) -> Title | None:
    """The title that ends on line `index`, with the lines above that begin it and a period on the line below."""
    text = lines[index].text
    if not _TITLE.fullmatch(text) or is_chrome(text) or _LABELLED.match(text):
        return None
    start = index
    above = _above(lines, start, len(text) < _SHORT and re.fullmatch(_ONLY_A_KIND, text) is not None)
    while above is not None and len(text) < 70:
        text, start = lines[above].text + text, above
        above = _above(lines, start)
    end = index + 1
    below = next((i for i in range(index + 1, min(index + 4, len(lines))) if lines[i].text), None)
    if below is not None and lines[below].text.startswith(_BRACKETS) and re.fullmatch(_PERIOD_LINE, lines[below].text):
        text, end = text + lines[below].text, below + 1
    text = re.sub(r" +(?=[(（《])|(?<=[》）)]) +", "", text).strip() if " " in text else text
    return Title(_ANNEX.sub("", text) if text[0] == "附" else text, start, end)


def _above(lines: Sequence[Line], index: int, wanted: bool = False) -> int | None:
    """The line above, with at most one blank line between, where it is the beginning of the same title.

    `wanted`: what stands below cannot begin a title, so that a line that could be one itself will do.
    """
    for at in (index - 1, index - 2):
        if at < 0:
            return None
        if lines[at].text:
            return at if _begins_title(lines[at].text, wanted) else None
    return None


def _begins_title(text: str, wanted: bool) -> bool:
    whole = not wanted and _TITLE.fullmatch(text) is not None
    return 4 <= len(text) <= 34 and not (_NOT_TITLE.match(text) or is_chrome(text) or _MENU.match(text) or whole)


def _labelled(lines: Sequence[Line]) -> Title | None:
    for index, line in enumerate(lines):
        found = _LABELLED.match(line.text)
        if found:
            return Title(found.group("title").strip(), index, index + 1)
    return None


def _within_line(lines: Sequence[Line], index: int) -> Title | None:
    """The title of a plan that was copied into one line with its outline: before its first part, parted by blanks, or
    with the years behind it.
    """
    marks = inline_markers(lines[index].text, 0) if index < len(lines) and not marker(lines[index].text) else []
    if not marks:
        return None
    above = lines[index].text[: min(marks[0].start, _LONGEST_HEAD)]
    parted = [_behind(words) for words in re.split("[ 。]+", above) if _is_title(words)]
    dated = re.match(rf"[^。；;!！?？，,]{{2,60}}?(?:{_KINDS}) ?{_PERIOD}", above)
    title = dated.group() if dated else parted[-1] if parted else None
    return Title(title, index, index) if title else None


def _is_title(words: str) -> bool:
    return _TITLE.fullmatch(words) is not None and not words.startswith("为") and re.search(_SPOKEN_OF, words) is None


def _behind(words: str) -> str:
    """The title behind what leads to it (方案如下：) or dates the line above it."""
    title = re.sub(_DAY, "", words.rpartition("：")[2])
    return title if _TITLE.fullmatch(title) else words


def _unquoted(text: str) -> str:
    """The name of what a notice issues, without the quotation marks around it."""
    text = text.strip()
    return text[1:-1] if text.startswith("《") and text.endswith("》") and text.count("《") == 1 else text
