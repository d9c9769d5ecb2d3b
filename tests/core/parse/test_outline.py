"""The outline: headings, paths, kinds, inferred headings; no line lost."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sciplan_tui.core.numeral import numeral
from sciplan_tui.core.parse.draft import Line, Span
from sciplan_tui.core.parse.line.markers import Rank, marker
from sciplan_tui.core.parse.outline.headings import outline
from sciplan_tui.core.parse.outline.laying_out import lay_out
from sciplan_tui.core.parse.outline.tree import end_line


def lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line, line) for number, line in enumerate(text.split("\n"), 1))


def paths(text: str) -> list[tuple[str, str]]:
    return [(node.path, node.title) for node in outline(lines(text))[0]]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(node.path, str(node.kind)) for node in outline(lines(text))[0]]


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("十二", 12), ("二十一", 21), ("一百零三", 103), ("7", 7), ("③", 3)]
)
def test_numerals(text, value):
    assert numeral(text) == value


@pytest.mark.parametrize(
    ("text", "rank", "number"),
    [
        ("第一章 总则", Rank.CHAPTER, 1),
        ("第一部分 现状", Rank.CHAPTER, 1),
        ("第二节 重点", Rank.DIVISION, 2),
        ("★（二）行动", Rank.SECTION, 2),
        ("任务2 点亮灯塔", Rank.ITEM, 2),
        ("行动三 点亮灯塔", Rank.SECTION, 3),
        ("※ 3、任务", Rank.ITEM, 3),
        ("第十二条 科协", Rank.CLAUSE, 12),
        ("一、目标", Rank.PART, 1),
        ("（二十一）行动", Rank.SECTION, 21),
        ("(三)行动", Rank.SECTION, 3),
        ("12.任务", Rank.ITEM, 12),
        ("1、任务", Rank.ITEM, 1),
        ("1.2 任务", Rank.DECIMAL, 2),
        ("（1）任务", Rank.SUBITEM, 1),
        ("①任务", Rank.CIRCLED, 1),
        ("——任务", Rank.DASH, None),
        ("二是强化", Rank.POINT, 2),
        ("任务三：强化", Rank.SECTION, 3),
    ],
)
def test_markers(text, rank, number):
    found = marker(text)
    assert found is not None
    assert (found.rank, found.number) == (rank, number)


@pytest.mark.parametrize(
    "text",
    [
        "教育局、科协",
        "任务2 个方面",
        "任务2 点灯。换灯",
        "★灯塔",
        "☆●灯塔",
        "2023.5",
        "2023年",
        "一方面",
        "（2021年）",
        "“一、",
        "十分重要",
        "",
    ],
)
def test_what_is_no_marker(text):
    assert marker(text) is None


def test_a_heading_alone_and_one_with_its_text():
    assert paths(
        "一、重点任务\n（一）科普行动\n1.办馆。全年开放。\n2.办展。每年两次。\n二、保障\n（一）领导。成立小组。"
    ) == [
        ("1", "重点任务"),
        ("1.1", "科普行动"),
        ("1.1.1", "办馆"),
        ("1.1.2", "办展"),
        ("2", "保障"),
        ("2.1", "领导"),
    ]


def test_clauses_stand_below_divisions_and_run_on_through_them():
    nodes, problems = outline(
        lines("第一章 任务\n第一节 甲行动\n第一条 子。丑。\n第二节 乙行动\n第二条 寅。卯。\n第三条 辰。巳。")
    )
    assert [node.path for node in nodes] == ["1", "1.1", "1.1.1", "1.2", "1.2.2", "1.2.3"]
    assert not problems


def test_numbers_that_run_on_through_sections_are_in_order():
    nodes, problems = outline(
        lines("一、任务\n（一）甲行动\n1.子。丑。\n（二）乙行动\n2.寅。卯。\n二、要求\n3.辰。巳。")
    )
    assert [node.path for node in nodes] == ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.3"]
    assert not problems


def test_a_title_may_hold_a_comma_and_a_figure_may_begin_it():
    assert paths("一、任务\n10.突出元素，促进融合。打通。\n11.121人才项目。培养。\n12.5亿元以上。")[1:] == [
        ("1.10", "突出元素，促进融合"),
        ("1.11", "121人才项目"),
    ]


def test_a_list_of_annexes_is_no_outline():
    listed = "附件：1.灯塔整治分工\n2.灯塔名录\n附件1\n"
    text = f"海州市灯塔整治分工\n{listed}一、目标\n（一）点灯。天天点。\n（二）换灯。年年换。"
    assert paths(text) == [("1", "目标"), ("1.1", "点灯"), ("1.2", "换灯")]


def test_a_long_title_is_cut_at_no_comma_within_a_quotation():
    words = "关于“改善灯塔设施落后，看灯人员不足”的建议"
    assert paths(f"一、任务\n1.{words}，由市海洋局牵头，会同市港口局、市渔业局办理。")[1:] == [("1.1", words)]


def test_short_first_sentences_under_a_heading_alone_are_tasks():
    text = (
        "一、任务\n（一）氛围。\n做强品牌。持续办好科普日活动。\n"
        "到2025年，建成。再建成一批示范县。\n办好讲堂。每月请专家来讲课。"
    )
    assert paths(text)[2:] == [("1.1.1", "做强品牌"), ("1.1.2", "办好讲堂")]


def test_opening_words_above_numbered_items_are_no_task():
    assert paths("一、任务\n全面提升。加强科学教育工作。\n（一）办馆。全年开放。") == [("1", "任务"), ("1.1", "办馆")]


def test_numbers_inside_one_line_are_headings_where_they_go_on():
    assert paths("一、任务。（一）甲行动。1.子。丑。2.寅。卯。（二）乙行动。辰。 二、保障。巳。") == [
        ("1", "任务"),
        ("1.1", "甲行动"),
        ("1.1.1", "子"),
        ("1.1.2", "寅"),
        ("1.2", "乙行动"),
        ("2", "保障"),
    ]


def test_a_reference_inside_a_line_is_no_heading():
    assert len(paths("一、任务\n1.办馆。按照（五）的要求和3.的办法。七、八月开放。")) == 2


def test_repeated_numbers_keep_paths_unique_and_are_told():
    nodes, problems = outline(lines("一、任务\n1.甲。乙。\n1.丙。丁。\n1.戊。己。\n3.庚。辛。"))
    assert [node.path for node in nodes] == ["1", "1.1", "1.1.1", "1.1.2", "1.3"]
    assert [(problem.code, problem.line) for problem in problems] == [("number_order", n) for n in (3, 4, 5)]


def test_lost_parts_are_inferred_where_sections_begin_again():
    text = (
        "工作方案\n为做好工作，制定本方案。\n坚持以思想为指导，推进工作。\n"
        "（一）子。丑。\n（二）寅。卯。\n（一）组织领导。辰。\n（二）督促检查。巳。"
    )
    nodes, problems = outline(lines(text))
    assert [(node.path, node.inferred) for node in nodes if "." not in node.path] == [
        ("1", True),
        ("2", True),
        ("3", True),
    ]
    assert [node.path for node in nodes if "." in node.path] == ["2.1", "2.2", "3.1", "3.2"]
    assert [problem.code for problem in problems] == ["inferred_heading"] * 3


def test_a_part_whose_number_is_skipped_is_inferred():
    nodes, _ = outline(
        lines("一、目标\n子。\n二、任务\n（一）甲。乙。\n（二）丙。丁。\n（一）戊。己。\n四、保障\n（一）庚。辛。")
    )
    assert [(node.path, node.inferred) for node in nodes] == [
        ("1", False),
        ("2", False),
        ("2.1", False),
        ("2.2", False),
        ("3", True),
        ("3.1", False),
        ("4", False),
        ("4.1", False),
    ]


def test_a_plan_cut_off_at_its_head_keeps_its_printed_numbers():
    assert paths("（八）设施工程。\n牵头单位：市科协\n四、要求\n（一）领导。加强。")[1:3] == [
        ("3.8", "设施工程"),
        ("4", "要求"),
    ]


def test_kinds_by_general_words():
    text = (
        "一、总体要求\n（一）指导思想\n子。\n（二）基本原则\n——丑。寅。\n（三）发展目标\n卯。\n"
        "二、提升行动\n（一）青少年提升行动\n1.实施教师工程。辰。\n三、重点工程\n（一）设施工程\n巳。\n"
        "四、重点任务\n（一）氛围\n1.办馆。午。\n五、组织实施\n（一）领导。未。\n（二）进度安排\n"
        "启动实施。二〇二二年印发方案。"
    )
    assert [kind for _, kind in kinds(text)] == [
        "part", "preface", "principle_group", "principle", "goal", "part", "action", "task", "part", "project", "part",
        "task_group", "task", "part", "safeguard", "safeguard", "phase",
    ]  # fmt: skip


def test_the_contents_the_notice_and_the_annex_are_not_outline():
    text = "某市方案\n目录\n一、目标……1\n二、任务……2\n一、目标\n子。\n二、任务\n1.甲。乙。\n附件\n一、表\n1.丙。"
    assert [path for path, _ in paths(text)] == ["1", "2", "2.1"]


def test_signature_and_page_chrome_end_the_outline():
    text = "一、任务\n1.甲。乙。\n某市人民政府\n2021年3月4日\n（此件公开发布）\n文件下载 |\n分享到："
    layout = lay_out(lines(text))
    assert (layout.body, layout.close, layout.annex) == (0, 2, 7)
    assert outline(lines(text))[0][-1].line_end == 2


PIECE = st.sampled_from(
    [
        "一、任务",
        "二、保障措施",
        "（一）甲行动",
        "（二）乙。",
        "1.子。丑。",
        "2.寅。卯。",
        "——辰。巳。",
        "办好科普馆。全年向公众开放。",
        "普通的一段话。",
        "",
        "附件",
        "某市人民政府",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECE, max_size=25))
@example(["办好科普馆。全年向公众开放。", "（二）乙。", "二、保障措施"])
def test_every_line_of_the_body_belongs_to_a_node_once(pieces):
    source = lines("\n".join(pieces))
    layout = lay_out(source)
    nodes, _ = outline(source)
    assert len({node.path for node in nodes}) == len(nodes)
    by_path = {node.path: node for node in nodes}
    held: dict[int, list[str]] = {}
    for node in nodes:
        assert (
            node.parent is None
            or by_path[node.parent].line <= node.line <= node.line_end <= by_path[node.parent].line_end
        )
        for span in (node.heading, *node.body):
            if span is not None:
                held.setdefault(span.line.number, []).append(span.text)
    for line in source[layout.body : layout.close]:
        if line.text:
            kept = "".join(held.get(line.number, []))
            assert sorted(kept) == sorted(line.text.replace("。", "", line.text.count("。") - kept.count("。")))


def test_items_that_have_lost_their_number_are_told_by_their_statements() -> None:
    said = "样样做好。（市海洋局负责）"
    text = f"一、任务\n（一）刷墙。{said}\n换灯。{said}\n?。ǘ捞泥。{said}\n（四）种树。{said}\n{{last}}\n二、要求\n抓好"
    items = [("1.1", "刷墙"), ("1.2", "换灯"), ("1.3", "捞泥"), ("1.4", "种树")]
    assert paths(text.format(last=f"年年种。{said}"))[1:-1] == items
    assert paths(text.format(last=f"?。ǘ建港。{said}"))[1:-1] == [*items, ("1.5", "建港")]
    problems = outline(lines(text.format(last="")))[1]
    assert [problem.line for problem in problems if problem.code == "number_lost"] == [3, 4]


def test_what_is_printed_between_two_pages_does_not_hide_an_item_without_its_number() -> None:
    said = "样样做好。（市海洋局负责）"
    text = f"一、任务\n1. 刷墙。{said}\n* * *\n换灯，换到年底为止。{said}\n3. 种树。{said}\n二、要求\n抓好"
    assert [path for path, _ in paths(text)] == ["1", "1.1", "1.2", "1.3", "2"]


def test_paragraphs_of_an_item_stay_in_it_where_no_number_is_missing() -> None:
    said = "样样做好。（市海洋局负责）"
    found = paths(f"一、任务\n（一）刷墙。{said}\n换灯。{said}\n（二）种树。{said}")
    assert found[1:] == [("1.1", "刷墙"), ("1.2", "种树")]


def test_points_inside_a_line_are_tasks_where_each_closes_with_a_statement() -> None:
    text = "一、任务\n1.修灯塔。(1)刷墙。年年刷。（市海洋局牵头）(2)换灯。换亮的。（市港口局负责）\n2.清航道。"
    assert paths(text)[1:] == [("1.1", "修灯塔"), ("1.1.1", "刷墙"), ("1.1.2", "换灯"), ("1.2", "清航道")]
    told = text.replace("（市海洋局牵头）", "").replace("(2)", "；(2)")
    assert paths(told)[1:] == [("1.1", "修灯塔"), ("1.2", "清航道")]


def test_a_line_like_the_foot_of_a_website_is_the_plans_own_where_others_begin_so() -> None:
    text = "一、任务\n（一）修灯塔。\n主办单位：市海洋局\n（二）清航道。\n主办单位：市港口局"
    assert lay_out(lines(text)).close == 5
    assert lay_out(lines(text.replace("主办单位：市海洋局\n", ""))).close == 3


def test_an_annex_whose_items_say_by_whom_is_the_plan_where_the_letter_before_it_names_nobody() -> None:
    letter = "一、考评对象\n各部门。\n二、考评方式\n每年一次。\n附件\n考评指标\n"
    said = "（牵头单位：市海洋局）"
    annex = f"一、点灯\n1.修灯塔。{said}\n2.刷墙。{said}\n二、通航\n1.清航道。{said}"
    assert paths(letter + annex) == [
        ("1", "点灯"), ("1.1", "修灯塔"), ("1.2", "刷墙"), ("2", "通航"), ("2.1", "清航道"),
    ]  # fmt: skip
    assert paths(letter.replace("每年一次。", f"每年一次。{said}") + annex)[0] == ("1", "考评对象")
    assert paths(letter + annex.replace(said, "", 1))[0] == ("1", "考评对象"), "too few to be the plan itself"


@pytest.mark.parametrize("line", ["---", "——", "***", "—— "])
def test_a_line_of_dashes_alone_heads_nothing(line: str) -> None:
    text = f"{line}\n标题：灯塔方案\n{line}\n四、任务\n（一）修灯塔\n1.刷墙\n2.换灯"
    assert paths(text) == [("4", "任务"), ("4.1", "修灯塔"), ("4.1.1", "刷墙"), ("4.1.2", "换灯")]


def test_an_empty_stretch_at_the_end_of_joined_lines_ends_on_the_last_of_them() -> None:
    joined = Line(4, "修灯塔", "修灯\n塔", (0, 1, 3))
    assert [end_line(Span(joined, start, end)) for start, end in [(0, 2), (0, 3), (3, 3)]] == [4, 5, 5]
