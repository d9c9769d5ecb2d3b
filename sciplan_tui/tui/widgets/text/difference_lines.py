"""A difference as the review shows it: in a line of the list, and in full below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.diff import choosing
from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.diff.source_place import Place, Stretch, parted
from sciplan_tui.core.outline.place import place_words
from sciplan_tui.core.sentence.difference import in_words, sentence, turned
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.review import Waiting
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined

PATH = 9
"""Cells of the path; a longer one pushes what follows."""
GAP = 2
_TITLES = ("title_changed", "split", "joined")
"""Kinds that tell the titles themselves."""
_NAMED = ("target_", "milestone_")
"""Kinds whose title is the name of what changes, not of the task it stands in."""
LABEL = 8
DIM = "$ink-dim"
LIT = "bold $ink-notice"


def grouped(differences: Sequence[Difference]) -> list[tuple[str, list[int]]]:
    """The places of the differences by kind, the kinds in the order they are told."""
    groups: dict[str, list[int]] = {}
    for at, one in enumerate(differences):
        groups.setdefault(one.kind, []).append(at)
    return list(groups.items())


def pieces(one: Difference, sign: str, width: int) -> Pieces:
    """Sign, path, what changes, the task it is in (dim), and at the right edge why it is only proposed."""
    why = say("review.rejected") if sign == "[-]" else say(f"review.reason.{one.reason}") if one.reason else ""
    change, title = _brief(one)
    place = place_words(one.path or "")
    path = fit(place, max(PATH, cell_len(place) + 1))
    room = max(width - cell_len(sign) - 1 - cell_len(path) - (cell_len(why) + GAP + 1 if why else 0), 0)
    change = fit(change, min(cell_len(narrow(change)), room))
    rest = max(room - cell_len(change), 0)
    ink = "text" if sign == "[x]" else "context"
    return [
        (f"{sign} ", "chosen" if sign == "[x]" else ink),
        (path, ink),
        (change, ink),
        (fit(f"{'':{GAP}}{title}" if title and rest > 3 * GAP else "", rest), "legend"),
        (f"{'':{GAP}}{why} " if why else "", "notice"),
    ]


def _brief(one: Difference) -> tuple[str, str]:
    """What changes, without the place that stands beside it; and the title of the task, where it is another."""
    old, new = (in_words(value, one.kind) if value is not None else None for value in (one.old, one.new))
    if one.kind in ("task_added", "task_removed"):
        return one.title, ""
    if one.kind == "text_changed":
        return one.title, ""
    change = (say("review.brief.changed", old=old, new=new) if old and new else new or old or "-") + turned(one)
    if one.kind == "plan_changed":
        return f"{say(f'difference.field.{one.title}')}  {change}", ""
    if one.kind.startswith(_NAMED):
        return f"{one.title}  {change}", ""
    return change, "" if one.kind in _TITLES else one.title


def detail(waiting: Waiting, at: int, accepted: frozenset[int], width: int) -> Content:
    """The sentence; what was written, what is now, what a person has put; why; what goes with it."""
    one = waiting.differences[at]
    lines = [hang([], [[(_plain_sentence(one), "bold")]], width)]
    lines += [_labelled(name, text, width) for name, text in _facts(one)]
    lines.append(_labelled("why", _why(one), width))
    lines += [_source(one, place, width) for place in (waiting.places[at] if waiting.places else ())]
    lines += [_labelled("renamed", text, width) for text in _renamed(waiting, one)]
    lines += [_labelled("needs", text, width) for text in _bound(waiting.differences, at, accepted)]
    return joined(lines)


def _why(one: Difference) -> str:
    """Why it is only proposed, or why it is certain; and how alike two tasks are, where that is in question."""
    alike = "" if one.ratio is None else f"  {say('review.alike', percent=round(one.ratio * 100))}"
    doubted = one.reason == "alike" and one.now is not None
    return say("review.why.alike_put" if doubted else f"review.why.{one.reason or 'certain'}") + alike


def _renamed(waiting: Waiting, one: Difference) -> Iterator[str]:
    """That the unit which goes or comes with this one may have another name only."""
    unit = (one.old or one.new or "").rpartition(" ")[0] if one.kind in ("unit_added", "unit_removed") else ""
    for rename in waiting.renames:
        if unit in (rename.old, rename.new):
            told = {"old": rename.old, "new": rename.new, "common": rename.common, "duties": rename.duties}
            yield say("review.renamed", **told)


def _plain_sentence(one: Difference) -> str:
    """The sentence without its notes, which stand below it in full."""
    return narrow(sentence(replace(one, now=None, reason=None, ratio=None, marks=0)))


def _facts(one: Difference) -> Iterator[tuple[str, str | Stretch]]:
    if one.kind == "text_changed" and one.old and one.new:
        yield from zip(("old", "new"), parted(one.old, one.new), strict=True)
        if one.now is not None:
            yield "now", parted(one.new, one.now)[1]
        return
    for name, value in (
        ("old", one.old),
        ("new", one.new),
        ("reported" if one.reason == "removal" else "now", one.now),
    ):
        if value is not None:
            yield name, in_words(value, one.kind)
    if one.marks:
        yield "marks", say("review.marks", count=one.marks)


def _labelled(name: str, text: str | Stretch, width: int, where: str = "") -> Content:
    """A label, and behind it a text, or a stretch of one with its middle lit."""
    before, lit, after = text if isinstance(text, Stretch) else (text, "", "")
    pieces = [(f"{where}  " if where else "", DIM), (before, ""), (lit, LIT), (after, "")]
    return hang([(fit(say(f"review.label.{name}"), LABEL), DIM)], [pieces], width)


def _source(one: Difference, place: Place, width: int) -> Content:
    """Where it stands in the source, and the words that say it; those of a changed wording stand above already."""
    where = say("review.line", edition=place.edition, line=place.line)
    return _labelled("source", "" if one.kind == "text_changed" else place.text, width, where)


def _bound(differences: Sequence[Difference], at: int, accepted: frozenset[int]) -> Iterator[str]:
    """What accepting it brings with it, or what is refused with it."""
    after = choosing.toggled(differences, accepted, at)
    others = sorted((after ^ accepted) - {at})
    if others:
        key = "review.needs_one" if at in after else "review.hangs_one"
        yield say(
            key, what="  ".join(f"{differences[other].path or ''} {differences[other].title}" for other in others)
        )
