"""What sets of places weigh, summed without a look at each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sciplan_tui.core.outline.flags import Span, bits_of, of_places


class Weights:
    """How much each place weighs, held as a set of places for each binary digit of the weights."""

    def __init__(self, weights: Mapping[int, int], count: int) -> None:
        digits = range(max(weights.values(), default=0).bit_length())
        self._digits = [
            of_places((place for place in weights if weights[place] >> digit & 1), count) for digit in digits
        ]
        self._within: dict[Span, Sequence[int]] = {}

    def of(self, bits: int, span: Span) -> int:
        """What the places weigh whose bits are set, the first bit that of the first place in `span`."""
        if span not in self._within:
            self._within[span] = [bits_of(digit[slice(*span)]) for digit in self._digits]
        return sum((bits & places).bit_count() << digit for digit, places in enumerate(self._within[span]))
