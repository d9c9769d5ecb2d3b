"""The main screen, as far as the screens that stand over it know it."""

from __future__ import annotations

from typing import Protocol

from sciplan_tui.tui.widgets.matrix.view import MatrixView


class Below(Protocol):
    """Where one goes back to: its cursor is led to what was looked at last."""

    matrix: MatrixView

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence there."""

    def mark(self, tasks: frozenset[int]) -> None:
        """Ask how these tasks stand, and note it."""
