"""Three-way merging of one row: what the last edition said, what this one says, what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Turn:
    """One column that is stored otherwise than the document says it: `old` last time, `new` this time, `now` stored."""

    column: str
    old: Any
    new: Any
    now: Any

    @property
    def standing(self) -> bool:
        """Whether the document stands still, so that only a person differs."""
        return bool(self.new == self.old)

    @property
    def reason(self) -> str | None:
        """Why it is only proposed; None where it is certain. `conflict`: a person has changed it too."""
        if self.now != self.old:
            return "conflict"
        return "removal" if self.new is None else None


def turns(
    now: Mapping[str, Any], base: Mapping[str, Any] | None, new: Mapping[str, Any], columns: Sequence[str]
) -> tuple[Turn, ...]:
    """The columns in which what is stored differs from what the document says now.

    Without a `base` what is stored is taken for what was said last.
    """
    return tuple(Turn(name, (base or now)[name], new[name], now[name]) for name in columns if new[name] != now[name])
