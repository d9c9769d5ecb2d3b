"""Where a line may end: not within a word of Latin letters or a number, and no line begins with a comma or a stop."""

from __future__ import annotations

from sciplan_tui.core.cell_width import cell_width

_OPENING, _CLOSING = "（《〈【〔“‘([", "）》〉】〕”’，。；：、！？)],.;:!?"


def fitting(text: str, room: int) -> str:
    """As much of `text` as fits in `room` cells and may stand on one line: a character at least."""
    end = used = 0
    while end < len(text) and (used := used + cell_width(text[end])) <= room:
        end += 1
    return whole_words(text, text[:end], commands=True) or text[:1]


def whole_words(text: str, head: str, *, commands: bool = False) -> str:
    """`head` of `text` without what may not end a line: part of a Latin word or a number, an opening bracket, or what
    stands before a comma, a stop or a closing bracket, which may not begin one. All of it where nothing would be left.

    `commands`: options and keys (`--plan`, `evaluation-2025`) are words as well.
    """
    end = len(head)
    while end and end < len(text) and _bound(text[end - 1], text[end], commands):
        end -= 1
    return head[:end] or head


def _bound(before: str, after: str, commands: bool) -> bool:
    """Whether no line may end between two characters."""
    return before in _OPENING or after in _CLOSING or (_latin(before, commands) and _latin(after, commands))


def _latin(character: str, commands: bool) -> bool:
    return character.isascii() and (character.isalnum() or (commands and not character.isspace()))
