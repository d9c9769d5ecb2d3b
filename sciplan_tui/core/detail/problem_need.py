"""What a problem asks of a person, told by its code."""

from __future__ import annotations

NEEDS = ("decide", "check", "know")
"""What a sort of problem asks of a person: to decide something, to hold it against the original, only to know it."""
_DECIDE = """
    role_ambiguous unit_unreadable units_missing statement_unread statement_unattached alias_proposed no_lead
    some_without_lead prose_duties two_roles marks_unexplained annex_units_differ annex_row_unmatched row_untitled
    row_cell_missing leads_by_looks table_unread lists_open collectives no_review no_midterm no_evaluation
    figures_without_period proposed_removal proposed_match conflict
"""
_KNOW = """
    traditional no_item_numbers units_inherited several_leads date_of_signature number_at_foot lead_department
    annex_repeats no_unit no_figure one_figure regions_relative
"""
LEADS_MISSING = ("no_lead", "some_without_lead")
"""Problems of the whole document that the program's proposals of a lead would mend."""
IN_PROSE = "prose_duties"
"""The problem that is mended by the proposals of what the text tells in prose."""
PROPOSING = (*LEADS_MISSING, IN_PROSE)
"""Problems that stand for proposals all over the document."""


def need(code: str) -> str:
    """What problems of this code ask for, one of NEEDS; of what is not known, to be checked."""
    return "decide" if code in _DECIDE.split() else "know" if code in _KNOW.split() else "check"
