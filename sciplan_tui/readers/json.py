"""JSON files: the object `sciplan-plan/1`, as `export plan --format json` and `check --json` write it."""

from __future__ import annotations

from typing import Any, NoReturn

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.document import Document
from sciplan_tui.core.plan import Source
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import decode


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The object of the file, every text in it cleaned. Raises ReadingError: no JSON, no object, nested too deep."""
    import json
    from hashlib import sha256

    text, codec = decode(name, data, encoding)
    try:
        value = json.loads(text, parse_constant=_no_number)
        payload = _clean(value)
    except json.JSONDecodeError as error:
        code = "json_more" if error.msg == "Extra data" else "json_broken"
        raise ReadingError(code, line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise ReadingError("json_odd") from error
    if not isinstance(payload, dict):
        raise ReadingError("json_no_object")
    source = Source(name=name, sha256=sha256(data).hexdigest(), format="json", encoding=codec)
    return Document(source, (), text, payload)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_clean(entry) for entry in value]
    return {clean_text(key): _clean(entry) for key, entry in value.items()} if isinstance(value, dict) else value
