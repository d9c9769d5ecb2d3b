"""The options of exports as a person left them, by view: one small JSON file in the folder of the user's settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sciplan_tui.errors import StoreError
from sciplan_tui.paths import private_folder
from sciplan_tui.store.remembered.views import alone, put_aside, write_whole

SCHEMA = "sciplan-exports/1"
LARGEST = 1_000_000
"""Bytes; a larger file is none of ours."""
Kept = dict[str, Any]


def read(file: Path) -> Kept:
    """The options by view; none where there is no file.

    StoreError: it cannot be read (`exports_unread`), or it is damaged and was put aside (`exports_damaged`).
    """
    try:
        content = file.read_bytes() if file.stat().st_size <= LARGEST else b""
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError("exports_unread", path=file, reason=error.strerror or str(error)) from error
    try:
        return _parsed(content)
    except (ValueError, RecursionError):
        raise StoreError("exports_damaged", path=put_aside(file)) from None


def _parsed(content: bytes) -> Kept:
    import json

    said = json.loads(content)
    views = said.get("views") if isinstance(said, dict) and said.get("schema") == SCHEMA else None
    if not isinstance(views, dict):
        raise ValueError("not ours")
    return {name: kept for name, kept in views.items() if isinstance(kept, dict)}


def keep(file: Path, view: str, options: Mapping[str, Any]) -> None:
    """Keep the options of one view beside the others; none: what was kept goes. StoreError: it cannot be written."""
    try:
        private_folder(file.parent)
        with alone(file):
            views = _readable(file)
            views.pop(view, None)
            write_whole(file, {"schema": SCHEMA, "views": views | ({view: dict(options)} if options else {})})
    except OSError as error:
        raise StoreError("exports_unwritten", path=file, reason=error.strerror or str(error)) from error


def _readable(file: Path) -> Kept:
    try:
        return read(file)
    except StoreError as fault:
        if fault.code != "exports_damaged":
            raise
        return {}
