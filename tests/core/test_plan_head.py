"""The head of a plan: a title over two lines, an issuer above the notice, the years of a five-year plan."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.head.metadata import Metadata, read_metadata
from sciplan_tui.core.parse.outline.laying_out import lay_out


def head(*texts: str) -> Metadata:
    lines = [Line(n, text, text) for n, text in enumerate((*texts, "一、总体要求", "做好工作。"), 1)]
    return read_metadata(lines, lay_out(lines))


def test_a_title_whose_first_line_could_be_one_itself_is_read_whole() -> None:
    found = head("山南市全民科学素质行动规划纲要", "实施方案（2021—2025年）")
    assert (found.title, found.period) == ("山南市全民科学素质行动规划纲要实施方案（2021—2025年）", (2021, 2025))


def test_a_title_that_stands_on_its_own_takes_nothing_from_above() -> None:
    found = head("山南市科学普及规划", "山南市科学普及规划实施方案（2022—2025年）")
    assert found.title == "山南市科学普及规划实施方案（2022—2025年）"


def test_a_title_line_may_end_with_a_word_of_the_footer() -> None:
    assert (
        head("山南市贯彻《岭东省政务公开", "五年行动计划》实施方案").title
        == "山南市贯彻《岭东省政务公开五年行动计划》实施方案"
    )
    assert head("此件主动公开", "山南市科普行动方案").title == "山南市科普行动方案"


def test_who_issues_stands_above_the_notice() -> None:
    found = head("北岭县人民政府办公室", "关于印发北岭县科学素质工作方案的通知", "各乡镇：", "2021年11月5日")
    assert (found.issuer, found.issued_on) == ("北岭县人民政府办公室", "2021-11-05")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("北岭县全民科学素质工作“十四五”行动方案", (2021, 2025)),
        ("北岭县“十五五”科普工作方案", (2026, 2030)),
        ("北岭县科普工作十三五规划", (2016, 2020)),
        ("北岭县五五普法工作方案", (None, None)),
        ("北岭县科普工作方案", (None, None)),
    ],
)
def test_the_years_of_a_five_year_plan(title: str, period: tuple[int | None, int | None]) -> None:
    assert head(title).period == period


def test_what_was_reached_before_the_plan_begins_is_past() -> None:
    assert (head("北岭县“十四五”科普方案").since, head("北岭县科普方案").since) == (2021, None)


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("云溪高新技术产业开发区全民科学素质行动方案", "云溪高新技术产业开发区"),
        ("2024年北岭县科普工作方案", "北岭县"),
        ("首届北岭市灯塔节任务分解表", "北岭市"),
        ("北岭市云溪经济开发区管委会科普工作方案", "云溪经济开发区"),
        ("东川傣族景颇族自治州全民科学素质行动方案", "东川傣族景颇族自治州"),
        ("山南省东川土家族苗族自治州全民科学素质行动方案", "东川土家族苗族自治州"),
        ("石桥镇科普工作方案", "石桥镇"),
        ("《海湾区科普工作方案》任务分工", "海湾区"),
        ("推进城镇居民科学素质提升工作方案", None),
        ("建设高新技术产业开发区科普工作方案", None),
        ("国家级经济技术开发区科普工作方案", None),
    ],
)
def test_the_region_is_the_place_that_the_title_begins_with(title: str, region: str | None) -> None:
    assert head(title).region == region


@pytest.mark.parametrize(
    ("bracket", "number", "issuer"),
    [
        (
            "（北政办发〔2024〕7号，2024年3月8日北岭市人民政府办公室印发）",
            "北政办发〔2024〕7号",
            "北岭市人民政府办公室",
        ),
        ("（北岭市民政局、北岭市财政局2024年3月8日联合印发）", None, "北岭市民政局、北岭市财政局"),
        ("（2024年3月8日印发）", None, None),
    ],
)
def test_number_issuer_and_date_in_the_bracket_under_the_title(
    bracket: str, number: str | None, issuer: str | None
) -> None:
    found = head("北岭市科普工作方案", bracket)
    assert (found.document_number, found.issuer, found.issued_on) == (number, issuer, "2024-03-08")


def test_a_number_joined_to_the_notice_is_the_plans() -> None:
    found = head("北岭市人民政府关于印发北岭市科普工作方案的通知北政发〔2023〕9号", "北岭市科普工作方案")
    assert found.document_number == "北政发〔2023〕9号"


def test_the_links_of_a_page_are_no_title() -> None:
    found = head("首  页  要闻动态  政务公开", "【字体：大 中 小】   [打印]", "北岭市科普工作行动计划")
    assert found.title == "北岭市科普工作行动计划"


@pytest.mark.parametrize(
    "above",
    [
        "（联系人：丁某，联系电话：1234567）",
        "（本文有删减）",
        "科普,灯塔,北岭,方案",
        "二○一一年二月二十一日",
        "二〇二四年十月一日",
    ],
)
def test_whom_to_ask_what_a_page_is_found_by_and_a_day_in_words_begin_no_title(above: str) -> None:
    assert head(above, "北岭县科普行动方案").title == "北岭县科普行动方案"


@pytest.mark.parametrize(
    "before",
    [
        "北岭县人民政府 2021年5月1日 北岭县科普行动方案 为了点亮灯塔，经研究，制定以下方案。",
        "北岭县人民政府 2021年5月1日北岭县科普行动方案 为了点亮灯塔，做好工作。",
        "各镇街： 方案如下：北岭县科普行动方案 为了点亮灯塔。",
    ],
)
def test_the_title_of_a_plan_in_one_line_is_no_sentence_before_it(before: str) -> None:
    text = f"{before}一、办灯塔展。{'看灯塔，讲海洋，' * 40}二、办码头展。大家都来。"
    lines = [Line(1, text, text)]
    found = read_metadata(lines, lay_out(lines))
    assert (found.title, found.region) == ("北岭县科普行动方案", "北岭县")
