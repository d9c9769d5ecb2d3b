"""The limit of every Textual program: an app that shows one line and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("bare and ready")


if __name__ == "__main__":
    BareApp().run()
