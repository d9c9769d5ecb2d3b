"""Where the four stretches of a document stand: its head, the body with the outline, the closing lines, the annexes."""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    """Indices into the lines: the body is `[body, close)`; behind it stand closing lines and chrome, then `[annex, …)`.

    Before `body` stands the head: notice, title, opening words, contents. Every line is in exactly one stretch. A
    table without any outline has no body: its head and all behind it stand with the closing lines.
    """

    body: int
    close: int
    annex: int
    bare: tuple[int, ...] = ()
    """Where its headings stand, if none has a number."""
    paragraphs: bool = False
    """Whether these are paragraphs that name their units."""
    stated: bool = False
    """Whether below each task a line says by whom."""
    units: frozenset[int] = frozenset()
    """The headings beside numbered ones that are units alone on their lines."""
