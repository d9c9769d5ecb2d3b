"""The words that give a role: labels (牵头单位：) and verbs after a list (…牵头，…配合), and rules for later lists.

All patterns here expect text without blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sciplan_tui.core.plan import Role

_WORD_ROLES = {
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "主责": Role.LEAD,
    "责任": Role.RESPONSIBLE,
    "落实": Role.RESPONSIBLE,
    "实施": Role.RESPONSIBLE,
    "推进": Role.RESPONSIBLE,
    "承办": Role.RESPONSIBLE,
    "承担": Role.RESPONSIBLE,
    "办理": Role.RESPONSIBLE,
    "负责": Role.RESPONSIBLE,
    "配合": Role.SUPPORT,
    "协作": Role.SUPPORT,
    "协办": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "协同": Role.SUPPORT,
    "参与": Role.SUPPORT,
    "参加": Role.SUPPORT,
    "指导": Role.SUPPORT,
    "支持": Role.SUPPORT,
    "成员": Role.SUPPORT,
    "会同": Role.SUPPORT,
    "会办": Role.SUPPORT,
    "支撑": Role.SUPPORT,
}
_WORDS = "|".join(_WORD_ROLES)
_UNIT_ENDS = "局委办厅部会协联院府处心司团站所队馆"
"""Signs behind which a level may begin a label (市科协⏎市责任单位：) and is not the end of a name (各社区⏎责任人：)."""
LABEL = re.compile(
    rf"(?P<before>总|主要|次要|主|第[一二三]|共同|市级|省级|区级|县级|(?:(?<![^\W\d_])|(?<=[{_UNIT_ENDS}]))[省市区县]{{1,3}})?(?P<word>{_WORDS})(?:组织|实施|落实|负责|考核|协调|统筹|推动|督办|督导|主管|监管|抓总|[/／、和及（(]|{_WORDS}){{0,3}}[)）]?"
    rf"(?P<body>单位|部门|机构|主体|[处科股部]室|领导|人|(?<=牵头|主责|主办|责任|协同|协办|协助|配合|参与|参加)|(?<=牵头抓总|配合落实|配合实施))(?:[和及、/／（(](?:(?:{_WORDS}){{0,2}}(?:单位|部门)|责任人)[)）]?)?(?:[（(](?:排|列|第)[^（）()：:]{{2,16}}[)）])?[:：﹕∶]"
    r"|(?P<division>(?:工作|任务|职责|责任)?分工)[:：﹕∶]"
    r"|(?P<deadline>(?:完成|办结|落实)?(?:时限|时间节点|时间|期限)|时间节点)[:：﹕∶]"
)
"""A label and its colon; 牵头：, 主责：, 协同： need no noun. A rule may stand in it (责任单位（排第一的牵头）：).

