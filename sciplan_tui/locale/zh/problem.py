"""What the reader was not sure of."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
