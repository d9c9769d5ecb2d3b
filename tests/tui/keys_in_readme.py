"""Draws the table of keys in the README anew from the registry: `python -m tests.tui.keys_in_readme`."""

from __future__ import annotations

from pathlib import Path

from sciplan_tui.locale import say
from sciplan_tui.tui.action import Action, key_name
from sciplan_tui.tui.actions import SCOPES, of

README = Path(__file__).parents[2] / "README.md"
HIDDEN = ("choice", "ticks", "export", "rows", "ends", "list", "filter", "query", "dialog", "form")
SHOWN = tuple(scope for scope in SCOPES if scope not in HIDDEN)
"""The screens; what belongs to lists and forms is told under `?`."""


def begin(language: str) -> str:
    """What stands before the table."""
    return f"<!-- keys {language}: python -m tests.tui.keys_in_readme -->\n"


END = "<!-- end of keys -->\n"


def table(language: str) -> str:
    """A line for each screen: its keys, and what they do."""
    heads = {"zh": "| 在 | 键 |\n|---|---|\n", "en": "| on | keys |\n|---|---|\n"}[language]
    lines = (f"| {say(f'tui.scope.{scope}', language)} | {_keys(scope, language)} |\n" for scope in SHOWN)
    return heads + "".join(lines)


def _keys(scope: str, language: str) -> str:
    return " · ".join(f"{_key(action)} {say(f'tui.action.{action.name}', language)}" for action in of(scope))


def _key(action: Action) -> str:
    shown = key_name(action.given[0])
    return "`\\|`" if shown == "|" else f"`{shown}`"


def with_tables(text: str) -> str:
    """The README with the tables as the registry has them."""
    for language in ("zh", "en"):
        before, _, rest = text.partition(begin(language))
        _, _, behind = rest.partition(END)
        text = f"{before}{begin(language)}{table(language)}{END}{behind}"
    return text


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
