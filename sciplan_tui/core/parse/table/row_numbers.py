"""Numbers that the rows of a task table have lost: a row without one between 3 and 5 is row 4."""

from __future__ import annotations

from collections.abc import Sequence


def lost_numbers(numbers: Sequence[str]) -> dict[int, str]:
    """The numbers, by the place of their row, that rows without one (empty) must have had.

    Only where the numbers around leave room for just so many rows: else the number cell may be a merged one.
    """
    found: dict[int, str] = {}
    above, waiting = 0, list[int]()
    for place, number in enumerate(numbers):
        if not number:
            waiting.append(place)
            continue
        value = int(number) if number.isdecimal() and len(number) < 5 else 0
        if waiting and value == above + len(waiting) + 1:
            found |= {row: str(above + i) for i, row in enumerate(waiting, start=1)}
        above, waiting = value, []
    return found
