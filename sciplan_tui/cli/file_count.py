"""How far a run over many files is: one line on stderr, at a terminal only, and gone before anything else is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sciplan_tui.cli import output
from sciplan_tui.core.characters import show_text
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from rich.console import Console

    from sciplan_tui.workspace.edition.reading_files import Named

_LENGTH = 30


class FileCount:
    """Counts the files that are done. Use as a context manager: a Ctrl+C within it is told with the count.

    The line is written over with blanks, so that without colours there is no escape code in it at all.
    """

    def __init__(self, files: Sequence[Named], *, json: bool) -> None:
        self._files = files
        self._done = 0
        self._drawn = 0
        self._console = _console() if len(files) > 1 and _is_watched(json) else None

    def __enter__(self) -> FileCount:
        self._draw()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.clear()
        if kind is KeyboardInterrupt and len(self._files) > 1:
            output.tell(say("progress.interrupted", done=self._done, total=len(self._files)))

    def step(self) -> None:
        """One more file is done, and all is said of it."""
        self._done += 1
        self._draw()

    def clear(self) -> None:
        """Make room for what is to be said."""
        if self._console and self._drawn:
            self._console.file.write("\r" + " " * self._drawn + "\r")
            self._console.file.flush()
            self._drawn = 0

    def _draw(self) -> None:
        if self._console is None or self._done >= len(self._files):
            return
        from rich.text import Text

        full = _LENGTH * self._done // len(self._files)
        line = Text.assemble(("=" * full, "bold cyan"), ("-" * (_LENGTH - full), "dim"), f" {self._told()}")
        line.truncate(self._console.width - 1)
        self.clear()
        self._console.print(line, end="\r", soft_wrap=True)
        self._drawn = line.cell_len

    def _told(self) -> str:
        file = self._files[self._done]
        name = file.name if isinstance(file, Path) else ""
        return show_text(f"{self._done}/{len(self._files)} {name}")


def _is_watched(json: bool) -> bool:
    """Whether someone looks on: at stderr; and what goes to a program is not told to a person as it goes."""
    return sys.stderr is not None and sys.stderr.isatty() and not (json and not output.shown_to_someone())


def _console() -> Console:
    from rich.console import Console

    plain = os.environ.get("NO_COLOR")  # rich would still write dim and bold
    return Console(file=sys.stderr, highlight=False, color_system=None if plain else "auto")
