"""What a printed page or a web page adds to the text: page numbers, rows of ornaments, the way through the menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

_PAGE_NUMBER = re.compile(r"[—–\-·]{1,2} ?\d{1,4} ?[—–\-·]{1,2}|第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?")
_MENU = r"(?:您(?:现在)?的?)?(?:(?:当前)?位置)?[:：]? ?(?:网站)?首页 ?(?:>|＞|»|→|/).{0,80}"
_FIRST_OF_MENU = "首页"
_MENU_ITEM = re.compile(
    "(?:走进|魅力|认识|印象).{2,4}|(?:政务|信息|政府信息|党务|政策)公开|(?:办事|政务|公共|便民)服务|(?:互动|政民|公众)(?:交流|互动|参与)|"
    "数据(?:开放|发布)|新闻(?:中心|动态|资讯)|(?:要闻|工作|政务)动态|专题(?:专栏|聚焦)?|(?:网上)?办事(?:大厅)?|政策(?:文件|解读)|机构(?:职能|设置)|"
    "登录|注册|个人中心|无障碍(?:浏览)?|(?:繁体|简体|English)"
)
_FEWEST_ITEMS, _LONGEST_MENU = 2, 20
_DASH = re.compile(r"[—–\-]{1,2}")
_FIGURE = re.compile(r"\d{1,4}")
_APART = 7
"""Lines among which the three of a page number stand."""
_ORNAMENT = re.compile(r"(\S)(?: ?\1){7,}")


def page_marks(texts: Sequence[str]) -> frozenset[int]:
    """The indices of lines that are a page number (`— 2 —`, on one line or on three) or a row of one ornament."""
    marks: set[int] = set()
    for index, text in enumerate(texts):
        if "首页" in text and len(text) < 100 and re.fullmatch(_MENU, text):
            marks.add(index)
        if text == _FIRST_OF_MENU:
            marks.update(_menu(texts, index))
        if not text or (text[0] != text[-1] and text[0] not in "第—–-·"):
            continue
        if _PAGE_NUMBER.fullmatch(text) or _ORNAMENT.fullmatch(text):
            marks.add(index)
        elif _DASH.fullmatch(text):
            marks.update(_closing(texts, index))
    return frozenset(marks)


def _menu(texts: Sequence[str], index: int) -> Sequence[int]:
    """The lines of a website's menu that begins at `index`, an item a line; none where there are but few."""
    items = [at for at in range(index, min(len(texts), index + _LONGEST_MENU)) if texts[at]]
    own = list(takewhile(lambda at: _MENU_ITEM.fullmatch(texts[at]), items[1:]))
    return (index, *own) if len(own) >= _FEWEST_ITEMS else ()


def _closing(texts: Sequence[str], index: int) -> Sequence[int]:
    """The lines of the dash at `index`, a figure and another dash, empty ones between them or not; else none."""
    following = [at for at in range(index + 1, min(len(texts), index + _APART)) if texts[at]][:2]
    if len(following) < 2 or not (_FIGURE.fullmatch(texts[following[0]]) and _DASH.fullmatch(texts[following[1]])):
        return ()
    return (index, *following)
