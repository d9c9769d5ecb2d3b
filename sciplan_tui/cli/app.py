"""The commands as one program: the options before the command, and how a run ends."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sciplan_tui import locale
from sciplan_tui.cli import output
from sciplan_tui.cli.commands import Commands
from sciplan_tui.cli.parameters import one_of
from sciplan_tui.cli.usage import in_our_words
from sciplan_tui.errors import SciplanError, UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.screens import Screens


def run(screens: Screens, arguments: Sequence[str] | None = None) -> Exit:
    """Carry out one command line (that of the process, if None) and say how it ended.

    `screens` are for a command that ends on a screen; it knows no more of them than how to open them.
    """
    try:
        code = program().main(arguments, prog_name="sciplan", standalone_mode=False, obj=screens)
        output.finish()
        return Exit(code) if isinstance(code, int) else Exit.DONE
    except output.PipeClosedError:
        return Exit.DONE
    except typer.TyperException as fault:
        return _misused(fault)
    except UsageError as fault:
        output.tell(str(fault))
        return Exit.USAGE
    except SciplanError as fault:
        output.tell(str(fault))
        return Exit.MEND


def program() -> TyperGroup:
    """The group of all commands, with the options that stand before them."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(cls=Commands, help="cli.sciplan", invoke_without_command=True)(before)
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def before(
    context: typer.Context,
    db: Annotated[str | None, typer.Option("--db", metavar="FILE", help="cli.db")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="zh|en", help="cli.lang")] = None,
    version: Annotated[bool, typer.Option("--version", help="cli.version")] = False,
) -> None:
    """Put the options before the command in force."""
    if lang is not None:
        locale.speak(one_of("--lang", lang, locale.LANGUAGES))
    if db is not None:
        os.environ["SCIPLAN_DB"] = db
    if version:
        from sciplan_tui import __version__

        output.data(f"sciplan {__version__}")
    elif context.invoked_subcommand is None:
        raise UsageError("no_command")


def _misused(fault: Any) -> Exit:
    """A command line that Typer refuses. Where only a command's name is given, its help says what can follow."""
    if type(fault).__name__ == "NoArgsIsHelpError":
        output.page(fault.ctx.command.get_help(fault.ctx))
    else:
        output.tell(str(in_our_words(fault)))
    return Exit.USAGE
