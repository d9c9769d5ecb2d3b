"""Faults as a screen tells them: what helps is named by its key, where the command line names a command."""

from __future__ import annotations

from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key


def by_keys(fault: SciplanError) -> str:
    """Its sentence."""
    return fault.told(_Keys())


class _Keys:
    """What helps, by its key."""

    def __getattr__(self, name: str) -> str:
        return f"{say('word.keys.press')} {first_key(name)}"
