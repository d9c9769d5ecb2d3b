"""Rows of a table of which nothing is left between the cells: 1修灯塔刷白三座市海洋局、市财政局2清航道…

The next number ends a row where units do, or a sentence, or a line. Its units are the names at its end; where two
columns name some, they are parted where no mark stands between two names, and a blank before them is an empty first
cell. Units that several rows share are printed with the last of them. What of the other words is the title cannot be
told: all rows are in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.outline.titles import first_sentence
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head
from sciplan_tui.core.parse.table.rows import Cell, Piece, TaskRow
from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.unit.registry import level_prefix

_ENDS = "局委办厅部门府会院协联心司团队所馆校站行处室）)"
_OTHERS = re.compile("各|[省市区县州旗]委|有关|相关|国家|国网|中国|全国|团[省市区县州]")
_JOINT = re.compile(f"(?<=[{_ENDS}])(?=[^、，,）)])")
_COMPANIES = ("公司", "集团", "银行", "中心", "学院", "大学", "医院")
_SEPARATORS = frozenset("、，,")
_BEHIND = re.compile("\\s*$|\n|[注附]|[^、，,。；;]{4,20}\\d{4}年")
_SHORTEST, _LONGEST_NAME = 3, 40
_MOST_ROWS, _LONGEST_ROW, _FEWEST_ROWS = 300, 600, 3
_OWNER = re.compile("(?:牵头|责任|配合|协办|协同|参与)(?:[/／](?:责任|配合|参与))?(?:单位|部门)")
_HEAD = re.compile(
    f"(?:序号?|任务|事项|措施|举措|内容|要求|名称|目标)(?P<owners>(?:{_OWNER.pattern}){{1,3}})(?:完成时限)?(?=1[.、．]?[^\\W\\d])"
)
"""The last cells of a head without anything between them, and the first number right behind."""
_FIRST = re.compile("\\s*1[.、．]? ?(?=[^\\W\\d])")
_ANNEX = re.compile("附[件表录]")


class GluedRow(NamedTuple):
    """A row: its number, its wording, its unit cells, and the columns of the text that it takes."""

    number: int
    words: str
    cells: tuple[str, ...]
    start: int
    end: int


def glued_rows(text: str, start: int, count: int) -> list[GluedRow]:
    """The rows of the text from `start` on, with `count` unit cells each; none where they are too few."""
    found = []
    for number, begin, end in _stretches(text, start):
        row = text[begin:end]
        at = _units_begin(row)
        units = row[at:] if at is not None else ""
        blank = at is not None and row[at - 1 : at] == " "
        words = row[:at] if at is not None else row
        found.append(GluedRow(number, words.strip(), _cells(units, count, blank=blank), begin, end))
    told = [row for row in found if any(row.cells)]
    return found if len(told) >= _FEWEST_ROWS and any(found[-1].cells) else []


def read_glued(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """The rows below a head, and where the table ends; none where the lines can't be parted so."""
    stop = next((end for end in range(at, len(pieces)) if _ANNEX.match(pieces[end].text)), len(pieces))
    text = "\n".join(piece.text for piece in pieces[at:stop])
    roles = [column for column in columns if column in UNIT_COLUMNS]
    found = _shared(glued_rows(text, 0, len(roles)))
    places = [(at + text.count("\n", 0, row.start), at + text.count("\n", 0, row.end - 1)) for row in found]
    rows = [
        _task_row(row, roles, pieces[first], pieces[last]) for row, (first, last) in zip(found, places, strict=True)
    ]
    return rows, places[-1][1] + 1 if places else at


def inline_glued(place: int, line: Line) -> Iterator[tuple[tuple[int, int], tuple[TaskRow, ...]]]:
    """The tables of this kind inside one line: the columns of the line that each takes, and its rows."""
    for head in _HEAD.finditer(line.text):
        roles = [column for cell in _OWNER.findall(head["owners"]) if (column := read_head(cell)) in UNIT_COLUMNS]
        found = _shared(glued_rows(line.text, head.end(), len(roles))) if roles else []
        piece = Piece(place, line, line.text)
        rows = [_task_row(row, roles, piece, piece)._replace(within=(row.start, row.end)) for row in found]
        if rows:
            yield (head.start(), found[-1].end), tuple(rows)


