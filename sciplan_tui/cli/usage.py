"""Usage errors in our own words: Typer's are English whatever the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sciplan_tui.errors import UsageError

BEFORE = {"--db": "--db FILE", "--lang": "--lang zh|en", "--version": "--version"}
"""The options that stand before the command, as they are written."""


def in_our_words(fault: Any) -> UsageError:
    """What Typer found wrong in a command line, as a UsageError whose sentence is in the catalogue."""
    path = fault.ctx.command_path if fault.ctx else "sciplan"
    if option := getattr(fault, "option_name", None):
        if not hasattr(fault, "possibilities"):
            return UsageError("option_needs_value", option=option, command=path)
        if option in BEFORE:
            program, _, rest = path.partition(" ")
            return UsageError("option_before", option=option, written=f"{program} {BEFORE[option]} {rest}")
        return UsageError("no_such_option", option=option, command=path)
    if parameter := getattr(fault, "param", None):
        return UsageError("missing_argument", argument=_called(parameter), command=path)
    if surplus := re.search(r"unexpected extra argument\(s\) \((.*)\)", fault.message):
        return UsageError("surplus_argument", argument=surplus[1], command=path)
    return UsageError("usage", command=path)


def no_such_command(name: str, group: str, known: Iterable[str]) -> UsageError:
    """That a group has no such command, and which ones may have been meant."""
    from difflib import get_close_matches

    like = get_close_matches(name, list(known))
    told = {"command": name, "group": group}
    return (
        UsageError("no_such_command_like", **told, like=" ".join(like))
        if like
        else UsageError("no_such_command", **told)
    )


def _called(parameter: Any) -> str:
    """An argument by its name (QUERY), an option with what follows it (--milestone KEY)."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    return " ".join(filter(None, (parameter.opts[0], parameter.metavar)))
