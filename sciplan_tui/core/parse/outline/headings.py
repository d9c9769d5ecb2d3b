"""The outline of a plan: its headings, what belongs to each, and the path of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.outline.laying_out import lay_out
from sciplan_tui.core.parse.outline.layout import Layout
from sciplan_tui.core.parse.outline.lost import with_lost_headings
from sciplan_tui.core.parse.outline.lost_items import with_lost_items
from sciplan_tui.core.parse.outline.markers import Marker, Rank, counts_on, decimal_part, inline_markers, marker
from sciplan_tui.core.parse.outline.titles import behind_statement, run_in_title, stands_alone, title_end
from sciplan_tui.core.parse.outline.tree import Heading, grown, numbered
from sciplan_tui.core.parse.outline.unit_paragraphs import find_unit_paragraphs, unit_end
from sciplan_tui.core.plan import Problem

_AHEAD = 30
_ENDS_STATED = re.compile(r"(?:牵头|负责|配合|责任|参与|单位|部门)[^（(）)]{0,150}[)）〕】]。?$")
_STATED = 200
"""Characters before a point in which the statement of the one above stands."""
_LISTED = re.compile("(?:单位|部门)[:：].+(?:单位|部门)[:：]")
_FEWEST_LISTS = 2
_SEPARATORS = "。.；;：:！？!? "


def outline(lines: tuple[Line, ...], layout: Layout | None = None) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """The nodes of the plan in document order, each with its unique path, and what in their numbering is doubtful.

    `layout`: the stretches of these lines, where they are known.
    """
    layout = layout or lay_out(lines)
    headings = _bare(lines, layout) if layout.bare else _numbered(lines, layout)
    roots = grown(headings)
    if not layout.bare:
        for heading in headings:
            _find_run_in_titles(heading)
    problems: list[Problem] = []
    nodes = tuple(numbered(roots, problems))
    return nodes, tuple(problems)


def _numbered(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    return with_lost_headings(with_lost_items(_printed(lines[layout.body : layout.close])), lines, layout)


def _bare(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    from sciplan_tui.core.parse.outline.bare_headings import bare_outline
    from sciplan_tui.core.parse.outline.indented_headings import depth, indented_outline
    from sciplan_tui.core.parse.outline.owned_paragraphs import paragraph_outline

    if layout.paragraphs:
        return paragraph_outline(lines, layout)

    levels = {depth(lines[index]) for index in layout.bare}
    return indented_outline(lines, layout) if len(levels) > 1 else bare_outline(lines, layout)


def _printed(lines: Sequence[Line]) -> list[Heading]:
    """The headings that are printed, in order, each with the text up to the next one."""
    headings: list[Heading] = []
    last: dict[Rank, int] = {}
    parts = frozenset(filter(None, (decimal_part(line.text) for line in lines)))
    for line in lines:
        if not line.text:
            continue
        marks = _marks(line.text, headings, last, parts)
        if headings and (not marks or marks[0].start > 0):
            headings[-1].body.append(Span(line, 0, marks[0].start if marks else len(line.text)))
        for mark, following in zip_longest(marks, marks[1:]):
            end = following.start if following else len(line.text)
            headings.append(_heading(line, mark, end))
    return headings


def _marks(text: str, headings: Sequence[Heading], last: dict[Rank, int], parts: frozenset[str]) -> list[Marker]:
    """The markers of a line that are headings: the one it begins with, and those inside that go on counting.

    `parts`: the first figures of the decimal numbers, for a figure alone (`2 重点任务`) counts only above `2.1`.
    """
    marks: list[Marker] = []
    leading = marker(text)
    runs_on = leading is not None and leading.rank is Rank.POINT and counts_on(text, leading)
    if leading and _opens(leading, last, parts, not headings, runs_on):
        marks.append(leading)
        last[leading.rank] = leading.number or 0
    inside = _stated(text, _inside(text, leading, runs_on))
    for index, mark in enumerate(inside):
        current = marks[-1].rank if marks else (headings[-1].rank if headings else None)
        if _goes_on(mark, inside[index + 1 : index + _AHEAD], current, last):
            marks.append(mark)
            last[mark.rank] = mark.number or 0
    return marks


def _inside(text: str, leading: Marker | None, runs_on: bool) -> list[Marker]:
    """The markers behind the first words of a line; where it names units several times, those that end such a list."""
    marks = inline_markers(text, leading.end if leading else 1)
    if text.count("单位") + text.count("部门") < _FEWEST_LISTS or not _LISTED.search(text):
        return marks
    from sciplan_tui.core.parse.statement.list_ends import with_list_ends

    start = leading.end if leading and not runs_on else 0
    return [mark for mark in with_list_ends(text, marks) if mark.start >= start]


def _stated(text: str, marks: list[Marker]) -> list[Marker]:
    """The markers inside a line without those of points: (1)…；(2)… count only where each closes with a statement."""
    points = [mark for mark in marks if mark.rank is Rank.SUBITEM]
    if not points or all(_ENDS_STATED.search(text, max(0, mark.start - _STATED), mark.start) for mark in points[1:]):
        return marks if len(points) != 1 else [mark for mark in marks if mark.rank is not Rank.SUBITEM]
    return [mark for mark in marks if mark.rank is not Rank.SUBITEM]


def _opens(leading: Marker, last: dict[Rank, int], parts: frozenset[str], first: bool, runs_on: bool) -> bool:
    """Whether a line's own marker is a heading; `runs_on`: 二是 follows 一是 on the line, which is a paragraph then."""
    if not leading.doubtful:
        return not runs_on
    in_order = leading.number == last.get(leading.rank, 0) + 1
    return (in_order or first) and leading.printed in parts if leading.printed.isdecimal() else in_order


