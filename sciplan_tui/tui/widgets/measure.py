"""Text fitted to a number of terminal cells: never half a character, never a sign whose width terminals dispute.

What is cut ends in `..`. Signs of ambiguous width (curly quotes, circled numbers, dashes) are shown by plain ones of
the same meaning, because one terminal draws them one cell wide and the next two, and a table then falls apart. The
data keep what was printed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from sciplan_tui.core.characters import show_text

_ASCII = re.compile(r"[\x20-\x7e]*\Z")
_PLAIN = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "…": "..", "—": "-", "―": "-", "–": "-", "─": "-", "│": "|",
    "·": ".", "•": ".", "‧": ".", "×": "x", "÷": "/", "→": ">", "←": "<", "↑": "^", "↓": "v", "√": "v", "§": "S",
    "●": "o", "○": "o", "◎": "o", "■": "#", "□": "#", "◆": "#", "◇": "#", "★": "*", "☆": "*", "△": "^", "▲": "^",
    "°": "'", "′": "'", "″": '"', "※": "*", "±": "+/-", "≥": ">=", "≤": "<=", "≠": "!=", "≈": "~",
}  # fmt: skip


@lru_cache(maxsize=4096)
def narrow(text: str) -> str:
    """`text` for one line of a table: harmless, and free of signs of ambiguous width where a plain one will do."""
    text = show_text(text)
    return text if _ASCII.match(text) else "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if unicodedata.east_asian_width(character) != "A":
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    if unicodedata.combining(character):
        return ""  # a mark left over would make the letter before it another when it is looked at once more
    letter = unicodedata.normalize("NFD", character)[0]  # pinyin without its tone
    folded = letter if letter.isascii() else unicodedata.normalize("NFKC", character)
    return folded if all(unicodedata.east_asian_width(c) != "A" for c in folded) else character


@lru_cache(maxsize=8192)
def fit(text: str, width: int) -> str:
    """`text` cut or filled with blanks to exactly `width` cells."""
    text = narrow(text)
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    if width < 2:
        return "." * width
    return set_cell_size(set_cell_size(text, width - 2).rstrip() + "..", width)


def right(text: str, width: int) -> str:
    """`text` at the right edge of so many cells, with a blank before it."""
    shown = narrow(text)
    shown = shown if cell_len(shown) < width else fit(shown, width - 1)
    return " " * (width - cell_len(shown)) + shown


def sign(text: str) -> str:
    """One cell of the matrix: a character of two cells, or one of one cell and a blank."""
    return fit(text, 2)


@lru_cache(maxsize=4096)
def upright(name: str, rows: int) -> tuple[str, ...]:
    """`name` standing upright in `rows` cells of width two, its foot on the last; a longer one ends in `..`."""
    letters = [sign(letter) for letter in _letters(narrow(name))]
    if len(letters) > rows:
        letters = [*letters[: max(rows - 1, 0)], ".."]
    return tuple(["  "] * (rows - len(letters)) + letters[:rows])


def _letters(name: str) -> list[str]:
    """Characters with the combining marks that belong to them."""
    letters: list[str] = []
    for character in name:
        if letters and cell_len(character) == 0:
            letters[-1] += character
        else:
            letters.append(character)
    return letters
