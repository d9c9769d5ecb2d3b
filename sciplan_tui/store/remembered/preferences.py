"""What a person prefers, whatever the database: one small JSON file in the folder of the user's settings."""

from __future__ import annotations

from pathlib import Path

from sciplan_tui.errors import StoreError
from sciplan_tui.paths import private_folder
from sciplan_tui.store.remembered.views import write_whole

LARGEST = 100_000
"""Bytes; a larger file is none of ours."""


def read(file: Path) -> dict[str, str]:
    """What is kept; nothing where there is no file, or one that is not ours: it is then written anew."""
    import json

    try:
        said = json.loads(file.read_bytes()) if file.stat().st_size <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in said.items() if isinstance(value, str)} if isinstance(said, dict) else {}


def keep(file: Path, name: str, value: str) -> None:
    """Keep one setting beside the others. StoreError (`settings_unwritten`): it cannot be written."""
    try:
        private_folder(file.parent)
        write_whole(file, read(file) | {name: value})
    except OSError as error:
        raise StoreError("settings_unwritten", path=file, reason=error.strerror or str(error)) from error
