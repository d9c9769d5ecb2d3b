"""Finding where the head of a document ends, its body, its closing lines, and where its annexes begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.chrome import chrome_tail, is_foot
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import (
    BULLETS,
    LONG_LINE,
    Marker,
    Rank,
    decimal_part,
    heads_table,
    holds_outline,
    marker,
    opens_annex,
)
from sciplan_tui.core.parse.outline.counted import counted

_CONTENTS = re.compile(r"目 ?录")
_LEADER = re.compile(r"[.…·]{2,} ?\d{1,3}$")
_CLOSING = re.compile(
    r"[(（]?此件.{0,12}公开.{0,4}[)）]?|抄送.*|本\w{2,4}自.*(?:施行|实施|有效|试行).*|.{0,30}\d{4}年\d{1,2}月\d{1,2}日(?:印发)?|"
    r"[二〇○零一三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|"
    r"[\w ]{2,40}(?:人民政府|国务院|办公[室厅]|委员会|领导小组|科协|协会|[局厅部])|国务院"
)
_TABLE_TITLE = re.compile(r".{4,60}(?:表|清单|台账)(?:[(（].{1,30}[)）])?")
_OWNED = re.compile(r"(?:责任|牵头|负责)[^\W\d]{0,4}(?:单位|部门)[:：]")
_STATED_WITHIN = re.compile("(?:负责|牵头|配合|落实)[。；;]?[)）〕】]")
_STATED = re.compile(f"{_STATED_WITHIN.pattern}[。；]?$")
_FEWEST_INDENTED = 6
_FEWEST_OWNED = 2
_FEWEST_ANNEXED = 3
_DUTY = re.compile("[^，,。；;：:]{2,60}(?:[：:]|负责|牵头|承担)")
_FEWEST_DUTIES = 3
_BY_WHOM = ("负责", "牵头", "落实", "配合", "负责。", "牵头。", "落实。", "配合。")
_LONGEST_UNIT, _UNIT_ENDS = 40, tuple("局委部办厅署联协会院府处心）)")
_ANNEXES = re.compile(r"附件[:：] ?1 ?[.．、]")
"""The first of several annexes, in the list below a letter."""
_NOTES = ("说明：", "说明:", "备注：", "备注:", "注：", "注:", "填表说明")


def lay_out(lines: Sequence[Line]) -> Layout:
    """Where the stretches of a document begin."""
    texts = [line.text for line in lines]
    body = _body(texts)
    units = _units(texts)
    body = min(body, *units) if units else body
    bare = (_bare(texts) or _indented(lines)) if body == len(texts) else ()
    owned = (_owned(texts) or _duties(texts)) if body == len(texts) and not bare else ()
    stated = _stated(texts) if body == len(texts) and not bare and not owned else ()
    bare = bare or owned or stated
    body = bare[0] if bare else body
    if body == len(texts) and (table := _table_head(texts)) is not None:
        return Layout(table, table, len(texts))
    end = chrome_tail(texts, body)
    annex = _annex(texts, body, end)
    if not bare and (plan := _annexed_plan(texts, body, annex, end)):
        body, annex = plan, _annex(texts, plan, end)
    close = annex if annex < len(texts) else end
    while close > body + 1 and _closes(texts, body, close - 1):
        close -= 1
    return Layout(body, close, annex, tuple(index for index in bare if index < close), bool(owned), bool(stated), units)


def _units(texts: Sequence[str]) -> frozenset[int]:
    """The headings that are units alone on their lines; looked for only where some lines may be."""
    if (
        sum(2 < len(text) <= _LONGEST_UNIT and text.rstrip("：:").endswith(_UNIT_ENDS) for text in texts)
        < _FEWEST_DUTIES
    ):
        return frozenset()
    from sciplan_tui.core.parse.outline.unit_lines import find_unit_lines

    return frozenset(find_unit_lines(texts))


def _table_head(texts: Sequence[str]) -> int | None:
    return next((index for index in range(len(texts)) if heads_table(texts, index)), None)


def _bare(texts: Sequence[str]) -> tuple[int, ...]:
    """The headings of a plan without numbers; looked for only where no line has one."""
    if sum("：" in text or ":" in text for text in texts) < 2:
        return ()
    from sciplan_tui.core.parse.outline.bare_headings import find_bare_headings

    return find_bare_headings(texts)


def _indented(lines: Sequence[Line]) -> tuple[int, ...]:
    """The headings of a plan without numbers that is a tree by its indentation."""
    if sum(line.raw[:1].isspace() for line in lines) < _FEWEST_INDENTED:
        return ()
    from sciplan_tui.core.parse.outline.indented_headings import find_indented_headings

    return find_indented_headings(lines)


def _owned(texts: Sequence[str]) -> tuple[int, ...]:
    """The paragraphs of a plan without any headings that name their units; looked for only where some may."""
    if sum(_OWNED.search(text) is not None or _STATED.search(text) is not None for text in texts) < _FEWEST_OWNED:
        return ()
    from sciplan_tui.core.parse.outline.owned_paragraphs import find_owned_paragraphs

    return find_owned_paragraphs(texts)


def _stated(texts: Sequence[str]) -> tuple[int, ...]:
    """The headings of a plan without numbers, below each of whose tasks a line says by whom."""
    if sum(text.endswith(_BY_WHOM) for text in texts) < _FEWEST_DUTIES:
        return ()
    from sciplan_tui.core.parse.outline.stated_blocks import find_stated_blocks

    return find_stated_blocks(texts)


def _duties(texts: Sequence[str]) -> tuple[int, ...]:
    """The paragraphs of a plan without any headings that each tell a unit's duties."""
    if sum(_DUTY.match(text) is not None for text in texts) < _FEWEST_DUTIES:
        return ()
    from sciplan_tui.core.parse.outline.unit_paragraphs import find_unit_paragraphs

    return find_unit_paragraphs(texts)


