"""A task's own wording: what stands below its heading, without the unit statements.

Who owes a task is told by its assignments. The statement that closes an action stands behind the words of its last
task, but holds for all of them: it is no wording of that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sciplan_tui.core.parse.draft import Holding, Node
from sciplan_tui.core.parse.outline.tree import end_line

Statements = Mapping[int, Sequence[str]]


def statements_by_line(holdings: Iterable[Holding]) -> Statements:
    """The words of every unit statement, by the line of the file on which it begins."""
    said = {(one.line, one.quote) for holding in holdings for one in holding.assignments if one.line and one.quote}
    found: dict[int, list[str]] = defaultdict(list)
    for line, quote in sorted(said):
        found[line].append(quote)
    return found


def own_words(node: Node, statements: Statements) -> str:
    """The wording of a node, a line for each stretch of it."""
    text = ""
    left: list[str] = []
    for span in reversed(node.body):
        own = span.text
        text = f"{own}\n{text}"
        for line in range(span.line.number, end_line(span) + 1):
            left += [quote for quote in statements.get(line, ()) if quote not in left]
        for quote in tuple(left):
            shorter = _without(text, quote, len(own))
            if shorter != text:
                text = shorter
                left.remove(quote)
    return "\n".join(line for line in text.split("\n") if any(map(str.isalnum, line)))


def _without(text: str, quote: str, begins: int) -> str:
    """The text without a statement that begins before `begins`, whatever blanks and line ends stand in it."""
    signs, last = _signs(quote), len(_signs(text[:begins])) - 1
    at = _signs(text).rfind(signs, 0, last + len(signs))
    if at < 0:
        return text
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    return text[: places[at]].rstrip() + text[places[at + len(signs) - 1] + 1 :]


def _signs(text: str) -> str:
    """The text without blanks and line ends."""
    return "".join(text.split())
