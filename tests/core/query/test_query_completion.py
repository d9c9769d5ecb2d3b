"""What can be written next on a query line, as a table: `|` is the cursor; a term is replaced whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.query.completion import KnownName, QueryNames, alternatives, complete
from sciplan_tui.core.query.syntax import parse
from sciplan_tui.core.query.tokens import exactly, quoted
from sciplan_tui.core.query.words import ABSENCES, CHOICES, FIELDS, FREE_FIELDS

NAMES = QueryNames(
    units=(
        KnownName("市教育局", search_text("市教育局", "教育局", "sjyj", "jyj")),
        KnownName("市经济局", search_text("市经济局", "经济局", "sjjj")),
        KnownName("教育 考试院", search_text("教育 考试院", "jyksy")),
        KnownName("“双减”办", search_text("“双减”办", "sjb")),
    ),
    plans=(KnownName("云溪市-2021", search_text("云溪市-2021", "云溪市方案")), KnownName("新 区-2022", "新区-2022")),
    milestones=(
        KnownName("midterm-2023", search_text("midterm-2023", "2023年中期督查")),
        KnownName("evaluation-2025", search_text("evaluation-2025", "2025年总结评估")),
    ),
)
STATES = ("not_started", "in_progress", "done", "ongoing", "blocked", "not_applicable")


def offered(line: str) -> list[str]:
    """Each candidate as the whole line it makes, the cursor in it."""
    cursor = line.index("|")
    text = line.replace("|", "", 1)
    found = complete(text, cursor, NAMES)
    taken = (found.taken(text, candidate) for candidate in found.candidates)
    return [f"{text[:at]}|{text[at:]}" for text, at in taken]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        # fields, in the script that is typed
        ("|", [f"{field}:|" for field in FREE_FIELDS]),
        ("le|", ["lead:|"]),
        ("LE|", ["lead:|"]),
        ("-le|", ["-lead:|"]),
        ("－牵|", ["－牵头:|"]),
        ("科普 st|", ["科普 status:|"]),
        ("le| 科普", ["lead:| 科普"]),
        ("单|", ["单位:|"]),
        ("respo|", ["responsible:|"]),
        ("l|ed:市教育局", ["lead:|市教育局"]),
        ("le|ad:市教育局", []),
        # units by characters and by initials; those that begin so first
        ("lead:教|", ["lead:市教育局|", 'lead:"教育 考试院"|']),
        ("lead:jy|", ["lead:市教育局|", 'lead:"教育 考试院"|']),
        ("lead:sj|", ["lead:市教育局|", "lead:市经济局|", 'lead:"“双减”办"|']),
        ("牵头：经|", ["牵头：市经济局|"]),
        ("-unit:jj|", ["-unit:市经济局|"]),
        ("lead:经| 科普", ["lead:市经济局| 科普"]),
        ("lead:经|济局 科普", ["lead:市经济局| 科普"]),
        ('lead:"教育 |', ["lead:市教育局|", 'lead:"教育 考试院"|']),
        ('lead:"教育 考|试"', ['lead:"教育 考试院"|']),
        ("lead:|", ["lead:市教育局|", "lead:市经济局|", 'lead:"教育 考试院"|', 'lead:"“双减”办"|']),
        # the unit of a very name
        ("lead:=教|", ["lead:=市教育局|", 'lead:"=教育 考试院"|']),
        ("牵头:＝双|", ["牵头:=“双减”办|"]),
        ('unit:"=教育 |', ["unit:=市教育局|", 'unit:"=教育 考试院"|']),
        # a word of one's own may be a unit
        ("经济|", ["unit:市经济局|"]),
        ("-jjj|", ["-unit:市经济局|"]),
        ("“教育 考|", ['unit:"教育 考试院"|']),
        ("r|", ["resp:|"]),
        # plans, milestones with what comes behind them
        ("plan:云|", ["plan:云溪市-2021|"]),
        ("plan:新|", ['plan:"新 区-2022"|']),
        ("mark:|", ["mark:midterm-2023=|", "mark:evaluation-2025=|"]),
        ("mark:中期|", ["mark:midterm-2023=|"]),
        ("mark:20|=done", ["mark:midterm-2023|=done", "mark:evaluation-2025|=done"]),
        ("mark:midterm-2023=|", [f"mark:midterm-2023={state}|" for state in (*STATES, "none", "late", "near")]),
        ("mark:2023!=d|", ["mark:2023!=done|"]),
        ("mark:2023！＝完|", ["mark:2023！＝完成|"]),
        ("mark:2023≠b|", ["mark:2023≠blocked|"]),
        ("mark:2023=done,b|", ["mark:2023=done,blocked|"]),
        ("mark:2023=d|,blocked", ["mark:2023=done|,blocked"]),
        ('mark:"2023=d|"', ['mark:"2023=done|"']),
        ('mark:"2023=d|', ['mark:"2023=done|']),
        # states, kinds, absences
        ("status:|", [f"status:{state}|" for state in (*STATES, "late", "near")]),
        ("status:迟|", []),
        ("status:逾|", ["status:逾期|"]),
        ("status:late，n|", [f"status:late，{s}|" for s in ("not_started", "not_applicable", "near")]),
        ("kind:p|", [f"kind:{k}|" for k in ("part", "project", "phase", "principle_group", "principle", "preface")]),
        ("kind:工|", ["kind:工程|"]),
        ("kind:cou|", ["kind:counted|"]),
        ("no:t|", ["no:target|"]),
        ("无:牵|", ["无:牵头|"]),
        # nothing to offer: free text, what is there already, what is no field
        ("path:2|", []),
        ("target:人|", []),
        ("led:x|", []),
        ("lead:市教育局|", []),
        ("科普基地|", []),
        ("10:30|", []),
    ],
)  # fmt: skip
def test_what_can_be_written(line: str, lines: list[str]) -> None:
    assert offered(line) == lines


@pytest.mark.parametrize(
    ("text", "cursor", "first"),
    [
        ("status:finished", 15, "status:not_started"),
        ("lead:市教育局", 9, "lead:市教育局"),
        ("lead:无此", 7, "lead:市教育局"),
        ("status:late,x y", 13, "status:late,not_started y"),
        ("le", 2, "lead:"),
        ("无此词", 3, None),
        ("", 0, "lead:"),
    ],
)
def test_in_the_place_of_what_leads_nowhere_all_is_offered(text: str, cursor: int, first: str | None) -> None:
    found = alternatives(text, cursor, NAMES)
    taken = [found.taken(text, candidate)[0] for candidate in found.candidates]
    assert (taken[0] if taken else None) == first


def test_what_is_taken_is_understood() -> None:
    for field in FREE_FIELDS:
        for line in offered(f"{field}:|"):
            text = line.replace("|", "")
            if text.endswith("="):
                text = offered(line)[0].replace("|", "")
            [term] = parse(text).terms
            assert term.field == field
            if field in ("lead", "resp", "support", "unit"):
                assert term.value in {unit.name for unit in NAMES.units}


@given(st.text(min_size=1))
def test_a_quoted_name_finds_itself(name: str) -> None:
    wanted = search_text(name)
    if wanted in ("", "="):  # a lone sign of the very name asks for nothing
        return
    terms = parse(f"lead:{quoted(name)}").terms
    assert len(terms) == 1
    assert search_text(terms[0].value) in wanted


@given(st.text(min_size=1))
def test_a_name_itself_is_one_term(name: str) -> None:
    if not search_text(name):
        return
    [term] = parse(f"lead:{exactly(name)}").terms
    assert term.exact
    assert search_text(term.value) == search_text(name)


PIECES = st.sampled_from([*FREE_FIELDS, *FIELDS, *ABSENCES, *CHOICES["mark"], *':：-－"“”=!,，、 　≠'])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=10).map("".join)), st.integers(min_value=0))
def test_any_line_is_completed_or_left(text: str, place: int) -> None:
    cursor = place % (len(text) + 1)
    found = complete(text, cursor, NAMES)
    assert 0 <= found.start <= cursor <= found.end <= len(text)
    for candidate in found.candidates:
        taken, at = found.taken(text, candidate)
        assert taken[:at].endswith(candidate.written)