`body` 处室, 科室 and their kin name offices, which are units only where nothing else is named; 领导 and 人 name
persons, who are none.
"""
_OFFICES, _PERSONS = frozenset({"处室", "科室", "股室", "部室"}), frozenset({"领导", "人"})
_END_OF_LABEL = re.compile("[位门构体室导人头责办任同助合与加持总落实施工限点间)）][:：﹕∶]")
"""What may stand before the colon of a LABEL, and the colon."""
_MOST_LABELS = 256
"""Labels whose meaning is kept: a plan has a few, and has them again and again."""
_MOST_GROUPS = 16
_LONGEST_LABEL = 30
"""Characters, the colon included: more than any label has."""

OWNERS = "主责"
"""Who leads where others stand beside them, and else is responsible."""
BULLETS = "▲△▼◆◇●○■□★☆※•·►▶"
"""What may stand before a label, to be seen."""
MEMBERS = "成员单位"
"""Who helps where somebody leads, and else but belongs to a body: 领导小组成员单位."""
HINT = re.compile(
    "牵头|主责|负总责|责任|负责|配合|参与|参加|协助|协同|协办|主办|承办|指导|分工|落实|实施|成员单位[:：]"
)
"""Without one of these words nothing is a unit statement with a role."""

SPOKEN_OF = re.compile(
    "(?:以上|上述|前述|此项|该项|本项|这项|该任务|该工作|此工作|本条|本章|本节|本部分|具体)[^，,。；;由：:]{0,10}由"
)
"""What a statement says it is of: 此项工作由…, 以上两条由…, 本章任务由…"""
KIND = re.compile("[^，,。；;：:、（(]{0,8}(?:指标|任务|目标|项目)[，,；;](?=.)")
"""The kind of what it speaks of, in front of its units: 预期性指标，牵头单位：…"""
_DUTY = r"(?:按照?|依[照据]?|根据|结合)(?:各自|自身|本)?(?:的)?(?:职责|职能|任务|部门|工作)*(?:分工|范围|实际|要求)?"
_ADVERB = (
    rf"(?:{_DUTY}|分别|共同|具体|各自|联合|积极|密切|主动|全力|主要|统筹|监督|抓好|做好|依职责|按?分工|因地制宜|协同(?=配合))"
    "{0,3}"
)
_GUIDES = "(?:业务|检查|技术|政策|督促|监督){1,3}指导"
_HELPS = f"(?:配合|协助|协同|参与|{_GUIDES})(?:落实|实施|推进|做好|工作|$|[，,；;。）)])"
VERB = re.compile(
    rf"(?P<adverb>{_ADVERB})(?:"
    rf"作?为(?:总|主要)?(?P<as>{_WORDS})(?:单位|部门)(?=[，,；;。）)]|$)|"
    r"(?P<lead>(?:负责|总)?牵头(?!单位|部门|处室|科室|医院|领导|人|企业|学校|机构)|负总责|(?P<owner>主办|主责)(?=[，,；;。、）)]|$))"
    rf"|(?P<duty>负责(?!人|同志|制|{_HELPS})|承[办担](?=[，,；;。）)]|$))"
    rf"|(?P<weak>(?:负责|组织)?(?:配合|参与|参加|协助|协同|协作|协办|支持|{_GUIDES}|指导)(?=[，,；;。）)]|$|并|实施|落实|推进|做好|抓好|组织|完成|开展|工作|相关|有关))"
    r"|(?P<carry>(?:组织实施|贯彻落实|组织落实|抓好落实|推进落实|具体落实|具体实施|落实|实施|推进)$)"
    r"|(?P<none>承建$|作为(?:业主|建设)(?:单位|主体)$))"
)
NO_PART = re.compile(
    "建设|承建|施工|设计|监理|运营|投资|编制|起草|填报|报送|制表|制作|发布|印发|印刷|发文|主送|抄送|所在|工作|各|有关|相关"
)
"""Words of a label of units that have no part in a task, or are told or sign."""
ROLE_WORD = re.compile(f"{_WORDS}|负总责|承建|作为")
"""Without one of these words there is no verb."""
_TAIL = re.compile(
    rf"^(?:{_WORDS}|组织|推进|抓总|协调|做好|抓好|办理|完成|工作|统筹|有关|相关|任务|开展|保障|和|、|并|共同|督促)*$"
)

FIRST_LISTED = re.compile(
    r"(?:以上|上述|以下)?(?:各?(?:项|责任|任务)?(?:单位|部门)?(?:中|名单)?)?(?:排列?|位列|列|排[名位])?(?:在|于|为)?(?:第一(?:位|个|名|家)?|首位|首个|首列|最前|靠前)"
    r"(?:的|者)?(?:责任)?(?:单位|部门)?(?:者)?[为是](?:总|主要)?(?:牵头|负总责|主办|主责)[^，,。；;）)〕（(]{0,12}(?:[，,]?(?P<on>以?下(?:均|皆|类)?[同类]))?"
)
"""列第一位者为牵头单位，下同: the first of every later list leads."""
BEFORE_COMMA = re.compile(
    "(?:列|排)?在?(?:第[一1]个|首个)?(?:逗号|“，”)(?:之前|以前|前面|前)(?:列?的)?(?:单位|部门)?[为是](?:总|主要)?牵头(?:单位|部门)?"
    "(?P<others>[^。;；）)〕】]*)"
)
"""列逗号之前的为牵头单位，其他单位配合，下同: who stands before the first comma of every later list leads."""
SHARED = re.compile(
    r"(?:除[^，,。；;、）)]{1,12}外[，,])?(?:(?:以下|下列|上述|以上|各项|后续)[^，,。；;）)均]{0,12})?"
    r"均(?:需|涉及|包括|包含)(?:(?P<body>[^。；;，,]{2,40}?)(?:组织|贯彻|具体|抓好)*(?:落实|实施|负责|推进|配合)[，,])?"
    r"[^。；;]{0,60}?不再[^。；;，,）)]{0,8}(?:列[出明]?|重复)"
)
"""以下均需各区政府落实，不再列出: a duty of one body in all later items; it is kept only where it is printed."""
SHARED_BELOW = re.compile(
    r"[，,。；;](?:(?:本项及)?(?:以下|下列|后续)[^，,。；;）)均]{0,12})?均[需须]"
    r"(?P<body>[^。；;，,]{2,40}?)(?:组织|贯彻|具体|抓好)*(?:落实|实施|负责)(?:[，,]?下同)?$"
)
"""The same rule at a list's end, where nothing is said of listing: ，本项及以下各项任务均需各市人民政府落实."""
_THOSE_NAMED = rf"[，,。；;](?:以上)?各责任(?:单位|部门){_DUTY}(?:分别)?(?:负责|落实|推进)(?:[，,]?下同)?$"
_BY_DUTY = re.compile(rf"{_THOSE_NAMED}|[，,。；;]?{_DUTY}(?:[，,]?下同)?$|[，,。；;]下同$")
_ENDS_DUTY = ("分工", "下同", "负责", "落实", "推进")
_NOT_AGAIN = re.compile(
    "[，,。；;](?:以?下(?:同|[文各]?[项条]?)?[，,]?)?(?:均?不再|不)(?:一一|逐一|另行|重复|单独)?列[出明示举入]?$"
)
"""各市县政府负责落实，下同，不再列出: whom the later lists leave out, for all know; kept only where it is printed."""


