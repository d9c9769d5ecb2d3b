"""Texts that only LibreOffice reads (OpenDocument .odt, the older national format .uof): refused here, so that it is
asked, and named where it is not installed.
"""

from __future__ import annotations

from typing import NoReturn

from sciplan_tui.errors import ReadingError


def read(name: str, data: bytes, encoding: str | None = None) -> NoReturn:
    """Raises ReadingError: what to save it as."""
    kind = "OpenDocument (.odt)" if data.startswith(b"PK") else "UOF (.uof)"
    raise ReadingError("kind_unread", file=name, kind=kind, wanted="docx")
