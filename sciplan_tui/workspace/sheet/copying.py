"""Rows of what is on screen as text for another program's table, and the file they are kept in beside the clipboard."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.view.viewing import View


def tasks_tsv(
    database: Path,
    spec: ViewSpec,
    tasks: frozenset[int],
    sheet: str = "matrix",
    *,
    today: datetime.date,
    as_of: datetime.date | None = None,
) -> str:
    """These tasks of what `spec` shows, in its order, under their heads; `sheet`: `matrix` or `tasks`.

    Tasks that it does not show are left out. QueryError, RefusedError, StoreError.
    """
    from sciplan_tui.workspace.sheet.asked import Asked
    from sciplan_tui.workspace.sheet.sheets import SHEETS
    from sciplan_tui.writers.tsv import write_sheet

    with View.open(database, today, as_of) as view:
        frame = view.frame(replace(spec, folded=frozenset()))
        wanted = replace(frame, rows=tuple(row for row in frame.rows if row.task_id in tasks))
        return write_sheet(SHEETS[sheet](Asked(view, wanted, inherited=True)))


def rows_tsv(heads: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """Rows of a list under their heads; what is not known is an empty cell."""
    from sciplan_tui.writers.tsv import write_rows

    return write_rows(heads, (["" if value is None else value for value in row] for row in rows))


def keep_copy(text: str, database: Path) -> Path:
    """Write `clipboard.tsv` beside the database, over what was copied before. WritingError.

    That is the user's data folder, but for a database that was asked for by its path, and the demo's, which is thrown
    away with it.
    """
    from sciplan_tui.writers.atomic import write

    return write(database.parent / "clipboard.tsv", b"\xef\xbb\xbf" + text.encode(errors="replace"), force=True)
