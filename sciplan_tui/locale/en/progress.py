"""Texts of long runs over many files."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "interrupted": "Interrupted: {done} of {total} {total:file|files} {done:is|are} done, the others were left alone.",
}
