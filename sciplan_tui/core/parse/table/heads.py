"""What the head of a column says about its cells, in Chinese and in English: one reading for all kinds of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from sciplan_tui.core.parse.statement.roles import OWNERS, Label, beside_lead, label_role
from sciplan_tui.core.plan import Role


class Column(StrEnum):
    """What the cells of a column are. OFFICE holds offices or persons, who are no units."""

    NUMBER = "number"
    GROUP = "group"
    TITLE = "title"
    CONTENT = "content"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    LEAD_AND_RESPONSIBLE = "lead and responsible"
    LEAD_AND_SUPPORT = "lead and support"
    RESPONSIBLE_OR_SUPPORT = "responsible or support"
    OFFICE = "office"
    TARGET = "target"
    DEADLINE = "deadline"
    OTHER = "other"

    @property
    def label(self) -> Label:
        """What the column gives to the units in its cells."""
        return _LABELS.get(self, Label(None))


_LABELS = {
    Column.LEAD: Label(Role.LEAD),
    Column.RESPONSIBLE: Label(Role.RESPONSIBLE),
    Column.SUPPORT: Label(Role.SUPPORT),
    Column.LEAD_AND_RESPONSIBLE: label_role("牵头/责任单位"),
    Column.LEAD_AND_SUPPORT: label_role("牵头/配合单位"),
    Column.RESPONSIBLE_OR_SUPPORT: Label(Role.RESPONSIBLE, mixed=True),
}
UNIT_COLUMNS = frozenset(_LABELS)

_NUMBER = re.compile(r"序号|编号|项目?号|号|no\.?|number|#", re.I)
_GROUP = re.compile(r".{0,4}(?:章节|类别|分类|类型|领域|板块|行动|工程|部分|section|chapter|group|category)", re.I)
_TITLE = re.compile(
    r".{0,4}(?:任务|事项|项目|措施|举措|工作|问题)(?:名称|清单|描述)?|(?:目标|指标)(?:与|和|及|、)(?:主要|重点|工作)?任务|(?:主要|重点|工作|具体|目标|任务|年度)*(?:任务|事项|项目|措施|举措|工作内容|任务内容)(?:及.{1,6})?"
    r"|(?:(?!企业|公司|学校)[^\W\d]{2,6})?名称|(?:公共)?数据(?:集|资源)|title|task|item|measure",
    re.I,
)
_CONTENT = re.compile(r".{0,6}(?:内容|要求|描述|说明|做法|方式|路径|content|description)", re.I)
_TARGET = re.compile(r".{0,8}(?:指标|目标|目标值|成果|成效|target|indicator)", re.I)
_DEADLINE = re.compile(
    r".{0,6}(?:[时期]限(?:要求|节点)?|时间(?:节点|进度|安排|要求)?|节点|进度安排|deadline|due(?: date)?|time)", re.I
)
_OFFICE = re.compile(r"[处科股]室|领导|责任人|联系人|负责人|联系电话|人员")
_MAIN = re.compile("主要责任(?:单位|部门)")
_WITH_PERSONS = "单位[及和、]责任人|(?:责任|负责)人[及和、](?:责任)?单位"
"""Persons stand in the column, but units too."""
_OWNER = re.compile(r"单位|部门|机构|主体|牵头|责任|配合|协办|主办")
_ROLE = re.compile(rf"{_OWNER.pattern}|分工|[处科股]室|lead|responsible|support", re.I)
"""What one head of every task table says; the rows of most tables are told by it from their head."""
_OTHER = re.compile(
    r"备注|说明|原(?:牵头|责任|配合)(?:单位|部门)|进展|.{0,12}(?:进展|完成|落实|推进)情况|.{0,10}取得成效|(?:监督|举报|咨询)电话|"
    "状态|依据|来源|建设单位|运营单位|remarks?|notes?|status",
    re.I,
)
_ENGLISH = {
    "lead": Column.LEAD,
    "responsible": Column.RESPONSIBLE,
    "support": Column.SUPPORT,
    "leadunit": Column.LEAD,
    "responsibleunit": Column.RESPONSIBLE,
    "supportunit": Column.SUPPORT,
    "supporting": Column.SUPPORT,
    "supportingunit": Column.SUPPORT,
}
_DUTY = r"(?:落实|压实|强化|明确|履行|健全|完善|建立|推进|加强|夯实).+(?<!单位)(?<!部门)"
"""A task that is about a duty (压实主体责任) and no head."""
SPANS = r"(?:责任|任务|工作|职责)?分工(?:情况)?"
"""The head of a column of units with their verbs, or of several columns of units."""
_FIELD, _INDICATOR = (
    ".{0,2}(?:领域|类别|分类|类型|板块)",
    "(?:主要|具体|考核)?指标(?:名称)?|(?:主要|重点|具体|发展|工作|年度)*目标",
)
_NO_TASK = r"单位|部门|人$|姓 *名|电 *话|地 *[点址]|金额|资金|投资|面积|备注"
"""What a column is about that names no tasks."""
_LONGEST_UNKNOWN = 12
_SHORT, _MOST_CELLS = 60, 1_000
"""Characters of a cell, and cells, that are kept: each row of each table is asked whether it is a head."""
_BEGINS = re.compile("启动|开始|起始|开工")
_WORDS = r"(?:\d{1,4}(?:[-—~～至]\d{1,2})?(?:年|月|季度))?(?!\d)[\w/、（）()“”]+"
"""A head that is not known; it may begin with a time (1-10月推进情况)."""
_NAMING = frozenset({Column.TITLE, Column.CONTENT})
_COLUMNS = {label._replace(each=()): column for column, label in _LABELS.items()}


def read_head(cell: str) -> Column | None:
    """The meaning of one head cell, or None where it is no head that is known."""
    return _read_head(cell) if len(cell) <= _SHORT else _read_head.__wrapped__(cell)


@lru_cache(_MOST_CELLS)
def _read_head(cell: str) -> Column | None:
    text = re.sub(r"[\s_*：:]|[（(][^（）()]*[）)]$", "", cell)
    if not 1 <= len(text) <= 20 or text.endswith("方面"):  # 责任落实方面 is what rows are about
        return None
    if english := _ENGLISH.get(re.sub(r"units?$", "unit", text.lower())):
        return english
    if _OTHER.fullmatch(text):
        return Column.OTHER
    if _OFFICE.search(text) and not re.search(_WITH_PERSONS, text):
        return Column.OFFICE
    if re.fullmatch(SPANS, text):
        return Column.RESPONSIBLE
    if _OWNER.search(text) and len(text) <= 14 and not re.fullmatch(_DUTY, text):
        return _COLUMNS.get(label_role(text)._replace(each=()))
    for column, pattern in (
        (Column.NUMBER, _NUMBER),
        (Column.DEADLINE, _DEADLINE),
        (Column.TITLE, _TITLE),
        (Column.CONTENT, _CONTENT),
        (Column.TARGET, _TARGET),
        (Column.GROUP, _GROUP),
    ):
        if pattern.fullmatch(text):
            return column
    return None


def read_heads(cells: Sequence[str], *, strict: bool = False) -> tuple[Column, ...] | None:
    """The columns of a task table, or None where these cells are not its heads.

    A task table names its tasks and at least one role. Where two columns could be the title, the first is, the second
    is content; content alone is the title. `strict`: a cell that is no known head refuses them all (for running text).
    """
    if not _ROLE.search("".join("".join(cells).split())):
        return None
    columns = [read_head(cell) or (Column.OTHER if not cell.strip() else None) for cell in cells]
    if strict and None in columns:
        return None
    known = with_groups(cells, beside_leads(cells, [column or Column.OTHER for column in columns]))
    known = to_the_end(cells, known)
    name_indicator(cells, known)
    if Column.CONTENT not in known and Column.TARGET not in known:
        name_title(cells, known)
    _one_title(known)
    name_title(cells, known)
    has_role = any(column in UNIT_COLUMNS for column in known)
    return tuple(known) if has_role and Column.TITLE in known else None


def beside_leads(cells: Sequence[str], columns: Sequence[Column]) -> list[Column]:
    """主责单位 beside 牵头部门 is responsible, and so it is where no other head names units; 主要责任单位 leads beside
    another head of units. Where no head names units, those of offices do.
    """
    if UNIT_COLUMNS.isdisjoint(columns):
        return _offices(cells, columns)
    if sum(column in UNIT_COLUMNS for column in columns) == 1:
        return [
            Column.RESPONSIBLE if cell.startswith(OWNERS) else column
            for cell, column in zip(cells, columns, strict=True)
        ]
    heads = "|".join(cells)
    pairs = zip(cells, columns, strict=True)
    told = [Column.RESPONSIBLE if beside_lead(cell, heads) else column for cell, column in pairs]
    if Column.LEAD in told:
        return told
    leads = {at for at, cell in enumerate(cells) if _MAIN.match(cell) and told[at] is Column.RESPONSIBLE}
    return [Column.LEAD if at in leads else column for at, column in enumerate(told)]


def _offices(cells: Sequence[str], columns: Sequence[Column]) -> list[Column]:
    """In a table of one body's own work its offices are those who have the tasks: 责任科室 is a head of units."""
    told = (re.sub("[处科股]室", "单位", "".join(cell.split())) for cell in cells)
    pairs = zip(told, columns, strict=True)
    return [read_head(cell) or column if column is Column.OFFICE else column for cell, column in pairs]