class Label(NamedTuple):
    """What a label gives to the list after it: a role, nothing beside other units (`silent`: offices), or a deadline.
    `persons`: what it gives to the units told with the persons for whom it asks (责任人).

    `mixed`: it names two roles (配合/责任单位), and `role` is the one that is sure of all; `leads`: one of them is the
    lead (牵头及责任单位), which the first of the list may be. `each`: the roles in their order, the strongest first, by
    which a list is shared out that a stroke parts as it does the label (牵头/配合单位：市科协/市教育局).
    """

    role: Role | None
    silent: bool = False
    persons: Role | None = None
    deadline: bool = False
    mixed: bool = False
    leads: bool = False
    each: tuple[Role, ...] = ()


_AND_PERSON = re.compile("(?:[和及与、/／]|以及)(?:其|主要)?(?:责任|负责|联系|联络)人")
"""配合单位及责任人 names one role, and whom to ask."""
_SUPPORTS = re.compile("(?:配合|协同|协助|协办|参与)")
"""配合责任单位 is but one kind of unit: the first word tells it."""
NO_LABEL = Label(None)


def labels(text: str) -> Iterator[re.Match[str]]:
    """The matches of LABEL in a long text. Each ends with the only colon in it: so only what stands before a colon is
    looked at.
    """
    after = 0
    for colon in _END_OF_LABEL.finditer(text):
        end = colon.end()
        if found := LABEL.search(text, max(after, end - _LONGEST_LABEL), end):
            yield found
            after = end


