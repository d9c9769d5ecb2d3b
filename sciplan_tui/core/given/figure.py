"""A figure as a person gives it, field by field as text, checked against what is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.folding import compatible
from sciplan_tui.core.given.moment import span
from sciplan_tui.core.plan import Comparator, Frequency
from sciplan_tui.core.whole_number import whole
from sciplan_tui.errors import RefusedError

FIELDS = ("indicator", "comparator", "value", "value_max", "unit", "frequency", "deadline", "aspirational")
"""The columns that a person may set, as they are asked for."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_NEW: dict[str, Any] = {
    "indicator": "",
    "comparator": str(Comparator.EQ),
    "value": None,
    "value_max": None,
    "unit": "",
    "frequency": None,
    "deadline": None,
    "aspirational": 0,
}
YES = "yes"


def figure_columns(given: Mapping[str, str], now: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The columns of the figure from now on; what is not given stays as it is `now` (None: it is new).

    An empty frequency, deadline or end of a range is none; `aspirational` is `yes` or anything else. Of two values the
    figure is a range, unless it is said not to be. RefusedError: no indicator, no number, a range without two ends.
    """
    after = {name: (now or _NEW)[name] for name in FIELDS}
    after |= {name: _read(name, text.strip()) for name, text in given.items()}
    if not after["indicator"]:
        raise RefusedError("indicator_empty")
    if after["value"] is None:
        raise RefusedError("no_number", value="-")
    return {**after, **_ends(after, given)}


def _read(name: str, text: str) -> Any:
    if name in ("value", "value_max"):
        return number(text) if text or name == "value" else None
    if name == "comparator":
        return str(_one(Comparator, text))
    if name == "frequency":
        return str(_one(Frequency, text)) if text else None
    if name == "deadline":
        return span(text).end
    if name == "aspirational":
        return int(text == YES)
    return text


def number(text: str) -> float:
    """The number that is written: `200`, `12.5`, `1,200`. RefusedError (`no_number`): it is none."""
    plain = text.replace(",", "").replace("，", "")
    if not _NUMBER.fullmatch(plain):
        raise RefusedError("no_number", value=show_text(text) or "-")
    return float(plain)


def number_of(text: str, unit: str) -> float:
    """The number that is written of a figure, with or without its unit of measure behind it. RefusedError: none is."""
    return number(compatible(text).strip().removesuffix(compatible(unit)).strip())


def _one(choices: type[Comparator] | type[Frequency], text: str) -> Comparator | Frequency:
    try:
        return choices(text)
    except ValueError as error:
        raise RefusedError("not_one_of", value=show_text(text), known=" ".join(choices)) from error


def _ends(after: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, Any]:
    """Comparator and second value, which belong together."""
    comparator, last = after["comparator"], after["value_max"]
    if given.get("value_max", "").strip() and "comparator" not in given:
        comparator = str(Comparator.RANGE)
    if comparator != Comparator.RANGE:
        if given.get("value_max", "").strip():
            raise RefusedError("no_range", value=show_text(given["value_max"]))
        return {"value_max": None}
    if last is None and "value_max" in given and "comparator" not in given:
        return {"comparator": str(Comparator.EQ)}
    if last is None:
        raise RefusedError("range_open", first=whole(after["value"]))
    if last <= after["value"]:
        raise RefusedError("range_ends", first=whole(after["value"]), last=whole(last))
    return {"comparator": comparator}
