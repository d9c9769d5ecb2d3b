"""The heads of a table that stand in two rows: what spans several columns above, what each of them is below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile, zip_longest

from sciplan_tui.core.parse.line.markers import begins_heading
from sciplan_tui.core.parse.table.heads import SPANS, UNIT_COLUMNS, Column, read_head

_SPANS_BUILDERS, _BUILDERS = "实 ?施 ?单 ?位", "(?:建设|承建|运营|投资)单位"
_HOLDERS = UNIT_COLUMNS | {Column.OFFICE}
_MOST_ROWS, _LONGEST_SPAN = 3, 6
_PART_OF_HEAD = re.compile("单位|部门|名称|姓名|职务|电话|联系方式")
"""What below 牵头 says which of its columns this is."""
_MOMENT = "(?:启动|开始|起始|开工|完成|结束|截止|办结)"


def lower_heads(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """The heads of a head in two rows, where the lower one is that: every cell of it is a head or the one above it,
    spanned or left out, and it names units, or says more of them (建设单位 below 实施单位, 单位 below 牵头). Where it
    repeats the head of the tasks, merged over both rows, it is no task's, and what it says of units may be any word
    (乡镇 below 责任单位). One cell below several heads (提升行动) stands above the rows below it.
    """
    pairs = [("".join(above.split()), "".join(cell.split())) for above, cell in zip_longest(upper, lower, fillvalue="")]
    pairs = [(above, _told_below(above, cell)) for above, cell in pairs]
    if any(cell and cell == above and read_head(cell) is Column.TITLE for above, cell in pairs):
        heads = [cell if read_head(cell) else above or cell for above, cell in pairs]
        return heads if _HOLDERS.intersection(map(read_head, heads)) else None
    own = [(above, cell) for above, cell in pairs if cell and cell != above]
    told = {read_head(head) for pair in own for head in pair if head}
    merged = len({cell for _, cell in own}) == 1 < len({above for above, _ in own})
    if merged or any(read_head(cell) is None for _, cell in own) or UNIT_COLUMNS.isdisjoint(told):
        return None
    return [cell or above for above, cell in pairs]


def head_of_rows(rows: Sequence[Sequence[str]]) -> tuple[int, list[str]]:
    """How many rows the head takes that the first of these begins, three at the most, and what it says in full.

    The middle one of three may say what no head does (落实 above 责任单位 and 配合单位).
    """
    taken, cells = 1, list(rows[0])
    for at, below in enumerate(rows[1:_MOST_ROWS], start=1):
        if lower := lower_heads(cells, below):
            taken, cells = at + 1, lower
        elif at > 1 or not _spans(cells, below):
            break
    return taken, cells


def _spans(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row may be the middle one of a head: short words below heads that are none of numbers and tasks."""
    told = [(head, cell) for head, cell in zip(above, map("".join, map(str.split, cells)), strict=False) if cell]
    own = [(head, cell) for head, cell in told if cell != "".join(head.split())]
    named = any(read_head(head) in (Column.NUMBER, Column.TITLE) for head, _ in own)
    return bool(own) and not named and all(len(cell) <= _LONGEST_SPAN and not cell.isdecimal() for _, cell in own)


def _told_below(above: str, cell: str) -> str:
    """A head of the lower row in full: 单位 below 牵头 is 牵头单位, 启动 below 时间安排 is 启动时间."""
    if _PART_OF_HEAD.fullmatch(cell):
        return above if above.endswith(cell) else above + cell
    if read_head(above) is Column.DEADLINE and re.fullmatch(_MOMENT, cell):
        return f"{cell}时间"
    return cell


def in_two_lines(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """The heads of a table whose head stands in two rows of as many cells; None where the second is no head.

    What stands below another head says more (责任分工 over 牵头单位), or is its second half (完成 over 时限).
    """
    told = [(up.strip(), low.strip()) for up, low in zip_longest(upper, lower, fillvalue="")]
    if any(begins_heading(low) for _, low in told):
        return None
    heads = [low if read_head(low) else up + low for up, low in told]
    known = [head for head, (_, low) in zip(heads, told, strict=True) if low and read_head(head)]
    return heads if known and len(known) == sum(bool(low) for _, low in told) else None


def unfolded(cells: Sequence[str]) -> list[str]:
    """The heads of a head in two rows, read one row behind the other: what 责任分工 spans stands at the end, and what
    实施单位 spans right behind it.
    """
    cells = [cell for place, cell in enumerate(cells) if not _spans_builders(cells[place : place + 3])]
    at = next((place for place, cell in enumerate(cells) if re.fullmatch(SPANS, cell)), len(cells))
    units = list(takewhile(lambda cell: read_head(cell) in UNIT_COLUMNS, reversed(cells[at + 1 :])))[::-1]
    if len(units) < 2:
        return list(cells)
    return [*cells[:at], *units, *cells[at + 1 : len(cells) - len(units)]]


def _spans_builders(cells: Sequence[str]) -> bool:
    """Whether the first head stands above the two behind it, which say who builds and who runs it."""
    said = [re.fullmatch(_BUILDERS, "".join(cell.split())) for cell in cells]
    return len(said) == 3 and said[0] is None and all(said[1:]) and re.fullmatch(_SPANS_BUILDERS, cells[0]) is not None
