"""How the folders and files that one picks from stand on a line, and what came of those that were imported."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

from rich.cells import cell_len

from sciplan_tui.core.characters import show_text
from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.workspace.edition.folders import PlanFile
from sciplan_tui.workspace.edition.importing_files import FileResult, waits

SIZE, DAY, SIGN = 9, 18, 4
STATE = 22

Meanwhile = Literal["reading", "waiting", "left"]
"""A file is being read, waits to be read, or was left when a person stopped."""


def tail(path: Path, width: int) -> str:
    """A path as far as there is room for it, its end first."""
    text = narrow(str(path))
    if cell_len(text) <= width:
        return text
    while cell_len(text) > max(width - 2, 0):
        text = text[1:]
    return ".." + text


def parent_pieces(path: Path, width: int) -> Pieces:
    """The way up."""
    return [(fit("    ../", 12), "outline"), (fit(show_text(str(path)), max(width - 12, 0)), "legend")]


def folder_pieces(folder: Path, chosen: int, width: int) -> Pieces:
    """A folder, and how many files in it are chosen."""
    told = say("tui.selected", count=chosen) if chosen else ""
    room = max(width - cell_len(told), 8)
    return [(fit(" " * SIGN + show_text(folder.name) + "/", room), "outline"), (fit(told, width - room), "chosen")]


def file_pieces(file: PlanFile, chosen: bool, width: int) -> Pieces:
    """Whether it is chosen, its name, its size, and when it was changed."""
    sign = "[x] " if chosen else "[ ] "
    room = max(width - SIGN - SIZE - DAY - 2, 8)
    when = _when(file.changed)
    return [
        (sign, "chosen" if chosen else "text"),
        (fit(show_text(file.path.name), room), "text"),
        (f"  {size(file.size):>{SIZE}}", "legend"),
        (fit("  " + when, DAY), "legend"),
    ]


def size(count: int) -> str:
    """Bytes as people read them."""
    if count < 1000:
        return f"{count} B"
    for unit in ("KB", "MB"):
        count = round(count / 1000)
        if count < 1000:
            return f"{count} {unit}"
    return f"{round(count / 1000)} GB"


def _when(changed: float) -> str:
    try:
        return datetime.datetime.fromtimestamp(changed).strftime("%Y-%m-%d %H:%M")
    except (OSError, OverflowError, ValueError):
        return ""


def state(found: FileResult | None, meanwhile: Meanwhile) -> str:
    """What came of a file, in few words; of one of which nothing has come, how it stands with it."""
    if found is None:
        return say(f"out.import.{meanwhile}")
    result = found.result
    if isinstance(result, SciplanError):
        return say("out.import.refused")
    if waits(result):
        count = len(result.differences)
        return say("out.import.differs", count=count) if count else say("out.import.differs_not")
    if result.doubted:
        return say("out.import.doubted")
    return say(f"out.import.{result.status}")


def result_pieces(file: Path, found: FileResult | None, meanwhile: Meanwhile, width: int) -> Pieces:
    """The file and what came of it; of a plan its key, which has the year, and its title; of a refusal the sentence as
    far as it goes."""
    ink = "text"
    told = ""
    if found is not None and isinstance(found.result, SciplanError):
        ink, told = "late", str(found.result)
    elif found is not None and not isinstance(found.result, SciplanError):
        ink = "near" if waits(found.result) or found.result.doubted else "done"
        told = f"{found.result.plan_key}  {found.result.title}"
    name = min(max(width // 3, 12), max(cell_len(show_text(file.name)), 24))
    return [
        (fit(show_text(file.name), name), "text"),
        ("  " + fit(state(found, meanwhile), STATE), ink),
        (fit("  " + show_text(told), max(width - name - STATE - 2, 0)), "legend"),
    ]
