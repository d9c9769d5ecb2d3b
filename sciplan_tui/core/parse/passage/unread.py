"""What seems to say who does what, and was read neither as a statement nor as a table: told, so that nothing is lost.

责任单位： in the midst of a word, labels that are not known, who belongs to a body (…为成员单位), the head of a table
that has lost all that parted its cells, paragraphs that begin with the unit whose duty they tell (市财政局：负责…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.passage.passage import inside
from sciplan_tui.core.parse.statement.roles import LABEL, NO_PART, label_role, read_label
from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.parse.unit.sure_units import names_a_unit
from sciplan_tui.core.plan import Problem

_LIST = re.compile("[^。；;：:（(\n]{2,200}")
_BETWEEN = re.compile("[、，,]")
_CLOSING = "）)〕】]」』》〉>”"
"""Marks that may close the place where a list stands."""
_TOLD = re.compile("[局委办部厅会院协联府](?:牵头|具体|负责|组织|配合|落实|实施)")
_SHOWN = 60
_OWNERS = r"(?:责任|牵头|负责|配合|承办|推进)(?:单位|部门)"
_GLUED_HEAD = re.compile(rf"序号?(?![、，。])[^\W\d]{{2,24}}{_OWNERS}")
"""序号重点任务责任单位: the cells of a head without anything between them."""
_OWNERS_GLUED = re.compile(
    r"(?:任务|事项|措施|内容|要求)牵头(?:单位|部门)(?:配合|责任|协办|协同|参与)(?:[/／](?:责任|配合|参与))?(?:单位|部门)"
)
"""任务要求牵头单位配合单位: the cells of a head without numbers; in prose a mark or a word stands between them."""
_LONE_HEAD = re.compile(r"^序号\n+(?P<cells>(?:[^\n]{1,12}\n+){2,20}?)1[.、．]?$", re.MULTILINE)
"""序号, its other cells each on a line or two of its own, and the number of the first row."""
_ROW = re.compile(r"[^\W\d]{0,12}\d")
_DUTY = re.compile(r"^(?P<units>[^，,。；;：:（(\n]{3,60})[：:]负责(?!人)", re.MULTILINE)
_DUTIES = ("：负责", ":负责")
"""Each of them has one of these."""
_FEWEST_DUTIES = 3
_OTHER_LABEL = re.compile("(?:单位|部门)[:：](?P<units>[^，,。；;：:（(\n]{2,200})")
_LONGEST_WORD = 8
_BEFORE = frozenset("\n。；")
"""What stands before a label that is but 单位."""
_MEMBERS = re.compile("成员(?<=[为是任]成员)(?:单位)?(?=[，,。；;\n]|$)")
_LONGEST_LIST = 300


def unread_duties(flow: Flow, taken: list[tuple[int, int]]) -> Iterator[Problem]:
    """The first of several paragraphs that each begin with units and what they are responsible for."""
    if not any(words in flow.text for words in _DUTIES):
        return
    found = [
        duty
        for duty in _DUTY.finditer(flow.text)
        if not inside(duty.start(), taken) and all(plausible(name) for name in duty["units"].split("、"))
    ]
    if len(found) >= _FEWEST_DUTIES:
        yield Problem("statement_unread", flow.line_at(found[0].start()), (("text", found[0].group()[:_SHOWN]),))


def unread_places(flow: Flow, taken: list[tuple[int, int]]) -> Iterator[Problem]:
    """The places outside the sorted `taken` stretches, which are those of statements and tables."""
    for label in flow.labels:
        told = read_label(label)
        if inside(label.start(), taken) or not (told.role or told.persons or label["division"]):
            continue
        if listed := _listed(flow.text, label):
            text = f"{label.group()}{listed}"[:_SHOWN]
            yield Problem("statement_unread", flow.line_at(label.start()), (("text", text),))
    for start, end in (*_other_labels(flow.text), *_members(flow.text)):
        if not inside(start, taken):
            yield Problem("statement_unread", flow.line_at(start), (("text", flow.text[start:end][:_SHOWN]),))
    for head in _heads(flow.text):
        if not inside(head.start(), taken):
            yield Problem("table_unread", flow.line_at(head.start()))


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The heads of tables, with what tells that rows follow."""
    if "牵头" in text:
        yield from _OWNERS_GLUED.finditer(text)
    if "序" not in text:
        return
    yield from (head for head in _GLUED_HEAD.finditer(text) if _ROW.match(text, head.end()))
    if "序号\n" in text:
        yield from (head for head in _LONE_HEAD.finditer(text) if re.search(_OWNERS, head["cells"].replace("\n", "")))


def _other_labels(text: str) -> Iterator[tuple[int, int]]:
    """Where units stand behind a label whose word gives no role that is known (包保单位：市海洋局)."""
    for found in _OTHER_LABEL.finditer(text):
        start = max(0, found.start() - _LONGEST_WORD)
        word = re.split(r"[\W\d]", text[start : found.start()])[-1]
        if not word and found.start() and text[found.start() - 1] not in _BEFORE:
            continue
        if word != "成员" and not (NO_PART.search(word) or label_role(word).role) and _are_units(found["units"]):
            yield found.start() - len(word), found.end()


def _members(text: str) -> Iterator[tuple[int, int]]:
    """Where units are said to belong to a body for which nobody leads: 市海洋局、市港口局为成员单位."""
    for found in _MEMBERS.finditer(text):
        at = found.start() - len("为")
        at -= text.startswith("作为", at - len("作"))
        units = re.split("[，,。；;：:\n]", text[max(0, at - _LONGEST_LIST) : at])[-1]
        if "、" in units and _are_units(units.removeprefix("由").partition("等")[0]):
            yield at - len(units), found.end()


def _are_units(listed: str) -> bool:
    first, *others = listed.split("、")
    return names_a_unit(first) and all(map(plausible, others))


def _listed(text: str, label: re.Match[str]) -> str:
    """The words behind a label if a unit is among them (behind 责任分工： one with a verb), else nothing."""
    start = label.end()
    found = _LIST.match(text, start)
    if found is None or LABEL.match(text, start):
        return ""
    listed = found.group().rstrip(_CLOSING)
    named = _TOLD.search(listed) if label["division"] else any(map(plausible, _BETWEEN.split(listed)))
    return listed if named else ""
