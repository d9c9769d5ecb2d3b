"""Every row of a task table behind a text is a task, a further row of one, a heading of rows, or a Problem."""

from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.document import Document, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.table.heads import Column
from sciplan_tui.core.parse.table.in_file.document_rows import DocumentRows
from sciplan_tui.core.parse.table.rows import EMPTY, Piece
from sciplan_tui.core.plan import ParsedPlan, Source
from tests.core.parse.test_cell_tables import Grid, read, tasks

TEXT = ("临川市实施方案", "一、重点任务", "（一）办节。办好。（牵头单位：市科协）", "附件", "任务分工表")
HEAD = ["序号", "工作任务", "牵头单位", "责任单位"]


def annex(*rows: list[str]) -> ParsedPlan:
    return read(*TEXT, [HEAD, *rows])


def alone(*rows: list[str]) -> ParsedPlan:
    grid: Grid = [HEAD, *rows]
    table = Table(tuple(TableRow(line, tuple(row)) for line, row in enumerate(grid, start=1)))
    return parse(Document(Source("x.docx", "0", "docx", None), (table,), ""), lambda text: text)


def left(plan: ParsedPlan) -> list[int | None]:
    return [problem.line for problem in plan.problems if problem.code == "row_untitled"]


NAMES = ("一", "提升行动"), ("二", "重点工程")
GROUPED = (
    (["1", "制作展品", "市科协", "市财政局"], ["2", "培训教师", "市教育局", "市科协"]),
    (["1", "建设场馆", "市科协", "市财政局"], ["2", "办好网站", "市科协", "市财政局"]),
)


def test_a_cell_over_the_whole_row_heads_the_rows_below_it() -> None:
    first, second = GROUPED
    for filled in ("{0}、{1}", "", "", ""), ("{1}",) * 4, ("", "{1}", "{1}", "{1}"):
        heads = ([cell.format(numeral, name) for cell in filled] for numeral, name in NAMES)
        rows = next(heads), *first, next(heads), *second
        assert [(path, title) for path, title, _ in tasks(annex(*rows))[2:]] == [
            ("2", "任务分工表"),
            ("2.1", "提升行动"),
            ("2.1.1", "制作展品"),
            ("2.1.2", "培训教师"),
            ("2.2", "重点工程"),
            ("2.2.1", "建设场馆"),
            ("2.2.2", "办好网站"),
        ]
        assert [units for _, _, units in tasks(alone(*rows))] == [units for _, _, units in tasks(annex(*rows))[3:]]


def test_numbers_that_begin_anew_below_a_heading_repeat_no_row() -> None:
    rows = ["一、提升行动", "", "", ""], GROUPED[0][0], ["二、重点工程", "", "", ""], GROUPED[1][0]
    assert [path for path, _, units in tasks(annex(*rows)) if units] == ["1.1", "2.1.1", "2.2.1"]


def test_a_further_row_of_units_belongs_to_the_task_above() -> None:
    plan = annex(GROUPED[0][0], ["", "", "市教育局", ""], ["2", "建设场馆", "市科协", ""])
    assert tasks(plan)[-4:] == [
        ("2.1", "制作展品", []),
        ("2.1.1", "制作展品", ["市科协", "市财政局"]),
        ("2.1.2", "制作展品", ["市教育局"]),
        ("2.2", "建设场馆", ["市科协"]),
    ]
    assert not left(plan)


def test_a_row_that_names_no_task_and_heads_none_is_told() -> None:
    long = "以上各项任务由各单位按照职责分工结合实际抓好落实，并于每年年底前把进展情况报市科协办公室汇总，不得迟延。"
    plan = annex(["3", "", "", ""], GROUPED[0][0], [long, "", "", ""], ["二、重点工程", "", "", ""])
    assert left(plan) == [7, 9, 10]


def test_rows_that_part_a_task_of_the_text_among_other_units_are_tasks_of_their_own() -> None:
    text = (*TEXT[:2], "（一）查岸。沿岸查。（市海洋局负责）", "（二）建港。慢慢建。（市港口局负责）", *TEXT[3:])
    parts = ["1", "查岸", "北岸站", ""], ["2", "查岸", "南岸站", ""], ["3", "建港", "市港口局", ""]
    plan = read(*text, [HEAD, *parts])
    held = {(task.title, one.unit) for task in plan.tasks for one in task.assignments}
    assert held == {("查岸", "市海洋局"), ("建港", "市港口局"), ("查岸", "北岸站"), ("查岸", "南岸站")}


def test_a_table_no_row_of_which_names_a_task_is_told() -> None:
    assert "table_unread" in {problem.code for problem in annex(["1", "", "", ""]).problems}


def test_a_table_without_a_head_goes_on_behind_a_word_that_says_so_and_else_is_told() -> None:
    first, second = [HEAD, *GROUPED[0]], [["3", "建设场馆", "市科协", "市财政局"], ["4", "办好网站", "市科协", ""]]
    assert [path for path, _, units in tasks(read(*TEXT, first, "续表", second)) if units][1:] == [
        "2.1",
        "2.2",
        "2.3",
        "2.4",
    ]
    plan = read(*TEXT, first, "以下各项由各单位抓好落实。", second)
    assert [problem.line for problem in plan.problems if problem.code == "table_unread"] == [10]


CELL = st.sampled_from(["", "", "/", "1", "2", "一、提升行动", "重点工程", "办好展览", "建成。" * 20, "市科协"])
COLUMNS = (Column.NUMBER, Column.TITLE, Column.CONTENT, Column.LEAD, Column.RESPONSIBLE)


@given(st.lists(st.one_of(st.tuples(*[CELL] * 5), CELL.map(lambda cell: (cell,) * 5)), max_size=8))
def test_every_row_ends_in_a_task_a_heading_or_a_problem(rows: list[tuple[str, ...]]) -> None:
    read = DocumentRows(COLUMNS)
    for line, row in enumerate(rows):
        read.read(row, Piece(line, Line(line, "".join(row), ""), "".join(row)))
    read.end()
    headings = {cell.line for row in read.rows for cell in (*row.over, row.group) if cell}
    told = {row.line for row in read.rows} | headings | {*read.left}
    assert told == {line for line, row in enumerate(rows) if any(cell not in EMPTY for cell in row)}
