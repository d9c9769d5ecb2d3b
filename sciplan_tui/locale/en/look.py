"""The colours of the screens and the file of keys."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "Colours", "keys": "Enter use   Esc leave", "kept": "colours: {name}, at the next start too",
    "sciplan": "Calm (dark)", "sciplan-light": "Light", "sciplan-contrast": "High contrast",
}  # fmt: skip
