"""The columns that a view can be exported with, and what they are called."""

from __future__ import annotations

from dataclasses import replace

from sciplan_tui.core.export_options import head_of, name_of, names_of
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.sheets import SHEETS


def columns_offered(asked: Asked, name: str) -> tuple[tuple[str, str], ...]:
    """The columns of the sheet `name` that can be chosen, each with its name for people; no row of it is read."""
    sheet = SHEETS[name](replace(asked, frame=replace(asked.frame, rows=())))
    words = {name_of(column): column.word for column in sheet.columns if column.word}
    return tuple((column, head_of(column, words.get(column, column))) for column in names_of(sheet))
