"""Where a difference stands in the source, and where two wordings part."""

from __future__ import annotations

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.diff.source_place import Place, Said, Stretch, parted, places
from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import Source

OLD = """中江市全民科学素质行动实施方案（2021—2025年）
二、重点任务
（一）青少年科学素质提升行动
1.办好科技节。到2025年，覆盖学校50所。（牵头单位：市教育局；责任单位：市科协、市科技局）
2.培训教师。每年培训教师200人次。（牵头单位：市教育局；责任单位：市科协）
"""
NEW = OLD.replace("市教育局；责任单位：市科协）", "市科协；责任单位：市妇联）").replace("市科协、市科技局", "市科协")


def said(number: int, text: str) -> Said:
    source = Source("方案.txt", "0", "txt", "utf-8")
    lines = tuple(Paragraph(number, line) for number, line in enumerate(text.split("\n"), start=1))
    return Said(number, parse(Document(source, lines, text), lambda words: words), text)


BEFORE, NOW = said(1, OLD), said(2, NEW)


def found(one: Difference) -> tuple[int, int, str]:
    [place] = places(one, BEFORE, NOW)
    return place.edition, place.line, place.text.lit


def test_an_added_unit_is_shown_in_the_statement_that_names_it() -> None:
    edition, line, lit = found(Difference("unit_added", "2.1.2", "培训教师", new="市妇联 responsible"))
    assert (edition, line, lit) == (2, 5, "市妇联")


def test_a_unit_of_a_statement_of_several_lines_is_shown_on_its_own() -> None:
    text = NEW.replace("（牵头单位：市科协；责任单位：市妇联）", "\n牵头单位：市科协\n责任单位：市妇联")
    [place] = places(Difference("unit_added", "2.1.2", "培训教师", new="市妇联 responsible"), None, said(2, text))
    assert (place.line, place.text) == (7, Stretch("责任单位：", "市妇联", ""))


def test_a_lead_is_shown_where_it_is_now() -> None:
    assert found(Difference("lead_changed", "2.1.2", "培训教师", "市教育局", "市科协")) == (2, 5, "市科协")


def test_what_is_gone_is_shown_where_it_stood_last() -> None:
    edition, line, lit = found(Difference("unit_removed", "2.1.1", "办好科技节", old="市科技局 responsible"))
    assert (edition, line, lit) == (1, 4, "市科技局")


def test_a_figure_is_shown_with_its_words() -> None:
    edition, line, lit = found(Difference("target_changed", "2.1.2", "培训教师", "100人次", "200人次"))
    assert (edition, line) == (2, 5)
    assert "200人次" in lit


def test_a_task_that_has_moved_is_found_by_its_title() -> None:
    assert found(Difference("task_removed", "9.9", "办好科技节", old="办好科技节")) == (1, 4, "办好科技节")


def test_what_stands_nowhere_is_shown_nowhere() -> None:
    assert places(Difference("plan_changed", None, "issuer", "甲", "乙"), BEFORE, NOW) == ()
    assert places(Difference("task_removed", "7", "没有这一项", old="没有这一项"), None, NOW) == ()


def test_a_long_line_is_cut_around_what_it_is_about() -> None:
    long = said(2, NEW.replace("办好科技节。", f"办好科技节。{'甲乙丙丁' * 40}"))
    [place] = places(Difference("unit_added", "2.1.1", "办好科技节", new="市科协 responsible"), None, long)
    assert place.text.before.startswith("..")
    assert len(place.text.before) < 40


def test_two_wordings_part_where_they_differ_and_nowhere_else() -> None:
    same = "一二三四五六七八九十" * 5
    old, new = parted(f"{same}培训200人{same}", f"{same}培训350人{same}")
    assert (old.lit, new.lit) == ("20", "35")
    assert old.before.startswith("..")
    assert old.after.endswith("..")
    assert parted("市科协负责", "市科协、市妇联负责") == (
        Stretch("市科协", "", "负责"),
        Stretch("市科协", "、市妇联", "负责"),
    )
    assert Place(1, 2, old).text == old
