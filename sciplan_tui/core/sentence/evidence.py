"""Where the proof of a mark or of a reported value lies, in words: behind its note, wherever that is told."""

from __future__ import annotations

from sciplan_tui.locale import say


def evidence(path: str | None) -> list[str]:
    """The file, or the place in the archive; nothing where none was named."""
    return [say("word.evidence", path=path)] if path else []