def labels_alone(text: str) -> Iterator[str]:
    """The labels of units behind which nothing stands (市牵头单位： 责任单位：…)."""
    found = list(LABEL.finditer(text))
    ends = [*(after.start() for after in found[1:]), len(text)] if found else []
    for label, end in zip(found, ends, strict=True):
        told = read_label(label)
        if not (text[label.end() : end].strip("。；;，,、）)") or told.silent or told.persons or told.deadline):
            yield label.group()


def read_label(found: re.Match[str]) -> Label:
    """The meaning of a match of LABEL."""
    if found["deadline"]:
        return Label(None, deadline=True)
    if found["division"]:
        return Label(None)
    given = label_role(found.group())
    if found["body"] in _OFFICES:
        return Label(given.role, silent=True)
    return Label(None, persons=given.role) if found["body"] in _PERSONS else given


@lru_cache(_MOST_LABELS)
def label_role(label: str) -> Label:
    """What a label or a head gives: 牵头组织实施单位 → lead; 牵头及责任单位 → responsible, and the first may lead."""
    pieces = re.split("[/／、和及（(]|(?<!参)与", _AND_PERSON.sub("", label))
    parts = [{_WORD_ROLES[word] for word in re.findall(_WORDS, piece)} for piece in pieces]
    leads = [Role.LEAD in roles for roles in parts if roles]
    roles = set().union(*parts)
    others = Role.RESPONSIBLE if Role.RESPONSIBLE in roles else Role.SUPPORT
    if len(pieces) == 1 and Role.LEAD not in roles and _SUPPORTS.match(label):
        return Label(Role.SUPPORT)
    if leads and all(leads):
        return Label(Role.LEAD)
    each = tuple(role for found in parts if len(found) == 1 for role in found)
    if any(leads):
        return Label(others, mixed=True, leads=True, each=each if each == (Role.LEAD, others) else ())
    together = each if each == (Role.RESPONSIBLE, Role.SUPPORT) else ()
    return Label(others, mixed=len(roles) > 1, each=together) if roles else Label(None)


def beside_lead(label: str, others: str) -> Label | None:
    """主责单位 and 主办单位 lead, but beside a 牵头单位 they are responsible; None for every other label."""
    owns = "牵头" not in label and ("主责" in label or "主办" in label)
    return Label(Role.RESPONSIBLE) if owns and "牵头" in others else None


@lru_cache(_MOST_GROUPS)
def verbs(group: str) -> tuple[re.Match[str], ...]:
    """The verbs of a comma group, in order; each group is looked through more than once."""
    return tuple(VERB.finditer(group)) if ROLE_WORD.search(group) else ()


def verb_role(found: re.Match[str]) -> Role | None:
    """The role a match of VERB gives to the list before it; who only builds (承建) has none."""
    if found["none"]:
        return None
    if found["as"]:
        return _WORD_ROLES[found["as"]]
    if found["lead"]:
        return Role.LEAD
    return Role.SUPPORT if found["weak"] else Role.RESPONSIBLE


def is_verb_tail(rest: str) -> bool:
    """Does what follows a verb only go on with it (牵头负责, 负责组织实施)?"""
    return bool(_TAIL.search(rest))


def behind_verb(text: str) -> str:
    """What follows a verb, without the words that only go on with it: 负责落实、市海洋局."""
    rest, mark, names = text.partition("、")
    return names if mark and is_verb_tail(rest) else text


def without_duty(text: str) -> str:
    """The text without what says nothing of who: 按职责分工 or 下同 at its end, or 各责任单位按职责分工负责, which
    speaks of those named.
    """
    if "列" in text[-2:]:
        text = _NOT_AGAIN.sub("", text)
    return _BY_DUTY.sub("", text) if text.endswith(_ENDS_DUTY) else text
