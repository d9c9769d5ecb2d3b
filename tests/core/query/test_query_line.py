from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sciplan_tui.core.folding import fold
from sciplan_tui.core.plan import Kind, Status
from sciplan_tui.core.query.syntax import Term, parse
from sciplan_tui.core.query.words import CHOICES, FREE_FIELDS
from sciplan_tui.errors import QueryError
from sciplan_tui.locale import LANGUAGES, say, speaking

NO_PATHS = tuple(Term("word", word, column=at) for word, at in (("2.5%", 1), ("2023.5", 6), ("2.2.3", 13)))


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("", ()),
        (" \u3000 ", ()),
        ("科普 基地", (Term("word", "科普"), Term("word", "基地", column=4))),
        ("lead:市教育局", (Term("lead", "市教育局"),)),
        ("Lead：市教育局", (Term("lead", "市教育局"),)),
        ("ｌｅａｄ:科协", (Term("lead", "科协"),)),
        ("牵头:市教育局", (Term("lead", "市教育局"),)),
        ("resp:科协　support:妇联", (Term("resp", "科协"), Term("support", "妇联", column=9))),
        ('unit:"市 科协"', (Term("unit", "市 科协"),)),
        ("“五大 行动”", (Term("word", "五大 行动"),)),
        ("-lead:科协", (Term("lead", "科协", negated=True),)),
        ("－科普 −节", (Term("word", "科普", negated=True), Term("word", "节", negated=True, column=5))),
        ("lead:=市教育局", (Term("lead", "市教育局", exact=True),)),
        ("单位:＝市科协", (Term("unit", "市科协", exact=True),)),
        ('lead:"=市 科协"', (Term("lead", "市 科协", exact=True),)),
        ('lead:="市 科协"', (Term("lead", "市 科协", exact=True),)),
        ("plan:=甲", (Term("plan", "=甲"),)),
        ("kind:各级任务", (Term("kind", "counted"),)),
        ("path:2.1", (Term("path", "2.1"),)),
        ("2.2.3 -2.1", (Term("path", "2.2.3"), Term("path", "2.1", negated=True, column=7))),
        (
            "2.5% 2023.5 “2.2.3”",
            NO_PATHS,
        ),
        ("第三章 “12”", (Term("word", "第三章"), Term("word", "12", column=5))),
        ("第12项 -（三）", (Term("number", "第12项"), Term("number", "（三）", negated=True, column=6))),
        ("kind:action,project", (Term("kind", "action,project"),)),
        ("kind:行动，工程、action", (Term("kind", "action,project"),)),
        ("mark:2023=done", (Term("mark", "done", milestone="2023"),)),
        ("mark:2023!=done", (Term("mark", "done", milestone="2023", equal=False),)),
        ("mark:2023！＝完成", (Term("mark", "done", milestone="2023", equal=False),)),
        ("mark:2023≠完成", (Term("mark", "done", milestone="2023", equal=False),)),
        ("mark:midterm-2023=未标,阻", (Term("mark", "none,blocked", milestone="midterm-2023"),)),
        ("mark:2023", (Term("mark", "", milestone="2023"),)),
        ("status:late,迟", (Term("status", "late"),)),
        ("target:", (Term("target", ""),)),
        ("target:人次", (Term("target", "人次"),)),
        ("no:lead,units", (Term("no", "lead,unit"),)),
        ("无:牵头", (Term("no", "lead"),)),
        ("注：10:30", (Term("word", "注：10:30"),)),
        ("10:30 -", None),
    ],
)
def test_line_is_read(line: str, terms: tuple[Term, ...] | None) -> None:
    if terms is None:
        with pytest.raises(QueryError):
            parse(line)
    else:
        assert parse(line).terms == terms


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("科普 led:x", "query_field", 4),
        ("http://a", "query_field", 1),
        ("lead:", "query_empty", 1),
        ('a unit:""', "query_empty", 3),
        ('科普 "没完', "query_quote", 4),
        ("lead:“没完", "query_quote", 6),
        ("科普 -", "query_minus", 4),
        ("kind:东西", "query_value", 1),
        ("kind:", "query_value", 1),
        ("status:finished", "query_value", 1),
        ("mark:2023=", "query_value", 1),
        ("mark:=done", "query_empty", 1),
        ("no:plan", "query_value", 1),
    ],
)
def test_wrong_term_is_named_with_its_column(line: str, code: str, column: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(line)
    assert (raised.value.code, raised.value.details["column"]) == (code, column)
    for language in LANGUAGES:
        assert str(column) in say(f"error.{code}", language, **raised.value.details)


PIECES = st.sampled_from(
    [*FREE_FIELDS, ":", "：", "-", "－", '"', "“", "”", "=", "!=", ",", " ", "　", "done", "2023", "科"]
)


@example("0")
@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_line_is_read_or_refused_in_words(line: str) -> None:
    try:
        fields = {term.field for term in parse(line).terms}
    except QueryError as error:
        column, fields = int(str(error.details["column"])), set()
    else:
        column = 1
    assert 1 <= column <= max(1, len(line))
    assert fields <= {"word", "number", *FREE_FIELDS}


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_word_of_the_interface_is_understood() -> None:
    for status in Status:
        assert CHOICES["mark"][fold(say(f"word.status.{status}", "zh"))] == status
        assert CHOICES["mark"][fold(say(f"word.sign.{status}", "zh"))] == status
    for kind in Kind:
        assert CHOICES["kind"][fold(say(f"word.kind.{kind}", "zh"))] == kind
    for light in ("late", "near"):
        assert CHOICES["status"][fold(say(f"word.status.{light}", "zh"))] == light


def test_folding_is_settled_where_a_blank_went() -> None:
    assert fold("a \u0301") == fold("á") == "á"
    assert fold("Ａ\u00a8") == fold(fold("Ａ\u00a8"))


def test_a_wrong_word_is_answered_by_those_there_are_in_the_language_of_who_reads() -> None:
    told = {}
    for one in LANGUAGES:
        with speaking(one), pytest.raises(QueryError) as refused:
            parse("figure:办完")
        told[one] = str(refused.value)
    assert "未汇报 已汇报 已达到 未达到" in told["zh"]
    assert "unreported reported met missed" in told["en"]
