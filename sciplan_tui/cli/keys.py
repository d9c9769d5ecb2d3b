"""`sciplan keys`: the keys of the screens, as the file in which they are changed."""

from __future__ import annotations

import typer

from sciplan_tui.cli import output
from sciplan_tui.exits import Exit


def keys(context: typer.Context) -> Exit:
    """All actions with the keys in force; what was left out of the person's own file is told beside."""
    text, faults = context.obj.keys()
    for fault in faults:
        output.tell(fault)
    for line in text.split("\n"):
        output.data(line)
    return Exit.MEND if faults else Exit.DONE


COMMANDS = {"keys": keys}
