"""What a unit's name alone tells: its class in protocol order, whether it stands for many, its level, its short form.

All of it is a proposal by rule, to be shown and edited; nothing here ever joins two units into one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sciplan_tui.core.kinds import CLASSES as CLASSES

UNTOLD = "other"
"""The class of a unit whose name tells none."""
MOST_NAMES = 4_000
"""Names of which an answer is kept: the tasks of a plan, and the plans of a country, name the same units."""

_LEVEL = re.compile(
    "自治[区州县]|兵团|(?:省|市(?!容|政(?!府|务|协|法|研|数))|区(?!域|划)|县(?!域)|州|旗|盟|镇(?!村)|乡(?![村镇]))(?!场)"
)
"""A level, but not 市场, 市政, 区域, 乡村, which are words of their own."""
_EACH = re.compile(
    r"^(?:各|其他|其它|有关|相关|所有|全(?:省|市|区|县|州)各|(?:全[省市区县州])?\d{1,3}个(?=[市县区州旗镇乡街园]))"
)
_MANY = re.compile(
    r"成员单位|(?:有关|相关|直属|各级|[直属级]各)[^（）]{0,6}(?:部门|单位)|牵头单位|[省市区县州]直(?:部门|单位)|专班$|各[^、（）]{1,8}$|"
    r"涉及[^、，（）]{0,16}的(?:相关|有关)?(?:部门|单位|处室)$"
)
PLACES_WITH = re.compile(
    r"(?:有|涉及|承担|具备|沿)[^\W\d的]{1,10}的各?(?:设区市|[市区县州旗盟镇乡、]|街道){1,6}(?:[（(][市区县、]{1,5}[）)])?(?:人民)?政府"
)
"""The governments of the places that have something: 有林业的区人民政府."""
_PLACE = re.compile(
    r"^[各其他省市县区州旗盟镇乡街道功能园新开发设有关相级人民政府委办事处管会和、（）()〔〕]+$"
    r"|[镇乡]人民政府|[镇乡]政府|街道办|街道$|(?:市|县|区|州|旗)(?:人民)?政府$|管委会$|管理委员会$|(?:开发|高新|新)区$|镇街$"
)
_SYSTEMS = """
    发改 工信 经信 教育 教体 科技 公安 民政 司法 财政 人社 自规 住建 城管 城管执法 交通 水利 水务 商务 文旅 文广旅
    卫健 应急 审计 统计 市监 医保 民宗 林草 国资 信访
"""
_KNOWN_SYSTEMS = frozenset(_SYSTEMS.split())
"""What bodies see to, that are called so for short."""
_YOUTH = re.compile(r"^(?:共青团|团[省市区县州旗]委)")
_SHORT_FORMS = """
    人力资源和社会保障=人社 人力资源社会保障=人社 人力社保=人社 自然资源和规划=自规 自然资源规划=自规
    发展和改革=发改 发展改革=发改 卫生和计划生育=卫计 卫生健康=卫健 工业和信息化=工信
    经济和信息化=经信 经济信息化=经信 科学技术=科技 住房和城乡建设=住建 住房城乡建设=住建
    城市管理和综合执法=城管执法 城市管理综合执法=城管执法 城市管理=城管 市场监督管理=市监 市场监管=市监
    文化广电旅游体育=文旅广体 文化广电和旅游=文广旅 文化广电旅游=文广旅 文化和旅游=文旅 文化旅游=文旅
    教育体育=教体 应急管理=应急 交通运输=交通 农业和农村=农业农村 生态环境=环境 退役军人事务=退役军人
    医疗保障=医保 政务服务数据管理=政数 政务服务和数据管理=政数 大数据和产业创新发展=大数据
    数据资源管理=数据 数据资源=数据 知识产权=知产 国有资产监督管理=国资 地方金融监督管理=金融
    疾病预防控制=疾控 民族宗教事务=民宗 民族宗教=民宗 消防救援=消防 机构编制委员会办公室=编办
    妇女联合会=妇联 科学技术协会=科协 社会科学界联合会=社科联 文学艺术界联合会=文联 残疾人联合会=残联
    工商业联合会=工商联 归国华侨联合会=侨联 委员会=委 人民政府=政府 人民法院=法院 人民检察院=检察院
    街道办事处=街道 共产主义青年团=共青团
