"""Files that prove what was marked or reported. A file is named, never read or copied."""

from __future__ import annotations

from pathlib import Path

from sciplan_tui.core.characters import show_text
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.gesture import given_text


def evidence_given(given: str | None) -> str | None:
    """Where the file lies, said in full, so that it is found from anywhere. RefusedError: it is not there."""
    if not given:
        return given
    path = Path(given).expanduser().absolute()
    if not path.is_file():
        raise RefusedError("no_evidence", path=show_text(given))
    return given_text.note(str(path))
