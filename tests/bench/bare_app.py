"""The limit of every Textual program: an app that shows one line, another at each key, and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One line."""

    keys = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("bare and ready")

    def on_key(self) -> None:
        """Another line."""
        self.keys += 1
        self.query_one(Static).update(f"bare and ready {self.keys}")


if __name__ == "__main__":
    BareApp().run()