def _goes_on(mark: Marker, rest: Sequence[Marker], current: Rank | None, last: dict[Rank, int]) -> bool:
    """Whether a number inside a line is a heading: the next of its rank, or the first of two below what is open."""
    if mark.number == 1:
        below = current is None or current < mark.rank
        return below and any(other.rank == mark.rank and other.number == 2 for other in rest)
    return mark.number == last.get(mark.rank, 0) + 1 and (current is not None and last.get(mark.rank, 0) > 0)


def _heading(line: Line, mark: Marker, end: int) -> Heading:
    """The heading that `mark` opens, and the rest of its line up to `end` as its first words."""
    text = line.text[:end].rstrip()
    begin = behind_statement(text, mark.end)
    title = title_end(text, begin)
    heading = Heading(
        rank=mark.rank,
        title=_closed_up(text[begin:title].strip()),
        line=line.line_at(mark.start),
        number=mark.printed,
        value=mark.number,
        span=Span(line, mark.start, title),
        alone=stands_alone(text, title),
    )
    start = title
    while start < len(text) and text[start] in _SEPARATORS:
        start += 1
    if start < len(text):
        heading.body.append(Span(line, start, len(text)))
    return heading


def _closed_up(title: str) -> str:
    """A title printed with a blank behind each character (总 体 目 标), without them."""
    letters = title.split(" ")
    return "".join(letters) if len(letters) > 1 and max(map(len, letters)) == 1 else title


def _find_run_in_titles(heading: Heading) -> None:
    """Paragraphs that begin with a short sentence are tasks, where their heading stands alone and numbers none."""
    if not heading.alone or heading.children:
        return
    if units := find_unit_paragraphs([span.text if span.start == 0 else "" for span in heading.body]):
        _part_by_units(heading, units)
        return
    own: list[Span] = []
    for span in heading.body:
        title = run_in_title(span.text) if span.start == 0 else None
        if title is not None:
            heading.children.append(_run_in(span, title))
        elif heading.children:
            heading.children[-1].body.append(span)
        else:
            own.append(span)
    heading.body = own


def _part_by_units(heading: Heading, owned: Sequence[int]) -> None:
    """Under a heading of duties each paragraph that begins with a unit is its task."""
    body = heading.body
    ends = [*owned[1:], len(body)]
    for index, end in zip(owned, ends, strict=True):
        span = body[index]
        heading.children.append(_run_in(span, span.text[: unit_end(span.text) or title_end(span.text, 0)]))
        heading.children[-1].body += body[index + 1 : end]
    heading.body = body[: owned[0]]


def _run_in(span: Span, title: str) -> Heading:
    end = span.start + len(title)
    return Heading(
        rank=Rank.DASH,
        title=title,
        line=span.line.line_at(span.start),
        span=Span(span.line, span.start, end),
        alone=False,
        body=[Span(span.line, end + 1, span.end)],
    )
