"""Figures in running text: a number with its unit of measure that says what is to be reached.

A bare number is not a figure, nor are names, document numbers, periods, ages, ranks, counts of the plan's own parts,
sizes that only say which places are meant, or what was reached in the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,9}(?:\.\d{1,4})?"
_CHINESE = r"[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九][百千](?:[一二三四五六七八九]十)?"
_UNIT = (
    r"个百分点|个工作日|[KMGTP]B|[万亿千百]?(?:[人场班件台站批处户车家]次|课时|学时|学分|节课|小时|分钟|平方米|平方公里|公里|美元"
    r"|[元人名位家场次项部户村条支站讲届字列个座所件篇期套对批门册本台辆处间亩吨份幅款集档块天种类张页根株枚栋])|[%％‰]"
)
_NO_UNIT = {
    "元": "素",
    "人": "才员口民均大",
    "名": "单",
    "位": "置",
    "家": "庭",
    "场": "馆所景",
    "次": "序",
    "项": "目",
    "部": "门分",
    "户": "籍",
    "村": "庄",
    "条": "例",
    "支": "持撑部",
    "站": "点所务台长位",
    "字": "会路架号",
    "讲": "座师解坛课台授话述",
    "列": "入为出席",
}
"""What a unit must not be followed by, being then a part of another word (5个部门, 3支持)."""
_UNIT_OF_LOW = "[%％‰万亿千百个名家所场次项人处条件期元座位篇户村]{1,4}"
"""What may stand behind the lower bound of a range (80%—90%, 3万人次至5万人次)."""
_BEGINS = re.compile(
    r"[\d一二三四五六七八九十](?<![A-Za-z\d.+\-/—×〔第].)(?:(?<=[\d十])|(?=[十百千]))",
)
"""Where a figure may begin: a set of signs to look for first is found ten times faster than a figure."""
_FIGURE = re.compile(
    rf"(?P<low>{_NUMBER}|{_CHINESE})\s?"
    rf"(?:(?:{_UNIT_OF_LOW})?\s?[-—–~～至到]{{1,2}}\s?(?P<high>{_NUMBER})\s?)?(?P<unit>{_UNIT})(?![A-Za-z\d])"
)
_NAMES = re.compile(r"《[^《》]{0,200}》|“[^“”]{0,80}”|〔\d{4}〕\d{1,5}号|[（(]\d{4}[-—–]{1,2}\d{4}年?[）)]")
_NAME_MARKS = "《“〔（("
"""Each name begins with one of them."""
_PARTS = re.compile(
    r".{0,8}?(?:行动|工程|任务|措施|举措|方面|环节|领域|阶段|原则|方针|意识|制度|机制|体系|专项|内容|重点|要求|维护|人群|章|计划)"
)
_MONTHS = re.compile(r"工?月|工作日|自然日|小时内|年")
_SIZE = re.compile(
    r"(?:(?:以上|以下|左右)?的|以[上下](?=项目|企业|单位|学校|地区|机构|场馆)).{1,16}?(?:应|要|须|必须|原则上|可以|均|都|由)"
)
_SIZES = ("人口", "规模", "面积", "年龄", "职工", "员工", "产值", "营收", "收入", "投资", "投资额")
_SETS_UP = ("设立", "组建", "新建", "建设", "建成", "打造", "改造", "布局")
"""设立规模5亿元的基金: what is to be made has a size of its own."""
_SIZE_IS = ("超过", "超", "达到", "达", "在", "不足", "满")
_BEFORE_NO = ("第", "前", "每", "等", "分", "分为", "上述", "以上", "这", "该", "年满", "不满", "超出")
_SCOPE = (*(f"{whole}{of}" for whole in "全我" for of in "国省市区县州镇"), "下辖", "所辖", "现有", "已有", "原有")
_LEANS = ("依托", "利用", "用好", "围绕", "聚焦", "面向", "针对", "结合", "发挥", "按照", "根据", "对照", "遵循")
_BASE = re.compile(r"[从由](?:目前|现在|20\d\d年底?)?的?$")
_RISES = re.compile(r"[^，。；]{0,6}?(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大|缩短|压缩|[增升降减])[到至]")
_PAST = re.compile(
    r"“?十[一二三]五”?(?:期?末|期间|时期|以来)|(?:前|过去|近)[一二三四五两几]年|年来|截至|截止|以来|目前|现有|已经|已[建达有培开举创获]|[达取获]得?了|去年|上年末"
)
_AHEAD = re.compile(r"到20\d\d年|力争|争取|“?十[四五]五”?(?:期间|时期|末)|20\d\d年底?前|将[达建实]|确保")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_SCALE = {"十": 10, "百": 100, "千": 1000}
_LONGEST_SENTENCE = 1_000
_MOST_PLACES = 64
"""Of so many places is kept where their words begin: for each figure it is asked several times."""
_SENTENCE_ENDS, _CLAUSE_ENDS = re.compile("[。！？!?]"), re.compile("[。！？!?；;，,：:]")
_MAKES = (
    *("开发", "建设", "建成", "打造", "制作", "编写", "编印", "创作", "推出", "培育", "培养", "举办", "组织", "设立"),
    *("设置", "布设", "改造", "新建", "创建", "完成", "评选", "遴选", "发展", "招募", "开设", "开展", "发放"),
)
"""What the words that name a ground (围绕茶叶) are followed by where something is to be made (开发课程15门)."""
_WEAK = frozenset("个项种类条部支批大")
_DURATION = frozenset(("天", "小时", "分钟"))
_ROUND_THE_CLOCK = ("服务", "值守", "值班", "在线", "不间断", "开放", "热线")
_LIMIT = (
    "不超过",
    "不多于",
    "控制在",
    *(word + to for word in ("压缩", "压减", "缩短", "减少", "降", "压") for to in "到至"),
)
"""Before a time: how long something may take."""
_REACH = ("范围", "半径", "路程", "车程", "步行", "可达", "以内", "之内", "内")
"""Behind a time or a distance: how near something lies (15分钟服务圈, 1.5公里范围内), which nobody counts."""


class Figure(NamedTuple):
    """A number where it stands: `text[start:end]` is the number with its unit; `high` closes a range."""

    start: int
    end: int
    low: float
    high: float | None
    unit: str


def without_names(text: str) -> str:
    """The text with everything that is a name (titles, quotations, document numbers) blanked, length unchanged."""
    if any(mark in text for mark in _NAME_MARKS):
        return _NAMES.sub(lambda found: "＊" * len(found[0]), text)
    return text


def find_figures(text: str, blank: str, *, told: bool = False) -> Iterator[Figure]:
    """The figures of one paragraph, in order; `blank` is its text without names. `told`: it tells of the past, so only
    what lies ahead counts.
    """
    for found in _numbers(blank):
        if _is_unit(blank, found) and _is_aim(blank, found) and not _is_past(text, found.start(), told):
            high = number(found["high"]) if found["high"] else None
            yield Figure(found.start(), found.end(), number(found["low"]), high, found["unit"].replace("％", "%"))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while begin := _BEGINS.search(text, at):
        found = _FIGURE.match(text, begin.start())
        at = found.end() if found else begin.end()
        if found:
            yield found


def number(word: str) -> float:
    """The value of a number in digits, with thousands separators or not, or in Chinese up to the thousands."""
    if word[0].isdigit():
        return float(word.replace(",", "").replace("，", ""))
    value, digit = 0, 0
    for sign in word:
        if sign in _SCALE:
            value += (digit or 1) * _SCALE[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return float(value + digit)


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that holds this place."""
    return _back(text, at, _SENTENCE_ENDS)


