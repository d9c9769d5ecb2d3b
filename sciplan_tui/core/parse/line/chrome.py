"""Lines of the website that a plan was copied from: menus, share buttons, lists of other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sciplan_tui.core.parse.line.markers import Rank, marker

_CHROME_OPENER = re.compile(
    r"相关(?:词条|文章|链接|阅读|解读|新闻|文档|信息|附件)|热门词条|推荐阅读|参考资料|词条标签|热点推荐|网友评论"
)
_CHROME = re.compile(
    r"(?:文件|附件|文档)下载|分享(?:到|至)?|打印|关闭(?:本页|窗口)?|扫一扫|[上下]一[篇条]|返回(?:顶部|首页|列表)|收藏|纠错|"
    r"联[系络]我们|网站地图|主办单位|承办单位|版权所有|浏览次数|责任编辑|字体|.{0,8}ICP备|您(?:现在)?的?(?:当前)?位置|"
    r"首页 ?[>|]|来源[:：]|.{0,80}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)\b"
)
_OWNER = re.compile("(?:主办|承办)单位")
"""Who keeps the website; or who does a task."""


def is_chrome(text: str) -> bool:
    """Whether a line belongs to the website that the plan was copied from."""
    return bool(_CHROME.match(text) or _CHROME_OPENER.fullmatch(text) or text.endswith("|"))


def chrome_tail(texts: Sequence[str], body: int) -> int:
    """Where the website's own lines at the end of the page begin; the first line of the outline is none of them."""
    last = max((index for index in range(body, len(texts)) if _rank(texts[index]) <= Rank.ITEM), default=body)
    opener = (index for index in range(last + 1, len(texts)) if _CHROME_OPENER.fullmatch(texts[index]))
    end = next(opener, len(texts))
    while end > body + 1 and (not texts[end - 1] or is_foot(texts, body, end - 1)):
        end -= 1
    return end


def is_foot(texts: Sequence[str], body: int, at: int) -> bool:
    """Whether a line is the website's; one that begins as lines of the plan do (主办单位：…) is the plan's own."""
    if not is_chrome(texts[at]):
        return False
    says = _OWNER.match(texts[at])
    return says is None or not any(text.startswith(says.group()) for text in texts[body:at])


def _rank(text: str) -> Rank:
    found = marker(text)
    return Rank.DASH if found is None or found.doubtful else found.rank