"""
_SHORT_WORDS = dict(pair.split("=") for pair in _SHORT_FORMS.split())
_SHORT_WORD = re.compile("|".join(sorted(_SHORT_WORDS, key=len, reverse=True)))
_PARTY_PREFIX = re.compile(r"^(?:中共)?(?:中央|[省市区县州旗]委)(?=.{2})")


@cache
def _class_patterns() -> dict[str, re.Pattern[str]]:
    """Compiled late: reading a plan asks no unit for its class."""
    return {
        "mass": re.compile(
            r"(?:工会|妇联|妇女联合会|科协|科学技术协会|社科联|文联|残联|侨联|工商联|红十字会|贸促会|计生协(?:会)?|作协|记协|法学会|台联|青联|"
            r"工商业联合会|联合会|学会|协会|友协)$"
        ),
        "institution": re.compile(
            r"中心$|党校|社会主义学院|行政学院|学院$|大学$|医院$|研究院|科学院|社科院|科研院|工程院|博物馆|科技馆|图书馆|档案馆|文化馆|规划馆|"
            r"报社|日报|广播电视台|电视台|广电台|融媒体|供销社|供销联社|地方志|史志|方志办|总社$|学校$|出版社"
        ),
        "party": re.compile(
            r"^中央|^中共|党委|纪委|监委|[省市区县州旗](?:直)?(?:委|机关工委)(?!会)|文明办|网信办|编办|机构编制|"
            r"(?:组织|宣传|统战)部$|政法委|老干部局|机关工委|政研室|直机关|档案局$|保密局$|机要局$|国家密码"
        ),
        "vertical": re.compile(
            r"气象局|税务局|地震局$|海关|银行|银保监|银监|证监|金融监管局|生态环境(?:分)?局|消防|邮政管理局|烟草|海事|调查队|国安局|国家安全局|"
            r"供电|电力公司|通信管理局|通管局|分局$|边检|海警|武警|军分区|人武部|无线电管理"
        ),
        "locality": _PLACE,
        "other": re.compile(r"(?:公司|集团|企业|银行|联社)$"),
        "government": re.compile(
            r"(?:局|委|厅|办|署|部|委员会|办公室|法院|检察院|政协|人大|研究室|公司|院|处|政府)(?:[（(〔][^（）()〔〕]*[）)〕])?$"
        ),
    }


@lru_cache(MOST_NAMES)
def is_collective(name: str) -> bool:
    """Does the name stand for many units (各镇人民政府, 各成员单位, 相关部门)?"""
    return bool(_EACH.search(name) or _MANY.search(name) or ("的" in name and PLACES_WITH.fullmatch(name)))


def unit_class(name: str) -> str:
    """The class of a unit in protocol order, one of CLASSES."""
    patterns = _class_patterns()
    if _YOUTH.search(name) or patterns["mass"].search(name):
        return "mass"
    if is_collective(name):
        return "locality" if _PLACE.search(name) and "部门" not in name and "单位" not in name else "collective"
    for unit_kind, pattern in patterns.items():
        if pattern.search(name):
            return unit_kind
    return "locality" if re.search(r"[省市县区州旗镇乡]$", name) else UNTOLD


@lru_cache(MOST_NAMES)
def level_prefix(name: str) -> str:
    """The level a name begins with (市教育局 → 市; 市场监管局 → nothing), or of the youth league (团市委 → 市)."""
    if youth := re.match(r"团([省市区县州旗])委", name):
        return youth.group(1)
    prefix = _LEVEL.match(name)
    return prefix.group() if prefix and prefix.end() < len(name) else ""


@lru_cache(MOST_NAMES)
def short_name(name: str) -> str:
    """A form short enough to stand upright above a column: 市人力资源和社会保障局 → 人社局, 市委组织部 → 组织部."""
    plain = re.sub(r"[（(〔][^（）()〔〕]*[）)〕]$", "", name) or name
    if _YOUTH.search(plain):
        return "团委"
    plain = _PARTY_PREFIX.sub("", plain) or plain
    if not is_collective(plain):
        plain = plain.removeprefix(level_prefix(plain)) or plain
    elif "成员单位" in plain:
        return "成员单位"
    plain = _SHORT_WORD.sub(lambda found: _SHORT_WORDS[found.group()], plain)
    if is_collective(name) and plain.endswith("政府") and len(plain) > 3:
        plain = plain.removesuffix("政府")
    return plain


def is_system(name: str) -> bool:
    """Whether a body is called by no more than what it sees to: 住建, 城管."""
    return name in _KNOWN_SYSTEMS


def short_form(name: str) -> tuple[str, str]:
    """Level and short name: two names of one document that share both may be one unit. A question, never an answer."""
    return level_prefix(name), short_name(name)
