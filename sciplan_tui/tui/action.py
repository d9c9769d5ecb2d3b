"""One thing that a person can do by a key, by the palette or by the mouse; the registry of all is `actions`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sciplan_tui.locale import say

_in_force: dict[str, tuple[str, ...]] = {}


def put_in_force(keys: Mapping[str, tuple[str, ...]]) -> None:
    """These actions have these keys from now on, all others their own."""
    _in_force.clear()
    _in_force.update(keys)


def in_force() -> Mapping[str, tuple[str, ...]]:
    """The actions that have other keys than their own."""
    return _in_force


class Action(NamedTuple):
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
    "down": "Down", "up": "Up", "left": "Left", "right": "Right", "pagedown": "PgDn", "pageup": "PgUp",
    "escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "home": "Home", "end": "End",
    "backspace": "Backspace", "delete": "Delete", "insert": "Insert",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip
_OTHERWISE = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Characters that Textual calls otherwise than Unicode does."""
_SPOKEN_FOR = ("ctrl+c", "ctrl+q", "ctrl+z", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket")
"""Keys that end or stop a program, or that a terminal does not tell from Tab, Enter, Backspace and Esc."""


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    """Textual's names of the signs on a keyboard, and the signs."""
    from string import punctuation
    from unicodedata import name

    called = ((name(sign).lower().replace("-", "_").replace(" ", "_"), sign) for sign in punctuation)
    return {_OTHERWISE.get(one, one): sign for one, sign in called}


def key_name(key: str) -> str:
    """A key as a person calls it: `Ctrl+P`, `/`, `G`."""
    *modifiers, last = key.split("+")
    last = _NAMES.get(last) or _signs().get(last) or (last.upper() if modifiers else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])


def key_of(said: str) -> str | None:
    """Textual's name of a key that a person calls so, or by that name; None where there is no such key."""
    *modifiers, last = [said] if len(said) == 1 else said.split("+")
    named = {shown.casefold(): key for key, shown in _NAMES.items()} | {sign: key for key, sign in _signs().items()}
    letter = last.isascii() and last.isalnum() and len(last) == 1
    key = last if letter else named.get(last.casefold(), last if last in _NAMES or last in _signs() else None)
    wanted = [modifier.casefold() for modifier in modifiers]
    if key is None or not set(wanted) <= {"ctrl", "shift", "alt"} or len(set(wanted)) < len(wanted):
        return None
    if wanted and letter:
        key = key.lower()
    whole = "+".join([*sorted(wanted), key])
    return None if whole in _SPOKEN_FOR else whole
