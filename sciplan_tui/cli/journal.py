"""`sciplan history`, `undo` and `redo`: what was done, taken back, done again."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import Json, whole_number
from sciplan_tui.core.journal import Entry
from sciplan_tui.core.sentence.entry import door, sentence, with_notes
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say


def history(json: Json = False) -> Exit:
    """The journal, one entry a line, the newest last; as JSON with the changes of each."""
    from sciplan_tui.workspace.journal import undoing

    entries = undoing.history(settings.database_path(), changes=json)
    if json:
        for entry in entries:
            output.json_line(asdict(entry))
    else:
        heads = ("id", "at", "door", "what", "state")
        output.table([say(f"cli.history.{head}") for head in heads], list(map(_row, entries)))
    return Exit.DONE


def undo(entry: Annotated[str | None, typer.Argument(metavar="[ID]", help="cli.entry")] = None) -> Exit:
    """Take back the newest entry still in force, or the one named."""
    from sciplan_tui.workspace.journal import undoing

    number = None if entry is None else whole_number("ID", entry)
    done = undoing.undo(settings.database_path(), number, at=settings.now())
    output.data(say("cli.undo.done", what=sentence(done)))
    return Exit.DONE


def redo(entry: Annotated[str | None, typer.Argument(metavar="[ID]", help="cli.entry_undone")] = None) -> Exit:
    """Bring back what was last undone, or the entry named."""
    from sciplan_tui.workspace.journal import undoing

    number = None if entry is None else whole_number("ID", entry)
    done = undoing.redo(settings.database_path(), number, at=settings.now())
    output.data(say("cli.redo.done", what=sentence(done)))
    return Exit.DONE


def _row(entry: Entry) -> list[str]:
    state = say("cli.history.in_force" if entry.in_force else "cli.history.undone")
    return [str(entry.id), entry.at.replace("T", " ")[:16], door(entry), with_notes(entry), state]


COMMANDS = {"history": history, "undo": undo, "redo": redo}
