"""Days as a person writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.given.day import day
from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    import sqlite3


def iso_day(text: str, option: str = "--on") -> str:
    """`text`, if it is a day, as `2023-06-30`. RefusedError: it is none."""
    try:
        return day(text).isoformat()
    except ValueError as error:
        raise RefusedError("not_a_date", option=option, value=show_text(text)) from error


def day_of(on: str | None, at: str) -> str:
    """The day `on`; where it is not said, that of the moment `at`."""
    return iso_day(on) if on else at[:10]


def check_past(on: str | None, at: str) -> None:
    """RefusedError: that day is still to come at the moment `at`, so nothing can have happened on it."""
    if on and on > at[:10]:
        raise RefusedError("day_ahead", on=on, today=at[:10])


def day_or_none(text: str | None, option: str) -> str | None:
    """The day, where one is said."""
    return iso_day(text, option) if text else None


def check_in_plan(connection: sqlite3.Connection, plan_key: str, on: str) -> None:
    """RefusedError: on that day the plan was not there yet."""
    from sciplan_tui.store.edition.editions import begins_on

    begun = begins_on(connection, plan_key)
    if begun is not None and on < begun:
        raise RefusedError("before_plan", plan=plan_key, begun=begun, on=on)
