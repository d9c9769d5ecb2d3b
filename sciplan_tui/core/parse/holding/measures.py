"""Items whose wording holds several statements, each behind a measure: 修灯塔。（市海洋局）清航道。（市港口局）.

Who owes what is told by the measure, so each is a task below its item. A statement right behind another speaks of the
same measure; where a sentence goes on behind one, all speak of the item. Paragraphs above the first lead to all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.holding.attachment import Attached
from sciplan_tui.core.parse.outline.titles import first_sentence
from sciplan_tui.core.parse.passage.passage import Passage
from sciplan_tui.core.plan import Kind

_FEWEST = 2
_SHORTEST, _SHORTEST_BARE = 8, 15
"""Letters of a measure, and of one whose statement stands in no bracket."""
_ENDS = tuple("。；;！")
_MARKS = "。；;，,、！ \n"


class _Measure(NamedTuple):
    """Where its wording begins in the flow, where that ends, and where its last statement does."""

    start: int
    end: int
    stop: int
    passages: tuple[int, ...]
    """Where its statements begin."""


def with_measures(nodes: Sequence[Node], attached: Sequence[Attached], flow: Flow) -> tuple[list[Node], list[Attached]]:
    """The nodes with their measures below them, and the statements held by these."""
    said: dict[str | None, list[Passage]] = defaultdict(list)
    for one in attached:
        said[one.path].append(one.passage)
    parents, taken = {node.parent for node in nodes}, {node.path for node in nodes}
    found, holders = list[Node](), dict[int, str]()
    for node in nodes:
        several = len(said.get(node.path, ())) >= _FEWEST
        measures = _on_lines(said[node.path]) if several else []
        if several and not measures and node.body and node.path not in parents:
            measures = _measures(node, said[node.path], flow)
        free = (path for place in count(1) if (path := f"{node.path}.{place}") not in taken)
        below = list(zip(measures, free, strict=False))
        found += _tasks(node, below, flow) if below else [node]
        holders |= {start: path for one, path in below for start in one.passages}
    return _by_line(found), [one._replace(path=holders.get(one.passage.start, one.path)) for one in attached]


def _by_line(nodes: list[Node]) -> list[Node]:
    """The nodes by the lines that they begin on: a measure may stand behind the items of its node."""
    return sorted(nodes, key=lambda node: node.line)


def _measures(node: Node, passages: Iterable[Passage], flow: Flow) -> list[_Measure]:
    """The measures of a node; none where they are fewer than two, or one of its statements speaks of the whole."""
    found: list[_Measure] = []
    begin = _begin(node, flow)
    for passage in passages:
        if not found and not passage.alone:
            begin = max(begin, flow.bounds(passage.start)[0])
        wording = flow.text[begin : passage.start].strip(_MARKS)
        if found and not wording:
            found[-1] = found[-1]._replace(stop=passage.end, passages=(*found[-1].passages, passage.start))
        elif not _closes(passage, wording, flow.text):
            return []
        else:
            start = passage.start - len(flow.text[begin : passage.start].lstrip(_MARKS))
            found.append(_Measure(start, passage.start, passage.end, (passage.start,)))
        begin = passage.end
    return found if len(found) >= _FEWEST else []


def _on_lines(passages: Sequence[Passage]) -> list[_Measure]:
    """The measures that are a line each, with the statement behind it: a) 校外科技活动由X牵头，Y参加."""
    found = [_Measure(one.matter, one.start, one.end, (one.start,)) for one in passages if one.matter is not None]
    return found if len(found) == len(passages) >= _FEWEST else []


def _closes(passage: Passage, wording: str, text: str) -> bool:
    """Whether a statement stands behind a whole sentence."""
    ended = text[: passage.start].endswith(_ENDS)
    if not passage.bracketed:
        return ended and len(wording) >= _SHORTEST_BARE and "：" not in wording
    following = text[passage.end : passage.end + 1]
    return len(wording) >= _SHORTEST and (ended or following in (*_ENDS, "", "\n"))


def _tasks(node: Node, measures: Sequence[tuple[_Measure, str]], flow: Flow) -> Iterator[Node]:
    """The node, which keeps what stands around its measures, and they as tasks below it, each with its path."""
    kind = Kind.TASK_GROUP if node.kind is Kind.TASK else node.kind
    first, last = measures[0][0], measures[-1][0]
    if node.body and first.start < _end(node, flow):
        outside = (_begin(node, flow), first.start), (last.stop, _end(node, flow))
        body = [span for edge in outside for span in flow.spans(*edge) if any(map(str.isalnum, span.text))]
        node = node._replace(body=tuple(body))
    yield node._replace(kind=kind)
    for one, path in measures:  # what the path counts is printed nowhere: it is inferred
        title = first_sentence(flow.text[one.start : one.end].strip(_MARKS))
        spans = flow.spans(one.start, one.stop)
        line, end = flow.line_at(one.start), flow.line_at(one.stop - 1)
        yield Node(path, node.path, None, title, Kind.TASK, line, end, True, False, None, spans)


def _begin(node: Node, flow: Flow) -> int:
    first = node.body[0]
    return flow.position(first.line.number, first.start)


def _end(node: Node, flow: Flow) -> int:
    last = node.body[-1]
    return flow.position(last.line.number, last.end)
