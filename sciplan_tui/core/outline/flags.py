"""Sets of places as flags: one byte for each place, 1 where it is in the set. Joined a hundred thousand at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

Flags = bytes
"""Of as many places as there are, each 0 or 1."""


def of_places(places: Iterable[int], count: int) -> Flags:
    """The flags of these places, among so many."""
    flags = bytearray(count)
    for place in places:
        flags[place] = 1
    return bytes(flags)


def places_of(flags: Flags) -> list[int]:
    """The places that are in the set, in order."""
    return list(compress(range(len(flags)), flags))


def both(one: Flags, other: Flags) -> Flags:
    """What is in both sets."""
    return (_number(one) & _number(other)).to_bytes(len(one), "little")


def either(one: Flags, other: Flags) -> Flags:
    """What is in one of the sets, or in both."""
    return (_number(one) | _number(other)).to_bytes(len(one), "little")


def without(flags: Flags) -> Flags:
    """What is not in the set."""
    return flags.translate(_TURNED)


def _number(flags: Flags) -> int:
    return int.from_bytes(flags, "little")


_TURNED = bytes([1, 0]) + bytes(254)
