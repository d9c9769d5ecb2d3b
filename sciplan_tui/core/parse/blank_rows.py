"""Rows of a table that is printed with one row a line: blanks part the cells, and stand inside a wrapped cell as well.

So a row is read from its right end: the deadline, then the longest stretch of words that names units; its first word is
the title. A row without units yet goes on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.cell_alignment import align, tail_columns
from sciplan_tui.core.parse.table_heads import UNIT_COLUMNS, Column, read_heads
from sciplan_tui.core.parse.table_rows import EMPTY, Cell, Piece, TaskRow, is_units

_BEGINS = re.compile(r"(\d{1,3})[.、．]?\s+(?=\S)")
_DEADLINE = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上下]半年|第?[一二三四]季度)?(?:年?底)?前?"
    rf"|(?:持续|长期|常年|全年|每年|年内|立即|逐年|按时|适时){HAN}{{0,6}}"
)
_STRONG = re.compile(r"(?:[市省区县州旗](?!场)|各|有关|相关|其他|团[省市区县州]|共青团|中国|国家|全[市省区县州]|中央)")
_PLAIN = re.compile(rf"{HAN}{{2,9}}(?:[局委办部厅联协会院府队处所]|中心|集团|公司|大学|学院)(?:[、，,]|$)")
_NARROWEST = 6
_RUNS_ON = ("、", "，", ",", "和", "及")


def read_rows(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """The rows from `at` on, and where the table ends."""
    found: list[list[Piece]] = []
    end = at
    for index in range(at, len(pieces)):
        piece = pieces[index]
        if read_heads(piece.text.split(), strict=True):
            continue
        begins = _BEGINS.match(piece.text)
        if begins and int(begins[1]) == len(found) + 1:
            found.append([piece])
        elif begins or not found or len(found[-1]) > 6 or _complete(found[-1], columns):
            break
        else:
            found[-1].append(piece)
        end = index + 1
    width = max((len(_words(row)[0]) for row in found if _words(row)), default=0)
    rows = [row for lines in found if (row := read_row(lines, columns, width))]
    return rows, end


def _words(row: Sequence[Piece]) -> list[str]:
    return " ".join(piece.text for piece in row).split()[1:]


def _complete(row: Sequence[Piece], columns: Sequence[Column]) -> bool:
    return read_row(row, columns) is not None


def read_row(lines: Sequence[Piece], columns: Sequence[Column], width: int = 0) -> TaskRow | None:
    """One row from its lines, its number first; None without units at its right end. `width`: of a wrapped title."""
    words = _words(lines)
    number = lines[0].text.split()[0].rstrip(".、．")
    tail = tail_columns(columns)
    if len(tail) > 1 and Column.OFFICE in columns:
        return _aligned_row(number, words, columns, tail, lines)
    words, deadline = _without_deadline(words) if Column.DEADLINE in columns else (words, "")
    start = _first_unit_word(words)
    if start is None or start == 0:
        return None
    wanted = [column for column in columns if column in UNIT_COLUMNS]
    line = lines[0].line.number
    cells = [Cell(column, text, line) for column, text in zip(wanted, _parts(words[start:], len(wanted)), strict=False)]
    if deadline:
        cells.append(Cell(Column.DEADLINE, deadline, line))
    wrapped = len(words[0]) == width >= _NARROWEST and start > 2 and len(words[1]) < width
    taken = 2 if wrapped else 1
    title, content = "".join(words[:taken]), "".join(words[taken:start])
    return TaskRow(number, title, content, tuple(cells), lines[0].index, lines[-1].index, line)


def _aligned_row(
    number: str, words: Sequence[str], columns: Sequence[Column], tail: Sequence[Column], lines: Sequence[Piece]
) -> TaskRow | None:
    """A row of a table that names persons or offices beside its units: each word is given to its column."""
    found = align(words, tail, _is_deadline, len(words) + 1 == len(columns))
    if found is None:
        return None
    start, texts = found
    line = lines[0].line.number
    cells = tuple(Cell(column, text, line) for column, text in zip(tail, texts, strict=True))
    title, content = (words[0], "".join(words[1:start])) if Column.CONTENT in columns else ("".join(words[:start]), "")
    return TaskRow(number, title, content, cells, lines[0].index, lines[-1].index, line)


def _is_deadline(text: str) -> bool:
    return text in EMPTY or _DEADLINE.fullmatch(text) is not None


def _without_deadline(words: list[str]) -> tuple[list[str], str]:
    """The words before the deadline, and the deadline: the longest tail that is one."""
    for length in (4, 3, 2, 1):
        tail = "".join(words[-length:])
        if len(words) > length and tail and _DEADLINE.fullmatch(tail):
            return words[:-length], tail
    return (words[:-1], "") if words and words[-1] in EMPTY else (words, "")


def _first_unit_word(words: Sequence[str]) -> int | None:
    """Where the longest tail begins that is a list of units and can begin one."""
    best = None
    for start in range(len(words) - 1, max(-1, len(words) - 16), -1):
        tail = "".join(word for word in words[start:] if word not in EMPTY)
        if not _can_begin(words[start]) or (start and words[start - 1].endswith(_RUNS_ON)):
            continue
        if not is_units(_separated(words[start:])):
            if best is not None or len(tail) > 200:
                break
            continue
        best = start
    return best


def _can_begin(word: str) -> bool:
    return bool(_STRONG.match(word) or _PLAIN.match(word))


def _separated(words: Sequence[str]) -> str:
    """The words as one list: where one cell may end and the next begin, a 、 is put."""
    text = ""
    for word in words:
        if word in EMPTY:
            continue
        joined = not text or text.endswith(_RUNS_ON) or not _parts_here(text, word)
        text = text + word if joined else f"{text}、{word}"
    return text


def _parts_here(before: str, word: str) -> bool:
    return bool(re.search(r".[局委办部厅联协会院府心司团）)]$", before)) and _can_begin(word) and before[-2:] != "市委"


def _parts(words: Sequence[str], wanted: int) -> list[str]:
    """The unit cells of a row: as many as there are unit columns, the last takes what is left."""
    parts: list[str] = []
    for word in words:
        part = "/" if word in EMPTY else word
        fresh = not parts or part == "/" or parts[-1] == "/"
        if fresh or (len(parts) < wanted and not parts[-1].endswith(_RUNS_ON) and _parts_here(parts[-1], word)):
            parts.append(part)
        elif not parts[-1].endswith(_RUNS_ON) and _parts_here(parts[-1], word):
            parts[-1] += f"、{word}"
        else:
            parts[-1] += word
    return parts
