"""Which milestone a person means by a word."""

from __future__ import annotations

from sciplan_tui.core.progress.milestone_key import KnownMilestone, meant

PRINTED = KnownMilestone(1, 1, "midterm-2023", "midterm_review", "2023年中期督查", "2023-01-01", "2023-12-31")
ADDED = KnownMilestone(2, 1, "midterm-2027", "midterm_review", "midterm review 2027", None, "2027-12-31")


def test_a_part_of_a_key_fits_as_a_part_of_a_label_does() -> None:
    assert meant("midterm", [PRINTED]) == (PRINTED,)
    assert meant("midterm", [PRINTED, ADDED]) == (PRINTED, ADDED)


def test_a_key_or_a_year_is_one_milestone_whatever_else_holds_it() -> None:
    assert meant("midterm-2027", [PRINTED, ADDED]) == meant("2027", [PRINTED, ADDED]) == (ADDED,)
    assert meant("中期", [PRINTED, ADDED]) == (PRINTED,)
