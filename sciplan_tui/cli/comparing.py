"""`sciplan diff`: what one edition or file says otherwise than another."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.differences import difference_object, kind_lines
from sciplan_tui.cli.parameters import Encoding, Json
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

Left = Annotated[str, typer.Argument(metavar="A", help="cli.compared")]
Right = Annotated[str, typer.Argument(metavar="B", help="cli.compared")]


def diff(left: Left, right: Right, encoding: Encoding = None, json: Json = False) -> Exit:
    """Compare two files, two editions (KEY@N, or KEY for the last), or one with the other."""
    from sciplan_tui.workspace.edition import comparing

    found = comparing.compare(settings.database_path(), left, right, encoding=encoding)
    if json:
        sides = {name: {"name": side.name, "edition": side.edition} for name, side in found.sides()}
        output.json_line({**sides, "differences": [difference_object(one) for one in found.differences]})
        return Exit.DONE
    for _, side in found.sides():
        facts = {"name": side.name, "title": side.title, "edition": side.edition}
        output.data(say("cli.diff.file" if side.edition is None else "cli.diff.edition", **facts))
    if not found.differences:
        output.data(say("cli.diff.none"))
    for line in kind_lines(found.differences):
        output.data(line)
    return Exit.DONE


COMMANDS = {"diff": diff}
