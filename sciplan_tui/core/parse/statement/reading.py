"""One unit statement read: `牵头单位:市教育局;责任单位:市科技局等部门` or `市科协牵头，市教育局参与` → roles and units.

A label holds until the next label; a verb holds for everything before it back to the last verb, and wins over the
label. The comma has two jobs: it parts groups of one role, and roles (the verbs or labels then say so). Nobody leads
who is not named so: an undivided 责任/负责 list is all responsible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from sciplan_tui.core.parse.statement.roles import (
    FIRST_LISTED,
    KIND,
    NO_LABEL,
    ROLE_WORD,
    SHARED,
    SPOKEN_OF,
    VERB,
    Label,
    behind_verb,
    beside_lead,
    is_verb_tail,
    labels,
    read_label,
    verb_role,
    without_duty,
)
from sciplan_tui.core.parse.time.deadlines import deadline_clause
from sciplan_tui.core.parse.unit.lists import Unit, plausible, read_units, split_outside_brackets, unwrapped
from sciplan_tui.core.parse.unit.persons import without_persons
from sciplan_tui.core.plan import Assignment, Proposal, Role
from sciplan_tui.core.unit.registry import MOST_NAMES, is_collective

_TOO_LONG = 40
"""Characters of a name; a longer one is a sentence."""
LONGEST_QUOTE = 1000
"""Characters of a statement kept with each of its units: a longer one would be stored once for each of thousands."""
_FOREIGN = frozenset("；;：:。，,│|＞！？*＊★▲")
_ROLE_WORDS = ("牵头", "责任单位", "配合单位")
_GROUNDS = ("按照", "根据", "依据", "结合", "围绕", "对照")
"""Clauses that begin so tell why, not who: 按照规划要求，市海洋局负责."""
_EACH_HIS_OWN = re.compile("各[司尽负][其自][职责]$")
"""各部门各司其职，协同配合: what says nothing of a role."""
_BY = re.compile("(?<![自理缘事])由")
"""Behind what is done by whom: 东港项目由市港口局负责, but not in 自由贸易区."""
_LONGEST_OBJECT = 8
_FIRST = ("第一", "首", "最前", "靠前")
_COLONS = frozenset(":：﹕∶")
"""Behind one of them stands another label, which gives no role."""
_PARTED_BY_BLANK = re.compile(r"(?<=[局委办部厅会院协联府])\s+(?=[市区省县州各]|团[省市区县州])")
_MARKS = ("【牵头", "【配合", "（牵头", "(牵头", "〔牵头", "（主办", "（主责", "（配合", "(配合", "〔配合")


class Reading(NamedTuple):
    """What one statement says. `undivided`: one list, nobody leads; `alike`: all are responsible, in several lists;
    `mixed`: its label names several roles; `sure`: every name is a unit's.
    """

    roles: tuple[tuple[Role, Unit], ...] = ()
    open_list: bool = False
    deadline: str | None = None
    first_leads: bool = False
    first_leads_on: bool = False
    undivided: bool = False
    alike: bool = False
    mixed: bool = False
    sure: bool = True
    problems: tuple[tuple[str, str], ...] = ()

    def with_first_leading(self) -> Reading:
        """Under the first-listed rule: the first leads of an undivided list, or of several that are all responsible."""
        if not (self.undivided or self.alike):
            return self
        first, *others = self.roles
        return self._replace(roles=((Role.LEAD, first[1]), *others), undivided=False, alike=False)

    def divided(self) -> Reading:
        """Beside another list that names the lead, this one proposes nobody."""
        return self._replace(undivided=False, alike=False)

    def assignments(self, line: int | None, quote: str) -> tuple[Assignment, ...]:
        """The roles as assignments; `order` is the place in the list of each role."""
        places: dict[Role, int] = {}
        found = []
        for role, unit in self.roles:
            places[role] = places.get(role, 0) + 1
            found.append(
                Assignment(unit.name, unit.printed, role, places[role], line=line, quote=quote[:LONGEST_QUOTE])
            )
        return tuple(found)

    def proposals(self, line: int | None, quote: str) -> tuple[Proposal, ...]:
        """The first of an undivided list as a lead to be confirmed; a collective is never proposed."""
        if not self.undivided or is_collective(self.roles[0][1].name):
            return ()
        return (Proposal(self.roles[0][1].name, Role.LEAD, "first_listed", line, quote[:LONGEST_QUOTE]),)


@dataclass(slots=True)
class _Draft:
    roles: list[tuple[Role, Unit]] = field(default_factory=list)
    open_list: bool = False
    deadline: str | None = None
    sure: bool = True
    mixed: bool = False
    lists: int = 0
    labelled: bool = False
    problems: list[tuple[str, str]] = field(default_factory=list)


def read_statement(text: str, default: Label = NO_LABEL) -> Reading:
    """Read one statement, its outer brackets or its labels included; blanks and line breaks in it do not matter."""
    bare, rule = _without_rules(_bare(text))
    draft = _Draft()
    for label, body in _sections(bare, default):
        draft.labelled = label is not default
        _read_section(draft, label, body)
    roles = tuple(dict.fromkeys(draft.roles))
    return Reading(
        roles,
        draft.open_list,
        draft.deadline,
        first_leads=rule is not None,
        first_leads_on=bool(rule and rule["on"]),
        undivided=bool(roles) and draft.lists == 1 and _nobody_leads(draft),
        alike=draft.lists > 1 and all(role is Role.RESPONSIBLE for role, _ in roles),
        mixed=draft.mixed,
        sure=draft.sure,
        problems=tuple(draft.problems),
    )


def _bare(text: str) -> str:
    text = "".join(_PARTED_BY_BLANK.sub("、", without_persons(text)).split()).rstrip("。；;，,")
    if text.startswith(("（", "(", "〔", "[", "【")):
        text = text[1:].rstrip("。；;，,")
        while text.endswith(("）", ")", "〕", "]", "】")) and _closes_more(text):
            text = text[:-1].rstrip("。；;，,")
    spoken = SPOKEN_OF.match(text) or KIND.match(text)
    return text[spoken.end() if spoken else 0 :].strip("。；;，,")


def _closes_more(text: str) -> bool:
    return sum(text.count(mark) for mark in "）)〕]】") > sum(text.count(mark) for mark in "（(〔[【")


def _without_rules(text: str) -> tuple[str, re.Match[str] | None]:
    rule = FIRST_LISTED.search(text) if any(word in text for word in _FIRST) else None
    kept = _without_rule(text, rule) if rule else text
    if "不再" in kept:
        kept = SHARED.sub("", kept)
    if kept is not text:
        kept = re.sub(r"[（(〔][，,。；;]*[）)〕]", "", kept)
    kept = kept.strip("。；;，,")
    return without_duty(kept), rule


def _without_rule(text: str, rule: re.Match[str]) -> str:
    """The text without the rule, and without the bracket that it stands in with its exceptions."""
    opened = max(text.rfind(mark, 0, rule.start()) for mark in "（(〔【[〈<")
    closed = min((at for mark in "）)〕】]〉>" if (at := text.find(mark, rule.end())) >= 0), default=-1)
    if opened > 0 and closed >= 0 and not any(mark in text[opened : rule.start()] for mark in "）)〕】]〉>、"):
        return text[:opened] + text[closed + 1 :]
    return text[: rule.start()] + text[rule.end() :]


def _sections(text: str, default: Label) -> Iterator[tuple[Label, str]]:
    label, start = default, 0
    for found in labels(text):
        if body := text[start : found.start()].strip("。；;，,、"):
            yield label, unwrapped(body)
        label, start = beside_lead(found.group(), text) or read_label(found), found.end()
    if body := text[start:].strip("。；;，,、"):
        yield label, unwrapped(body)


def _read_section(draft: _Draft, label: Label, body: str) -> None:
    if label.deadline:
        draft.deadline = body
        return
    if label.silent:
        return
    before = len(draft.roles)
    _read_lists(draft, label, body)
    if label.mixed:
        _settle(draft, label, before, body)


def _nobody_leads(draft: _Draft) -> bool:
    return all(role is Role.RESPONSIBLE or (draft.mixed and role is Role.SUPPORT) for role, _ in draft.roles)


def _settle(draft: _Draft, label: Label, before: int, body: str) -> None:
    """Under a label of several roles: a single unit has them all and leads; of more, it is asked which does."""
    found = draft.roles[before:]
    if label.leads and len(found) == 1 and found[0][0] is label.role:
        draft.roles[before:] = [(Role.LEAD, found[0][1])]
    elif found and all(role is label.role for role, _ in found):
        draft.mixed = label.leads
        draft.problems.append(("role_ambiguous", body))


def _read_lists(draft: _Draft, label: Label, body: str) -> None:
    waiting: list[str] = []
    if any(mark in body for mark in _MARKS):
        body = _without_marked(draft, body)
    for group in split_outside_brackets(body, "，,；;。"):
        if not _COLONS.isdisjoint(group):
            break
        if term := deadline_clause(group):
            draft.deadline = draft.deadline or term
        if term or (group.startswith(_GROUNDS) and not ROLE_WORD.search(group) and not plausible(group)):
            continue
        waiting = _read_group(draft, group, waiting)
    if waiting:
        _add(draft, waiting, label.role or Role.RESPONSIBLE)


def _without_marked(draft: _Draft, body: str) -> str:
    """The list without the units that a bracket gives a role of their own: 市口岸办（牵头）、市商务局."""
    left: list[str] = []
    for found in _marked().finditer(body):
        if found["name"]:
            _add(draft, [found["name"]], Role.SUPPORT if found["role"] == "配合" else Role.LEAD)
        else:
            left.append(found.group())
    return "".join(left).strip("、，,；;。")


@cache
def _marked() -> re.Pattern[str]:
    """A name with its mark, or what stands between two such; compiled for the list that needs it."""
    return re.compile(
        "(?P<name>[^、，,；;。:：]{2,40}?)[（(〔【](?P<role>牵头|主办|主责|配合)(?:单位|部门)?[)）〕】]、?|[^、，,；;。]*.?"
    )


def _read_group(draft: _Draft, group: str, waiting: list[str]) -> list[str]:
    """Read the verbs of one comma group; what no verb has claimed waits for a later one."""
    start, group = 0, _EACH_HIS_OWN.sub("", group)
    for found in VERB.finditer(group) if ROLE_WORD.search(group) else ():
        names = behind_verb(group[start : found.start()]) if start else group[: found.start()]
        if found.start() < start or not (names or waiting):
            start = max(start, found.end())
            continue
        if start and not waiting and found["weak"] and len(names) < _LONGEST_OBJECT and not _names_only(names):
            start = found.end()  # what a unit is responsible for: 负责规划指导工作
            continue
        if names:
            waiting.append(_BY.split(names)[-1] if draft.lists or draft.labelled else names)
        if role := verb_role(found):
            own = not any(held is Role.LEAD for held, _ in draft.roles)
            _add(draft, waiting, Role.RESPONSIBLE if found["owner"] and not own else role)
        waiting, start = [], found.end()
    rest = behind_verb(group[start:]) if start else group
    if start and (is_verb_tail(rest) or not _names_only(rest)):
        return waiting
    return [*waiting, rest] if rest else waiting


def _names_only(text: str) -> bool:
    return all(plausible(name) for name in text.split("、"))


@lru_cache(MOST_NAMES)
def _is_no_name(text: str) -> bool:
    """Whether there is foreign matter in a name: marks, words of roles, a page number between its characters."""
    if not _FOREIGN.isdisjoint(text) or any(word in text for word in _ROLE_WORDS):
        return True
    return any(map(str.isdecimal, text)) and re.search(r"[^\W\d第]\d{1,3}[^\W\d]", text) is not None


def _add(draft: _Draft, groups: list[str], role: Role) -> None:
    found = read_units(groups)
    draft.open_list = draft.open_list or found.open
    draft.lists += 1
    for unit in found.units:
        if len(unit.name) > _TOO_LONG:
            draft.problems.append(("unit_unreadable", unit.name))
            draft.sure = False
            continue
        believable = plausible(unit.name)
        if (_is_no_name(unit.name) or not believable) and not is_collective(unit.name):
            draft.problems.append(("unit_unreadable", unit.name))
        draft.sure = draft.sure and believable
        draft.roles.append((role, unit))
