"""Drafts of reports: every number is found by its query, nothing is invented, both formats say the same."""

from __future__ import annotations

import datetime
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt

from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.core.draft.paper import numeral
from sciplan_tui.core.paper import Heading, Line, Paper, Place
from sciplan_tui.core.plan import MilestoneKind, Role, Status
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.errors import QueryError, RefusedError, StoreError, WritingError
from sciplan_tui.locale import say, speak
from sciplan_tui.store.database.creating import make
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.edit.ruling import rule
from sciplan_tui.workspace.edition.checking import read_plan
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.paper.drafting import DraftAsked, draft_of, read_draft, write_draft
from sciplan_tui.workspace.progress.marking import mark_query
from sciplan_tui.workspace.progress.reporting import report_value
from sciplan_tui.workspace.sheet.listing import listed
from sciplan_tui.workspace.unit.registering import set_members
from sciplan_tui.workspace.view.viewing import View
from tests.writers.reading_back import of_docx, of_markdown, said

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").iterdir())
AT = "2023-10-01T08:00:00"
DAY, PAST = datetime.date(2023, 10, 20), datetime.date(2024, 2, 1)
NOTE = "办了 48 场，“科学家精神”进校园 <b>[/]"
COUNTED = {"action", "project", "task_group", "task"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drafts") / "plans.db"
    for file in FIXTURES:
        read, raw = read_plan(file)
        import_plan(path, read, raw, at=AT)
    for query, status, note in (
        ("path:2.1.1", Status.DONE, NOTE), ("path:2.1.2", Status.BLOCKED, "经费没有落实"),
        ("path:2.2", Status.IN_PROGRESS, None), ("path:2.5", Status.ONGOING, None),
    ):  # fmt: skip
        marked = {"milestone": "midterm-2023", "status": status, "note": note, "on": "2023-09-30"}
        mark_query(database=path, query=query, plan="湘潭", with_inherited=True, at=AT, today=DAY, **marked)  # type: ignore[arg-type]
    return path


def asked(kind: DraftKind = DraftKind.SELF_EVALUATION, **more: str | None) -> DraftAsked:
    return DraftAsked(kind, **{"milestone": "midterm-2023", "plan": "湘潭", **more})  # type: ignore[arg-type]


def lines(paper: Paper) -> list[Line | Heading]:
    return [block for block in paper.blocks if isinstance(block, Line | Heading)]


def texts(paper: Paper) -> str:
    return "\n".join(line.text for line in lines(paper))


CASES = [
    {},
    {"query": "科普"},
    {"query": "lead:教育局 -path:2.1.1"},
    {"unit": "市科协"},
    {"unit": "农业农村"},
    {"plan": "杭州", "milestone": "monitoring"},
]


@cache
def found_by(database: Path, query: str, on: datetime.date) -> int:
    """How many rows `sciplan tasks QUERY` lists on that day."""
    return len(listed(database, "tasks", query, today=on).rows)


def traces(paper: Paper) -> Iterator[tuple[str, int]]:
    """Each query beneath a number, with the number."""
    for line in lines(paper):
        if isinstance(line, Line) and line.place is Place.SMALL and line.text.startswith("查询 "):
            first, *more = line.text.removeprefix("查询 ").split("；加 ")
            query, _, count = first.rpartition(" = ")
            yield query, int(count)
            for one in more:
                term, _, count = one.rpartition(" = ")
                yield f"{query} {term}", int(count)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_beneath_the_figures_stands_the_command_that_lists_them(database: Path, case: dict[str, str]) -> None:
    paper = draft_of(database, asked(DraftKind.SUMMARY, **case), PAST)
    for made in (block for block in paper.blocks if isinstance(block, Sheet) and block.name == "figures"):
        [(_, command)] = made.notes
        _, what, *query, _, plan, _, day = shlex.split(command)
        assert day == PAST.isoformat()
        found = listed(database, what, " ".join(query), plan=plan, today=PAST)
        keys = [column.key for column in found.columns]
        assert [row[:2] for row in made.rows] == [
            (row[keys.index("path")], row[keys.index("indicator")]) for row in found.rows
        ]


@pytest.mark.parametrize("kind", DraftKind)
@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("on", [DAY, PAST], ids=str)
def test_every_number_is_what_its_query_lists(
    database: Path, kind: DraftKind, case: dict[str, str], on: datetime.date
) -> None:
    paper = draft_of(database, asked(kind, **case), on)
    told = list(traces(paper))
    assert len(told) > 2
    for query, count in dict(told).items():
        assert found_by(database, query, on) == count, query


@pytest.mark.parametrize("kind", DraftKind)
@pytest.mark.parametrize("case", CASES[:4], ids=str)
def test_every_count_in_a_sentence_stands_in_the_line_beneath(
    database: Path, kind: DraftKind, case: dict[str, str]
) -> None:
    said_so = lines(draft_of(database, asked(kind, **case), PAST))
    numbers: set[str] = set()
    checked = 0
    for place, line in enumerate(said_so):
        after = said_so[place + 1].text if place + 1 < len(said_so) else ""
        if after.startswith("查询 "):
            numbers = set(re.findall(r" = (\d+)", after))
        counts = set(re.findall(r"(\d+)项", line.text))
        assert counts <= numbers, line.text
        checked += len(counts)
    assert checked > 3


@pytest.mark.parametrize("kind", DraftKind)
def test_every_number_of_the_annex_is_what_its_query_lists(database: Path, kind: DraftKind) -> None:
    paper = draft_of(database, asked(kind), PAST)
    annex = [block for block in paper.blocks if isinstance(block, Sheet)][-1]
    heads, *rows = said(annex)
    terms = {head: term for head, term in annex.notes if term.startswith("mark:")}
    assert len(terms) == 9
    for row in rows:
        cells = dict(zip(heads, row, strict=True))
        for head, term in terms.items():
            assert found_by(database, f"{cells['查询']} {term}", PAST) == int(cells[head])
        assert found_by(database, cells["查询"], PAST) == int(cells["任务数"])


# Nothing invented, nothing left out


@pytest.mark.parametrize("kind", DraftKind)
def test_notes_are_quoted_as_they_were_noted(database: Path, kind: DraftKind) -> None:
    told = texts(draft_of(database, asked(kind), PAST))
    assert "经费没有落实" in told
    assert (NOTE in told) == (kind is not DraftKind.BULLETIN)
    assert "2023年9月30日" in told


def test_without_a_mark_there_are_only_gaps(database: Path) -> None:
    where = {"plan": "杭州", "milestone": "monitoring"}
    for kind in DraftKind:
        told = texts(draft_of(database, asked(kind, **where), DAY))
        assert "记录：" not in told
        assert "完成" not in re.sub(r"指标完成情况|〔[^〕]*〕|查询.*", "", told).replace("任务均已了结", "")
        assert "〔待补：" in told


def test_a_self_evaluation_has_every_task_and_every_action(database: Path) -> None:
    told = texts(draft_of(database, asked(), DAY))
    tasks = listed(database, "tasks", "plan:湘潭 kind:counted", today=DAY)
    keys = [column.key for column in tasks.columns]
    for row in tasks.rows:
        assert f"{row[keys.index('title')]}（{row[keys.index('path')]}）" in told
    assert "1. 青少年科学素质提升行动\n牵头单位：市教育局、团市委、市科协。" in told
    assert "\n任务8项（含本项）：" in told, "seven below it and the action itself"


def test_what_is_told_alike_of_a_task_and_those_below_it_is_told_once(database: Path) -> None:
    """But for a self-evaluation, where each has a gap of its own."""
    summary, evaluation = (
        texts(draft_of(database, asked(kind), DAY)) for kind in (DraftKind.SUMMARY, DraftKind.SELF_EVALUATION)
    )
    folded = "领导干部和公务员科学素质提升行动（2.5，连同下级共 3 项）：长期坚持（2023年9月30日）"
    assert folded in summary
    assert "（2.5.1）" not in summary
    assert folded not in evaluation
    assert "（2.5.1）：长期坚持" in evaluation


def test_who_leads_a_task_besides_is_no_lead_of_its_action(database: Path, tmp_path: Path) -> None:
    path = shutil.copy(database, tmp_path / "ruled.db")
    rule(path, "湘潭", "2.2.3", "市妇联", Role.LEAD, by="会议纪要", on="2023-10-01", at=AT)
    told = texts(draft_of(path, asked(), DAY))
    assert "1. 青少年科学素质提升行动\n牵头单位：市教育局、团市委、市科协。\n" in told
    assert "2. 农民科学素质提升行动\n牵头单位：市农业农村局、市乡村振兴局。实施乡村振兴科技支撑行动（2.2.3）由" in told
    assert re.search(r"（2\.2\.3）由[^。]*市妇联[^。]*牵头。\n", told)


def test_a_bulletin_names_every_unit_that_leads(database: Path) -> None:
    paper = draft_of(database, asked(DraftKind.BULLETIN), PAST)
    heads = [line.text for line in lines(paper) if isinstance(line, Heading) and line.level == 2]
    named = {re.sub(r"（\w+）", "", text) for text in heads}
    tasks = listed(database, "tasks", "plan:湘潭 kind:counted", today=PAST)
    place = [column.key for column in tasks.columns].index("lead")
    assert named == {name for row in tasks.rows for name in row[place].names}  # type: ignore[union-attr]


def figures_of(paper: Paper) -> list[list[str]]:
    return said(next(block for block in paper.blocks if isinstance(block, Sheet) and block.name == "figures"))[1:]


def test_figures_have_their_aims_and_gaps_for_what_was_not_reported(database: Path) -> None:
    paper = draft_of(database, asked(plan="杭州", milestone="monitoring"), DAY)
    targets = listed(database, "targets", "plan:杭州", today=DAY)
    assert [row[1] for row in figures_of(paper)] == [row[3] for row in said(targets)[1:]]
    assert {row[4] for row in figures_of(paper)} == {"〔待补〕"}
    assert "〔待补：没有汇报的数值" in texts(paper)


def test_reported_values_stand_by_their_aims_and_what_falls_short_is_told(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "reported.db"
    shutil.copy(database, path)
    with View.open(path, DAY) as view:
        figures = read_draft(view, asked()).overview.figures
    share = next(one for one in figures if one.aim.value == 15)
    report_value(path, share.target_id, "12.5", on="2023-09-01", note="抽样调查", at=AT)
    paper = draft_of(path, asked(), DAY)
    row = next(row for row in figures_of(paper) if row[0] == share.aim.path)
    assert row[2:] == ["超过15%", "2025", "12.5%", "2023-09-01", "否"]
    assert "记录：“抽样调查”" in texts(paper)
    assert "（1）公民具备科学素质的比例（1）：汇报值12.5%，目标超过15%。" in texts(paper)
    assert figures_of(draft_of(path, asked(), datetime.date(2023, 8, 1)))[0][4] == "〔待补〕", "not before its day"


def test_a_unit_writes_of_what_it_leads_and_signs(database: Path) -> None:
    paper = draft_of(database, asked(unit="市科协"), DAY)
    assert paper.title.startswith("市科协关于《")
    tasks = listed(database, "tasks", "plan:湘潭 lead:=市科协 kind:counted", today=DAY)
    assert f"任务{len(tasks.rows)}项：" in texts(paper)
    signed = [line.text for line in lines(paper) if isinstance(line, Line) and line.place is Place.RIGHT]
    assert signed == ["市科协", "2023年10月20日"]


# Layout


def test_headings_are_numbered_as_official_papers_do(database: Path) -> None:
    heads = [line.text for line in lines(draft_of(database, asked(), DAY)) if isinstance(line, Heading)]
    assert heads[:5] == [
        "一、总体进展", "二、各部分任务进展", "（一）实施“五大提升行动”", "1. 青少年科学素质提升行动",
        "2. 农民科学素质提升行动",
    ]  # fmt: skip
    assert heads[-4:-1] == ["三、指标完成情况", "四、存在的问题", "五、下一步打算"]


@pytest.mark.parametrize(("number", "signs"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_numerals(number: int, signs: str) -> None:
    assert numeral(number, 1) == signs
    assert numeral(number, 3) == str(number)


def test_in_english_it_is_english(database: Path) -> None:
    speak("en")
    try:
        told = texts(draft_of(database, asked(), DAY))
    finally:
        speak("zh")
    assert "〔to fill in: " in told
    assert "1. Progress in all" in told
    assert "Query plan:湘潭市-2021 kind:counted = 39" in told


# Both formats


def paragraphs_of_docx(content: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(content)).paragraphs if one.text]


def paragraphs_of_markdown(content: bytes) -> list[str]:
    found = []
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
    for before, token in zip([tokens[0], *tokens], tokens, strict=False):
        if token.type == "inline" and before.type not in ("td_open", "th_open"):
            found.append("".join(_plain(part) for part in token.children or []))
    return found


def _plain(part: object) -> str:
    return "\n" if getattr(part, "content", "") == "<br>" else getattr(part, "content", "")


@pytest.mark.parametrize("kind", DraftKind)
def test_word_and_markdown_say_the_same(database: Path, tmp_path: Path, kind: DraftKind) -> None:
    files = {form: write_draft(database, asked(kind), tmp_path / f"a.{form}", on=PAST) for form in ("docx", "md")}
    assert len({done.gaps for done in files.values()}) == 1
    word, plain = files["docx"].file.read_bytes(), files["md"].file.read_bytes()
    paper = draft_of(database, asked(kind), PAST)
    wanted = [paper.title, *(line.text for line in lines(paper))]
    for found in (paragraphs_of_docx(word), paragraphs_of_markdown(plain)):
        assert [text for text in found if text in set(wanted)] == wanted
    cells = [said(block) for block in paper.blocks if isinstance(block, Sheet)]
    assert of_docx(word) == of_markdown(plain) == cells
    assert plain.decode().count("〔待补") - plain.decode().count("〔待补〕处") == files["md"].gaps


# What cannot be


def test_no_database_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        draft_of(tmp_path / "none.db", asked(), DAY)


def test_an_empty_database_has_nothing_to_tell(tmp_path: Path) -> None:
    make(tmp_path / "empty.db")
    with pytest.raises(RefusedError, match="没有可以写进草稿的方案"):
        draft_of(tmp_path / "empty.db", DraftAsked(DraftKind.SUMMARY, "midterm-2023"), DAY)


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ({"milestone": "midterm-1999"}, "no_milestone"),
        ({"plan": "无此地"}, "no_plan"),
        ({"plan": None, "milestone": "evaluation-2025"}, "which_plan"),
        ({"unit": "不存在的单位甲乙"}, "unit_unlike"),
        ({"query": "没有这个词"}, "draft_no_tasks"),
    ],
)
def test_what_cannot_be_drafted_is_said(database: Path, case: dict[str, str | None], code: str) -> None:
    with pytest.raises(RefusedError) as raised:
        draft_of(database, asked(**case), DAY)
    assert raised.value.code == code
    assert str(raised.value)


def test_a_milestone_nobody_has_names_those_that_there_are(database: Path) -> None:
    with pytest.raises(RefusedError, match="midterm-2023"):
        draft_of(database, asked(milestone="9999"), DAY)


def test_a_wrong_query_is_said_by_its_column(database: Path) -> None:
    with pytest.raises(QueryError):
        draft_of(database, asked(query="nosuch:x"), DAY)


def test_files_are_whole_or_not_at_all(database: Path, tmp_path: Path) -> None:
    with pytest.raises(WritingError, match=r"\.docx \.md"):
        write_draft(database, asked(), tmp_path / "a.txt", on=DAY)
    done = write_draft(database, asked(), tmp_path / "a.md", on=DAY)
    with pytest.raises(WritingError, match="--force"):
        write_draft(database, asked(DraftKind.SUMMARY), done.file, on=DAY)
    before = done.file.read_bytes()
    assert write_draft(database, asked(DraftKind.SUMMARY), done.file, on=DAY, force=True)
    assert done.file.read_bytes() != before
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_it_is_broken_off_with_nothing_written(database: Path, tmp_path: Path) -> None:
    class Enough(Exception):  # noqa: N818 nothing is wrong
        pass

    for last in range(3):

        def step(done: int, count: int, last: int = last) -> None:
            if done == last:
                raise Enough

        with pytest.raises(Enough):
            write_draft(database, asked(), tmp_path / "a.docx", on=DAY, step=step)
    assert list(tmp_path.iterdir()) == []


PARTLESS = """任务,牵头单位,责任单位
办科普日,市科协,市教育局
建科普馆,,市科技局
"""


@pytest.mark.parametrize("kind", DraftKind)
def test_a_plan_without_parts_and_without_figures_is_drafted(tmp_path: Path, kind: DraftKind) -> None:
    file, path = tmp_path / "plan.csv", tmp_path / "plan.db"
    file.write_text(PARTLESS, encoding="utf-8")
    read, raw = read_plan(file)
    import_plan(path, read, raw, at=AT)
    with View.open(path, DAY) as view:
        plan = view.plans()[0].key
    add_milestone(path, plan=plan, kind=MilestoneKind.MIDTERM_REVIEW, date="2023", at=AT)
    paper = draft_of(path, DraftAsked(kind, "midterm-2023"), PAST)
    told = texts(paper)
    assert "办科普日" in told
    assert "建科普馆" in told
    assert "〔待补：牵头单位〕" in told or kind is DraftKind.SUMMARY
    if kind is not DraftKind.BULLETIN:
        assert say("draft.no_figures") in told
    for query, count in traces(paper):
        assert found_by(path, query, PAST) == count


UNLED = """任务,负责单位
办科普日,市科协、各镇人民政府
建科普馆,市科协、市科技局
"""


def test_where_nobody_leads_a_bulletin_is_by_who_is_responsible(tmp_path: Path) -> None:
    file, path = tmp_path / "plan.csv", tmp_path / "plan.db"
    file.write_text(UNLED, encoding="utf-8")
    read, raw = read_plan(file)
    import_plan(path, read, raw, at=AT)
    with View.open(path, DAY) as view:
        plan = view.plans()[0].key
    add_milestone(path, plan=plan, kind=MilestoneKind.MIDTERM_REVIEW, date="2023", at=AT)
    set_members(path, None, "各镇人民政府", add=["甲镇人民政府", "市科技局"], at=AT)
    mark_query(path, "建科普馆", milestone="2023", status=Status.DONE, at=AT, today=DAY)
    paper = draft_of(path, DraftAsked(DraftKind.BULLETIN, "midterm-2023"), PAST)
    told = texts(paper)
    assert "没有单位有迟的任务" not in told
    late = told.partition(say("draft.section.units_late"))[2].partition(say("draft.section.units_blocked"))[0]
    assert ["市科协" in late, "各镇人民政府" in late, "市科技局" in late] == [True, True, False]
    assert "承担任务2项" in late
    assert dict(traces(paper))["plan:plan unit:=市科协 kind:counted"] == 2
    for query, count in traces(paper):
        assert found_by(path, query, PAST) == count, query
    [annex] = [block for block in paper.blocks if isinstance(block, Sheet)]
    assert annex.name == "by_unit"
