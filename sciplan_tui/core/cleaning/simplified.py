"""A plan printed in traditional characters, read in simplified ones; mainland words for those of a Taiwan mirror."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from sciplan_tui.core.cleaning.traced import Traced
from sciplan_tui.core.plan import LISTED, Problem

_TELLING = "學實會為區與發業產國務動農機關單辦開項導體計進標準衛環應設書藝認識轉質點縣廳團協責婦聯黨組織傳統領創"
"""Frequent characters that are written otherwise in simplified text; a plan in traditional ones is full of them."""
_SHARE = 0.03

_KEPT_ZHU = re.compile(r"(?<![显昭卓专论编原名土巨遗拙译合撰])著(?![名作述录书称者])")

_WORDS = {
    "网际网路": "互联网", "网路": "网络", "智慧型手机": "智能手机", "智慧型": "智能", "人工智慧": "人工智能",
    "数位化": "数字化", "数位": "数字", "最佳化设定": "优化设置", "最佳化": "优化", "设定": "设置", "套用": "应用",
    "格线员": "网格员", "格线": "网格", "选单": "菜单", "客群": "受众", "计画": "计划", "软体": "软件",
    "硬体": "硬件", "人民民众": "人民群众", "民众": "群众", "视讯": "视频", "程式": "程序", "资料库": "数据库",
    "伺服器": "服务器", "行动电话": "手机", "记忆体": "内存", "晶片": "芯片", "奈米": "纳米", "雷射": "激光",
    "演算法": "算法", "萤幕": "屏幕", "滑鼠": "鼠标", "硬碟": "硬盘", "光碟": "光盘", "列印": "打印",
    "登入": "登录", "计程车": "出租车", "捷运": "地铁", "网咖": "网吧", "部落格": "博客", "简讯": "短信",
    "使用者": "用户", "积体电路": "集成电路", "太空人": "航天员",
}  # fmt: skip
"""Words that mainland plans do not use, by the word that a converter put them for; longer ones first."""
_CERTAIN = re.compile("网际网路|数位化|最佳化|格线员|智慧型|软体|硬体|人工智慧|计画|网路|伺服器|资料库")
_TAIWAN = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_MIRROR = 2
"""Two words that no mainland text has make a mirror: only then is the whole table used."""


def is_traditional(text: str) -> bool:
    """Whether `text` is printed in traditional characters (a few in a name or a quotation do not make it so)."""
    return len(re.findall(f"[{_TELLING}]", text)) > _SHARE * len(text)


def simplified(lines: Sequence[Traced], simplify: Callable[[str], str]) -> list[Traced]:
    """Every line in simplified characters, one for one. What would change a length is converted sign by sign."""
    converted = simplify("\n".join(line.text for line in lines)).split("\n")
    same = len(converted) == len(lines)
    result = []
    for index, line in enumerate(lines):
        text = (
            converted[index] if same and len(converted[index]) == len(line.text) else _one_by_one(line.text, simplify)
        )
        result.append(line.reworded(_KEPT_ZHU.sub("着", text)))
    return result


def _one_by_one(text: str, simplify: Callable[[str], str]) -> str:
    """Each character converted alone; one that becomes several stays as it is."""
    return "".join(new if len(new := simplify(character)) == 1 else character for character in text)


def mainland_words(lines: Sequence[Traced], numbers: Sequence[int]) -> tuple[list[Traced], list[Problem]]:
    """The words of a Taiwan mirror put back into those of the mainland; one Problem lists them all with their lines."""
    whole = "\n".join(line.text for line in lines)
    if len(set(_CERTAIN.findall(whole))) < _MIRROR:
        return list(lines), []
    used: dict[str, list[int]] = {}
    for number, line in zip(numbers, lines, strict=True):
        for word in dict.fromkeys(_TAIWAN.findall(line.text)):
            used.setdefault(word, []).append(number)
    return [line.sub(_TAIWAN, lambda found: _WORDS[found.group()]) for line in lines], [_told(used)]


def _told(used: Mapping[str, Sequence[int]]) -> Problem:
    words = (f"{word}={_WORDS[word]} ({', '.join(map(str, at))})" for word, at in used.items())
    first = min(at[0] for at in used.values())
    return Problem("taiwan_wording", first, (("count", str(len(used))), ("words", LISTED.join(words))))