def _shared(rows: Sequence[GluedRow]) -> list[GluedRow]:
    """The rows, those without units with the ones of the next that has some."""
    whole: list[GluedRow] = []
    for row in reversed(rows):
        below = whole[-1].cells if whole else ()
        whole.append(row if any(row.cells) else row._replace(cells=below))
    return whole[::-1]


def _task_row(row: GluedRow, roles: Sequence[Column], first: Piece, last: Piece) -> TaskRow:
    line = first.line.number
    cells = tuple(Cell(role, text, line) for role, text in zip(roles, row.cells, strict=True) if text)
    words = "".join(row.words.split())
    title = first_sentence(words) or words
    return TaskRow(str(row.number), title, words, cells, first.place, last.place, line, short=True)


def _stretches(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Each number with the stretch behind it; they count on from 1."""
    number, found = 1, _FIRST.match(text, start)
    while found and number < _MOST_ROWS:
        following = _number(number + 1).search(text, found.end(), found.end() + _LONGEST_ROW)
        end = following.start() if following else _last_end(text, found.end())
        yield number, found.end(), end
        number, found = number + 1, following


def _number(number: int) -> re.Pattern[str]:
    return re.compile(f"(?:(?<=[{_ENDS}。；;\n ])|^){number}[.、．]? ?(?![年月日号个项座])(?=[^\\W\\d])", re.MULTILINE)


def _last_end(text: str, begin: int) -> int:
    """Where the last row ends: with the first names behind which a line ends, or a note, or one signs."""
    row = text[begin : begin + _LONGEST_ROW]
    for at in range(_SHORTEST, len(row) + 1):
        if row[at - 1] in _ENDS and _BEHIND.match(row, at) and _units_begin(row[:at]) is not None:
            return begin + at
    return begin


def _units_begin(row: str) -> int | None:
    """Where the units at the end of a row begin; None where it ends with none."""
    begin, at = None, len(row.rstrip())
    while (name := _name_begin(row, at)) is not None:
        begin = name
        before = row[:name].rstrip("\n")
        at = len(before) - 1 if before[-1:] in _SEPARATORS else name
    return begin


def _name_begin(row: str, at: int) -> int | None:
    """Where the name begins that ends at `at`: behind a mark, or behind another name, or amid other words."""
    floor = max(0, at - _LONGEST_NAME)
    apart = max(row.rfind(mark, floor, at) for mark in "、，,。；; \n") + 1
    glued = [j for j in range(apart + _SHORTEST, at - 1) if row[j - 1] in _ENDS and _is_name(row[j:at])]
    if joints := [j for j in glued if _is_name(row[apart:j])]:
        return joints[-1]
    before = row[:apart].rstrip("\n")
    listed = before[-1:] == "、" and before[-2:-1] in _ENDS
    if _is_name(row[apart:at]) or (listed and _may_be_name(row[apart:at])):
        return apart
    return next((j for j in range(at - _SHORTEST, max(floor, apart), -1) if _is_name(row[j:at])), None)


def _may_be_name(text: str) -> bool:
    return text.endswith((*_ENDS, *_COMPANIES)) and plausible(text)


def _is_name(text: str) -> bool:
    text = "".join(text.split())
    begins = level_prefix(text) or _OTHERS.match(text)
    return bool(begins) and len(text) >= _SHORTEST and text.endswith(tuple(_ENDS)) and plausible(text)


def _cells(units: str, count: int, *, blank: bool) -> tuple[str, ...]:
    """The units shared out over two columns, or the one there is."""
    units = "".join(units.split())
    if count == 1 or not units:
        return (units, *[""] * (count - 1))
    if blank:
        return (*[""] * (count - 1), units)
    for joint in _JOINT.finditer(units):
        if joint.start() and _is_name(units[: joint.start()].rpartition("、")[2]) and _begins(units, joint.start()):
            return (units[: joint.start()], units[joint.start() :], *[""] * (count - 2))
    return (units, *[""] * (count - 1))


def _begins(units: str, at: int) -> bool:
    rest = re.split("[、，,]", units[at:])[0]
    return _is_name(rest) or any(_is_name(rest[:end]) for end in range(_SHORTEST, len(rest)))
