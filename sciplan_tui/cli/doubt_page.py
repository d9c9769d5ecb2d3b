"""Problems as a page for a person: what is to be decided first, one sort below the other, with what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sciplan_tui.cli import output
from sciplan_tui.cli.named_commands import NamedCommands
from sciplan_tui.core.detail.problem_need import NEEDS, need
from sciplan_tui.core.plan import Problem
from sciplan_tui.core.sentence.problem import advice, name, sentence
from sciplan_tui.locale import say

MOST = 6
"""Problems of one sort that are shown; the others are counted."""
Line = tuple[str, Problem]
"""What stands before a problem (the number by which a stored one is called, its place), and the problem."""


def doubt_pages(doubts: Mapping[str, Sequence[tuple[int, Problem]]]) -> Iterator[str]:
    """A page for each plan, by its key, of its stored problems with their numbers."""
    if not doubts:
        yield say("doubt.none")
    for key, found in doubts.items():
        yield key
        yield from doubt_lines([problem for _, problem in found], [number for number, _ in found])
        yield ""


def doubt_lines(problems: Sequence[Problem], numbers: Sequence[int] | None = None) -> Iterator[str]:
    """The page. `numbers` are those of stored problems."""
    if not problems:
        yield say("doubt.none")
        return
    sorts: dict[str, list[Line]] = {}
    for lead, problem in zip(_leads(problems, numbers), problems, strict=True):
        sorts.setdefault(problem.code, []).append((lead, problem))
    yield _head(problems)
    for wanted in NEEDS:
        found = {code: lines for code, lines in sorts.items() if need(code) == wanted}
        if found:
            yield ""
            yield say(f"doubt.need.{wanted}")
            yield from _sorts(found)


def _head(problems: Sequence[Problem]) -> str:
    counts = [(wanted, sum(need(problem.code) == wanted for problem in problems)) for wanted in NEEDS]
    parts = [say(f"doubt.of.{wanted}", count=count) for wanted, count in counts if count]
    return "  ".join([say("doubt.count", count=len(problems)), *parts])


def _leads(problems: Sequence[Problem], numbers: Sequence[int] | None) -> list[str]:
    """The first columns, equally wide."""
    places = [
        say("cli.whole_file") if problem.line is None else say("cli.line", line=problem.line) for problem in problems
    ]
    called = ([] if numbers is None else [str(number)] for number in numbers or places)
    rows = [[*number, place] for number, place in zip(called, places, strict=True)]
    lines = [f"  {line}" for line in output.columns(rows)]
    width = max(map(output.cell_width, lines)) + 2
    return [output.pad(line, width) for line in lines]


def _sorts(sorts: Mapping[str, Sequence[Line]]) -> Iterator[str]:
    """Each sort of problems: its problems, several below its name, and what can be done about them."""
    press = NamedCommands()
    following = [*(advice(lines[0][1], press=press) for lines in list(sorts.values())[1:]), None]
    for (code, lines), next_advice in zip(sorts.items(), following, strict=True):
        if len(lines) > 1:
            yield f"  {name(code)}  {len(lines)}"
        shown = lines if len(lines) <= MOST + 1 else lines[:MOST]
        for lead, problem in shown:
            yield from output.hung(lead, sentence(problem))
        indent = " " * output.cell_width(lines[0][0])
        if len(shown) < len(lines):
            yield indent + say("doubt.more", count=len(lines) - len(shown))
        told = advice(lines[0][1], press=press)
        if told and told != next_advice:
            yield from output.hung(f"{indent}> ", told)
