"""The commands by name: where each is, so that only the one asked for is imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from sciplan_tui.cli.helping import help_page
from sciplan_tui.cli.usage import no_such_command
from sciplan_tui.exits import Exit

PLACES = {
    "demo": "demo",
    "check": "checking",
    "import": "importing",
    "review": "reviewing",
    "diff": "comparing",
    "plans": "listing",
    "tasks": "listing",
    "units": "listing",
    "targets": "listing",
    "milestones": "listing",
    "overview": "overview",
    "problems": "listing",
    "show": "listing",
    "mark": "marking",
    "plan": "plans",
    "milestone": "milestones",
    "target": "targets",
    "task": "tasks",
    "unit": "units",
    "rule": "ruling",
    "correct": "correcting",
    "settle": "settling",
    "views": "views",
    "view": "views",
    "export": "exporting",
    "draft": "drafting",
    "pack": "pack",
    "duty-sheets": "duty_sheets",
    "history": "journal",
    "undo": "journal",
    "redo": "journal",
    "keys": "keys",
    "doctor": "doctor",
}
"""Every command and the module that holds it (in its `COMMANDS`), in the order of the help."""

Function = Callable[..., Exit]
"""What carries a command out. A module may hold several functions by name in the place of one: `milestone add`."""


class _AsWritten:
    """Takes the words of the command line as they are: they are understood, and refused in our own words, where they
    are used. Typer's own conversion would import pydantic, which takes longer than reading a plan.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        return value


class Command(TyperCommand):
    """One command, with our help and its values as written."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, the help option among them."""
        return _taken_as_written(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help page in the language in force."""
        return help_page(ctx)


class Commands(TyperGroup):
    """A group whose commands are looked up by name when they are asked for."""

    places: Mapping[str, str | Function] = PLACES
    prefix = ""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options before the command, the help option among them."""
        return _taken_as_written(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help page in the language in force."""
        return help_page(ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help."""
        return list(self.places)

    def summary(self, name: str) -> str:
        """The catalogue key of what a command is for."""
        return f"cli.command.{self.prefix}{name}"

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name. Raises UsageError where there is none."""
        if cmd_name not in self.places:
            raise no_such_command(cmd_name, ctx.command_path, self.places)
        place = self.places[cmd_name]
        found = import_module(f"sciplan_tui.cli.{place}").COMMANDS[cmd_name] if isinstance(place, str) else place
        return build(self.prefix + cmd_name, found)


def build(name: str, found: Function | Mapping[str, Function]) -> Any:
    """A command for Typer out of a function, or a group out of several by their names."""
    if isinstance(found, Mapping):
        group = Commands(name=name, help=f"cli.command.{name}", no_args_is_help=True, rich_markup_mode=None)
        group.places, group.prefix = found, f"{name}_"
        return group
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command, help=f"cli.command.{name}")(found)
    return typer.main.get_command(app)


def _taken_as_written(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        parameter.get_runtime_param = _AsWritten
    return parameters
