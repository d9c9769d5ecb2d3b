"""What the head of a document says of the plan: title, number, issuer, region, date of issue, period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.numeral import numeral
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.head.naming import BODY, find_title, notice_issuer
from sciplan_tui.core.parse.head.places import region_of
from sciplan_tui.core.parse.line.chrome import is_chrome
from sciplan_tui.core.parse.line.layout import Layout

_NUMBER = r"\w{2,10}[〔\[［【(（]\d{4}[〕\]］】)）] ?第? ?\d{1,4} ?号"
_OWN_NUMBER = re.compile(
    rf"(?:(?:• ?)?(?:(?:发文|发布|文件)?(?:文 ?号|字号|编号))[:：] ?)?(?P<number>{_NUMBER})(?P<rest>.*)"
)
_BEHIND_NOTICE = rf"(?:的通知|文件) ?(?P<number>{_NUMBER})$"
"""A number whose line was joined to the one above it."""
_DATE = re.compile(r"(?P<year>\d{4}) ?[年\-/.] ?(?P<month>\d{1,2}) ?[月\-/.] ?(?P<day>\d{1,2}) ?日?")
_SIGNED = re.compile(rf"(?P<who>(?:{HAN}| ){{0,40}}?) ?{_DATE.pattern}(?:印发)?(?: ?[(（].{{0,20}})?")
_DATED = (
    rf"(?:.{{0,60}} )?(?:• ?)?(?:成文日期|发文日期|印发日期|[颁发][布文]时间|发布日期|发布时间)[:：] ?{_DATE.pattern}"
)
_UNDER_TITLE = (
    rf"[(（](?:(?P<number>{_NUMBER})[，,、 ]?)?(?P<before>[^()（）\d]{{0,120}}?) ?{_DATE.pattern} ?"
    r"(?P<after>[^()（）\d]{0,120}?)(?:联合)?(?:印发|发布|公布|颁布)[)）]"
)
"""The bracket under a title: （潮政发〔2024〕1号，2024年3月1日潮汐区人民政府印发）."""
_ISSUED_BY = r"(?:• ?)?(?:发布单位|发文机关|发布机构|制定机关|发文单位)[:：] ?(?P<who>\w{2,30})"
_SPAN = re.compile(r"(?P<start>(?:20|19)\d\d) ?年? ?[—–\-~～至到]{1,2} ?(?P<end>(?:20|19)\d\d)")
_YEAR = re.compile(r"(?P<start>(?:20|19)\d\d) ?年")
_VALID = r"自 ?(?P<start>\d{4}) ?年.{0,30}有效期至 ?(?P<end>\d{4}) ?年"
_FIVE_YEARS = r"(?P<plan>十[一二三四五六七八九]?)五(?=[”」]|规划|时期|期间|行动|实施|工作|方案|全民)"
_FIRST_FIVE_YEARS = 1951
"""The tenth five-year plan began in 2001, and every later one five years after the one before."""
_YEARS_FROM = r"(?P<start>20\d\d)年起(?P<years>\d{1,2}|[一二三四五六七八九十])年内"


class Metadata(NamedTuple):
    """The facts of a plan's head; what is not there is None."""

    title: str | None
    document_number: str | None
    issuer: str | None
    region: str | None
    issued_on: str | None
    period: tuple[int | None, int | None]

    @property
    def since(self) -> int | None:
        """The year in which the plan begins or, where that is not known, was issued: what lies before it is past."""
        return self.period[0] or (int(self.issued_on[:4]) if self.issued_on else None)


def read_metadata(lines: Sequence[Line], layout: Layout) -> Metadata:
    """The head, and the closing lines and page chrome where the head says nothing.

    `layout`: the stretches of these lines.
    """
    title = find_title(lines, layout)
    around = [line.text for line in (*lines[: layout.body], *lines[layout.close : layout.annex]) if line.text]
    name = title.text if title else None
    signed_by, signed_on = _signature(around)
    issuer = signed_by or notice_issuer(lines, layout) or _issuer(around, name)
    return Metadata(
        title=name,
        document_number=_document_number(around),
        issuer=issuer,
        region=region_of(name, issuer, [line.text for line in lines[: layout.body + 3]]),
        issued_on=signed_on or _dated(around),
        period=_period(name, lines),
    )


