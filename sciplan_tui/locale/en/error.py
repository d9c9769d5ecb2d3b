"""Errors a person can mend: what is wrong, where, what to do."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
