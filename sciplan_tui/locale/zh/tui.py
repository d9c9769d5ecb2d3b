"""What the screens say, their keys and their help."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
