"""Text that a person gives: names on one line, notes on several, each harmless and no longer than it can be shown."""

from __future__ import annotations

from sciplan_tui.core.characters import clean_text, show_text
from sciplan_tui.errors import RefusedError

LONGEST_NAME = 200
"""Characters of a title, a unit, a document, a person: the longest that plans print are half as long."""
LONGEST_NOTE = 2_000
_SHOWN = 12


def one_line(text: str) -> str:
    """A title or a name as it is kept: on one line, free of what is not text. RefusedError: it is too long."""
    return _bounded(" ".join(show_text(text).split()), LONGEST_NAME)


def document(by: str | None) -> str | None:
    """The document or person by which something is so, where one is named. RefusedError: it is too long."""
    return one_line(by or "") or None


def note(text: str | None) -> str | None:
    """A note as it is kept, its lines with it; None: none is given. RefusedError: it is too long."""
    return None if text is None else _bounded(clean_text(text).strip(), LONGEST_NOTE)


def _bounded(text: str, most: int) -> str:
    if len(text) > most:
        raise RefusedError("too_long", start=show_text(text[:_SHOWN]), count=len(text), most=most)
    return text
