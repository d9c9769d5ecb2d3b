"""A neutral table: what every export and every list is before a writer gives it a form.

Cells hold facts, not their wording: a role is `Code("role", "lead")`, which one writer says as 牵头 and another keeps
as `lead`. So all exports of one view agree cell for cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sciplan_tui.core.matrix import Cell, MarkCell
from sciplan_tui.core.plan import Problem


@dataclass(frozen=True, slots=True)
class Code:
    """A word of the field: `word.<area>.<value>` is how it reads, `value` is what programs get."""

    area: str
    value: str


@dataclass(frozen=True, slots=True)
class Names:
    """Several names in one cell, in their order. `more`: the list ends in 等."""

    names: tuple[str, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Traced:
    """A cell of a table on paper with the query that lists what is counted in its row, small beneath it."""

    said: str | Code | None
    query: str


Value = None | bool | int | float | str | Code | Names | Problem | Traced | tuple[Cell, ...] | MarkCell


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `key` is the same in every language; `title` is set where the head is a name (a unit, a milestone),
    else the head is `word.head.<word>`. `group` is the plan of a unit's or a milestone's column, `unit_class` the class
    of a unit in protocol order.
    """

    key: str
    title: str | None = None
    group: str | None = None
    word: str = ""
    unit_class: str = ""


class SparseRow(tuple[Value, ...]):
    """A row of a matrix, most of whose cells are empty. `filled`: the cells of units that have a role in it, by their
    places; rows of the same statement share the very object.
    """

    filled: Mapping[int, Value]

    def __new__(cls, cells: Iterable[Value], filled: Mapping[int, Value]) -> SparseRow:
        """It is a tuple of its cells in every other respect."""
        made = super().__new__(cls, cells)
        made.filled = filled
        return made


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name; every row has a cell for every column.

    `headings` are the places of the rows that head those below them, from 0. `notes` are pairs of what is told and what
    is said, printed beneath the table: the query behind its numbers, the state of the data. `part`: the plan whose
    sheet it is, where several of one name stand in a book.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    headings: frozenset[int] = frozenset()
    notes: tuple[tuple[str, str], ...] = ()
    part: str = ""

    @property
    def unit_columns(self) -> tuple[int, int]:
        """From which column on, up to which, there are those of the units of a matrix: cells are roles, or None."""
        named = [place for place, column in enumerate(self.columns) if column.key.startswith("unit:")]
        together = bool(named) and named[-1] - named[0] == len(named) - 1
        return (named[0], named[-1] + 1) if together else (0, 0)


Facts = Mapping[str, Value]


def columns(keys: str) -> tuple[Column, ...]:
    """Columns by their keys, parted by blanks; `title=plan_title` is the key `title` with a head of its own."""
    return tuple(Column(key, word=word or key) for key, _, word in (named.partition("=") for named in keys.split()))


def sheet(name: str, keys: str, rows: list[Facts]) -> Sheet:
    """A sheet with the columns named in `keys`, from rows that hold those facts."""
    heads = columns(keys)
    return Sheet(name, heads, tuple(tuple(row[column.key] for column in heads) for row in rows))


def at_places(whole: Sheet, places: Sequence[int]) -> Sheet:
    """The sheet with the columns at these places only, in this order."""
    rows = tuple(tuple(row[place] for place in places) for row in whole.rows)
    return replace(whole, columns=tuple(whole.columns[place] for place in places), rows=rows)


def without(whole: Sheet, keys: Collection[str]) -> Sheet:
    """The sheet without the columns of these keys."""
    return at_places(whole, [place for place, column in enumerate(whole.columns) if column.key not in keys])


def code(area: str, value: str | None) -> Code | None:
    """The word, where there is one."""
    return None if value is None else Code(area, value)