def with_groups(cells: Sequence[str], columns: list[Column]) -> list[Column]:
    """One head over two columns of tasks, or a number before each of two (序号, 重点任务, 序号, 具体举措): the first
    groups the tasks that the second names.
    """
    grouped = list(columns)
    for place, (one, following) in enumerate(pairwise(cells)):
        if columns[place] in _NAMING and one.strip() == following.strip():
            grouped[place] = Column.GROUP
    if len(columns) > 3 and columns[0] is columns[2] is Column.NUMBER and _NAMING.issuperset((columns[1], columns[3])):
        grouped[:2] = [Column.OTHER, Column.GROUP]
    elif (counted := _counted_within(columns)) is not None:
        within_group = Column.GROUP in columns[:counted]
        grouped[counted + within_group] = Column.OTHER if within_group else Column.GROUP
    return grouped


def _counted_within(columns: Sequence[Column]) -> int | None:
    """The column of tasks whose parts are counted and named in the two behind it: 重点任务, 序号, 具体举措."""
    parted = (Column.TITLE, Column.NUMBER, Column.TITLE)
    return next((at for at in range(len(columns) - 2) if tuple(columns[at : at + 3]) == parted), None)


def to_the_end(cells: Sequence[str], columns: Sequence[Column]) -> list[Column]:
    """Of a time to begin and a time to end, the second is the deadline."""
    begins = [
        column is Column.DEADLINE and bool(_BEGINS.search(cell)) for cell, column in zip(cells, columns, strict=True)
    ]
    if columns.count(Column.DEADLINE) == sum(begins):
        return list(columns)
    return [Column.OTHER if begun else column for begun, column in zip(begins, columns, strict=True)]


