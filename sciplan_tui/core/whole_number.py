"""Numbers as they were printed, where SQLite and JSON know only one kind of them."""

from __future__ import annotations


def whole(value: float | None) -> float | int | None:
    """200 and not 200.0, so that a figure reads as it was printed."""
    return int(value) if value is not None and float(value).is_integer() else value
