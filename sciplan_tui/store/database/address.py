"""How SQLite is told which file to open."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def address(path: Path, mode: str) -> str:
    """How SQLite is told to open a file, `ro` to read or `rw` to write as well; neither makes one."""
    return f"file:{quote(str(path.absolute()))}?mode={mode}"
