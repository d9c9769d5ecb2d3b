"""Help pages, drawn plainly in the language in force. (Typer's own are English, and rich's take twice as long.)"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sciplan_tui.cli.output import cell_width, pad
from sciplan_tui.locale import say

_INDENT = "  "


def usage_line(context: Any) -> str:
    """How a command is written, with the options that it can't do without: `sciplan pack [QUERY] --milestone KEY …`."""
    command = context.command
    words = [parameter.metavar for parameter in command.params if parameter.param_type_name == "argument"]
    if hasattr(command, "list_commands"):
        words = [say("cli.help.options"), say("cli.help.command")]
    else:
        words += [_written(option, min) for option in command.params if _is_needed(option)]
        words.append(say("cli.help.options"))
    return " ".join([say("cli.help.usage"), context.command_path, *words])


def help_page(context: Any) -> str:
    """A command's whole help: how it is written, what it does, its commands and options."""
    command = context.command
    parts = [usage_line(context), say(command.help)]
    if hasattr(command, "list_commands"):
        rows = [(name, say(command.summary(name))) for name in command.list_commands(context)]
        parts.append(_section("cli.help.commands", rows))
    else:
        parts.append(_section("cli.help.arguments", _parameters(command, "argument")))
    parts.append(_section("cli.help.options_head", [*_parameters(command, "option"), ("--help", say("cli.help.help"))]))
    return "\n\n".join(part for part in parts if part)


def _parameters(command: Any, sort: str) -> list[tuple[str, str]]:
    """The parameters of one sort, as they are written and what they mean."""
    return [
        (_written(parameter), say(parameter.help)) for parameter in command.params if parameter.param_type_name == sort
    ]


def _is_needed(parameter: Any) -> bool:
    return parameter.param_type_name == "option" and bool(parameter.required)


def _written(parameter: Any, named: Callable[..., str] | None = None) -> str:
    """An argument, or an option by all its names, or (`named`) by one of them."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    names = named(parameter.opts, key=len) if named else ", ".join(sorted(parameter.opts, key=len))
    return names if parameter.is_flag else f"{names} {parameter.metavar}"


def _section(head: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    width = max(cell_width(left) for left, _ in rows)
    return "\n".join([say(head), *(f"{_INDENT}{pad(left, width)}{_INDENT}{right}" for left, right in rows)])
