"""The outline while it grows: headings with what belongs to them, then nodes with their paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.kinds import kind_of
from sciplan_tui.core.plan import Kind, Problem


@dataclass(slots=True)
class Heading:
    """A heading and what follows it. `value`: its number, or None (its place in order); `inferred`: not printed."""

    rank: Rank
    title: str
    line: int
    number: str | None = None
    value: int | None = None
    span: Span | None = None
    alone: bool = True
    inferred: bool = False
    body: list[Span] = field(default_factory=list)
    children: list[Heading] = field(default_factory=list)
    _last: int = field(default=0, init=False, repr=False, compare=False)

    @property
    def last_line(self) -> int:
        """The last line of the file that belongs to it, children included: asked once all of it is there, and kept."""
        if not self._last:
            own = [end_line(span) for span in (self.span, *self.body) if span is not None]
            self._last = max(self.line, *own, *(child.last_line for child in self.children))
        return self._last


def end_line(span: Span) -> int:
    """The line of the file on which a stretch ends."""
    line = span.line
    last = min(max(span.start, span.end - 1), len(line.text) - 1)  # nothing stands in an empty one
    return line.line_at(last) if line.text and "\n" in line.raw else line.number


def whole(line: Line) -> Span:
    """A line from end to end."""
    return Span(line, 0, len(line.text))


def grown(headings: Sequence[Heading]) -> list[Heading]:
    """The headings as trees: each below the nearest one above it that ranks higher."""
    roots: list[Heading] = []
    open_: list[Heading] = []
    for heading in headings:
        while open_ and open_[-1].rank >= heading.rank:
            open_.pop()
        (open_[-1].children if open_ else roots).append(heading)
        open_.append(heading)
    return roots


class _Paths:
    """Hands out paths, each once, and notes numbers that are out of order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.used: set[str] = set()
        self.again: dict[str, int] = {}
        self.last: dict[Rank, int] = {}

    def take(self, heading: Heading, parent: str | None, before: Heading | None, place: int) -> str:
        """The path of a heading: its number (or place) below its parent, made unique."""
        self._check(heading, before)
        wanted = f"{parent}." if parent else ""
        wanted += str(place if heading.value is None else heading.value)
        path = wanted
        while path in self.used:
            self.again[wanted] = self.again.get(wanted, 0) + 1
            path = f"{wanted}.{self.again[wanted]}"
        self.used.add(path)
        return path

    def _check(self, heading: Heading, before: Heading | None) -> None:
        if heading.value is None:
            return
        last = self.last.get(heading.rank, 0)
        expected = {last + 1} if before is not None and before.rank == heading.rank else {1, last + 1}
        self.last[heading.rank] = heading.value
        if heading.value not in expected and not heading.inferred:
            wanted = ("expected", str(max(expected)))
            self.problems.append(Problem("number_order", heading.line, (("number", heading.number or ""), wanted)))


def numbered(roots: Sequence[Heading], problems: list[Problem]) -> Iterator[Node]:
    """The nodes in document order. A number out of order is noted among `problems`, and so is a heading not printed."""
    yield from _nodes(roots, None, None, _Paths(problems), problems)


def _nodes(
    siblings: Sequence[Heading], parent: Heading | None, above: Node | None, paths: _Paths, problems: list[Problem]
) -> Iterator[Node]:
    before = None
    for place, heading in enumerate(siblings, 1):
        path = paths.take(heading, above.path if above else None, before, place)
        if heading.inferred:
            problems.append(Problem("inferred_heading", heading.line, (("path", path), ("title", heading.title))))
        elif heading.number is None and heading.value is not None:
            problems.append(Problem("number_lost", heading.line, (("path", path), ("title", heading.title))))
        node = _node(heading, path, above)
        yield node
        yield from _nodes(heading.children, heading, node, paths, problems)
        before = heading


def _level(heading: Heading, above: Node | None) -> Rank:
    """The rank that tells a heading's kind: in an outline of decimals 1 is a part, 1.1 a section, 1.1.1 an item."""
    if above is None:
        decimal = heading.rank is Rank.ITEM and any(child.rank is Rank.DECIMAL for child in heading.children)
        return Rank.PART if decimal else heading.rank
    plain = (above.number or "").rstrip(".．、 ")
    if heading.rank is Rank.DECIMAL and above.parent is None and plain.isdecimal():
        return Rank.SECTION
    return heading.rank


def _node(heading: Heading, path: str, above: Node | None) -> Node:
    kind = kind_of(
        heading.title,
        _level(heading, above),
        above.kind if above else None,
        above.title if above else "",
        bool(heading.children),
    )
    return Node(
        path=path,
        parent=above.path if above else None,
        number=heading.number,
        title=heading.title,
        kind=Kind(kind),
        line=heading.line,
        line_end=heading.last_line,
        inferred=heading.inferred,
        alone=heading.alone,
        heading=heading.span,
        body=tuple(heading.body),
    )
