"""A line of a stored record table: its cells, so that a person is shown what a row says and not how it is written."""

from __future__ import annotations

Cells = tuple[tuple[str, str], ...]
"""The cells of a row that hold something, each with the name of its column; the first tells what the row is."""


def columns_of(head: str) -> tuple[str, ...]:
    """The columns that the first line of a text names; none where it is no record table."""
    columns = tuple(name.strip().lower() for name in _cells(head))
    return columns if columns[:2] == ("record", "path") else ()


def cells_of(line: str, columns: tuple[str, ...]) -> Cells:
    """The cells of a row."""
    return tuple((name, cell) for name, cell in zip(columns, _cells(line), strict=False) if cell)


def _cells(line: str) -> list[str]:
    """A workbook's rows are stored with tabs."""
    import csv

    try:
        return next(csv.reader([line.lstrip("\ufeff")], delimiter="\t" if "\t" in line else ","), [])
    except csv.Error:
        return []
