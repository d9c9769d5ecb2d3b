"""Cleaning: what a careful reader would copy out, every character tied to where it stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.cleaning import clean
from sciplan_tui.core.cleaning.joining import line_width
from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.plan import Source

TRADITIONAL = "學實會為區與發業產國務動農機關單辦開項導體計進標準"
SIMPLE = {"學": "学", "實": "实", "農": "农", "業": "业", "動": "动", "區": "区", "計": "计", "畫": "画", "網": "网"}


def document(*lines: str) -> Document:
    raw = "\n".join(lines)
    paragraphs = tuple(Paragraph(number, line) for number, line in enumerate(raw.split("\n"), 1))
    return Document(Source("x.txt", "", "txt", "utf-8"), paragraphs, raw)


def simplify(text: str) -> str:
    return "".join(SIMPLE.get(character, character) for character in text)


def cleaned(*lines: str) -> list[str]:
    return [line.text for line in clean(document(*lines), simplify)[0]]


def codes(*lines: str) -> list[str]:
    return [problem.code for problem in clean(document(*lines), simplify)[1]]


def test_signs_stand_for_others():
    assert cleaned("一,、总体要求,,目标,。", "到２０２７年１０％\u3000\xa0以上", "⻓期坚持⼯作") == [
        "一、总体要求,目标。",
        "到2027年10%  以上",
        "长期坚持工作",
    ]


def test_a_gloss_goes_and_another_bracket_stays():
    assert cleaned("市農(nóng)業(yè)局（AI）(app)") == ["市农业局（AI）(app)"]


def test_pronunciations_without_tones_go_where_a_text_is_full_of_them():
    text = "责(ze)任(ren)单(dan)位(wei)：市(shi)海(hai)洋(yang)局(ju)、市(shi)港(gang)口(kou)局(ju)"
    assert cleaned(text) == ["责任单位：市海洋局、市港口局"]
    assert cleaned("市海洋局(app)推广(beta)") == ["市海洋局(app)推广(beta)"]


def test_blanks_around_every_mark_go_and_a_point_behind_words_is_a_full_stop():
    items = " ".join(f"{number} . 修灯 . ( 市海洋局 、 市港口局 负责 )" for number in range(1, 12))
    text = f"一 、 点灯 ( 2021 — 2025 年 ) 按 «办法» 亮灯 10% . — 3 — {items}"
    told = " ".join(f"{number}. 修灯。(市海洋局、市港口局 负责)" for number in range(1, 12)).replace(") ", ")")
    assert cleaned(text) == [f"一、点灯 (2021 — 2025 年)按 《办法》亮灯 10%。  {told}"]
    assert cleaned("一 、 点灯", "修灯 . ( 市海洋局 )") == ["一 、 点灯", "修灯 . ( 市海洋局 )"]


def test_a_page_number_on_lines_apart_goes_as_well():
    assert cleaned("省委网信。", "—", "", "9", "", "—", "完。") == ["省委网信。", "", "", "", "", "", "完。"]


def test_page_numbers_go_and_their_lines_stay_empty():
    assert cleaned("省委网信。", "—", "９", "—", "— 10 —", "办") == ["省委网信。", "", "", "", "", "办"]


def test_a_figure_between_ordinary_lines_is_no_page_number():
    assert cleaned("序号", "9", "任务") == ["序号", "9", "任务"]


def test_a_line_broken_within_a_sentence_is_joined_and_told():
    lines, problems = clean(document("1.办好科技馆。每年不少于10", "场次。（市科协负责）", "2.别的任务。"), simplify)
    assert [line.text for line in lines] == ["1.办好科技馆。每年不少于10场次。（市科协负责）", "", "2.别的任务。"]
    assert [(problem.code, problem.line) for problem in problems] == [("joined", 1)]
    text = lines[0].text
    assert lines[0].line_at(text.index("10")) == 1
    assert lines[0].line_at(text.index("场次")) == 2


def test_headings_labels_and_cells_are_not_joined():
    lines = ("一、办好科技馆。每年开放", "（一）科普", "牵头单位：市科协", "责任单位：市教育局")
    assert cleaned(*lines) == list(lines)


def test_nothing_goes_on_with_a_line_that_says_by_whom_but_the_rest_of_its_list():
    units = "、".join(
        f"市{name}局" for name in ["海洋", "港口", "渔业", "财政", "教育", "民政", "水务", "商务", "审计", "统计"]
    )
    lines = ("办好灯塔。年年办。", f"市科协牵头，{units}、市科技馆、市青少年宫按职责分工负责", "压实责任")
    assert cleaned(*lines) == list(lines)
    assert cleaned(*lines[:2], "，市妇联配合")[1] == f"{lines[1]}，市妇联配合"


def test_nothing_is_joined_in_the_annex():
    lines = ("一、任务", "1.办好科技馆。开放。", "附件", "1", "办好。全年开放", "市科协")
    assert cleaned(*lines) == list(lines)


def test_text_broken_at_one_width_becomes_paragraphs():
    long = "坚持创新驱动和企业主导统筹布局算力数据模型基础设施打造发展高地" * 6
    rows = [long[start : start + 28] for start in range(0, len(long), 28)]
    text = ["一、发展目标", *rows[:-1], rows[-1] + "。", "二、任务", *rows[:-1], rows[-1] + "。"]
    assert line_width(text) == 56
    joined = [line for line in cleaned(*text) if line]
    assert joined == ["一、发展目标", long + "。", "二、任务", long + "。"]
    assert codes(*text) == ["wrapped"]


def test_a_sentence_that_a_page_number_cuts_goes_on_behind_it():
    long = "坚持创新驱动和企业主导统筹布局算力数据模型基础设施打造发展高地" * 6
    rows = [long[start : start + 28] for start in range(0, len(long), 28)]
    cut = ["由市海洋局、市港", "— 5 —", "口局负责。"]
    text = [
        "一、发展目标",
        *rows[:-1],
        rows[-1] + "。",
        "二、任务",
        *rows[:-1],
        rows[-1] + "。",
        *cut,
        "三、灯塔，码头",
    ]
    assert [line for line in cleaned(*text) if line][-2:] == ["由市海洋局、市港口局负责。", "三、灯塔，码头"]
    wholes = [
        ("（一）办好灯塔节，每年一次", "由市海洋局牵头。"),
        ("责任单位：市海洋局，市港口局", "市财政局安排经费。"),
    ]
    for above, below in wholes:
        text[-4:-1] = [above, "— 5 —", below]
        assert [line for line in cleaned(*text) if line][-3:] == [above, below, "三、灯塔，码头"]


def test_a_list_of_short_items_is_not_text_broken_at_one_width():
    assert line_width([f"{number}.办好科普活动并且每年总结一次。（市科协负责）" for number in range(1, 60)]) is None


def test_a_traditional_plan_is_read_in_simplified_characters_with_mainland_words():
    lines, problems = clean(document(TRADITIONAL, "數位化與網際網路，最佳化", "著力顯著著名"), _to_simplified)
    assert lines[1].text == "数字化与互联网，优化"
    assert lines[2].text == "着力显著著名"
    assert {(p.code, p.line) for p in problems} == {("traditional", 1), ("taiwan_wording", 2)}
    assert dict(problems[1].details) == {
        "count": "3",
        "words": "数位化=数字化 (2)\n网际网路=互联网 (2)\n最佳化=优化 (2)",
    }
    assert lines[1].raw == "數位化與網際網路，最佳化"


def _to_simplified(text: str) -> str:
    return text.translate(
        str.maketrans(
            "學實會為區與發業產國務動農機關單辦開項導體計進標準數網際顯",
            "学实会为区与发业产国务动农机关单办开项导体计进标准数网际显",
        )
    )


def test_a_simplified_plan_is_never_converted():
    def fail(text: str) -> str:
        raise AssertionError(text)

    assert (
        clean(document("一、数位专家与網際網路、程式和计画"), fail)[0][0].text == "一、数位专家与網際網路、程式和计画"
    )


def test_a_lost_character_comes_back_only_where_the_same_words_stand_whole():
    lines, problems = clean(
        document("建设市级科普专\ufffd\ufffd库并且开放", "市级科普专家库并且开放", "别的\ufffd字"), simplify
    )
    assert lines[0].text == "建设市级科普专家库并且开放"
    assert "\ufffd" in lines[2].text
    assert [(p.code, p.line) for p in problems] == [("restored", 1), ("unreadable", 3)]


def test_all_that_stays_lost_is_one_problem_with_its_lines_and_surroundings():
    _, (problem,) = clean(document("推进科学\ufffd\ufffd工作", "没有缺字", "经\ufffd化建设"), simplify)
    assert (problem.code, problem.line) == ("unreadable", 1)
    details = dict(problem.details)
    assert (details["count"], details["places"]) == ("3", "2")
    assert details["text"] == "“推进科学\ufffd\ufffd工作”(1)\n“经\ufffd化建设”(3)"


def test_controls_become_harmless():
    assert cleaned("一、\x1b[31m红\u202e字") == ["一、\ufffd[31m红<U+202E>字"]


ANY = st.text(
    st.sampled_from("一二、（）(),，。；12 \t　１２％學農(nóng)\ufffd\x1b\u200b—-附件：牵头单位市科协é"), max_size=24
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=30))
def test_no_line_is_lost_and_every_offset_is_right(texts):
    source = document(*texts)
    lines, _ = clean(source, simplify)
    assert [line.number for line in lines] == list(range(1, len(source.blocks) + 1))
    raw = source.raw.split("\n")
    for line in lines:
        assert raw[line.number - 1] == line.raw.split("\n")[0]
        assert source.raw.split("\n")[line.number - 1 :][: line.raw.count("\n") + 1] == line.raw.split("\n")
        for index in range(len(line.text)):
            assert 0 <= line.offset(index) < len(line.raw)
            assert line.line_at(index) >= line.number
        if line.offsets is not None:
            assert len(line.offsets) == len(line.text)
            assert list(line.offsets) == sorted(line.offsets)
