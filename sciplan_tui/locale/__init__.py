"""Every sentence and label that a person reads, in Chinese and in English."""

from __future__ import annotations

import os
from importlib import import_module

LANGUAGES = ("zh", "en")
_in_force = "zh"


def speak(language: str) -> None:
    """Put a language in force for all that is said from now on."""
    global _in_force
    if language not in LANGUAGES:
        raise ValueError(language)
    _in_force = language


def language() -> str:
    """The language in force."""
    return _in_force


def preferred() -> str:
    """The language of the environment: SCIPLAN_LANG, else the locale; Chinese where nothing is said."""
    for name in ("SCIPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").lower()
        if value.startswith("zh"):
            return "zh"
        if value.startswith("en"):
            return "en"
    return "zh"


def say(key: str, into: str | None = None, /, **details: object) -> str:
    """The text of `key` in the language in force (or `into`), its gaps filled.

    `error.missing` is `TEXTS["missing"]` of `zh/error.py` or `en/error.py`. A missing key is a bug: KeyError.
    """
    area, _, name = key.partition(".")
    catalogue: dict[str, str] = import_module(f"sciplan_tui.locale.{into or _in_force}.{area}").TEXTS
    return catalogue[name].format(**details)