def titled(head: Metadata, title: str | None, lines: Sequence[Line]) -> Metadata:
    """The head with the title of its table, where the document has no other, and the years and the place it tells."""
    if head.title or not title:
        return head
    region = head.region or region_of(title, head.issuer, [])
    return head._replace(title=title, region=region, period=_period(title, lines))


def _document_number(around: Sequence[str]) -> str | None:
    """The number printed as the document's own: on its own line, behind its label, or before the name of its file."""
    for text in around:
        found = _OWN_NUMBER.match(text)
        if not found or (found.group("rest") and found.group("rest")[0] not in " 关，," and not is_chrome(text)):
            found = _bracket(text) or _behind_notice(text)
        if found and found.group("number"):
            return re.sub(r"\s", "", found.group("number"))
    return None


def _signature(around: Sequence[str]) -> tuple[str | None, str | None]:
    """Who signed and when: a line that is a date, with the names right above it or before it."""
    for index, text in enumerate(around):
        found = _SIGNED.fullmatch(text)
        if found is None:
            continue
        signers = _names(found.group("who")) or _signers(around[:index])
        return "、".join(_in_full(name, around) for name in signers) or None, _iso(found)
    return _under_title(around)


def _bracket(text: str) -> re.Match[str] | None:
    told = text.startswith(("（", "(")) and text.endswith(("发）", "发)", "布）", "布)"))
    return re.fullmatch(_UNDER_TITLE, text) if told else None


def _behind_notice(text: str) -> re.Match[str] | None:
    return re.search(_BEHIND_NOTICE, text) if text.endswith("号") else None


def _under_title(around: Sequence[str]) -> tuple[str | None, str | None]:
    """Who issued the plan and when, as the bracket under its title says."""
    found = next((found for text in around if (found := _bracket(text))), None)
    if found is None:
        return None, None
    names = [name for name in re.split("[、，, ]", found["before"] + found["after"]) if BODY.fullmatch(name)]
    return "、".join(names) or None, _iso(found)


def _in_full(name: str, around: Sequence[str]) -> str:
    """The name as the letterhead has it (鞍山市立山区人民政府文件), where that is the same name with more before it."""
    return next((text.removesuffix("文件") for text in around if text.endswith(name + "文件")), name)


def _signers(above: Sequence[str]) -> list[str]:
    names: list[str] = []
    for text in reversed(above):
        found = _names(text)
        if not found:
            break
        names = found + names
    return names


def _names(text: str) -> list[str]:
    """The bodies that a line names, if it names nothing else."""
    parts = text.split()
    return parts if parts and all(BODY.fullmatch(part) for part in parts) else []


def _issuer(around: Sequence[str], title: str | None) -> str | None:
    """The issuer of an information box, else the body that the title itself begins with."""
    for text in around:
        found = re.match(_ISSUED_BY, text) if "单位" in text or "机" in text else None
        if found:
            return found.group("who")
    found = re.match(rf"({BODY.pattern})关于", title) if title and "关于" in title else None
    return found.group(1) if found else None


def _dated(around: Sequence[str]) -> str | None:
    return next(
        (_iso(found) for text in around if ("日期" in text or "时间" in text) and (found := re.match(_DATED, text))),
        None,
    )


def _iso(found: re.Match[str]) -> str | None:
    year, month, day = (int(found.group(name)) for name in ("year", "month", "day"))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _period(title: str | None, lines: Sequence[Line]) -> tuple[int | None, int | None]:
    """The years of the title (those of its five-year plan too), else of its validity, else counted from its first."""
    for pattern in (_SPAN, _YEAR):
        found = pattern.search(title or "")
        if found:
            return int(found["start"]), int(found["end"] if pattern is _SPAN else found["start"])
    named = re.search(_FIVE_YEARS, title) if title and "五" in title else None
    if named:
        start = _FIRST_FIVE_YEARS + 5 * numeral(named["plan"])
        return start, start + 4
    for line in reversed(lines):
        found = re.search(_VALID, line.text) if "有效期至" in line.text else None
        if found:
            return int(found["start"]), int(found["end"])
    return _counted(lines)


def _counted(lines: Sequence[Line]) -> tuple[int | None, int | None]:
    for line in lines:
        found = re.search(_YEARS_FROM, line.text) if "年起" in line.text else None
        if found:
            start = int(found["start"])
            return start, start + numeral(found["years"]) - 1
    return None, None
