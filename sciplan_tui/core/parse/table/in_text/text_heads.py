"""Where the head of a table stands that lost its grid in the text: on one line, or one cell a line.

A head that is not known is taken for one only where the numbers of the rows begin right below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.line.markers import begins_heading
from sciplan_tui.core.parse.table.heads import Column, is_unknown, read_head, read_heads
from sciplan_tui.core.parse.table.heads_in_two_rows import unfolded
from sciplan_tui.core.parse.table.row_numbers import number_before
from sciplan_tui.core.parse.table.rows import Piece

FIRST = frozenset({Column.NUMBER, Column.TITLE, Column.GROUP})
"""What the first column of a task table may be."""
_LONGEST_LINE, _LONGEST_CELL = 80, 20
"""Characters; a cell of a known head may be longer by what a bracket behind it adds."""
_BEGINS = r"\d{1,4}[.、．]? "
_LONGEST_REST = 6
MOST_CELLS = 24
"""Lines that a head of one cell a line may take."""
_WORDS = r"[\w（）()/、]+"
_REST = r"\w{0,4}(?:单位|部门|领导|人|室|要求|节点|安排|进度|内容|名称)[）)]?|[（(].+[）)]"
"""What may stand below a head that is one already: 牵头 over 单位."""
_YEAR = re.compile(r"20\d\d年\w{1,3}$")
_LISTS = ("清单", "表", "台账")
"""How the title of a table ends, that stands above a head which is whole without it."""
_KINDS_OF, _KINDS = ("任务", "工作", "项目", "事项"), ("分类", "类别")
"""The halves of one head that are heads by themselves: 任务⏎分类."""
_MOST_HEADINGS = 4
_SPACED_WORDS = r"(?:(?<!\S)[^\s\d](?: [^\s\d](?!\S))+)|\S+"


class Head(NamedTuple):
    """The columns of a head, where its rows begin, and whether each row is one line."""

    columns: tuple[Column, ...]
    body: int
    in_lines: bool


def head_at(pieces: Sequence[Piece], at: int) -> Head | None:
    """The head that begins here, if any."""
    text = pieces[at].text
    if len(text) > _LONGEST_LINE:
        return None
    tokens = _tokens(text)
    if len(tokens) >= 3:
        return _head_in_lines(pieces, at, tokens) or _broken_head(pieces, at, tokens)
    return _counted_head(pieces, at) or _head_of_cells(pieces, at) or _head_above_titles(pieces, at)


def _broken_head(pieces: Sequence[Piece], at: int, tokens: Sequence[str]) -> Head | None:
    """A head on a line whose first and last cells go on in the next one: 序 工作任务 牵头⏎号 部门."""
    lower = _tokens(pieces[at + 1].text) if at + 1 < len(pieces) else []
    if len(lower) != 2 or tokens[0] + lower[0] != "序号":
        return None
    columns = read_heads([tokens[0] + lower[0], *tokens[1:-1], tokens[-1] + lower[1]], strict=True)
    return Head(columns, at + 2, in_lines=True) if columns else None


def _head_of_cells(pieces: Sequence[Piece], at: int) -> Head | None:
    cells, end = _head_cells(pieces, at)
    if cells and cells[0].endswith(_LISTS) and read_heads(unfolded(cells[1:]), strict=True):
        return None
    columns = read_heads(unfolded(cells), strict=True) if len(cells) >= 3 else None
    if columns and columns[0] is columns[-1] is Column.GROUP and pieces[end : end + 1] and pieces[end].text.isdecimal():
        columns, end = columns[:-1], end - 1  # what groups the first rows, and sounds like a head: 海上行动
    return Head(columns, end, in_lines=False) if columns else None


def _counted_head(pieces: Sequence[Piece], at: int) -> Head | None:
    """A head a cell a line, known heads and others, right above the first number; a heading may stand between."""
    if len(pieces[at].text) > _LONGEST_REST or read_head(pieces[at].text) is not Column.NUMBER:
        return None
    cells, end = _cells_above_number(pieces, at)
    numbered = any(piece.text.isdecimal() for piece in pieces[end : end + 3])
    columns = read_heads(unfolded(cells)) if numbered and len(cells) >= 3 else None
    return Head(columns, end, in_lines=False) if columns else None


def _head_above_titles(pieces: Sequence[Piece], at: int) -> Head | None:
    """A head a cell a line, known heads and others, without a column of numbers, above tasks that bear theirs:
    （1）修灯塔. What heads them may stand between.
    """
    first = pieces[at].text
    if len(first) > _LONGEST_REST or read_head(first) not in FIRST or first.endswith(_LISTS):
        return None
    cells, end = _cells_above_number(pieces, at)
    numbered = any(number_before(piece.text, 1) for piece in pieces[end : end + _MOST_HEADINGS])
    columns = read_heads(unfolded(cells)) if numbered and len(cells) > 3 else None
    return Head(columns, end, in_lines=False) if columns else None


def _cells_above_number(pieces: Sequence[Piece], at: int) -> tuple[list[str], int]:
    """The cells of a head up to the first number or heading, and where they end; none where one can be no head."""
    cells: list[str] = []
    for end in range(at, min(at + MOST_CELLS, len(pieces))):
        text = "".join(_tokens(pieces[end].text)) if cells else pieces[end].text
        if text.isdecimal() or begins_heading(text):
            break
        if cells and _may_go_on(text, cells[-1]):
            cells[-1] += text
        elif read_head(text) is None and not is_unknown(text):
            return [], at
        else:
            cells.append(text)
    return cells, end


def _tokens(text: str) -> list[str]:
    """The words of a line; those printed with a blank between all characters (工 作 任 务) are one."""
    if " " not in text:
        return [text]
    return [word.replace(" ", "") for word in re.findall(_SPACED_WORDS, text)]


def _head_in_lines(pieces: Sequence[Piece], at: int, tokens: Sequence[str]) -> Head | None:
    """A head on one line; its last cell may be broken over a line or two more."""
    if read_head(tokens[0]) not in FIRST:
        return None
    if below := _second_line(pieces, at, tokens):
        return below
    *others, last = tokens
    found = None
    for end in range(at + 1, min(at + 4, len(pieces) + 1)):
        counted = end < len(pieces) and re.match(_BEGINS, pieces[end].text) and all(map(may_be_head, tokens))
        if columns := read_heads([*others, last], strict=not counted):
            found = Head(columns, end, in_lines=True)
        if end == len(pieces) or not _may_go_on(pieces[end].text, last):
            break
        last += pieces[end].text
    return found


def _second_line(pieces: Sequence[Piece], at: int, tokens: Sequence[str]) -> Head | None:
    """A head on two lines, the second the heads that one of the first spans."""
    lower = _tokens(pieces[at + 1].text) if at + 1 < len(pieces) else []
    heads = unfolded([*tokens, *lower])
    if len(lower) < 2 or len(heads) == len(tokens) + len(lower):
        return None
    columns = read_heads(heads, strict=True)
    return Head(columns, at + 2, in_lines=True) if columns else None


def may_be_head(text: str) -> bool:
    """Whether a cell is a head that is known, or words that may be one."""
    return read_head(text) is not None or is_unknown(text)


def _may_go_on(text: str, above: str) -> bool:
    """Whether a short line is the rest of a head cell: no head itself, but the cell above is one with it."""
    if text in _KINDS and above in _KINDS_OF:
        return True
    if len(text) > _LONGEST_REST or text.isdecimal() or begins_heading(text) or read_head(text) is not None:
        return False
    rest = re.fullmatch(_REST, text) if read_head(above) is not None else re.fullmatch(_WORDS, text)
    return rest is not None and read_head(above + text) is not None


def _is_half(text: str, following: str) -> bool:
    """Whether a line is the first half of a head: a short one, or one with a year whose end is cut off: 2026年目⏎标."""
    return (len(text) <= 4 and not any(mark.isdecimal() for mark in text)) or (
        _YEAR.match(text) is not None and len(following) <= 2
    )


def _head_cells(pieces: Sequence[Piece], at: int) -> tuple[list[str], int]:
    """The head cells that stand on lines of their own from `at` on, broken ones whole, and where they end."""
    cells: list[str] = []
    end = at
    while end < len(pieces) and end - at < MOST_CELLS:
        text = pieces[end].text
        following = pieces[end + 1].text if end + 1 < len(pieces) else ""
        if (len(text) > _LONGEST_CELL and not (cells and read_head(text))) or (
            not cells and read_head(text) not in FIRST and read_head(text + following) not in FIRST
        ):
            break
        if cells and _may_go_on(text, cells[-1]):
            cells[-1] += text
        elif read_head(text) is not None and not begins_heading(text):
            cells.append(text)
        elif _is_half(text, following) and len(following) <= 6 and read_head(text + following) is not None:
            cells.append(text + following)
            end += 1
        else:
            break
        end += 1
    return cells, end
