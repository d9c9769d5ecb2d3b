"""Names found by a few characters, or by the initials of their pinyin, or by both mixed: 科学家, kxj, 科xj."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sciplan_tui.core.folding import compatible, fold
from sciplan_tui.core.view.spec import ViewSpec

Letters = Mapping[str, str]
"""By letter, the characters whose pinyin begins with it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit, or a task (`path` says which), that answers to what was written; `spec` is what shows it.

    `plan`: its plan's key where several are looked at; `clears`: the query must go to show it; `moves`: another plan.
    """

    found_id: int
    name: str
    spec: ViewSpec
    path: str | None = None
    plan: str | None = None
    clears: bool = False
    moves: bool = False

    @property
    def away(self) -> bool:
        """Whether it is not among what is looked at now."""
        return self.clears or self.moves


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for a text, the best first, and how many there are of them in all."""

    text: str
    hits: tuple[Hit, ...] = ()
    count: int = 0


def folded_names(names: Sequence[str]) -> list[str]:
    """Each name as it is searched: width, case and blanks do not matter. Done at once, for there may be 100,000."""
    text = compatible("\n".join(name.replace("\n", " ") for name in names)).lower()
    return text.replace(" ", "").split("\n") if names else []


def letters_of(names: Iterable[str], initials: Callable[[str], Iterable[str]]) -> Letters:
    """Which characters of these names each letter may stand for."""
    found: dict[str, str] = {}
    for character in sorted(set().union(*names)):
        if not character.isascii():
            for initial in initials(character):
                found[initial] = found.get(initial, "") + character
    return found


def pattern(text: str, letters: Letters) -> re.Pattern[str]:
    """What finds `text`, as it is written and with each of its letters for whatever begins so."""
    return re.compile("".join(_one(character, letters) for character in fold(text)))


def _one(character: str, letters: Letters) -> str:
    others = letters.get(character, "")
    return f"[{re.escape(character)}{re.escape(others)}]" if others else re.escape(character)


def places(wanted: re.Pattern[str], names: Sequence[str]) -> list[int]:
    """The places of the names that are found, those first that begin so."""
    search = wanted.search
    found = [(place, hit) for place, name in enumerate(names) if (hit := search(name))]
    return [p for p, hit in found if hit.start() == 0] + [p for p, hit in found if hit.start() > 0]
