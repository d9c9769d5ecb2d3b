"""Pages of a fixed format that could not be read: pictures of text among pages of text, and broken ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sciplan_tui.core.plan import LISTED, Problem
from sciplan_tui.readers.pdf.page import Page

FEWEST_LETTERS = 20
"""A picture with fewer is a scan with a stamp."""
_COVERED = 0.3
"""Share of a page; a smaller picture is a seal, a logo or a drawing beside few words."""


def told(pages: Sequence[Page], broken: Iterable[int] = ()) -> tuple[Problem, ...]:
    """What is told of them, by their numbers."""
    scanned = [page.number for page in pages if page.count < FEWEST_LETTERS and page.pictured > _COVERED]
    found = (("pages_scanned", scanned), ("pages_broken", list(broken)))
    return tuple(Problem(code, None, (("pages", LISTED.join(_runs(numbers))),)) for code, numbers in found if numbers)


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """3, 5-7: pages that follow one another are told by the first and the last."""
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        pages = [number for _, number in run]
        yield str(pages[0]) if len(pages) == 1 else f"{pages[0]}-{pages[-1]}"
