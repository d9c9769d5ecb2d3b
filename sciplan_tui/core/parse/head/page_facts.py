"""What the table above a published document tells of it: 索引号, 文号, 发布机构, 成文日期, each before its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sciplan_tui.core.document import Block, Table
from sciplan_tui.core.parse.head.metadata import Metadata
from sciplan_tui.core.parse.time.dates import find_periods

_NUMBER = ("文号", "发文字号", "文件编号", "发文文号")
_ISSUER = ("发文机关", "发文单位", "制发机关")
"""Not 发布机构: it may publish what another has issued."""
_DAY = ("成文日期", "印发日期", "发文日期", "发布日期")
_KNOWN = frozenset((*_NUMBER, *_ISSUER, *_DAY, "索引号", "发布机构", "主题分类", "公开范围"))
_FEWEST = 3
"""Labels by which such a table is known."""
_A_NUMBER = re.compile(r"\w{2,16}[〔\[（(【]?20\d\d[〕\]）)】]?\s?第?\d{1,4}号")
_A_BODY = re.compile(r"(?:[^\W\d_]|[、（）]){2,40}")
_A_DAY = re.compile(r"(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?")


def with_page_facts(head: Metadata, blocks: Sequence[Block]) -> Metadata:
    """The head, with what it lacks and such a table tells."""
    told: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Table):
            facts = dict(_facts(block))
            told |= facts if len(_KNOWN.intersection(facts)) >= _FEWEST else {}
    if not told:
        return head
    number, issuer = _first(told, _NUMBER, _A_NUMBER), _first(told, _ISSUER, _A_BODY)
    return head._replace(
        document_number=head.document_number or number,
        issuer=head.issuer or issuer,
        issued_on=head.issued_on or _day(_first(told, _DAY, _A_DAY)),
    )


def _facts(table: Table) -> Iterator[tuple[str, str]]:
    """Each label with what stands behind it, in its own cell or in the next."""
    for row in table.rows[:12]:
        cells = ["".join(cell.split()) for cell in row.cells]
        for cell, following in pairwise([*cells, ""]):
            label, mark, value = cell.partition("：")
            yield label.strip(":"), value if mark and value else following


def _first(told: dict[str, str], labels: Sequence[str], form: re.Pattern[str]) -> str | None:
    """The first of these facts that has the form of one."""
    return next((value for label in labels if (value := told.get(label, "")) and form.fullmatch(value)), None)


def _day(printed: str | None) -> str | None:
    found = _A_DAY.fullmatch(printed or "")
    periods = find_periods("{}年{}月{}日".format(*map(int, found.groups()))) if found else ()
    return periods[0].start if periods else None
