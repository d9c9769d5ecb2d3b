"""Sets of places as flags: one byte for each place, 1 where it is in the set. Joined a hundred thousand at a time.

Where many sets are held, as many as there are units, each is a number of as many bits: an eighth of the size, and
joined in no time.
"""

from __future__ import annotations

from collections.abc import Iterable

Flags = bytes
"""Of as many places as there are, each 0 or 1."""
Span = tuple[int, int]
"""The places from the first to before the second."""


def of_places(places: Iterable[int], count: int) -> Flags:
    """The flags of these places, among so many."""
    flags = bytearray(count)
    for place in places:
        flags[place] = 1
    return bytes(flags)


def bits_of(flags: Flags) -> int:
    """The same set as a number: bit n is set where place n is in it."""
    return int(flags.translate(_AS_DIGITS)[::-1], 2) if flags else 0


def of_bits(bits: int, count: int) -> Flags:
    """The flags of the places whose bits are set, among so many."""
    return f"{bits:0{count}b}".encode().translate(_FROM_DIGITS)[: -count - 1 : -1]


def both(one: Flags, other: Flags) -> Flags:
    """What is in both sets."""
    return (_number(one) & _number(other)).to_bytes(len(one), "little")


def either(one: Flags, other: Flags) -> Flags:
    """What is in one of the sets, or in both."""
    return (_number(one) | _number(other)).to_bytes(len(one), "little")


def shared(one: Flags, other: Flags) -> int:
    """How many are in both sets."""
    return (_number(one) & _number(other)).bit_count()


def without(flags: Flags) -> Flags:
    """What is not in the set."""
    return flags.translate(_TURNED)


def _number(flags: Flags) -> int:
    return int.from_bytes(flags, "little")


_TURNED = bytes([1, 0]) + bytes(254)
_AS_DIGITS, _FROM_DIGITS = bytes.maketrans(b"\0\1", b"01"), bytes.maketrans(b"01", b"\0\1")
