"""A Problem as a person reads it."""

from __future__ import annotations

import re

from sciplan_tui.core.detail.problem_need import PROPOSING
from sciplan_tui.core.plan import LISTED, Problem, Role
from sciplan_tui.locale import listed, pressed, say

_UNDECIDED = ("proposed_removal", "proposed_match", "proposed_change", "conflict")
"""Problems that hold a difference of an edition, which waits for a person."""

_YEARLESS = "figures_without_year"


def sentence(problem: Problem) -> str:
    """Its sentence in the language in force.

    A stored problem may be older or newer than the sentences of this program: its code and details are then shown, for
    a list must not fail on one row.
    """
    try:
        if problem.code in _UNDECIDED:
            return say(f"problem.{problem.code}", said=_difference(problem.code, dict(problem.details)))
        return _told(problem.code, {gap: _listed(told) for gap, told in problem.details})
    except (KeyError, IndexError, ValueError):
        return " ".join((problem.code, *(f"{name}={value}" for name, value in problem.details)))


def _told(code: str, details: dict[str, str]) -> str:
    """The sentence, with the lines of a problem that is about several, and what was filled in of what it asks for; what
    there is none of is not said.
    """
    text = say("doubt.none_yearly" if code == _YEARLESS and details["yearly"] == "0" else f"problem.{code}", **details)
    text += say("doubt.filled", names=details["filled"]) if "filled" in details else ""
    return text + (say("doubt.at_lines", lines=details["lines"]) if "lines" in details else "")


def _listed(told: str) -> str:
    words = [_in_role(_at_lines(word)) for word in told.split(LISTED)]
    return listed(words) if len(words) > 1 else words[0]


def _in_role(word: str) -> str:
    """A unit with its role behind it, `市科协 lead`, the role in the language."""
    unit, _, role = word.rpartition(" ")
    return f"{unit} {say(f'word.role.{role}')}" if unit and role in tuple(Role) else word


def _at_lines(word: str) -> str:
    """A word with the lines behind it, `科普 (3, 12)`, in the brackets of the language."""
    behind = re.search(r" ?\(([\d, ]+)\)(?=…?$)", word)
    if behind is None:
        return word
    return word[: behind.start()] + say("word.aside", said=listed(behind[1].split(", "))) + word[behind.end() :]


def name(code: str) -> str:
    """What problems of this code are called; a code that is not known, as it is."""
    return _known(f"doubt.name.{code}") or code


def advice(problem: Problem, *, proposed: bool | None = None, **press: object) -> str | None:
    """What a person can do about a problem and its like; None where its code is not known.

    `proposed`: whether what is missing is proposed; None: as the problem says. `press`: what names the actions,
    where it is not the keys of the screens.
    """
    return _known(_advice(problem, proposed), **press)


def called_for(problem: Problem, *, proposed: bool | None = None) -> tuple[str, ...]:
    """The actions that the advice names."""
    try:
        return pressed(_advice(problem, proposed))
    except KeyError:
        return ()


def _advice(problem: Problem, proposed: bool | None) -> str:
    if problem.code in PROPOSING and not (any_proposed(problem) if proposed is None else proposed):
        return "doubt.none_proposed"
    return f"doubt.advice.{problem.code}"


def any_proposed(problem: Problem) -> bool:
    """Whether a problem that proposals would mend came with one."""
    return dict(problem.details).get("proposed", "0") != "0"


def _known(key: str, **press: object) -> str | None:
    try:
        return say(key, **press)
    except KeyError:
        return None


def _difference(code: str, details: dict[str, str]) -> str:
    from sciplan_tui.core.diff.proposing import difference_of
    from sciplan_tui.core.sentence.difference import sentence as difference_sentence

    return difference_sentence(difference_of(code, details))
