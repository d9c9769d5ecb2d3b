"""A sheet as JSON: an object a row, its keys the same in every language, codes and not words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.writers.wording import coded


def objects(sheet: Sheet) -> list[dict[str, Any]]:
    """The rows as objects. The columns of units and milestones stand in `units` and `marks`, by name, where filled."""
    return [_object(sheet.columns, row) for row in sheet.rows]


def _object(columns: Iterable[Column], row: Iterable[Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for column, value in zip(columns, row, strict=True):
        kind = column.key.partition(":")[0]
        if column.title is None:
            facts[column.key] = coded(value)
        else:
            place = facts.setdefault("units" if kind == "unit" else "marks", {})
            if value is not None:
                place[column.title] = coded(value)
    return facts


def write_sheet(sheet: Sheet) -> bytes:
    """One JSON array in UTF-8, an object a line."""
    return write_parts([sheet])


def write_parts(parts: Iterable[Sheet]) -> bytes:
    """A sheet that comes in parts, as one array."""
    lines = b",\n".join(_utf8(_line(row)) for part in parts for row in objects(part))
    return b"[\n%b\n]\n" % lines if lines else b"[]\n"


def write_objects(values: Iterable[Any]) -> bytes:
    """JSON values in UTF-8, one a line."""
    return _utf8("".join(f"{_line(value)}\n" for value in values))


def _line(value: Any) -> str:
    """What a terminal would obey is written as an escape: an export may be printed on one."""
    return re.sub("[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _utf8(text: str) -> bytes:
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()
