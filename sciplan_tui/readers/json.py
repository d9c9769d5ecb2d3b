"""JSON files: the object `sciplan-plan/1`, as `export plan --format json` and `check --json` write it."""

from __future__ import annotations

from typing import Any, NoReturn

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.document import Document
from sciplan_tui.core.plan import Source
from sciplan_tui.errors import ReadingError


def looks_like_json(text: str) -> bool:
    """Whether the text opens as a JSON object does."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def read_json(text: str, source: Source) -> Document:
    """The object of the file, every text in it cleaned. Raises ReadingError: no JSON, no object, nested too deep."""
    import json

    try:
        value = json.loads(text.lstrip("\ufeff"), parse_constant=_no_number)
        payload = _clean(value)
    except json.JSONDecodeError as error:
        code = "json_more" if error.msg == "Extra data" else "json_broken"
        raise ReadingError(code, line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise ReadingError("json_odd") from error
    if not isinstance(payload, dict):
        raise ReadingError("json_no_object")
    return Document(source, (), text, payload)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_clean(entry) for entry in value]
    return {clean_text(key): _clean(entry) for key, entry in value.items()} if isinstance(value, dict) else value
