"""Every sentence and label that a person reads, in Chinese and in English."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import import_module
from typing import NamedTuple

LANGUAGES = ("zh", "en")
_in_force = "zh"
_within: ContextVar[str | None] = ContextVar("language", default=None)


def speak(language: str) -> None:
    """Put a language in force for all that is said from now on."""
    global _in_force
    if language not in LANGUAGES:
        raise ValueError(language)
    _in_force = language


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Put a language in force for what is said within, and only there: other threads go on in theirs.

    None: the one that is in force.
    """
    if language not in (None, *LANGUAGES):
        raise ValueError(language)
    before = _within.set(language or _within.get())
    try:
        yield
    finally:
        _within.reset(before)


def language() -> str:
    """The language in force here."""
    return _within.get() or _in_force


def preferred() -> str:
    """The language of the environment: SCIPLAN_LANG, else the locale; Chinese where nothing is said."""
    for name in ("SCIPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").lower()
        if value.startswith("zh"):
            return "zh"
        if value.startswith("en"):
            return "en"
    return "zh"


class _Keys:
    """The keys that a text names: `{press.undo}` is filled with the key in force of the action `undo`, `{press:press}`
    with the word for what is done with a key. Who tells of commands instead hands in a `press` of its own.
    """

    by: Callable[[str], str] | None = None

    def __getattr__(self, action: str) -> str:
        return self.by(action) if self.by else f"[{action}]"

    def __format__(self, verb: str) -> str:
        return say(f"word.keys.{verb}")


_keys = _Keys()


def name_keys(by: Callable[[str], str]) -> None:
    """Have actions' keys named `by` this: whoever has the screens knows them, which stand above all that speaks."""
    _keys.by = by


def listed(words: Iterable[str]) -> str:
    """Words one behind another, as the language in force lists them; one that holds the sign between is quoted.

    In brackets the sign parts nothing: 各县（市、区）人民政府 stands as it is.
    """
    between = say("word.listed")
    return between.join(f"“{word}”" if between in word and between in _plain(word) else word for word in words)


def _plain(word: str) -> str:
    return re.sub(r"[（(][^（()）]*[）)]", "", word)


class _Counted(NamedTuple):
    """A value that a text may also form words by: `{count:task is|tasks are}` is the first for one, else the second."""

    value: object

    def __format__(self, spec: str) -> str:
        one, parted, many = spec.partition("|")
        if not parted:
            return format(self.value, spec)
        return one if str(self.value) == "1" else many


def pressed(key: str) -> tuple[str, ...]:
    """The actions whose keys the text of `key` names, in its order."""
    return tuple(dict.fromkeys(re.findall(r"\{press\.(\w+)\}", _text(key, None))))


def _text(key: str, into: str | None) -> str:
    area, _, name = key.partition(".")
    catalogue: dict[str, str] = import_module(f"sciplan_tui.locale.{into or language()}.{area}").TEXTS
    return catalogue[name]


def say(key: str, into: str | None = None, /, **details: object) -> str:
    """The text of `key` in the language in force (or `into`), its gaps filled; `{press.undo}` is the key of an action.

    English forms its words by number: `{count} {count:task is|tasks are} late`.
    `error.missing` is `TEXTS["missing"]` of `zh/error.py` or `en/error.py`. A missing key is a bug: KeyError.
    """
    text = _text(key, into)
    if "|" in text:
        details = {gap: _Counted(one) if isinstance(one, int | str) else one for gap, one in details.items()}
    return text.format(**{"press": _keys, **details})
