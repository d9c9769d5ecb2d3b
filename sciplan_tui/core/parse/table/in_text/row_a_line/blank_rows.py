"""Rows of a table that is printed with one row a line: blanks part the cells, and stand inside a wrapped cell as well.

So a row is read from its right end: the deadline, then the longest stretch of words that names units; its first word is
the title. A row without units yet goes on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.table.cell_places import place
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_heads
from sciplan_tui.core.parse.table.in_text.row_a_line.gathered_rows import GatheredRows, is_wrapped
from sciplan_tui.core.parse.table.in_text.wrapped_cells import wrapped_row
from sciplan_tui.core.parse.table.open_headings import headed
from sciplan_tui.core.parse.table.rows import EMPTY, Cell, Piece, TaskRow, is_units
from sciplan_tui.core.parse.time.deadlines import is_deadline

_SURELY_DATE = re.compile(r"(?=.*\d)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底)?前?|持续推进|长期坚持|全年|年内")
"""A deadline in the midst of the words: the last cell before it was wrapped."""
_STRONG = re.compile(r"(?:[市省区县州旗](?!场)|各|有关|相关|其他|团[省市区县州]|共青团|中国|国家|全[市省区县州]|中央)")
_PLAIN = re.compile(rf"{HAN}{{2,9}}(?:[局委办部厅联协会院府队处所]|[分支]行|中心|集团|公司|大学|学院)(?:[、，,]|$)")
_TAKEN = UNIT_COLUMNS | {Column.DEADLINE}
_WORDING = frozenset({Column.GROUP, Column.TITLE, Column.CONTENT, Column.TARGET})
_WORDS_OF_TASK = frozenset({Column.GROUP, Column.CONTENT, Column.TARGET, Column.OTHER})
"""What may stand beside the title before the units."""
_PERSON = re.compile(rf"{HAN}{{2,4}}")
"""A word that may name a person."""
_GAP = re.compile(r"(?<=\d) +")
_NARROWEST = 6
_RUNS_ON = ("、", "，", ",", "和", "及")


def read_rows(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """The rows from `at` on, and where the table ends."""
    if columns[0] is not Column.NUMBER:
        return _rows_without_numbers(pieces, at, columns)
    gathered = GatheredRows(pieces, lambda lines: read_row(lines, columns) is not None)
    found, end = gathered.rows(at)
    width = max((len(words[0]) for row in found if (words := _words(row))), default=0)
    rows = []
    for lines, headings in zip(found, gathered.headings, strict=True):
        if _words(lines):
            rows.append(headed(read_row(lines, columns, width) or _unread(lines), headings))
    return (rows, end) if rows else _rows_without_numbers(pieces, at, columns[1:])


def _unread(lines: Sequence[Piece]) -> TaskRow:
    """A row whose units cannot be told: its task is kept, its words are shown."""
    words, first = _words(lines), lines[0]
    number, content = first.text.split()[0].rstrip(".、．"), " ".join(words[1:])
    return TaskRow(number, words[0], content, (), first.place, lines[-1].place, first.line.number, unread=True)


def _rows_without_numbers(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """Rows that have one word for each column, a line each."""
    rows: list[TaskRow] = []
    for end in range(at, len(pieces)):
        piece = pieces[end]
        row = _whole_row("", piece.text.split(), columns, [piece])
        if row is None and not read_heads(piece.text.split(), strict=True):
            return rows, end
        rows += [row] if row else []
    return rows, len(pieces)


def _whole_row(number: str, words: Sequence[str], columns: Sequence[Column], lines: Sequence[Piece]) -> TaskRow | None:
    """A row with as many words as columns, each fitting its own."""
    if len(words) != len(columns) or not all(_fits(word, column) for word, column in zip(words, columns, strict=True)):
        return None
    line = lines[0].line.number
    pairs = list(zip(words, columns, strict=True))
    cells = tuple(Cell(column, word, line) for word, column in pairs if column in _TAKEN)
    title = next((word for word, column in pairs if column is Column.TITLE), None)
    if title is None:
        return None
    content = "".join(word for word, column in pairs if column is Column.CONTENT)
    return TaskRow(number, title, content, cells, lines[0].place, lines[-1].place, line)


def _fits(word: str, column: Column) -> bool:
    if column in UNIT_COLUMNS:
        return word in EMPTY or (len(word) > 2 and is_units(word))
    return _may_be_date(word) if column is Column.DEADLINE else True


def _words(row: Sequence[Piece]) -> list[str]:
    return " ".join(piece.text for piece in row).split()[1:]


def read_row(lines: Sequence[Piece], columns: Sequence[Column], width: int = 0) -> TaskRow | None:
    """One row from its lines, its number first; None without units at its right end. `width`: of a wrapped title."""
    words = _words(lines)
    number = lines[0].text.split()[0].rstrip(".、．")
    if row := _whole_row(number, words, columns[1:], lines):
        return row
    if is_wrapped(lines):
        return wrapped_row(number, lines[1:], columns[1:])
    if Column.OFFICE in columns:
        return _aligned_row(number, words, columns, lines)
    words, deadline = _without_deadline(words) if Column.DEADLINE in columns else (words, "")
    start = _first_unit_word(words)
    if start is None:
        return None
    wanted = [column for column in columns if column in UNIT_COLUMNS]
    line = lines[0].line.number
    parts = _parts(words[start:], len(wanted))
    cells = [Cell(column, text, line) for column, text in zip(wanted, parts, strict=False)]
    if deadline:
        cells.append(Cell(Column.DEADLINE, deadline, line))
    wrapped = len(words[0]) == width >= _NARROWEST and start > 2 and len(words[1]) < width
    taken = min(start, 2 if wrapped else 1) if _WORDS_OF_TASK.intersection(columns) else start
    title, content = "".join(words[:taken]), "".join(words[taken:start])
    short = not title or len(parts) < len(wanted) or (Column.CONTENT in columns and not content)
    told = _in_columns(lines[0], words[:start], columns)
    if told:
        title, content, unsure = told
        short = len(parts) < len(wanted) or unsure
    return TaskRow(number, title, content, tuple(cells), lines[0].place, lines[-1].place, line, short=short)


def _in_columns(first: Piece, words: Sequence[str], columns: Sequence[Column]) -> tuple[str, str, bool] | None:
    """The title and the content among the words before the units, and whether they are a guess; where a column groups
    the rows, or wide blanks behind the number tell of empty cells.
    """
    gap = _GAP.search(first.line.text)
    empty = gap.end() - gap.start() - 1 if gap else 0
    wording = [column for column in columns if column in _WORDING]
    if not words or (Column.GROUP not in wording and not empty) or empty >= len(wording):
        return None
    found = place(words, wording[empty:], broken=True)
    if found is None or len(found.rows) > 1:
        return None
    told = {
        column: "".join(words[at] for at in own) for column, own in zip(wording[empty:], found.rows[0], strict=True)
    }
    title, content = told.get(Column.TITLE, ""), told.get(Column.CONTENT, "")
    return title, content, found.doubtful


def _aligned_row(
    number: str, words: Sequence[str], columns: Sequence[Column], lines: Sequence[Piece]
) -> TaskRow | None:
    """A row of a table that names persons or offices beside its units: each word is given to its column."""
    from sciplan_tui.core.parse.table.in_text.cell_alignment import align, tail_columns

    tail = tail_columns(columns)
    if not words or UNIT_COLUMNS.isdisjoint(tail):
        return None
    found = align(words, tail, _may_be_date, len(words) + 1 == len(columns))
    if found is None:
        return None
    start, texts = found
    line = lines[0].line.number
    cells = tuple(Cell(column, text, line) for column, text in zip(tail, texts, strict=True))
    title, content = (words[0], "".join(words[1:start])) if Column.CONTENT in columns else ("".join(words[:start]), "")
    unsure = Column.OFFICE in tail and start > 1 and not content and _PERSON.fullmatch(words[start - 1]) is not None
    return TaskRow(number, title, content, cells, lines[0].place, lines[-1].place, line, short=unsure)


def _may_be_date(text: str) -> bool:
    return text in EMPTY or is_deadline(text)


def _without_deadline(words: list[str]) -> tuple[list[str], str]:
    """The words before the deadline, and the deadline: the longest tail that is one."""
    for length in (4, 3, 2, 1):
        tail = "".join(words[-length:])
        if len(words) > length and tail and is_deadline(tail):
            return words[:-length], tail
    for at in range(len(words) - 2, max(1, len(words) - 4), -1):
        if _SURELY_DATE.fullmatch(words[at]):
            return [*words[:at], *words[at + 1 :]], words[at]
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
    return (
        bool(re.search(r".[局委办部厅联协会院府心司团）)]等?$", before)) and _can_begin(word) and before[-2:] != "市委"
    )


def _parts(words: Sequence[str], wanted: int) -> list[str]:
    """The unit cells of a row: as many as there are unit columns, the last takes what is left."""
    parts: list[str] = []
    if len(words) == wanted and all(word in EMPTY or is_units(word) for word in words):
        return list(words)
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
