"""What the sheets of a workbook are called: as Excel takes it, and each otherwise than the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers.wording import title

LONGEST = 31
"""Of a name, in units of UTF-16."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]+")


def sheet_names(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The name of each sheet, in order, with the plan it is of."""
    taken = {say("export.charts").casefold()}
    for sheet in sheets:
        yield _free(_FORBIDDEN.sub(" ", title(sheet)), taken)


def _free(said: str, taken: set[str]) -> str:
    """As much of it as Excel takes, numbered where it is there already: capitals do not tell names apart."""
    found, number = _cut(said), 1
    while found.casefold() in taken:
        number += 1
        more = f" ({number})"
        found = _cut(said, len(more)) + more
    taken.add(found.casefold())
    return found


def _cut(said: str, room: int = 0) -> str:
    """An apostrophe may stand neither first nor last."""
    while len(said.encode("utf-16-le")) // 2 > LONGEST - room:
        said = said[:-1]
    return said.strip(" '")
