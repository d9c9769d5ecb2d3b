"""What the text tables hand over: their rows, each a task with the cells that name its units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.outline.titles import first_sentence
from sciplan_tui.core.parse.statement.reading import Reading
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.unit_cells import read_unit_cell

EMPTY = frozenset({"", "/", "／", "—", "-", "－", "——", "无"})
"""What stands in a cell that names nobody."""
DITTO = frozenset({"同上", "同前", "〃"})
"""What stands in a cell that repeats the one above."""
_LONGEST_TITLE = 40
_IN_WORDS = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
_DOES = re.compile(
    "启动|开工|新建|改建|扩建|迁建|续建|建成|推进|推动|完成|实施|开展|加快|加强|提升|深化|打造|创建|举办|培育|编制|制定|出台|落实|做好|抓好|面向"
    "|组建|成立|设立|建立|健全|完善|认定|评选|拓展|丰富|壮大|办好|建好|建设(?!银行|管理|工程|交易|投资|发展|集团|公司|指挥|[局厅委部办])"
)
BARS = frozenset("|｜│┃")
"""What parts the cells of a line."""
GRID_MARKS = frozenset("│┃|｜║┌├└┏┣┗╔╠╚+")
"""What a line of a grid drawn in characters begins with."""


class Cell(NamedTuple):
    """One cell: its column, its words, the line where it begins."""

    column: Column
    text: str
    line: int


class TaskRow(NamedTuple):
    """One row: a task with its units. `first` and `last` are indices into the lines; its units begin at `line`.

    `unread`: its units could not be told from its other words. `short`: it has fewer cells than its head, and which
    is missing is a guess. `group`: what heads it and the rows around it, `over`: the headings above that one, the
    outermost first. `within`: its columns, where its table stands inside one line.
    """

    number: str
    title: str
    content: str
    cells: tuple[Cell, ...]
    first: int
    last: int
    line: int
    unread: bool = False
    short: bool = False
    group: Cell | None = None
    over: tuple[Cell, ...] = ()
    within: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """The title; of a row without one the first sentence of its content, else its place in brackets."""
        return self.title or first_sentence(self.content) or f"[第{self.number or self.line}项]"

    def readings(self) -> tuple[tuple[Cell, Reading], ...]:
        """What each unit cell says."""
        units = (cell for cell in self.cells if cell.column in UNIT_COLUMNS and cell.text not in EMPTY)
        return tuple((cell, read_unit_cell(cell.text, cell.column.label)) for cell in units)

    @property
    def deadline(self) -> str | None:
        """The cell under 时间节点 or 完成时限, without blanks."""
        found = ("".join(cell.text.split()) for cell in self.cells if cell.column is Column.DEADLINE)
        return next((text for text in found if text not in EMPTY), None)


def repeated(rows: Sequence[TaskRow]) -> Iterator[TaskRow]:
    """The rows with what 同上 stands for."""
    above: dict[Column, str] = {}
    for row in rows:
        if any(cell.text in DITTO for cell in row.cells):
            cells = (
                cell._replace(text=above.get(cell.column, "")) if cell.text in DITTO else cell for cell in row.cells
            )
            row = row._replace(cells=tuple(cells))
        above |= {cell.column: cell.text for cell in row.cells}
        yield row


class Piece(NamedTuple):
    """A line that is not empty, and where it stands."""

    place: int
    line: Line
    text: str


def is_units(text: str, column: Column = Column.RESPONSIBLE) -> bool:
    """Do these words name units and nothing else? What begins with a verb of tasks does not: 启动……图书馆."""
    if _DOES.match(text):
        return False
    reading = read_unit_cell(text, column.label)
    return bool(reading.roles) and reading.sure


def row_of(cells: Sequence[tuple[Column, Sequence[Piece]]], lines: Sequence[Piece], *, short: bool = False) -> TaskRow:
    """The task that the cells of one row tell, each the pieces that stand in its column; `lines`: all its lines."""
    texts = [(column, "\n".join(piece.text for piece in pieces), pieces) for column, pieces in cells]
    kept = tuple(
        Cell(column, text, pieces[0].line.number)
        for column, text, pieces in texts
        if text and (column is Column.DEADLINE or (column in UNIT_COLUMNS and text not in EMPTY))
    )
    number, title, content = (
        "".join("".join(text.split()) for told, text, _ in texts if told is column and text not in EMPTY)
        for column in (Column.NUMBER, Column.TITLE, Column.CONTENT)
    )
    line = next((cell.line for cell in kept if cell.column in UNIT_COLUMNS), lines[0].line.number)
    group = next(
        (Cell(told, text, pieces[0].line.number) for told, text, pieces in texts if is_group(told, text)), None
    )
    place = lines[0].place, lines[-1].place
    return TaskRow(number.rstrip(".、．"), title, content, kept, *place, line, short=short, group=group)


def heading_of(piece: Piece) -> Cell:
    """A line, or a cell alone in its row, that heads the rows below it."""
    return Cell(Column.GROUP, "".join(piece.text.split()), piece.line.number)


def heading_among(cells: Sequence[str], first: Piece, *, in_words: bool = False) -> Cell | None:
    """The only cell of a row that holds words, which heads the rows below it; a number or units alone head nothing.

    `in_words`: tasks are numbered 一, 二; else such a number may stand in the cell before.
    """
    filled = [text for cell in cells if (text := "".join(cell.split())) not in EMPTY]
    if len(filled) == 2 and not in_words and is_in_words(filled[0]):
        filled = [with_number(*filled)]
    if len(filled) != 1 or filled[0].rstrip(".、．").isdecimal() or is_units(filled[0]):
        return None
    return heading_of(first._replace(text=filled[0])) if len(filled[0]) <= _LONGEST_TITLE else None


def is_in_words(number: str) -> bool:
    """Whether a number is printed as parts and sections have it: 一, 一、 or （一）."""
    return bool(_IN_WORDS.fullmatch(number))


def with_number(number: str, words: str) -> str:
    """A heading whose number stands in a cell of its own."""
    return f"{number}{'' if number[-1] in '）)、.．' else '、'}{words}"


def is_group(column: Column, text: str) -> bool:
    """Whether a cell says what its row and those around it belong to."""
    return column is Column.GROUP and text not in EMPTY


def unread_row(number: str, cells: Sequence[Piece], lines: Sequence[Piece]) -> TaskRow:
    """A row whose cells fit no columns: its task is kept, its words are shown."""
    title, content = cells[0].text if cells else "", " ".join(cell.text for cell in cells[1:])
    place, line = (lines[0].place, lines[-1].place), lines[0].line.number
    return TaskRow(number.rstrip(".、．"), "".join(title.split()), content, (), *place, line, unread=True)


def with_merged(rows: Sequence[TaskRow]) -> Iterator[TaskRow]:
    """The rows with the number and the task of the row above where a merged cell covers their own."""
    above = ("", "")
    for row in rows:
        above = (row.number, row.title) if row.number else (above[0], row.title or above[1])
        yield row._replace(number=above[0], title=above[1])
