"""What goes on a path that is being written: the first name in its folder that begins so; Right at its end takes it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.suggester import Suggester

from sciplan_tui.workspace.edition.folders import completed


class PathSuggester(Suggester):
    """`folder`: what a path without a beginning of its own stands in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.folder = folder

    async def get_suggestion(self, value: str) -> str | None:
        """The folder is read in a thread: it may be far away."""
        return await asyncio.to_thread(self._completed, value) if value else None

    def _completed(self, value: str) -> str | None:
        """A path that begins with the key by which the line was opened is completed too."""
        from_root = completed(f"/{value}", self.folder) if "/" in value else None
        return completed(value, self.folder) or (from_root and from_root[1:])