def _body(texts: Sequence[str]) -> int:
    """The first heading of the outline, behind a table of contents if there is one."""
    start = next((index for index, text in enumerate(texts) if text.startswith("目") and _CONTENTS.fullmatch(text)), -1)
    spaced = any(text.startswith("二 ") for text in texts)
    listed = _listed_annexes(texts)
    headings = [i for i in range(start + 1, len(texts)) if i not in listed and _is_heading(texts[i], spaced)]
    if start >= 0 and headings:
        first = _entry(texts[headings[0]])
        return next((index for index in headings[1:] if _entry(texts[index]) == first), headings[0])
    numbered = bool(headings) and not _are_notes(texts[: headings[0] + 1])
    above = texts[: headings[0]] if numbered else texts
    run_on = next((index for index, text in enumerate(above) if _is_whole_plan(text)), len(texts))
    return _with_part_above(texts, headings[0]) if numbered and run_on == len(texts) else run_on


def _listed_annexes(texts: Sequence[str]) -> frozenset[int]:
    """The lines that go on with a list of annexes: 附件：1.…⏎2.…"""
    begins = (index for index, text in enumerate(texts) if text.startswith("附件") and _ANNEXES.match(text))
    below = (zip(range(index + 1, len(texts)), range(2, 20), strict=False) for index in begins)
    return frozenset(at for lines in below for at, number in takewhile(lambda line: _counts(texts, *line), lines))


def _counts(texts: Sequence[str], at: int, number: int) -> bool:
    found = marker(texts[at])
    return found is not None and found.rank is Rank.ITEM and found.number == number


def _are_notes(texts: Sequence[str]) -> bool:
    """Whether the numbers from the last line on count notes below a table (说明：1.…), which has no outline then."""
    notes = next((index for index, text in enumerate(texts) if text.startswith(_NOTES)), None)
    return notes is not None and any(text.startswith("序") for text in texts[:notes])


def _with_part_above(texts: Sequence[str], first: int) -> int:
    """The line `1 总体要求` above a first heading `1.1 指导思想`: its figure alone is no number that can be trusted."""
    part = decimal_part(texts[first])
    above = next((index for index in range(first - 1, -1, -1) if texts[index]), None)
    return above if part and above is not None and texts[above].startswith(f"{part} ") else first


def _is_whole_plan(text: str) -> bool:
    """Whether a line holds a plan: its parts or sections, or items that name who is responsible, with none before."""
    if len(text) < LONG_LINE or text.startswith(_NOTES):
        return False
    marks = counted(text, None, {}, frozenset())
    stated = _OWNED.search(text) or _STATED_WITHIN.search(text)
    counting = stated is not None and len(marks) > 1 and marks[0].start < stated.start()
    return counting or holds_outline(marks)


def _entry(text: str) -> str:
    return _LEADER.sub("", text).replace(" ", "")


def _is_heading(text: str, spaced: bool) -> bool:
    """Whether a line begins with a number of the outline; `spaced`: blanks stand behind them (一 总体要求)."""
    found = marker(text)
    if spaced and text.startswith("一 "):
        return True
    return found is not None and not found.doubtful and found.printed not in BULLETS


def _annex(texts: Sequence[str], body: int, end: int) -> int:
    """Where the annexes begin: a line 附件, or a table's head with its title."""
    for index in range(body + 1, end):
        if opens_annex(texts[index]):
            return index
        if heads_table(texts, index) and not _goes_on(texts, body, index, end):
            return _above_table(texts, index, body)
    return len(texts)


def _annexed_plan(texts: Sequence[str], body: int, annex: int, end: int) -> int | None:
    """The first heading of an annex that is the plan itself: its items say by whom, what stands before it does not."""
    told = [at for at in range(body, end) if _OWNED.search(texts[at]) or _STATED_WITHIN.search(texts[at])]
    if len(told) < _FEWEST_ANNEXED or any(heads_table(texts, at) for at in range(annex, end)):
        return None
    return next((at for at in range(annex, told[0]) if _chapter(texts[at])), None)


def _goes_on(texts: Sequence[str], body: int, index: int, end: int) -> bool:
    """Whether the outline counts on behind the table at `index`, which then stands under one of its headings."""
    above = {mark.rank: mark.number for text in texts[body:index] if (mark := _chapter(text))}
    behind = takewhile(lambda text: not opens_annex(text), texts[index + 1 : end])
    following = next((mark for text in behind if (mark := _chapter(text)) and mark.number != 1), None)
    return following is not None and following.number == (above.get(following.rank) or 0) + 1


def _chapter(text: str) -> Marker | None:
    """The marker of a part or section that a line begins with."""
    found = marker(text)
    return found if found and not found.doubtful and found.rank < Rank.ITEM else None


def _above_table(texts: Sequence[str], index: int, body: int) -> int:
    """The title of the table whose head stands at `index`, or the head itself."""
    above = index - 1
    while above > body and not texts[above]:
        above -= 1
    found = texts[above]
    return above if _TABLE_TITLE.fullmatch(found) and marker(found) is None else index


def _closes(texts: Sequence[str], body: int, at: int) -> bool:
    return not texts[at] or _CLOSING.fullmatch(texts[at]) is not None or is_foot(texts, body, at)
