"""Lists of units that go on line by line below their label: 配合单位：市科协⏎市财政局⏎团市委.

The lines must hold nothing but units that surely are. The last one above a date is a signature, and so are those above
it that bear the same place's name (中共海州市委⏎海州市人民政府).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_LONGEST = 60
_PLACE = 3
"""Letters that the names of bodies of one place begin with."""
_SIGNED = re.compile(
    r"\n*(?:(?P<by>[^\n]{2,30}(?:政府|委员会|管委会|办公[室厅]))\n+)?(?:20\d\d|[二〇○零一三四五六七八九]{4})年"
)


def end_of_units_below(text: str, stop: int, limit: int, is_unit: Callable[[str], bool]) -> int:
    """Where the list ends whose first line ends at `stop`: there, or with the last line of units below.

    Where blank lines part them a heading must follow (at `limit`): else the last line may be a signature.
    """
    apart = text.startswith("\n\n", stop)
    if apart and limit == len(text):
        return stop
    ends = [stop, *_lines(text, stop, limit, 2 if apart else 1, is_unit)]
    signed = _SIGNED.match(text, ends[-1])
    return _above_signature(text, ends, signed["by"]) if signed else ends[-1]


def _above_signature(text: str, ends: list[int], below: str | None) -> int:
    """Where the list ends above the names that sign; `below`: the one right above the date, if it is no unit here."""
    while len(ends) > 1:
        name = text[ends[-2] : ends[-1]].strip("\n").removeprefix("中共")
        if below and name[:_PLACE] != below[:_PLACE]:
            break
        below = name
        ends.pop()
    return ends[-1]


def _lines(text: str, stop: int, limit: int, gap: int, is_unit: Callable[[str], bool]) -> Iterator[int]:
    """Where each line of units ends; `gap`: the line breaks between two of them."""
    while text.startswith("\n" * gap, stop):
        begin = stop + gap
        stop = text.find("\n", begin, min(limit, begin + _LONGEST + 1))
        stop = limit if stop < 0 and limit <= begin + _LONGEST else stop
        names = text[begin:stop].rstrip("。；;、，,").split("、") if stop > begin else []
        if not names or not all(map(is_unit, names)):
            return
        yield stop
