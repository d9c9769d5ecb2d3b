"""How far something is, in ASCII: `[=====-----]  45%`."""

from __future__ import annotations

LENGTH = 20


def progress_bar(done: int, count: int, length: int = LENGTH) -> str:
    """Full only when all is done."""
    full = min(length * done // count, length) if count else 0
    percent = 100 * done // count if count else 0
    return f"[{'=' * full}{'-' * (length - full)}] {percent:>3}%"
