"""The text of a plan as a careful reader would copy it out, each character still tied to its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.cleaning.gaps import fill_gaps
from sciplan_tui.core.cleaning.joining import BARS, Groups, line_width, paragraphs, slips, without_rows
from sciplan_tui.core.cleaning.label_marks import with_colons, with_colons_above
from sciplan_tui.core.cleaning.pages import page_marks
from sciplan_tui.core.cleaning.signs import (
    harmless,
    has_additions,
    has_glosses,
    plain,
    without_additions,
    without_glosses,
)
from sciplan_tui.core.cleaning.simplified import is_traditional, mainland_words, simplified
from sciplan_tui.core.cleaning.spaced import closed_up, is_spaced
from sciplan_tui.core.cleaning.traced import Traced, joined
from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.markers import begins_heading, opens_annex
from sciplan_tui.core.plan import Problem

_CELL_END = re.compile(f"[\t{BARS}]")
_INDENTED = ("  ", "\u3000\u3000", "\t", "\xa0\xa0")
"""How a line begins that begins a paragraph."""


def clean(document: Document, simplify: Callable[[str], str]) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The paragraphs of `document` as clean lines, one for each line of the file, and what could not be made certain.

    Signs first, then script and wording, then lost characters, labels, and the breaks of lines. `simplify`
    (traditional to simplified characters) is called for a document in traditional characters only.
    """
    printed = [block for block in document.blocks if isinstance(block, Paragraph)]
    numbers = [paragraph.line for paragraph in printed]
    lines = _signs([paragraph.text for paragraph in printed])
    problems: list[Problem] = []
    if is_traditional("\n".join(line.text for line in lines)):
        lines, wording = mainland_words(simplified(lines, simplify), numbers)
        problems = [Problem("traditional", numbers[0]), *wording]
    lines, lost = fill_gaps(lines, numbers)
    problems += lost
    lines = with_colons_above([with_colons(line.stripped()) for line in lines])
    return _whole(printed, lines, problems)


def _signs(texts: Sequence[str]) -> list[Traced]:
    """Each line with its signs made plain, and without what a copying site put between them."""
    whole = plain("\n".join(texts))
    lines = [Traced(text).reworded(new) for text, new in zip(texts, whole.split("\n"), strict=True)]
    glossed = has_glosses(whole)
    if clean_text(whole) != whole:
        lines = [harmless(line) for line in lines]
        whole = "\n".join(line.text for line in lines)
    if is_spaced(whole):
        lines = [closed_up(line) for line in lines]
    if has_additions(whole):
        lines = [without_additions(line) for line in lines]
    return [without_glosses(line) for line in lines] if glossed else lines


def _whole(
    printed: Sequence[Paragraph], lines: list[Traced], problems: list[Problem]
) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines with page marks left out and broken ones joined."""
    texts = [line.text for line in lines]
    marks = page_marks(texts)
    for index in marks:
        lines[index] = Traced("", ())
    raws = [paragraph.text for paragraph in printed]
    for group in _groups(texts, marks, problems, printed):
        starts = accumulate((len(raws[index]) + 1 for index in group[:-1]), initial=0)
        lines[group[0]] = joined(list(zip(starts, (lines[i] for i in group), strict=True)))
        raws[group[0]] = "\n".join(raws[i] for i in group)
        for index in group[1:]:
            lines[index] = Traced("", ())
    made = zip(printed, lines, raws, strict=True)
    return tuple(Line(at.line, line.text, raw, line.offsets) for at, line, raw in made), tuple(problems)


def _groups(
    texts: Sequence[str], marks: frozenset[int], problems: list[Problem], printed: Sequence[Paragraph]
) -> Groups:
    """Which lines belong together, with a Problem that says so. The rows of a table stand alone."""
    texts = ["" if text and _is_row(at.text) else text for text, at in zip(without_rows(texts), printed, strict=True)]
    start = next((index for index, text in enumerate(texts) if begins_heading(text)), 0)
    stop = next((index for index in range(start, len(texts)) if opens_annex(texts[index])), len(texts))
    body = [text for index, text in enumerate(texts[:stop]) if index not in marks]
    full = line_width(body)
    if full is not None:
        problems.append(Problem("wrapped", None, (("width", str(full // 2)),)))
        yield from paragraphs(texts, full, start, stop, marks)
        return
    indented = frozenset(index for index, at in enumerate(printed) if at.text.startswith(_INDENTED))
    for group in slips(texts, stop, indented):
        place = (("first", str(printed[group[0]].line)), ("last", str(printed[group[-1]].line)))
        problems.append(Problem("joined", printed[group[0]].line, place))
        yield group


def _is_row(printed: str) -> bool:
    first = _CELL_END.search(printed, 1)
    return first is not None and any(printed.count(mark, 1) > 1 for mark in ("\t", *BARS))
