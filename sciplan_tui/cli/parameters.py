"""The options and arguments that several commands share. `help` names a text of the catalogue, said when help is drawn.

All values come as text: each is understood, and refused in a sentence of our own, where it is used.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated

import typer

from sciplan_tui.core.given.day import day as day_meant
from sciplan_tui.errors import UsageError
from sciplan_tui.locale import LANGUAGES, say

Files = Annotated[list[str], typer.Argument(metavar="FILE|-...", help="cli.files")]
Query = Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="cli.query")]
Plan = Annotated[str | None, typer.Option("--plan", metavar="KEY", help="cli.plan")]
Json = Annotated[bool, typer.Option("--json", help="cli.json")]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="ENCODING", help="cli.encoding")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="cli.dry_run")]
Yes = Annotated[bool, typer.Option("--yes", help="cli.yes")]
WithInherited = Annotated[bool, typer.Option("--with-inherited", help="cli.with_inherited")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="registry.as_of")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="registry.on")]
By = Annotated[str | None, typer.Option("--by", metavar="TEXT", help="registry.by")]
Inherited = Annotated[bool, typer.Option("--inherited", help="cli.inherited")]


def one_query(words: list[str] | None) -> str:
    """The words of a query as one line, so that it need not be quoted as a whole."""
    return " ".join(words or ())


def given(fields: Iterable[str], values: Iterable[str | None]) -> dict[str, str]:
    """The fields of which something is said, with what is said of them."""
    return {name: value for name, value in zip(fields, values, strict=True) if value is not None}


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """`value`, if it is allowed. Raises UsageError with what can be written."""
    if value not in allowed:
        raise UsageError("not_a_choice", option=option, value=value, allowed=" ".join(allowed))
    return value


def one_called(option: str, value: str, allowed: tuple[str, ...], words: str) -> str:
    """The one of `allowed` that `value` names, by its key or by its word in any language (完成 is done); `words`: where
    the catalogue has them. Raises UsageError with what can be written.
    """
    if value in allowed:
        return value
    called = {say(f"{words}.{key}", language).lower(): key for key in allowed for language in LANGUAGES}
    if (meant := called.get(value.strip().lower())) is None:
        known = " | ".join(f"{key} {say(f'{words}.{key}')}" for key in allowed)
        raise UsageError("not_a_choice", option=option, value=value, allowed=known)
    return meant


def iso_date(option: str, value: str) -> str:
    """`value`, if it is a date. Raises UsageError."""
    return day(option, value).isoformat()


def as_of_day(value: str | None) -> datetime.date | None:
    """The day of --as-of, where it is given. Raises UsageError."""
    return None if value is None else day("--as-of", value)


def day(option: str, value: str) -> datetime.date:
    """`value` as a day. Raises UsageError."""
    try:
        return day_meant(value)
    except ValueError:
        raise UsageError("not_a_date", option=option, value=value) from None


def whole_number(option: str, value: str) -> int:
    """`value` as a number. Raises UsageError."""
    if not (value.isascii() and value.isdigit()):
        raise UsageError("not_a_number", option=option, value=value)
    return int(value)
