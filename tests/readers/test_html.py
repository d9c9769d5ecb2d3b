"""Web pages: the plan and nothing of the site around it; tables with their merged cells filled."""

import pytest

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.web.html import read
from tests.readers.builders import html, plan


def texts(document: Document) -> list[str]:
    return [block.text.strip() for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


def test_a_plan_has_its_paragraphs_and_its_table() -> None:
    document = read("方案.html", html.build(plan.blocks()))
    assert texts(document) == [line.strip() for line in plan.paragraphs() if line]
    assert rows(document) == plan.grid()


def test_what_stands_around_the_plan_is_left_out() -> None:
    raw = read("方案.html", html.build(plan.blocks())).raw
    for chrome in ("栏目", "位置", "分享", "某某会议", "版权所有", "脚本", "margin"):
        assert chrome not in raw


@pytest.mark.parametrize(
    ("charset", "meta"),
    [("gb18030", "gb2312"), ("gb18030", "GBK"), ("utf-8", "utf-8"), ("utf-8", "no-such"), ("big5", "")],
)
def test_the_page_names_its_charset(charset: str, meta: str) -> None:
    text = "一、加強領導。" if charset == "big5" else "一、加强领导䶮。"
    page = html.page(f"<p>{text}</p>" * 20, charset=charset, meta=meta)
    assert texts(read("x.html", page)) == ["方案", *[text] * 20]


def test_utf8_that_says_it_is_gb2312_is_read_as_what_it_is() -> None:
    page = html.page("<p>一、加强组织领导，落实各方责任，办好科普活动。</p>" * 9, charset="utf-8", meta="gb2312")
    assert "加强组织领导" in read("x.html", page).raw


def test_blocks_and_breaks_end_a_line_and_inline_elements_do_not() -> None:
    page = html.page(
        "<div>一、<b>加强</b> <span>领导</span><br>二、保障\n 投入<ol><li>甲</li><li>2.乙</li></ol></div>" * 20
    )
    assert texts(read("x.html", page))[1:5] == ["一、加强 领导", "二、保障 投入", "1.甲", "2.乙"]


def test_a_page_that_opens_no_body_is_read_all_the_same() -> None:
    page = "<style>p {color:red}</style><base target='_blank'><article><p>一、加强领导。<p>二、保障投入。</article>"
    assert texts(read("x.html", f"{page}<div>返回</div>".encode()))[:2] == ["一、加强领导。", "二、保障投入。"]


PLAN = "海州市2024年灯塔工作要点"


@pytest.mark.parametrize(
    ("window", "above"),
    [
        (f"{PLAN}_海州市人民政府_政务公开", "<h1>海州市人民政府</h1>"),
        ("海州市人民政府门户网站", f"<h1>{PLAN}</h1>"),
        (f"{PLAN}-海州网", ""),
    ],
)
def test_a_title_that_stands_outside_the_text_is_put_before_it(window: str, above: str) -> None:
    inner = "".join(f"<p>{number}、加强灯塔管理，落实各方责任，按时点灯。</p>" for number in "一二三")
    page = f"<html><head><title>{window}</title></head><body><div>{above}</div><div>{inner}</div></body></html>"
    assert texts(read("x.html", page.encode()))[0] == PLAN


def test_the_name_of_the_site_is_no_title() -> None:
    inner = f"<div><h2>{PLAN}</h2></div><p>一、加强灯塔管理，落实各方责任，按时点灯。</p>"
    page = f"<html><head><title>海州市人民政府门户网站</title></head><body>{inner}</body></html>"
    assert texts(read("x.html", page.encode()))[0] == PLAN


def test_a_table_that_only_places_text_is_text() -> None:
    inner = html.content(plan.blocks())
    framed = read("x.html", html.page(f"<table><tr><td>{inner}</td></tr></table>"))
    assert [line for line in texts(framed) if line] == [line.strip() for line in plan.paragraphs() if line]
    assert rows(framed) == plan.grid()


def test_spans_beyond_reason_are_bounded() -> None:
    page = html.page("<table><tr><td colspan=99999999 rowspan=7x>任务</td><td>甲</td></tr><tr><td>1<td>2</table>")
    assert max(map(len, rows(read("x.html", page)))) <= 200


def test_a_page_saved_with_its_parts_is_read() -> None:
    body = html.build(plan.blocks())
    head = b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    part = b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    document = read("方案.mht", head + part + body + b"\r\n--b--\r\n")
    assert rows(document) == plan.grid()


@pytest.mark.parametrize("tag", ["font", "span"])
def test_what_stands_behind_tags_that_nobody_closes_is_read(tag: str) -> None:
    lines = [f"{number}.办好第{number}次讲座。" for number in range(1, 401)]
    page = html.page("".join(f"<{tag}>{line}<br>" for line in lines))
    assert texts(read("x.html", page))[-1] == lines[-1]


def test_a_heading_in_a_part_that_nobody_closes_is_read() -> None:
    page = html.page("<div class=menu>首页<div>一、修好灯塔<div>（一）刷白墙面。天天刷。<div>（二）换亮灯泡。月月换。")
    assert [text for text in texts(read("x.html", page)) if "、" in text or "（" in text] == [
        "一、修好灯塔",
        "（一）刷白墙面。天天刷。",
        "（二）换亮灯泡。月月换。",
    ]


@pytest.mark.parametrize("opened", ["<div>" * 1500, "<div>" * 200_000, "<table><tr><td>" * 20_000])
def test_endless_nesting_is_refused(opened: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read("x.html", html.page(f"<p>前面的话</p>{opened}里面的话"))
    assert caught.value.code == "nested_too_deep"


def test_parts_that_hold_nothing_but_parts_are_refused() -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    part = b"--b\nContent-Type: multipart/mixed; boundary=b\n\n"
    with pytest.raises(ReadingError) as caught:
        read("x.mht", head + part * 200)
    assert caught.value.code == "nested_too_deep"
    with pytest.raises(ReadingError) as caught:
        read("x.mht", head + b"--b\nContent-Type: image/png\n\nx\n--b--\n")
    assert caught.value.code == "empty_file"


def test_a_row_of_one_cell_with_a_number_heads_a_group_though_it_sounds_like_a_head():
    group = "<tr><td colspan=3>二、海岛签约项目</td></tr>"
    heads = "<tr><td>序号</td><td>项目名称</td><td>责任单位</td></tr>"
    page = html.page(f"<table>{heads}{group}<tr><td>1</td><td>修灯塔</td><td>市海洋局</td></tr></table>")
    table = next(block for block in read("a.html", page, None).blocks if isinstance(block, Table))
    assert table.rows[1].cells == ("二、海岛签约项目", "", "")


def _lines(body: str) -> list[str]:
    document = read("x.html", f"<html><body><p>清屿市港口方案</p>{body}</body></html>".encode())
    return [block.text for block in document.blocks if isinstance(block, Paragraph)][1:]


def test_items_of_lists_in_lists_bear_the_numbers_above_them_on_their_own_line() -> None:
    inner = "<ol><li><p>修灯塔</p><li>清航道</ol>"
    assert _lines(f"<ol><li><p>重点任务</p>{inner}<li><p>保障</p><ol><li>经费</ol></ol>") == [
        "1.重点任务",
        "1.1 修灯塔",
        "1.2 清航道",
        "2.保障",
        "2.1 经费",
    ]


def test_a_list_that_only_holds_lists_goes_on_where_the_one_before_it_ended() -> None:
    broken = "<ol><li>任务<ol><li>护岸<ol><li>修灯塔</ol></ol></ol><p>（市海洋局）</p>"
    rest = "<ol><ol><ol start='2'><li>固堤岸</ol><li>通航</ol><li>保障</ol>"
    assert _lines(broken + rest)[3:] == ["（市海洋局）", "1.1.2 固堤岸", "1.2 通航", "2.保障"]
