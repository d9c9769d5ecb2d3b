"""Facts taken from an untyped mapping, one by one, each held against what it must be.

Everything wrong becomes a `ReadingError` that says which field of which entry, so that a person can mend the file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from sciplan_tui.core.outline.place import YIELDED
from sciplan_tui.errors import ReadingError

Choice = TypeVar("Choice", bound=StrEnum)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = rf"[0-9]{{1,9}}{YIELDED}{{0,30}}"
_PATH = re.compile(rf"{_NUMBER}(\.{_NUMBER}){{0,30}}")
_LARGEST = 2**53
"""Whole numbers beyond this are no longer exact in JSON, in a spreadsheet or in SQLite's REAL."""


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Fields:
    """One entry of a structured file: `where` names it in errors (`tasks[3]`), a row of a table has its line."""

    def __init__(self, values: object, where: str = "", line: int | None = None) -> None:
        self.where = where
        self.line = line
        if not isinstance(values, Mapping):
            self.fail("", values)
        self.values: Mapping[str, Any] = values

    def fail(self, name: str, value: object) -> NoReturn:
        """Say which field is wrong, or missing."""
        shown = repr(value)[:60]
        if self.line is not None:
            raise ReadingError("empty_cell" if value is None else "bad_cell", line=self.line, column=name, value=shown)
        where = f"{self.where}.{name}".strip(".") or "{}"
        raise ReadingError("missing_field" if value is None else "bad_field", where=where, value=shown)

    def text(self, name: str) -> str:
        """A text that must be there; it may be empty."""
        value = self.values.get(name)
        return value if isinstance(value, str) else self.fail(name, value)

    def name(self, name: str) -> str:
        """A text that must be there and say something."""
        value = self.text(name)
        return value if value.strip() else self.fail(name, value)

    def text_or_none(self, name: str) -> str | None:
        """A text, or None where it is missing, null or empty."""
        return self.text(name) or None if self.values.get(name) is not None else None

    def path(self, name: str) -> str:
        """A path of the outline such as `2.1.3`."""
        value = self.text(name)
        return value if _PATH.fullmatch(value) else self.fail(name, value)

    def path_or_none(self, name: str) -> str | None:
        """A path, or None."""
        return self.path(name) if self.text_or_none(name) is not None else None

    def date_or_none(self, name: str) -> str | None:
        """An ISO date (`2021-12-30`), or None."""
        value = self.text_or_none(name)
        return value if value is None or _is_date(value) else self.fail(name, value)

    def integer_or_none(self, name: str) -> int | None:
        """A whole number from 0 up, or None."""
        value = self.values.get(name)
        if value is None:
            return None
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST
        return int(value) if whole else self.fail(name, value)

    def number_or_none(self, name: str) -> float | None:
        """A finite number, or None."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(name, value)
        return float(value) if abs(value) <= _LARGEST and not math.isnan(value) else self.fail(name, value)

    def number(self, name: str) -> float:
        """A finite number that must be there."""
        value = self.number_or_none(name)
        return self.fail(name, None) if value is None else value

    def flag(self, name: str) -> bool:
        """True or false; false where it is missing."""
        value = self.values.get(name)
        return False if value is None else value if isinstance(value, bool) else self.fail(name, value)

    def choice(self, name: str, kinds: type[Choice]) -> Choice:
        """One of the words of an enumeration."""
        value = self.text(name)
        return kinds(value) if value in {str(kind) for kind in kinds} else self.fail(name, value)

    def entries(self, name: str) -> list[Fields]:
        """The entries of a list; none where it is missing or null."""
        value = self.values.get(name)
        if value is None:
            return []
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.fail(name, value)
        return [Fields(entry, f"{self.where}.{name}[{i}]".strip(".")) for i, entry in enumerate(value)]