def clause_start(text: str, at: int) -> int:
    """Where the clause begins that holds this place."""
    return _back(text, at, _CLAUSE_ENDS)


@lru_cache(_MOST_PLACES)
def _back(text: str, at: int, ends: re.Pattern[str]) -> int:
    """Behind the last of these signs, no further back than a sentence is long: a file of one line stays cheap.

    A colon between figures (16:9) parts nothing.
    """
    floor = max(0, at - _LONGEST_SENTENCE)
    last = ends.search(text[floor:at][::-1])
    begin = at - last.start() if last else floor
    if begin > 1 and text[begin - 1] in ":：" and text[begin - 2].isdigit() and text[begin : begin + 1].isdigit():
        return _back(text, begin - 1, ends)
    return begin


def _is_unit(text: str, found: re.Match[str]) -> bool:
    last, after = found["unit"][-1], text[found.end() : found.end() + 1]
    if last == "届":
        return after in "，。；、以"
    return not after or found["unit"] in ("美元", "节课") or after not in _NO_UNIT.get(last, "")


def _is_aim(text: str, found: re.Match[str]) -> bool:
    start, end, unit = found.start(), found.end(), found["unit"]
    before, after = text[clause_start(text, start) : start].rstrip(), text[end : end + 30].lstrip()
    if (
        before.endswith(_BEFORE_NO)
        or before[-1:] == "章"
        or _MONTHS.match(after)
        or (unit in _WEAK and _PARTS.match(after.split("，")[0]))
    ):
        return False
    if unit == "个工作日":
        return after.startswith(("以内", "之内")) or before.endswith(_LIMIT)
    if unit in _DURATION and (before.endswith(_LIMIT) or after.startswith(_ROUND_THE_CLOCK)):
        return not after.startswith(_ROUND_THE_CLOCK)
    if (unit in _DURATION or unit == "公里") and (after.startswith(_REACH) or "圈" in after[:7]):
        return False
    if _is_condition(before, after) or (_BASE.search(before) and _RISES.match(after)):
        return False
    return compared(before, after) or not (before.endswith(_SCOPE) or _leans(before.removeprefix("充分")))


def _leans(before: str) -> bool:
    """Whether the number belongs to what is there already and is only made use of (依托200个基地)."""
    return before.startswith(_LEANS) and not any(before.rfind(word) > 3 for word in _MAKES)


def _is_condition(before: str, after: str) -> bool:
    """常住人口超100万人的区 …应当: the number says which places are meant."""
    if after.lstrip("以上下").startswith("的"):
        size = next((before.removesuffix(word) for word in _SIZE_IS if before.endswith(word)), before)
        if size.endswith(_SIZES):
            return not any(word in size for word in _SETS_UP)
    return _SIZE.match(after) is not None


def _is_past(text: str, at: int, told: bool) -> bool:
    """Whether the sentence has told of the past, and of nothing ahead since, when it comes to the figure."""
    start = sentence_start(text, at)
    past = max((found.end() for found in _PAST.finditer(text, start, at)), default=start if told else -1)
    return past >= 0 and past > max((found.end() for found in _AHEAD.finditer(text, start, at)), default=-1)


_COMPARED = (
    *("不少于", "不低于", "不超过", "不高于", "至少", "达", "超", "高于", "多于", "突破", "控制在"),
    *("每年", "力争", "新增", "新建", "累计", "完成", "培训", "建成"),
)


def compared(before: str, after: str) -> bool:
    """Whether the words around a number say that it is to be reached."""
    return any(word in before for word in _COMPARED) or after.startswith(("以上", "以内", "以下"))
