"""What a person may ask of an export beside what it holds: its language, its columns and their order, and the like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sciplan_tui.core.folding import fold
from sciplan_tui.core.sheet import Column, Sheet, Value
from sciplan_tui.core.view.spec import ColumnOrder
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import LANGUAGES, say

GROUPS = {"unit": "units", "milestone": "marks"}
"""Columns that are as many as there are units or milestones go by one name, the one that JSON calls them by."""
_NOW_AND_THEN = {"matrix": ("units", "marks"), "division": ("support",)}
"""The columns that a sheet has only where there is something in them."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Options of one view. `format` None: as the file's name says; `language` None: that of the interface; no
    `columns`: all, as the view has them; `order` (of units) and `inherited` None: as the view has them; `inherited`
    False: only what is printed.
    """

    format: str | None = None
    encoding: str = "utf-8-sig"
    language: str | None = None
    columns: tuple[str, ...] = ()
    order: ColumnOrder | None = None
    inherited: bool | None = None
    proposed: bool = False

    def as_object(self) -> dict[str, Any]:
        """What differs from the plain options, as JSON keeps it."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in said.items() if value != getattr(PLAIN, name)}


PLAIN = ExportOptions()


def from_object(said: Mapping[str, Any]) -> ExportOptions:
    """The options that were kept; what is no option, or makes no sense, is as in the plain ones."""
    texts = {name: said[name] for name in ("format", "encoding") if isinstance(said.get(name), str)}
    language = said.get("language") if said.get("language") in LANGUAGES else None
    wanted = {name: said[name] for name in ("inherited", "proposed") if isinstance(said.get(name), bool)}
    columns = said.get("columns")
    named = tuple(name for name in columns if isinstance(name, str)) if isinstance(columns, list | tuple) else ()
    order = ColumnOrder(said["order"]) if said.get("order") in tuple(ColumnOrder) else None
    return ExportOptions(**texts, **wanted, language=language, columns=named, order=order)


def name_of(column: Column) -> str:
    """What a column is called where columns are chosen: its key, or the name of its group."""
    return column.key if column.title is None else GROUPS.get(column.key.partition(":")[0], column.key)


def names_of(sheet: Sheet) -> tuple[str, ...]:
    """The columns that can be chosen, in the order of the sheet."""
    sometimes = _NOW_AND_THEN.get(sheet.name, ())
    return tuple(dict.fromkeys([*(name_of(column) for column in sheet.columns), *sometimes]))


def with_columns(sheet: Sheet, names: Sequence[str]) -> Sheet:
    """The sheet with these columns only, in this order; without names as it is. A head, in either language, will do.

    WritingError (`export_column`): it never has such a column; the sentence names those it has.
    """
    if not names:
        return sheet
    words = {name_of(column): column.word for column in sheet.columns if column.word}
    known = {name: words.get(name, name) for name in names_of(sheet)}
    wanted = dict.fromkeys(_meant(name, known) for name in names)
    of_columns = [name_of(column) for column in sheet.columns]
    places = [place for name in wanted for place, of in enumerate(of_columns) if of == name]
    columns = tuple(sheet.columns[place] for place in places)
    return replace(sheet, columns=columns, rows=tuple(_rows(sheet, places)))


def head_of(name: str, word: str, into: str | None = None) -> str:
    """What stands above a column, or what its group is called; `word` is its own, where that is another."""
    return say(f"out.columns.{name}" if name in GROUPS.values() else f"word.head.{word}", into)


def _meant(name: str, known: Mapping[str, str]) -> str:
    """The column that a person means by its name or by its head."""
    if name in known:
        return name
    for column, word in known.items():
        if fold(name) in {fold(head_of(column, word, language)) for language in LANGUAGES}:
            return column
    heads = {column: head_of(column, word) for column, word in known.items()}
    told = tuple(
        column if head == column else say("out.columns.known", column=column, head=head)
        for column, head in heads.items()
    )
    raise WritingError("export_column", column=name, known=told)


def _rows(sheet: Sheet, places: Sequence[int]) -> Iterator[tuple[Value, ...]]:
    """The cells at these places. What a heading says is kept: it goes to the first cell where its own column goes."""
    for number, row in enumerate(sheet.rows):
        cells = tuple(row[place] for place in places)
        if number in sheet.headings and cells and all(cell is None for cell in cells):
            cells = (next((value for value in row if value is not None), None), *cells[1:])
        yield cells