def name_title(cells: Sequence[str], columns: list[Column]) -> None:
    """Where no head is one of tasks, the first that is none known behind the number is: 序号, 民生实事, 责任单位."""
    if Column.TITLE in columns or columns[:1] != [Column.NUMBER] or UNIT_COLUMNS.isdisjoint(columns):
        return
    first = next(place for place, column in enumerate(columns) if column in UNIT_COLUMNS)
    for place, cell in enumerate(cells[1:first], start=1):
        if columns[place] is Column.OTHER and is_unknown(cell) and not re.search(_NO_TASK, cell):
            columns[place] = Column.TITLE
            return


def name_indicator(cells: Sequence[str], columns: list[Column]) -> None:
    """Where a column parts the rows by field and none names tasks, the indicators or goals do: 领域, 指标, 责任单位."""
    fields = [cell for cell, column in zip(cells, columns, strict=True) if column is Column.GROUP]
    if _NAMING.intersection(columns) or not any(re.fullmatch(_FIELD, field) for field in fields):
        return
    for place, cell in enumerate(cells):
        if columns[place] is Column.TARGET and re.fullmatch(_INDICATOR, cell):
            columns[place] = Column.TITLE
            return


def is_unknown(cell: str) -> bool:
    """Whether this may be a head that is not known: short, and words alone."""
    text = "".join(cell.split())
    return read_head(text) is None and len(text) <= _LONGEST_UNKNOWN and re.fullmatch(_WORDS, text) is not None


def _one_title(columns: list[Column]) -> None:
    titles = [place for place, column in enumerate(columns) if column is Column.TITLE]
    for place in titles[1:]:
        columns[place] = Column.CONTENT
    for other in (Column.CONTENT, Column.GROUP, Column.TARGET):
        if Column.TITLE not in columns and other in columns:
            columns[columns.index(other)] = Column.TITLE
