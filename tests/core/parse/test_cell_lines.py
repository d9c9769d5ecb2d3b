"""Tables of a saved page, one cell a line: cells of several lines, covered cells, heads that are not known."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["序号", "民生实事", "责任单位", "完成时限"]


def _read(cells: list[str], apart: str = "\n\n", below: str = "分享到：") -> ParsedPlan:
    text = f"清屿市2025年港口实事分解表\n{apart.join(cells)}\n{below}\n"
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str, str, list[str], str | None]]:
    return [
        (task.path, task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments], task.deadline)
        for task in plan.tasks
    ]


def _short(plan: ParsedPlan) -> list[str]:
    return [dict(problem.details)["row"] for problem in plan.problems if problem.code == "row_cell_missing"]


def test_a_head_that_is_not_known_names_the_tasks_where_numbers_begin_below_it() -> None:
    cells = [*HEAD, "1", "修灯塔。", "县海洋局", "6月底前", "2", "清航道。", "县港口局", "年底前"]
    assert _told(_read(cells)) == [
        ("1", "修灯塔", ["r 县海洋局"], "6月底前"),
        ("2", "清航道", ["r 县港口局"], "年底前"),
    ]
    assert (
        _read(["序号", "姓名", "责任单位", "1", "丁一", "县海洋局", "一、任务", "1.修灯塔。", "（县港口局负责）"])
        .tasks[0]
        .title
        == "任务"
    )


def test_a_unit_cell_of_several_lines_is_one_cell() -> None:
    cells = [
        *HEAD,
        "1",
        "启动图书馆新馆。",
        "县文旅局",
        "县代建中心",
        "县住建局",
        "6月底动工",
        "2",
        "清航道。",
        "县港口局",
        "全年",
    ]
    told = _told(_read(cells))
    assert told[0][2:] == (["r 县文旅局", "r 县代建中心", "r 县住建局"], "6月底动工")
    assert told[1][2:] == (["r 县港口局"], "全年")


def test_two_tasks_beside_one_unit_cell_hold_it_together_and_are_named() -> None:
    cells = [
        *HEAD,
        "1",
        "修灯塔。",
        "县海洋局",
        "6月底前",
        "开工建设海员学校。",
        "年底前",
        "2",
        "清航道。",
        "县港口局",
        "全年",
    ]
    plan = _read(cells)
    assert _told(plan)[:3] == [
        ("1", "修灯塔", ["r 县海洋局"], None),
        ("1.1", "修灯塔", [], "6月底前"),
        ("1.2", "开工建设海员学校", [], "年底前"),
    ]
    assert _short(plan) == ["1"]


def test_a_row_without_units_is_kept_and_named() -> None:
    cells = [*HEAD, "1", "修灯塔。", "6月底前", "2", "清航道。", "县港口局", "全年"]
    plan = _read(cells)
    assert [title for _, title, _, _ in _told(plan)] == ["修灯塔", "清航道"]
    assert _short(plan) == ["1"]


def test_of_two_unit_columns_it_is_told_which_line_belongs_to_which_by_a_problem() -> None:
    head = ["序号", "工作任务", "牵头单位", "配合单位"]
    cells = [*head, "1", "修灯塔。", "县海洋局", "县港口局", "县渔业局", "2", "清航道。", "县港口局", "县财政局"]
    plan = _read(cells)
    assert _told(plan)[0][2] == ["l 县海洋局", "s 县港口局", "s 县渔业局"]
    assert _short(plan) == ["1"]


def test_a_unit_cell_that_ends_with_a_comma_goes_on_in_the_next_line_and_units_are_no_wording() -> None:
    head = ["序号", "任务名称", "任务内容", "牵头部门", "配合部门", "时间节点"]
    cells = [*head, "1", "灯塔", "修灯塔。", "县海洋局", "县港口局、", "县渔业局", "年底前"]
    cells += ["2", "航道", "清航道。", "县海洋局、", "县港口局", "年底前"]
    cells += ["3", "打捞沉船。", "县海洋局", "县港口局", "县渔业局", "年底前"]
    cells += ["4", "开海员课。", "县教育局（县灯塔办）", "县渔业局", "年底前"]
    plan = _read(cells)
    assert [(path, title, held) for path, title, held, _ in _told(plan)] == [
        ("1", "灯塔", ["l 县海洋局", "s 县港口局", "s 县渔业局"]),
        ("2", "航道", ["l 县海洋局", "l 县港口局"]),
        ("3", "打捞沉船", ["l 县海洋局", "s 县港口局", "s 县渔业局"]),
        ("4", "开海员课", ["l 县教育局（县灯塔办）", "s 县渔业局"]),
    ]
    assert _short(plan) == ["2", "3", "4"]
    assert not [problem for problem in plan.problems if problem.code == "statement_unattached"]


def test_numbers_far_apart_and_chapters_without_rows_between_them() -> None:
    head = ["序号", "重点任务", "主要责任单位", "协同配合单位"]
    rows = ["一、总目标", "3", "修灯塔。", "县海洋局", "县港口局。", "二、陆上", "三、海上"]
    rows += ["68", "清航道。", "县港口局", "县财政局。"]
    assert [(path, title, held) for path, title, held, _ in _told(_read([*head, *rows]))] == [
        ("1", "总目标", []),
        ("1.1", "修灯塔", ["l 县海洋局", "s 县港口局"]),
        ("3", "海上", []),
        ("3.1", "清航道", ["l 县港口局", "s 县财政局"]),
    ]


def test_a_column_of_headings_before_the_numbers_and_the_head_of_units_that_push_a_task() -> None:
    cells = ["任务类型", "序号", "工作任务", "推进单位", "行动一：海上行动（一期）", "1", "修灯塔。"]
    cells += ["区海洋局、区“两港”专班", "2", "清航道。", "行动二：陆上行动", "港口园区", "3", "修码头。", "区港口局"]
    cells += ["货场", "4", "修货场。", "区港口局"]
    plan = _read(cells, below="")
    assert [(path, title, held) for path, title, held, _ in _told(plan)] == [
        ("1", "海上行动（一期）", []),
        ("1.1", "修灯塔", ["r 区海洋局", "r 区“两港”专班"]),
        ("1.2", "清航道", []),
        ("2", "陆上行动", []),
        ("2.1", "港口园区", []),
        ("2.1.1", "修码头", ["r 区港口局"]),
        ("2.2", "货场", []),
        ("2.2.1", "修货场", ["r 区港口局"]),
    ]
    assert _short(plan) == ["2"]


def test_goals_below_a_field_whose_cell_is_printed_upright() -> None:
    cells = [
        "领域",
        "序号",
        "主要目标",
        "牵头单位",
        "责任单位",
        "海岸",
        "与",
        "灯塔",
        "1",
        "灯塔都亮。",
        "县海洋局",
        "县港口局",
    ]
    cells += [
        "2",
        "灯船也亮。",
        "县海洋局",
        "—",
        "3",
        "灯油不缺。",
        "县港口局",
        "县财政局",
        "航道",
        "与",
        "码头",
        "4",
        "航道通畅。",
    ]
    cells += ["县港口局", "县海洋局"]
    assert [(path, title, held) for path, title, held, _ in _told(_read(cells, "\n"))] == [
        ("1", "海岸与灯塔", []),
        ("1.1", "灯塔都亮", ["l 县海洋局", "r 县港口局"]),
        ("1.2", "灯船也亮", ["l 县海洋局"]),
        ("1.3", "灯油不缺", ["l 县港口局", "r 县财政局"]),
        ("2", "航道与码头", []),
        ("2.1", "航道通畅", ["l 县港口局", "r 县海洋局"]),
    ]


def test_a_head_that_comes_again_amid_a_cell_and_a_heading_over_two_lines() -> None:
    head = ["项目", "内容与标准", "工作要求", "责任分工", "牵头单位", "责任单位"]
    cells = [
        *head,
        "一、灯塔",
        "1.灯塔都亮",
        "亮一年",
        "县海洋局",
        "县渔业局、县政务局（12345热线）、城",
        "— 3 —",
        *head,
    ]
    cells += ["市灯塔中心、县财政局", "二、航道和", "码头", "2.航道通畅", "通一年", "县港口局", "县海洋局"]
    cells += ["3.码头修好", "修三座", "县港口局", "县财政局"]
    assert [(path, title, held) for path, title, held, _ in _told(_read(cells, "\n"))] == [
        ("1", "灯塔", []),
        ("1.1", "灯塔都亮", ["l 县海洋局", "r 县渔业局", "r 县政务局（12345热线）", "r 县城市灯塔中心", "r 县财政局"]),
        ("2", "航道和码头", []),
        ("2.1", "航道通畅", ["l 县港口局", "r 县海洋局"]),
        ("2.2", "码头修好", ["l 县港口局", "r 县财政局"]),
    ]


def test_fields_before_the_numbers_where_units_close_the_rows() -> None:
    cells = [
        "问题类别",
        "序号",
        "反馈问题",
        "整改措施",
        "整改时限",
        "牵头单位",
        "责任单位",
        "责任落实方面",
        "1",
        "灯塔不亮。",
    ]
    cells += [
        "换灯泡。",
        "年底前",
        "县海洋局",
        "县港口局",
        "2",
        "灯船漏水。",
        "1.补船。",
        "2.刷漆。",
        "年底前",
        "县港口局",
        "县财政局",
    ]
    cells += ["航道和码头", "方面", "3", "航道不通。", "清淤。", "6月底前", "县港口局", "县海洋局"]
    assert [(path, held) for path, _, held, _ in _told(_read(cells, "\n"))] == [
        ("1", []),
        ("1.1", ["l 县海洋局", "r 县港口局"]),
        ("1.2", ["l 县港口局", "r 县财政局"]),
        ("2", []),
        ("2.1", ["l 县港口局", "r 县海洋局"]),
    ]
    assert [task[1] for task in _told(_read(cells, "\n")) if not task[2]] == ["责任落实方面", "航道和码头方面"]


def test_of_the_last_row_all_units_are_read_and_the_signature_is_none() -> None:
    signed = "清屿县人民政府办公室\n\n2025年2月26日"
    cells = [*HEAD, "1", "修灯塔。", "县海洋局", "6月底前", "2", "清航道。", "县港口局", "县财政局", "年底前"]
    assert _told(_read(cells, below=signed))[1:] == [("2", "清航道", ["r 县港口局", "r 县财政局"], "年底前")]
    cells = ["序号", "工作任务", "责任单位", "1", "修灯塔。", "县海洋局", "2", "清航道。", "县港口局"]
    assert _told(_read(cells, below=signed))[1:] == [("2", "清航道", ["r 县港口局"], None)]


def test_blank_lines_part_cells_so_that_lines_below_each_other_are_one() -> None:
    head = ["序号", "工作任务", "责任领导", "牵头单位", "配合单位", "时限要求"]
    rows = ["1", "修灯塔。", "丁 一", "县海洋局", "县港口局\n县渔业局", "6月底"]
    rows += ["2", "清航道。", "王小二\n李四", "县港口局\n县财政局", "－", "全年"]
    plan = _read([*head, *rows])
    assert _told(plan) == [
        ("1", "修灯塔", ["l 县海洋局", "s 县港口局", "s 县渔业局"], "6月底"),
        ("2", "清航道", ["l 县港口局", "l 县财政局"], "全年"),
    ]
    assert not _short(plan)


def test_names_broken_over_lines_are_whole_again() -> None:
    head = ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"]
    rows = ["1", "修灯塔，", "刷白墙面。", "市海洋局", "市港口局、市渔业", "局、市财政局", "6月底前"]
    rows += ["2", "清航道。", "市港口", "局", "市海洋局、市", "发展改革委", "年底前"]
    plan = _read([*head, *rows], apart="\n")
    assert [(title, held) for _, title, held, _ in _told(plan)] == [
        ("修灯塔，刷白墙面", ["l 市海洋局", "r 市港口局", "r 市渔业局", "r 市财政局"]),
        ("清航道", ["l 市港口局", "r 市海洋局", "r 市发展改革委"]),
    ]


def test_units_may_stand_before_their_tasks() -> None:
    cells = [
        "序号",
        "责任单位",
        "工作任务",
        "完成时限",
        "1",
        "县海洋局",
        "修灯塔。",
        "6月底",
        "2",
        "县港口局",
        "清航道。",
        "全年",
    ]
    assert _told(_read(cells)) == [("1", "修灯塔", ["r 县海洋局"], "6月底"), ("2", "清航道", ["r 县港口局"], "全年")]


NUMBERED = ["序号", "工作任务", "工作内容", "牵头单位", "配合单位"]


def test_rows_numbered_in_words_below_headings_whose_numeral_has_a_cell_of_its_own() -> None:
    rows = [
        "—",
        "点亮灯塔",
        "（一）",
        "修灯塔",
        "刷白墙面。",
        "县海洋局",
        "县港口局",
        "换亮灯泡。",
        "县灯塔工作",
        "专班",
        "——",
    ]
    rows += ["二", "清理航道", "（一）", "捞泥沙", "捞尽泥沙。", "县港口局", "县渔业局和属地镇街", "（二）", "立浮标"]
    rows += ["立好浮标。", "县渔业局", "——"]
    assert [(path, title, held) for path, title, held, _ in _told(_read([*NUMBERED, *rows]))] == [
        ("1", "点亮灯塔", []),
        ("1.1", "修灯塔", []),
        ("1.1.1", "刷白墙面", ["l 县海洋局", "s 县港口局"]),
        ("1.1.2", "换亮灯泡", ["l 县灯塔工作专班"]),
        ("2", "清理航道", []),
        ("2.1", "捞泥沙", ["l 县港口局", "s 县渔业局", "s 属地镇街"]),
        ("2.2", "立浮标", ["l 县渔业局"]),
    ]


def test_what_is_made_is_a_task_though_it_is_called_as_units_are() -> None:
    head = ["序号", "重点任务", "具体举措", "牵头单位", "配合单位"]
    rows = [
        "1",
        "组建灯塔委员会",
        "航标处",
        "法规处、宣传中心",
        "2",
        "认定灯塔博物馆",
        "宣传中心",
        "市灯塔局，各县灯塔局",
    ]
    told = _told(_read([*head, "一", "守护灯塔", *rows, "3", "修灯塔", "市灯塔局", "市航标局"], below=""))
    assert [(title, units) for _, title, units, _ in told if units] == [
        ("组建灯塔委员会", ["l 航标处", "s 法规处", "s 宣传中心"]),
        ("认定灯塔博物馆", ["l 宣传中心", "s 市灯塔局", "s 各县灯塔局"]),
        ("修灯塔", ["l 市灯塔局", "s 市航标局"]),
    ]


def test_rows_numbered_in_words_alone() -> None:
    rows = ["一", "修灯塔", "刷白墙面。", "县海洋局", "县港口局", "二", "捞泥沙", "捞尽泥沙。", "县港口局", "县渔业局"]
    assert [(path, title, held) for path, title, held, _ in _told(_read([*NUMBERED, *rows]))] == [
        ("1", "修灯塔", ["l 县海洋局", "s 县港口局"]),
        ("2", "捞泥沙", ["l 县港口局", "s 县渔业局"]),
    ]


def test_what_groups_the_first_rows_is_no_head_though_it_sounds_like_one() -> None:
    cells = ["行动", "序号", "任务内容", "牵头单位", "配合单位", "完成时限", "海上行动"]
    cells += [
        "1",
        "修灯塔。",
        "县海洋局",
        "县港口局、",
        "县财政局",
        "6月",
        "2",
        "清航道。",
        "县渔业局",
        "县财政局",
        "9月",
    ]
    cells += ["陆上行动", "3", "修码头。", "县港口局", "—", "12月底"]
    assert [(path, title, held, due) for path, title, held, due in _told(_read(cells)) if held] == [
        ("1.1", "修灯塔", ["l 县海洋局", "s 县港口局", "s 县财政局"], "6月"),
        ("1.2", "清航道", ["l 县渔业局", "s 县财政局"], "9月"),
        ("2.1", "修码头", ["l 县港口局"], "12月底"),
    ]
