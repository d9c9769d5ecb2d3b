"""The plan that ships with the program, as paragraphs and one table: what every builder writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TEXT = Path(__file__).parents[3] / "fixtures" / "qingyu-2021.txt"


@dataclass(frozen=True)
class Cell:
    """A cell and what it spans; `down` 0 is covered by the cell above."""

    text: str
    across: int = 1
    down: int = 1


Row = list[Cell]
Block = str | list[Row]


def paragraphs() -> list[str]:
    """The lines of the plan up to its annex's table, blank ones too."""
    text = TEXT.read_text(encoding="utf-8")
    return text[: text.index("序号\n")].rstrip("\n").split("\n")


def table() -> list[Row]:
    """The annex's table: a head over two columns, a group cell beside several rows."""
    lines = [line for line in TEXT.read_text(encoding="utf-8").split("\n") if line]
    cells = lines[lines.index("责任单位") + 1 :]
    head = [Cell("序号"), Cell("工作内容", across=2), Cell("牵头单位"), Cell("责任单位")]
    first, second, third, fourth = cells[0:5], cells[5:9], cells[9:14], cells[14:18]
    return [
        head,
        _row(first[0], Cell(first[1], down=2), *first[2:]),
        _row(second[0], Cell("", down=0), *second[1:]),
        _row(third[0], Cell(third[1], down=2), *third[2:]),
        _row(fourth[0], Cell("", down=0), *fourth[1:]),
    ]


def _row(number: str, group: Cell, *texts: str) -> Row:
    return [Cell(number), group, *map(Cell, texts)]


def blocks() -> list[Block]:
    """The whole plan."""
    return [*paragraphs(), table()]


def grid() -> list[list[str]]:
    """The table with its merged cells filled, as a reader gives it."""
    filled: list[list[str]] = []
    for row in table():
        cells: list[str] = []
        for cell in row:
            text = filled[-1][len(cells)] if cell.down == 0 else cell.text
            cells += [text] * cell.across
        filled.append(cells)
    return filled
