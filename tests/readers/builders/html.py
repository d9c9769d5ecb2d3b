"""A web page around the plan: menus, breadcrumbs, share buttons, a list of other news, a footer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.readers.builders.plan import Block, Row

MENU = "".join(f"<li><a href='/{i}'>栏目{i}</a></li>" for i in range(30))
NEWS = "".join(f"<li><a href='/n{i}'>某某会议在本市召开，学习贯彻有关精神（{i}）</a></li>" for i in range(30))


def content(blocks: Iterable[Block]) -> str:
    """The plan's paragraphs and tables, merged cells as a browser takes them."""
    return "\n".join(f"<p>{escape(one)}</p>" if isinstance(one, str) else _table(one) for one in blocks)


def _table(rows: list[Row]) -> str:
    made = []
    for row in rows:
        cells = (
            f"<td colspan={cell.across} rowspan='{cell.down}'><p>{escape(cell.text)}</p></td>"
            for cell in row
            if cell.down
        )
        made.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1><tbody>{''.join(made)}</tbody></table>"


def page(inner: str, *, charset: str = "utf-8", meta: str = "") -> bytes:
    """A page as a government's site makes it."""
    text = f"""<!DOCTYPE html><html><head>
<meta http-equiv="Content-Type" content="text/html; charset={meta or charset}">
<title>方案_某某市人民政府</title><style>p{{margin:0}}</style><script>var a = "牵头单位：脚本";</script></head><body>
<div class="header"><ul>{MENU}</ul></div><div class="crumbs">您现在的位置：<a>首页</a> &gt; <a>政策文件</a></div>
<div class="main"><div class="left"><ul>{MENU}</ul></div><div class="article"><div id="zoom">{inner}</div>
<div class="share">分享到：<a>微信</a><a>微博</a></div></div>
<div class="right"><h3>相关新闻</h3><ul>{NEWS}</ul></div></div>
<div class="footer">版权所有：某某市人民政府 <a>网站地图</a></div></body></html>"""
    return text.encode(charset, "xmlcharrefreplace")


def build(blocks: Iterable[Block]) -> bytes:
    """The plan on a page."""
    return page(content(blocks))
