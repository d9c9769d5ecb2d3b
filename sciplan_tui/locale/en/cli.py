"""What the commands say, and their help."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
