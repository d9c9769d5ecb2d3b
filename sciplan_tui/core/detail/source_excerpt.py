"""The lines of the source that a task stands on, with the unit statement lit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sciplan_tui.core.detail.task import SourceLine, Stretch
from sciplan_tui.core.folding import fold
from sciplan_tui.core.record_line import cells_of, columns_of

MOST_LINES = 200
"""A part of a plan may be as long as the plan: beyond this its further lines are left out, and counted."""

Quote = tuple[int | None, str | None]


def excerpt(
    raw: str, line: int | None, line_end: int | None, quotes: Iterable[Quote], edition: int | None = None
) -> tuple[tuple[SourceLine, ...], int]:
    """The lines `line` - 1 to `line_end` + 1 of `raw` (split at newlines only), and how many are left out.

    `quotes` are the sentences to light, each with its line; a sentence that stands outside, as an inherited one does,
    is added with its line. `edition` is told of every line (see `SourceLine`).
    """
    lines = raw.split("\n")
    by_line: dict[int, list[str | None]] = {}
    for number, quote in quotes:
        if number is not None and 0 < number <= len(lines):
            by_line.setdefault(number, []).append(quote)
    own = range(0)
    if line is not None:
        own = range(max(1, line - 1), min(len(lines), (line_end or line) + 1) + 1)
    shown = sorted({*own[:MOST_LINES], *by_line})
    columns = columns_of(lines[0])
    told = (_source_line(lines[number - 1].rstrip("\r"), number, by_line, edition, columns) for number in shown)
    return tuple(told), max(0, len(own) - MOST_LINES)


def _source_line(
    text: str, number: int, quotes: Mapping[int, Sequence[str | None]], edition: int | None, columns: tuple[str, ...]
) -> SourceLine:
    """A blank line states nothing: nothing is lit on it."""
    lit = (lit_stretch(text, quote) for quote in quotes.get(number, ())) if text.strip() else ()
    return SourceLine(number, text, _apart(lit), edition, cells_of(text, columns) if columns else ())


def _apart(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same characters in stretches that do not meet, in order."""
    apart: list[Stretch] = []
    for start, end in sorted(stretches):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return tuple(apart)


def lit_stretch(text: str, quote: str | None) -> tuple[int, int]:
    """Where `quote` stands in the raw line `text`: exactly, else but for blanks and widths, else all of it.

    The quote was cleaned (glosses and doubled commas gone, characters simplified), so it may not be found as it is;
    what can still be found are its beginning and its end.
    """
    if quote and (start := text.find(quote)) >= 0:
        return start, start + len(quote)
    folded, places = _folded(text)
    wanted = fold(quote or "")
    for length in (len(wanted), 8, 4):
        start = folded.find(wanted[:length]) if wanted else -1
        end = folded.rfind(wanted[-length:])
        if 0 <= start <= end:
            return places[start], places[min(end + length, len(folded)) - 1] + 1
    return 0, len(text)


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` folded sign by sign, and for each sign of that where it stood."""
    signs = [(sign, place) for place, character in enumerate(text) for sign in fold(character)]
    return "".join(sign for sign, _ in signs), [place for _, place in signs]
