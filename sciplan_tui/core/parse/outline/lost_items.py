"""Items that have lost their number: paragraphs that close with a statement of their own, where the numbers leave room.

Between （一） and （四） two paragraphs that each name their units are items two and three. Where no number follows,
only what is left of a broken number (?。) tells; and below a part, brackets that are empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.draft import Span
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.titles import stands_alone, title_end
from sciplan_tui.core.parse.outline.tree import Heading

_STATEMENT = re.compile(r"[（(〔【](?=[^（(〔【]*(?:牵头|责任|负责|配合))[^\n]{4,}[)）〕】]$")
_BROKEN = re.compile(r"[?？\ufffd][^\u4e00-\u9fff“《]*")
"""What is left of a number whose characters were broken."""
_EMPTY = re.compile("[（(] ?[)）] ?(?=[^ ])")
"""A bracket that has lost its number."""
_FEWEST_EMPTY = 2
_WITHIN = 400
_SHORTEST = 3
_SEPARATORS = "。.；;：:？! "


def with_lost_items(headings: Sequence[Heading]) -> list[Heading]:
    """The headings with those put in that have lost their number, each cut out of the one above."""
    result: list[Heading] = []
    for index, heading in enumerate(headings):
        result.append(heading)
        if heading.rank < Rank.SECTION:
            result += _with_empty_brackets(heading)
        if heading.value is None or heading.rank < Rank.SECTION or not heading.body:
            continue
        room = _room(heading, headings[index + 1] if index + 1 < len(headings) else None)
        cuts = list(_cuts(heading)) if room != 0 else []
        told = room is None and all(_BROKEN.match(heading.body[cut].text) for cut in cuts)
        if cuts and (told or room == len(cuts)):
            result += _parted(heading, cuts, heading.rank, heading.value)
    return result


def _with_empty_brackets(heading: Heading) -> list[Heading]:
    """The sections below a part whose numbers are lost from their brackets."""
    cuts = [at for at, span in enumerate(heading.body) if span.start == 0 and _EMPTY.match(span.text)]
    if len(cuts) < _FEWEST_EMPTY:
        return []
    return list(_parted(heading, cuts, Rank.SECTION, 0))


def _room(heading: Heading, following: Heading | None) -> int | None:
    """How many items are missing before the next one; None where no further one follows."""
    if following is None or following.rank < heading.rank:
        return None
    if following.rank > heading.rank or following.value is None:
        return 0
    return max(0, following.value - (heading.value or 0) - 1)


def _cuts(heading: Heading) -> Iterator[int]:
    """The places in the body where a paragraph with a statement follows one that ends with a statement."""
    closed = False
    for place, span in enumerate(heading.body):
        if not any(map(str.isalnum, span.text)):
            continue  # what is printed between two pages: * * *
        statement = _statement_at(span.text)
        if closed and span.start == 0 and statement > _SHORTEST:
            yield place
        closed = statement >= 0


def _statement_at(text: str) -> int:
    """Where the statement begins that the paragraph ends with; -1 where it ends with none."""
    found = _STATEMENT.search(text.rstrip("。；; "), max(0, len(text) - _WITHIN))
    return found.start() if found else -1


def _parted(heading: Heading, cuts: Sequence[int], rank: Rank, above: int) -> Iterator[Heading]:
    """The items of a rank that begin at the cuts; `above`: the number of the one before them."""
    body = heading.body
    heading.body = body[: cuts[0]]
    for place, (cut, end) in enumerate(zip(cuts, [*cuts[1:], len(body)], strict=True), start=1):
        span = body[cut]
        broken = _BROKEN.match(span.text) or _EMPTY.match(span.text)
        begin = broken.end() if broken else 0
        title = title_end(span.text, begin)
        rest = title
        while rest < len(span.text) and span.text[rest] in _SEPARATORS:
            rest += 1
        yield Heading(
            rank=rank,
            title=span.text[begin:title].strip(),
            line=span.line.line_at(0),
            value=above + place,
            span=Span(span.line, 0, title),
            alone=stands_alone(span.text, title),
            body=[Span(span.line, rest, span.end), *body[cut + 1 : end]],
        )
