"""Text from outside, made harmless: what may be kept (`clean_text`) and what may be shown on one line (`show_text`).

A terminal obeys control characters wherever they come from, and neither `rich.text.Text` nor `markup=False` stops them.
So text is cleaned twice: where it comes in, and where it is shown. Both are quick on clean text: one search, no copy.
Compatibility forms (Kangxi radicals, full-width letters) are another matter: reading decides on them, line by line.
"""

from __future__ import annotations

import re
import unicodedata

HAN = r"[^\W\da-zA-Z_]"
"""A Chinese character, for patterns. The range \\u4e00-\\u9fff says the same and takes 2 ms a time to compile."""

REPLACEMENT = "\ufffd"
"""Stands for a character that must not be kept: a control, half a surrogate pair, a noncharacter."""

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_RARE = "\U00010000-\U0010ffff"
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_DOUBTFUL = re.compile(f"[{_CONTROLS}{_BIDI}{_INVISIBLE}{_RARE}]")
"""One range for all rare planes keeps the search ten times faster than naming their noncharacters one by one."""
_DIRECTION = f"[{_BIDI}]"
_UNSEEN = f"[{_INVISIBLE}\U000e0000-\U000e0fff]"
"""Compiled where they are met: hardly ever."""
_NOT_ON_ONE_LINE = re.compile(f"[\t\n\u2028\u2029]|(?<=[{_MARKS}]{{4}})[{_MARKS}]+")


def clean_text(text: str) -> str:
    """`text` as it may be kept: composed (NFC) and free of what is not text.

    Controls (C0 but tab and newline, DEL, C1), surrogates and noncharacters become U+FFFD; a direction mark becomes
    visible (`<U+202E>`); zero-width signs, byte order marks and variation selectors go; CR LF becomes LF.
    Newlines are never added or taken away, so that line numbers hold.
    """
    if _DOUBTFUL.search(text):
        text = _DOUBTFUL.sub(_harmless, text.replace("\r\n", "\n"))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def show_text(text: str) -> str:
    """`text` as it may stand on one line of a terminal: clean, without line breaks and tabs (each a blank), and without
    the towers of combining marks that spill over other lines (four on one letter are enough for any script).
    """
    text = clean_text(text)
    if _NOT_ON_ONE_LINE.search(text):
        text = _NOT_ON_ONE_LINE.sub(_on_one_line, text)
    return text


def _harmless(found: re.Match[str]) -> str:
    character = found.group()
    if re.match(_UNSEEN, character):
        return ""
    if re.match(_DIRECTION, character):
        return f"<U+{ord(character):04X}>"
    if character > "\uffff" and ord(character) & 0xFFFE != 0xFFFE:
        return character
    return REPLACEMENT


def _on_one_line(found: re.Match[str]) -> str:
    return " " if found.group() in "\t\n\u2028\u2029" else ""
