"""`sciplan demo`: the plans that ship with the product, in a throw-away database."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui.exits import Exit


def demo(
    db: Annotated[str | None, typer.Option("--db", metavar="FILE", help="cli.demo_db")] = None,
    printed: Annotated[bool, typer.Option("--print", help="cli.print")] = False,
) -> Exit:
    """Open the screens on the demo, or print its matrix and a summary where there is no terminal."""
    raise NotImplementedError


COMMANDS = {"demo": demo}
