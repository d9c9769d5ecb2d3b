"""Sets of places, as flags and as bits, against Python's own sets; what they weigh, against a look at each place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.outline.flags import Flags, bits_of, both, either, of_bits, of_places, without
from sciplan_tui.core.outline.weights import Weights

PLACES = st.frozensets(st.integers(0, 30))
COUNT = 31


def places_of(flags: Flags) -> list[int]:
    return [place for place, flag in enumerate(flags) if flag]


@given(PLACES, PLACES)
def test_flags_are_joined_as_sets_are(one: frozenset[int], other: frozenset[int]) -> None:
    mine, theirs = of_places(one, COUNT), of_places(other, COUNT)
    assert places_of(both(mine, theirs)) == sorted(one & other)
    assert places_of(either(mine, theirs)) == sorted(one | other)
    assert places_of(without(mine)) == sorted({*range(COUNT)} - one)


@given(PLACES)
def test_bits_say_the_same_as_flags(places: frozenset[int]) -> None:
    flags = of_places(places, COUNT)
    assert bits_of(flags) == sum(1 << place for place in places)
    assert of_bits(bits_of(flags), COUNT) == flags


def test_nothing_has_no_bits() -> None:
    assert (bits_of(b""), of_bits(0, 0), of_bits(0, 2)) == (0, b"", b"\0\0")


@given(st.dictionaries(st.integers(0, COUNT - 1), st.integers(0, 9)), PLACES, st.integers(0, COUNT))
def test_a_set_weighs_what_its_places_do(weights: dict[int, int], places: frozenset[int], first: int) -> None:
    within = {place for place in places if place >= first}
    bits = sum(1 << place - first for place in within)
    found = Weights(weights, COUNT).of(bits, (first, COUNT))
    assert found == sum(weights.get(place, 0) for place in within)
