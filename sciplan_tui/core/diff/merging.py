"""Three-way merging of one row: what the last edition said, what this one says, what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Turn:
    """One column that the document has changed. `conflict`: a person has changed it too, to something else."""

    column: str
    old: Any
    new: Any
    now: Any

    @property
    def reason(self) -> str | None:
        """Why it is only proposed; None where it is certain."""
        if self.now != self.old:
            return "conflict"
        return "removal" if self.new is None else None


def turns(
    now: Mapping[str, Any], base: Mapping[str, Any] | None, new: Mapping[str, Any], columns: Sequence[str]
) -> tuple[Turn, ...]:
    """The columns that this edition changes. Where the document stands still, a person's own edit stays.

    Without a `base` what is stored is taken for what was said last.
    """
    found = (Turn(name, (base or now)[name], new[name], now[name]) for name in columns)
    return tuple(turn for turn in found if turn.new not in (turn.old, turn.now))
