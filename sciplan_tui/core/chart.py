"""A chart of a sheet: bars drawn of its number columns, so that no chart says what its table does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar for each row of the sheet named `sheet`, made of pieces laid end to end.

    `name` is said as `export.chart.<name>`. `label` is the key of the column that names the bars, `pieces` the keys of
    the columns of numbers, first at the left. `rows`: the places of the rows drawn, from 0; None: all but headings.
    """

    name: str
    sheet: str
    label: str
    pieces: tuple[str, ...]
    rows: tuple[int, ...] | None = None
