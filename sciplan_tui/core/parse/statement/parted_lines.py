"""Units printed a line each: whole lists are parted at the ends of the lines, names broken over two made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.statement.roles import LABEL
from sciplan_tui.core.parse.unit.blanks import with_marks
from sciplan_tui.core.parse.unit.lists import plausible, split_outside_brackets
from sciplan_tui.core.parse.unit.local_names import SYSTEM
from sciplan_tui.core.unit.registry import is_collective, level_prefix

_SEPARATORS = "、，,；;"
_UNKNOWN = re.compile(f"{HAN}{{4,20}}")
"""A name that does not end as units do (海州金融港)."""
_CITY = re.compile(f"(?!各)(?:{HAN}州|{HAN}{{2}}州)")
"""A city's name, with which a body's begins: 清州⏎港口园区管委会."""
_OF_BODY = (
    rf"(?![省市区县州旗]|{SYSTEM}|[资自]规|工商|质监){HAN}{{2,3}}分局|"
    "[一二三四五六七八九十]{1,3}(?:[支大中]队|分局|所)"
)
"""What is but a part of the body on the line above: 市规划局 over 海州分局, 市执法总队 over 七支队."""
_BODY = ("局", "委", "厅", "总队", "支队")
_MOST_PIECES = 3
_COUNT = r"(?:{}[.．、](?!\d)|[（(]{}[）)]|{})\s*"
_NUMBER = _COUNT.format(r"\d{1,2}", r"\d{1,2}", "[①-⑳]")
"""The number of a unit in a list that counts them."""
_FIRST_ITEM = re.compile(r"\s*" + _COUNT.format("1", "1", "①"))
_ITEM = re.compile(rf"(?P<blank>\s{{0,9}})(?<!\d){_NUMBER}")
_WITHIN_ITEM = re.compile(rf"\n(?!\s*{_NUMBER})")


class _Line(NamedTuple):
    """A line of a cell: its label, if it begins with one, and the names behind it."""

    label: str
    names: str


def lines_parted(text: str) -> str:
    """The lines with a mark between those that are whole lists; run together, where a name is broken over two."""
    printed = ["".join(with_marks(line).split()) for line in _unnumbered(text).splitlines() if line.strip()]
    lines = list(map(_line, _mended(_with_rests(printed))))
    if len(lines) < 2 or not all(map(_is_whole, [None, *lines], lines, [*lines[1:], None])):
        return "".join(line.label + line.names for line in lines)
    told, above = "", ""
    for line in lines:
        names = line.names.strip(_SEPARATORS)
        told += (("；" if line.label else "、" if _are_names(names) else "，") if above else "") + line.label + names
        above = names
    return told


def _unnumbered(text: str) -> str:
    """A list that counts its units (1.市教育局 2.市科协) without the numbers, which part them as no line break does."""
    return _ITEM.sub(_parted, _WITHIN_ITEM.sub("", text)) if _FIRST_ITEM.match(text) else text


def _parted(found: re.Match[str]) -> str:
    at = found.start()
    if at == 0 or found.string[at - 1] in _SEPARATORS:
        return ""
    return "\n" if "\n" in found["blank"] else "、"


_NO_NAME = re.compile("[（(]|(?:有限|有限责任|股份有限)?公司$")
"""How a line begins, or is, that only goes on with a name: 各乡镇⏎（街道）, 县水务集团⏎有限公司."""


def _with_rests(lines: list[str]) -> list[str]:
    """The lines, those that name nothing by themselves put to the line above."""
    whole = lines[:1]
    for line in lines[1:]:
        if _NO_NAME.match(line):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def _mended(lines: list[str]) -> list[str]:
    """The lines of a cell that has a name on each, those put together that hold but a part of one."""
    if len(lines) < 2 or any(len(split_outside_brackets(line, _SEPARATORS)) > 1 for line in lines):
        return lines
    whole: list[str] = []
    for line in lines:
        if whole and (
            (whole[-1].endswith(_BODY) and re.fullmatch(_OF_BODY, line))
            or (whole[-1].endswith("办") and line in ("公厅", "公室"))
        ):
            whole[-1] += line
        else:
            whole.append(line)
    return list(_joined(whole)) if len(whole) > 2 else whole


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines; one that is no name is put before those that end it: 市航道和灯塔⏎管理局."""
    at = 0
    while at < len(lines):
        end = at + 1
        if not _is_name(lines[at]):
            ends = range(at + 2, min(at + _MOST_PIECES, len(lines)) + 1)
            end = next((to for to in ends if _goes_on(lines[at:to])), end)
        yield "".join(lines[at:end])
        at = end


def _goes_on(lines: list[str]) -> bool:
    """Whether lines are the pieces of one name: none but the first may begin one."""
    return _is_name("".join(lines)) and not any(map(_begins_name, lines[1:]))


def _begins_name(line: str) -> bool:
    return bool(level_prefix(line)) or is_collective(line)


def _is_name(line: str) -> bool:
    names = _line(line).names
    return not names or plausible(names)


def _line(text: str) -> _Line:
    found = LABEL.match(text)
    end = found.end() if found else 0
    return _Line(text[:end], text[end:])


def _is_whole(above: _Line | None, line: _Line, below: _Line | None) -> bool:
    """Whether a line is a whole list. One that is not known for a unit's may be a name of its own where nothing below
    can go on with it: it is the last, or a label or the level of another stands there.
    """
    names = line.names.strip(_SEPARATORS)
    if not names or _are_names(names):
        return True
    is_last = not line.label and (below is None or bool(below.label) or _begins_name(below.names))
    return (
        is_last and above is not None and _are_names(above.names.strip(_SEPARATORS)) and bool(_UNKNOWN.fullmatch(names))
    )


def _are_names(text: str) -> bool:
    names = split_outside_brackets(text, _SEPARATORS)
    return all(map(plausible, names)) and not _CITY.fullmatch(names[-1])
