"""Text as it is searched: what differs only in width, case or blanks is the same."""

from __future__ import annotations

import unicodedata

_WIDE = tuple((sign, unicodedata.normalize("NFKC", sign)) for sign in "，（）：；！？％～…")
"""Signs of every Chinese text: one that still holds any of them takes `normalize` twenty times as long."""


def fold(text: str) -> str:
    """`text` in the one form that searching compares: NFKC, lower case, no blanks.

    A needle is folded like the haystack. Folding turns `％` into `%`, so wildcards of LIKE are escaped afterwards.
    """
    folded = _fold_once(text)
    while not unicodedata.is_normalized("NFKC", folded):
        # Where a blank went, a mark has come upon a letter that it composes with.
        folded = _fold_once(folded)
    return folded


def _fold_once(text: str) -> str:
    return "".join(compatible(text).lower().split())


def compatible(text: str) -> str:
    """`text` in the form NFKC."""
    if unicodedata.is_normalized("NFKC", text):
        return text
    for sign, narrow in _WIDE:
        text = text.replace(sign, narrow)
    return unicodedata.normalize("NFKC", text)


def search_text(*parts: str | None) -> str:
    """The parts folded, each on a line of its own: a folded needle holds no blank, so it never spans two parts."""
    return "\n".join(folded for part in parts if part and (folded := fold(part)))
