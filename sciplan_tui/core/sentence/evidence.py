"""Where the proof of a mark or of a reported value lies, in words: behind its note, wherever that is told."""

from __future__ import annotations

from pathlib import PureWindowsPath

from sciplan_tui.locale import say


def evidence(path: str | None) -> list[str]:
    """The file, or the place in the archive; nothing where none was named."""
    return [say("word.evidence", path=path)] if path else []


def evidence_sent(path: str | None) -> list[str]:
    """The same for a paper that leaves the house: of a file of this computer its name, not the folders it lies in."""
    at = PureWindowsPath(path or "")
    return evidence(at.name if at.root else path)
