"""Every problem reads as a sentence, those that an edition leaves undecided in the words of the import."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sciplan_tui.core.diff.proposing import problem_identity
from sciplan_tui.core.plan import LISTED, Problem
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.locale import speak


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("zh")


def undecided(code: str, **told: str) -> Problem:
    return Problem(
        code, None, tuple(({"old": "-", "new": "-", "now": "-", "title": "讲座", "path": "2.1"} | told).items())
    )


def test_what_is_undecided_is_said_without_a_code() -> None:
    said = sentence(undecided("proposed_removal", kind="unit_removed", old="市妇联 responsible"))
    assert "市妇联" in said
    assert "unit_removed" not in said


def test_a_conflict_names_what_a_person_has_put() -> None:
    said = sentence(undecided("conflict", kind="lead_changed", old="市教育局", new="市科协", now="团市委"))
    assert all(unit in said for unit in ("市教育局", "市科协", "团市委"))


def test_a_unit_that_holds_two_roles_has_both_of_them_in_words() -> None:
    speak("zh")
    said = sentence(undecided("conflict", kind="unit_removed", old="市妇联 responsible", now="市妇联 responsible lead"))
    assert "市妇联 责任、牵头" in said
    assert "responsible" not in said


@pytest.mark.parametrize("problem", [Problem("of_a_later_version", 3, (("what", "x"),)), Problem("conflict", None, ())])
def test_one_that_has_no_sentence_does_not_fail(problem: Problem) -> None:
    assert problem.code in sentence(problem)


def test_each_language_lists_names_in_its_own_way_and_a_name_that_holds_the_sign_is_quoted() -> None:
    problem = Problem("collectives", None, (("count", "2"), ("names", LISTED.join(("各区、县级市", "各（市、区）")))))
    assert "2 collective units have no list of members: 各区、县级市, 各（市、区）." in sentence(problem)
    speak("zh")
    assert "“各区、县级市”、各（市、区）" in sentence(problem)


def test_a_problem_of_several_places_names_their_lines_and_one_of_before_is_told_as_it_was() -> None:
    counts = (("count", "11"), ("all", "12"))
    assert sentence(Problem("lists_open", 9, counts)).endswith("not all units are named.")
    told = (*counts, ("lines", LISTED.join(("9", "14", ".."))))
    assert sentence(Problem("lists_open", 9, told)).endswith("not all units are named. (lines 9, 14, ..)")
    before, after = (Problem("lists_open", 9, (*counts, ("lines", lines))) for lines in ("9", "10"))
    assert problem_identity(before) == problem_identity(after), "lines move from edition to edition"


def test_two_names_that_may_be_one_unit_are_the_same_question_whichever_is_printed_first() -> None:
    def asked(one: str, other: str) -> object:
        return problem_identity(Problem("alias_proposed", 9, (("one", one), ("other", other))))

    assert asked("市科技经信局", "市科技经济和信息化局") == asked("市科技经济和信息化局", "市科技经信局")
    assert asked("市科技经信局", "市科技局") != asked("市科技经信局", "市科技经济和信息化局")


def test_what_there_is_none_of_is_not_said() -> None:
    details = (("count", "5"), ("all", "5"), ("yearly", "0"), ("bare", "5"))
    assert "0 say" not in sentence(Problem("figures_without_year", 3, details))
