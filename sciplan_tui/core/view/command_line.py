"""What is on screen as a command of the same meaning, ready to be pasted into a shell."""

from __future__ import annotations

import re

_BARE = re.compile(r"[\w%+=:,./-]+")


def tasks_command(
    query: str,
    plan: str | None = None,
    *,
    database: str | None = None,
    as_of: str | None = None,
    what: str = "tasks",
) -> str:
    """`sciplan tasks 'lead:教育局' --plan 湘潭市-2021`: what lists the tasks of a view.

    `what`: the list, where another is meant. `database`, `as_of`: where these must be named too. A query that begins
    with a minus stands behind `--`, else it would be taken for an option.
    """
    options = [part for name, value in (("--plan", plan), ("--as-of", as_of)) if value for part in (name, word(value))]
    before = ["--db", word(database)] if database else []
    asked = [_held(query)] if query else []
    if query.startswith("-"):
        return " ".join(["sciplan", *before, what, *options, "--", *asked])
    return " ".join(["sciplan", *before, what, *asked, *options])


def word(text: str) -> str:
    """`text` as one word of a POSIX shell."""
    return text if _BARE.fullmatch(text) and not text.startswith("-") else _held(text)


def _held(text: str) -> str:
    """In single quotes nothing is special but the quote itself; not even the `!` of a shell's history."""
    return "'" + text.replace("'", "'\"'\"'") + "'"
