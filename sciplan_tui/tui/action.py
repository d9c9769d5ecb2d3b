"""One thing that a person can do by a key, by the palette or by the mouse; the registry of all is `actions`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sciplan_tui.locale import say

_in_force: dict[str, tuple[str, ...]] = {}


def put_in_force(keys: Mapping[str, tuple[str, ...]]) -> None:
    """These actions have these keys from now on, all others their own."""
    _in_force.clear()
    _in_force.update(keys)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. `given`: the keys it has of itself, by Textual's names, the shown one first; `foot`:
    on the line of keys.
    """

    name: str
    given: tuple[str, ...]
    call: str
    where: str
    foot: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in force."""
        return _in_force.get(self.name, self.given)

    @property
    def title(self) -> str:
        """What it is called."""
        return say(f"tui.action.{self.name}")

    @property
    def about(self) -> str:
        """What it does, in a sentence."""
        return say(f"tui.about.{self.name}")

    @property
    def shown_keys(self) -> str:
        """Its keys as they are printed on a keyboard."""
        return " ".join(key_name(key) for key in self.keys)


_NAMES = {
    "down": "Down", "up": "Up", "left": "Left", "right": "Right", "pagedown": "PgDn", "pageup": "PgUp", "slash": "/",
    "question_mark": "?", "escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "home": "Home",
    "end": "End", "asterisk": "*",
    "equals_sign": "=", "plus": "+", "minus": "-", "less_than_sign": "<", "greater_than_sign": ">",
    "dollar_sign": "$", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as a person calls it: `Ctrl+P`, `/`, `G`."""
    *modifiers, last = key.split("+")
    last = _NAMES.get(last, last.upper() if modifiers else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])
