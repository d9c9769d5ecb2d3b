"""The options that stand before the command, understood without Typer: the screens start sooner for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.locale import LANGUAGES


class Opening(NamedTuple):
    """What was asked for before the command. `alone`: no command follows, and nothing that stands here is wrong."""

    database: str | None
    language: str | None
    alone: bool


def opening(arguments: Sequence[str]) -> Opening:
    """`--db FILE` and `--lang zh|en` (also as `--db=FILE`) at the head of the arguments; the last of each counts."""
    chosen: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, sign, value = rest[0].partition("=")
        if name not in ("--db", "--lang") or not (sign or len(rest) > 1):
            break
        chosen[name] = value if sign else rest[1]
        del rest[: 1 if sign else 2]
    language = chosen.get("--lang")
    known = language in LANGUAGES
    return Opening(chosen.get("--db"), language if known else None, not rest and (known or language is None))
