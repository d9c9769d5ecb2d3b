"""What a person should know of the unit statements: how they were attached, how they are worded, who may be whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.core.parse.attachment import Attached
from sciplan_tui.core.parse.holding import Holding
from sciplan_tui.core.plan import Problem, Role
from sciplan_tui.core.registry import same_short_form


def statement_doubts(attached: Sequence[Attached]) -> Iterator[Problem]:
    """The doubts of single statements, and in one sentence each what holds for many."""
    for one in attached:
        line = one.passage.line
        yield from (Problem(code, line, (("text", text),)) for code, text in one.passage.reading.problems)
        if one.path is None:
            yield Problem("statement_unattached", line, (("text", one.passage.quote[:40]),))
    lifted = [one.passage for one in attached if one.lifted]
    yield from _counted("section_statements", [passage.line for passage in lifted if passage.alone])
    yield from _counted("last_item_statements", [passage.line for passage in lifted if not passage.alone])
    yield from _label_words(attached)


def _counted(code: str, lines: Sequence[int]) -> Iterator[Problem]:
    if lines:
        yield Problem(code, lines[0], (("count", str(len(lines))),))


def _label_words(attached: Sequence[Attached]) -> Iterator[Problem]:
    """A role that is labelled in more than one way: the rarer words are named, with their first line."""
    found = [(role, words, one.passage.line) for one in attached for role, words in one.passage.reading.labels]
    for role in Role:
        counts = Counter(words for labelled, words, _ in found if labelled is role)
        for word, count in counts.most_common()[1:]:
            line = next(line for labelled, words, line in found if (labelled, words) == (role, word))
            details = (("word", word), ("count", str(count)), ("usual", counts.most_common(1)[0][0]))
            yield Problem("label_words", line, details)


def aliases(holdings: Iterable[Holding]) -> Iterator[Problem]:
    """Two names that may be one unit are named to the person, and left apart."""
    lines: dict[str, int | None] = {}
    for holding in holdings:
        for held in holding.assignments:
            lines.setdefault(held.unit, held.line)
    names = list(lines)
    for place, other in enumerate(names):
        for one in names[:place]:
            if same_short_form(one, other):
                yield Problem("alias_proposed", lines[other], (("one", one), ("other", other)))
