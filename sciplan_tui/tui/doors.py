"""The doors that stand open on every screen: a screen asks for one by a message, and the application opens it.

So no screen needs to know another that leads back to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.tui.desk_app import DeskApp
from sciplan_tui.tui.messages import TaskOpened

if TYPE_CHECKING:
    from sciplan_tui.tui.screens.below import Below


class Doors(DeskApp):
    """The application, as far as it opens what is asked for."""

    @property
    def below(self) -> Below:
        """The main screen, below all others."""
        from sciplan_tui.tui.screens.main.matrix import MatrixScreen

        return next(screen for screen in self.screen_stack if isinstance(screen, MatrixScreen))

    def on_task_opened(self, message: TaskOpened) -> None:
        """Everything about a task."""
        from sciplan_tui.tui.screens.task import TaskScreen

        self.push_screen(TaskScreen(message.task_id, self.below, message.order), message.back)
