"""The lists of one section of a statement: which label or verb gives each comma group its role.

A verb holds for everything before it back to the last verb, and wins over the label. But none goes back over a
semicolon to what a label gave a role, and no 配合 to what has none; and a weaker one leaves the label its own group
(牵头单位：市科协，市教育局配合).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sciplan_tui.core.parse.statement.plain_duties import parted_by_duties, with_plain_verb
from sciplan_tui.core.parse.statement.roles import (
    NO_PART,
    ROLE_WORD,
    VERB,
    Label,
    behind_verb,
    is_verb_tail,
    verb_role,
    verbs,
)
from sciplan_tui.core.parse.time.deadlines import deadline_clause
from sciplan_tui.core.parse.unit.lists import Unit, plausible, read_units, split_outside_brackets
from sciplan_tui.core.parse.unit.sure_units import names_a_unit
from sciplan_tui.core.plan import Role
from sciplan_tui.core.unit.registry import MOST_NAMES, is_collective, is_system, level_prefix

_TOO_LONG = 40
"""Characters of a name; a longer one is a sentence."""
_FOREIGN = frozenset("；;：:。，,│|＞！？*＊★▲")
_ROLE_WORDS = ("牵头", "责任单位", "配合单位")
_GROUNDS = ("按照", "根据", "依据", "结合", "围绕", "对照")
"""Clauses that begin so tell why, not who: 按照规划要求，市海洋局负责."""
_EACH_HIS_OWN = re.compile("各[司尽负][其自][职责](?:$|、(?=密切|协同|协作|通力))")
"""各部门各司其职，协同配合: what says nothing of a role."""
_BY = re.compile("(?<![自理缘事])由")
"""Behind what is done by whom: 东港项目由市港口局负责, but not in 自由贸易区."""
_TOGETHER = re.compile("并?(?:会同|会商)(?!各?(?:有关|相关)(?:部门|单位|方面))")
_LONGEST_OBJECT = 8
_STRENGTH = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
_COLONS = frozenset(":：﹕∶")
"""Behind one of them stands another label, which gives no role."""
_MARKS = ("【牵头", "【配合", "（牵头", "(牵头", "〔牵头", "（主办", "（主责", "（配合", "(配合", "〔配合")


@dataclass(slots=True)
class Draft:
    """What was read of a statement so far; `labelled`: a printed label stands before the list at hand; `before_comma`:
    how many units stand before the first comma of the last list.
    """

    roles: list[tuple[Role, Unit]] = field(default_factory=list)
    open_list: bool = False
    deadline: str | None = None
    sure: bool = True
    mixed: bool = False
    lists: int = 0
    labelled: bool = False
    before_comma: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Waiting:
    """The groups behind a label that no verb has claimed yet. `parted`: how many a semicolon parts from what follows;
    `labelled`: the first of them stands right behind the label.
    """

    label: Label
    groups: list[str] = field(default_factory=list)
    parted: int = 0
    labelled: bool = True

    @property
    def role(self) -> Role:
        """What a group has that no verb claims."""
        return self.label.role or Role.RESPONSIBLE

    def kept(self, role: Role) -> int:
        """How many of the groups keep the role they have before a verb that gives `role`."""
        weaker = _STRENGTH.index(role) > _STRENGTH.index(self.role)
        if self.label.role is None:
            return self.parted if weaker else 0
        own = weaker and self.labelled and len(self.groups) > 1
        return max(self.parted, own) if role is not self.role else 0

    def claim(self, draft: Draft, role: Role | None) -> None:
        """Give what waits to a verb; one that gives no role drops it."""
        if role is not None:
            if kept := self.kept(role):
                _add(draft, self.groups[:kept], self.role)
            _add(draft, self.groups[kept:], role)
        self.groups, self.parted, self.labelled = [], 0, False


def read_lists(draft: Draft, label: Label, body: str) -> None:
    """Add what the list behind a label says to the draft."""
    waiting = _Waiting(label)
    if any(mark in body for mark in _MARKS):
        body = _without_marked(draft, body)
    for clause in split_outside_brackets(body, "；;。"):
        waiting.parted = len(waiting.groups)
        if not _read_clause(draft, clause, waiting):
            break
    if waiting.groups:
        _add(draft, waiting.groups, waiting.role)


def _read_clause(draft: Draft, clause: str, waiting: _Waiting) -> bool:
    """Read the comma groups of a clause; False where another label ends the list."""
    for group in split_outside_brackets(clause, "，,"):
        if not _COLONS.isdisjoint(group):
            _tell_unknown_label(draft, group)
            return False
        if term := deadline_clause(group):
            draft.deadline = draft.deadline or term
        if term or (group.startswith(_GROUNDS) and not ROLE_WORD.search(group) and not plausible(group)):
            continue
        for piece in parted_by_duties(group):
            _read_group(draft, piece, waiting)
    return True


def _tell_unknown_label(draft: Draft, group: str) -> None:
    """A label that gives no role ends the list; the units behind it are told, unless they have no part in a task."""
    label, _, names = group.replace(":", "：").partition("：")
    if not NO_PART.search(label) and all(map(names_a_unit, names.split("、"))):
        draft.problems.append(("statement_unread", group))


def _without_marked(draft: Draft, body: str) -> str:
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


def _read_group(draft: Draft, group: str, waiting: _Waiting) -> None:
    """Read the verbs of one comma group; what no verb has claimed waits for a later one."""
    follows = bool(draft.roles or (waiting.label.role and waiting.groups))
    start, group = 0, with_plain_verb(_EACH_HIS_OWN.sub("", group), follows=follows)
    for found in verbs(group):
        names = behind_verb(group[start : found.start()]) if start else group[: found.start()]
        if found.start() < start or not (names or waiting.groups):
            start = max(start, found.end())
            continue
        if start and not waiting.groups and found["weak"] and len(names) < _LONGEST_OBJECT and not _names_only(names):
            start = found.end()  # what a unit is responsible for: 负责规划指导工作
            continue
        if names:
            waiting.groups.append(_BY.split(names)[-1] if draft.lists or draft.labelled else names)
        waiting.claim(draft, _role(draft, found))
        start = found.end()
    rest = behind_verb(group[start:]) if start else group
    if start and (together := _TOGETHER.match(rest)):
        _read_together(draft, rest[together.end() :], waiting)
    elif rest and not (start and (is_verb_tail(rest) or not _names_only(rest))):
        waiting.groups.append(rest)


def _read_together(draft: Draft, others: str, waiting: _Waiting) -> None:
    """Read with whom a unit leads: 市科协牵头会同市文联开展. What cannot be read is told."""
    others = with_plain_verb(others, follows=True)
    found = VERB.search(others)
    if _names_only(others[: found.start()] if found else others):
        _read_group(draft, others, waiting)
    else:
        draft.problems.append(("statement_unread", f"会同{others}"))


def _role(draft: Draft, found: re.Match[str]) -> Role | None:
    """The role that a verb gives; who owns a matter (主责) leads unless somebody else does."""
    led = any(held is Role.LEAD for held, _ in draft.roles)
    return Role.RESPONSIBLE if found["owner"] and led else verb_role(found)


def _names_only(text: str) -> bool:
    return all(plausible(name) for name in text.split("、"))


@lru_cache(MOST_NAMES)
def _is_no_name(text: str) -> bool:
    """Whether there is foreign matter in a name: marks, words of roles, a page number between its characters."""
    if not _FOREIGN.isdisjoint(text) or any(word in text for word in _ROLE_WORDS):
        return True
    return any(map(str.isdecimal, text)) and re.search(r"[^\W\d第]\d{1,3}[^\W\d]", text) is not None


def _add(draft: Draft, groups: list[str], role: Role) -> None:
    found = read_units(groups, level_prefix(draft.roles[0][1].name) if draft.roles else "")
    draft.open_list = draft.open_list or found.open
    draft.lists += 1
    beside = found.open or any(plausible(unit.name) for unit in found.units)
    draft.before_comma = len(read_units(groups[:1]).units) if len(groups) > 1 else len(found.units)
    for unit in found.units:
        if len(unit.name) > _TOO_LONG:
            draft.problems.append(("unit_unreadable", unit.name))
            draft.sure = False
            continue
        by_system = is_system(unit.printed)
        believable = plausible(unit.name) or (beside and by_system)
        if by_system or not believable or (_is_no_name(unit.name) and not is_collective(unit.name)):
            draft.problems.append(("unit_unreadable", unit.name))
        draft.sure = draft.sure and believable
        draft.roles.append((role, unit))
