"""The outline of a plan: its headings, what belongs to each, and the path of each."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import zip_longest

from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import Marker, Rank, decimal_part
from sciplan_tui.core.parse.outline.counted import counted
from sciplan_tui.core.parse.outline.laying_out import lay_out
from sciplan_tui.core.parse.outline.lost import with_lost_headings
from sciplan_tui.core.parse.outline.lost_items import with_lost_items
from sciplan_tui.core.parse.outline.owned_paragraphs import find_stated_paragraphs, find_titled_paragraphs, titled_end
from sciplan_tui.core.parse.outline.stated_parts import stated_parts
from sciplan_tui.core.parse.outline.titles import behind_statement, run_in_title, stands_alone, title_end
from sciplan_tui.core.parse.outline.tree import Heading, grown, numbered, whole
from sciplan_tui.core.parse.outline.unit_paragraphs import find_unit_paragraphs, unit_end
from sciplan_tui.core.plan import Problem

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
    units = frozenset(lines[index].number for index in layout.units)
    return with_lost_headings(with_lost_items(_printed(lines[layout.body : layout.close], units)), lines, layout)


def _bare(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    from sciplan_tui.core.parse.outline.bare_headings import bare_outline
    from sciplan_tui.core.parse.outline.indented_headings import depth, indented_outline
    from sciplan_tui.core.parse.outline.owned_paragraphs import paragraph_outline
    from sciplan_tui.core.parse.outline.stated_blocks import block_outline

    if layout.paragraphs:
        return paragraph_outline(lines, layout)
    if layout.stated:
        return block_outline(lines, layout)

    levels = {depth(lines[index]) for index in layout.bare}
    return indented_outline(lines, layout) if len(levels) > 1 else bare_outline(lines, layout)


def _printed(lines: Sequence[Line], units: Container[int]) -> list[Heading]:
    """The headings that are printed, in order, each with the text up to the next one; `units`: the lines that are units
    alone.
    """
    headings: list[Heading] = []
    last: dict[Rank, int] = {}
    parts = frozenset(filter(None, (decimal_part(line.text) for line in lines)))
    for line in lines:
        if not line.text:
            continue
        if line.number in units:
            headings.append(Heading(Rank.UNIT, line.text.rstrip("：:"), line.number, span=whole(line)))
            continue
        marks = counted(line.text, headings[-1].rank if headings else None, last, parts)
        if headings and (not marks or marks[0].start > 0):
            headings[-1].body.append(Span(line, 0, marks[0].start if marks else len(line.text)))
        for mark, following in zip_longest(marks, marks[1:]):
            end = following.start if following else len(line.text)
            headings.append(_heading(line, mark, end))
    return headings


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
    if heading.children:
        return
    texts = [span.text if span.start == 0 else "" for span in heading.body]
    if tasks := find_titled_paragraphs(texts):
        _part(heading, tasks)
    elif parts := stated_parts(heading.body):
        heading.children, heading.body = parts, []
    if not heading.alone or heading.children:
        return
    if tasks := find_stated_paragraphs(texts) or find_unit_paragraphs(texts):
        _part(heading, tasks)
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


def _part(heading: Heading, tasks: Sequence[int]) -> None:
    """Under a heading of duties each paragraph that begins with a unit, or has one told in it or below, is a task."""
    body = heading.body
    ends = [*tasks[1:], len(body)]
    for index, end in zip(tasks, ends, strict=True):
        span = body[index]
        title = unit_end(span.text) or titled_end(span.text) or title_end(span.text, 0)
        heading.children.append(_run_in(span, span.text[:title]))
        heading.children[-1].body += body[index + 1 : end]
    heading.body = body[: tasks[0]]


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
