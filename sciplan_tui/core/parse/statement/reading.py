"""One unit statement read: `牵头单位:市教育局;责任单位:市科技局等部门` or `市科协牵头，市教育局参与` → roles and units.

A label holds until the next label; how the verbs share out the list behind it stands in `groups`. The comma has two
jobs: it parts groups of one role, and roles (the verbs or labels then say so). Nobody leads who is not named so: an
undivided 责任/负责 list is all responsible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from sciplan_tui.core.parse.statement.groups import Draft, read_lists
from sciplan_tui.core.parse.statement.roles import (
    BEFORE_COMMA,
    BULLETS,
    FIRST_LISTED,
    KIND,
    NO_LABEL,
    OWNERS,
    SHARED,
    SHARED_BELOW,
    SPOKEN_OF,
    Label,
    beside_lead,
    labels,
    read_label,
    without_duty,
)
from sciplan_tui.core.parse.unit.blanks import with_marks
from sciplan_tui.core.parse.unit.lists import Unit, plausible, split_outside_brackets, unwrapped
from sciplan_tui.core.parse.unit.persons import units_of_persons, without_persons
from sciplan_tui.core.parse.unit.sure_units import is_surely_unit
from sciplan_tui.core.plan import Assignment, Proposal, Role
from sciplan_tui.core.unit.registry import is_collective

LONGEST_QUOTE = 1000
"""Characters of a statement kept with each of its units: a longer one would be stored once for each of thousands."""
_FIRST = ("第一", "首", "最前", "靠前")
_AROUND_LISTS = f"。；;，,、{BULLETS}"
_STARRED = re.compile(r"(?<=[：:、，,；;（(])[*＊](?=[^\W\d])")
"""A star before a name sets it apart, and is none of it: *市教育局、市科协."""
_HELPING = ("配合", "协助", "协同", "参与", "参加")


class Reading(NamedTuple):
    """What one statement says. `undivided`: one list, nobody leads; `alike`: all are responsible, in several lists;
    `before_comma`: how many of one list stand before its first comma; `others`: what those behind it are, by the rule
    printed here that these lead; `owned`: one list, all are 主责单位; `mixed`: its label names several roles; `sure`:
    every name is a unit's.
    """

    roles: tuple[tuple[Role, Unit], ...] = ()
    open_list: bool = False
    deadline: str | None = None
    first_leads: bool = False
    first_leads_on: bool = False
    before_comma: int = 0
    others: Role | None = None
    others_on: bool = False
    undivided: bool = False
    alike: bool = False
    owned: bool = False
    mixed: bool = False
    sure: bool = True
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def names_units(self) -> bool:
        """Whether it names units, and each by a name that is a unit's beyond doubt, without a word of a role."""
        return bool(self.roles) and self.sure and all(is_surely_unit(unit.name) for _, unit in self.roles)

    def with_first_leading(self) -> Reading:
        """Under the first-listed rule: the first leads of an undivided list, or of several that are all responsible."""
        if not (self.undivided or self.alike):
            return self
        first, *others = self.roles
        return self._replace(roles=((Role.LEAD, first[1]), *others), undivided=False, alike=False)

    def with_those_before_comma_leading(self, others: Role) -> Reading:
        """Under the rule of the comma: who stands before the first one leads, and all behind it are `others`."""
        if not self.undivided:
            return self
        roles = ((Role.LEAD if at < self.before_comma else others, unit) for at, (_, unit) in enumerate(self.roles))
        return self._replace(roles=tuple(roles), undivided=False)

    def with_owners_responsible(self) -> Reading:
        """In a plan where nobody else stands beside them, 主责单位 are but responsible."""
        if not self.owned:
            return self
        roles = tuple((Role.RESPONSIBLE, unit) for _, unit in self.roles)
        return self._replace(roles=roles, undivided=True, owned=False)

    def divided(self) -> Reading:
        """Beside another list that names the lead, this one proposes nobody."""
        return self._replace(undivided=False, alike=False)

    def assignments(self, line: int | None, quote: str) -> tuple[Assignment, ...]:
        """The roles as assignments; `order` is the place in the list of each role."""
        places: dict[Role, int] = {}
        found, said = [], quote[:LONGEST_QUOTE]
        for role, unit in self.roles:
            places[role] = place = places.get(role, 0) + 1
            found.append(Assignment(unit.name, unit.printed, role, place, line=line, quote=said))
        return tuple(found)

    def proposals(self, line: int | None, quote: str) -> tuple[Proposal, ...]:
        """The first of an undivided list as a lead to be confirmed; a collective is never proposed."""
        if not self.undivided or is_collective(self.roles[0][1].name):
            return ()
        return (Proposal(self.roles[0][1].name, Role.LEAD, "first_listed", line, quote[:LONGEST_QUOTE]),)


def read_statement(text: str, default: Label = NO_LABEL) -> Reading:
    """Read one statement, its outer brackets or its labels included; blanks and line breaks in it do not matter."""
    bare, first, comma = _without_rules(_bare(text))
    draft = Draft()
    asked: list[tuple[Role, str]] = []
    offices: list[tuple[Label, str]] = []
    for label, body in _sections(bare, default):
        draft.labelled = label is not default
        if label.persons:
            asked.append((label.persons, body))
        elif label.silent:
            offices.append((label, body))
        else:
            _read_section(draft, label, body)
    for role, persons in asked:
        _add_units_of_persons(draft, role, persons)
    for label, listed in () if draft.roles else offices:
        read_lists(draft, label, listed)
    if draft.roles and (of_rule := _body_of_rule(text, {unit.name for _, unit in draft.roles})):
        draft.roles.append((Role.RESPONSIBLE, of_rule))
    roles = tuple(dict.fromkeys(draft.roles))
    return Reading(
        roles,
        draft.open_list,
        draft.deadline,
        first_leads=first is not None,
        first_leads_on=bool(first and first["on"]),
        before_comma=draft.before_comma,
        others=_others(comma) if comma else None,
        others_on=bool(comma and "同" in comma["others"][-3:]),
        undivided=bool(roles) and draft.lists == 1 and _nobody_leads(draft),
        alike=draft.lists > 1 and all(role is Role.RESPONSIBLE for role, _ in roles),
        owned=bare.startswith(OWNERS) and draft.lists == 1 and all(role is Role.LEAD for role, _ in roles),
        mixed=draft.mixed,
        sure=draft.sure,
        problems=tuple(draft.problems),
    )


def _bare(text: str) -> str:
    text = "".join(with_marks(without_persons(text)).split()).rstrip("。；;，,")
    if "*" in text or "＊" in text:
        text = _STARRED.sub("", text)
    if text.startswith(("（", "(", "〔", "[", "【")):
        text = text[1:].rstrip("。；;，,")
        while text.endswith(("）", ")", "〕", "]", "】")) and _closes_more(text):
            text = text[:-1].rstrip("。；;，,")
    spoken = SPOKEN_OF.match(text) or KIND.match(text)
    return text[spoken.end() if spoken else 0 :].strip("。；;，,")


def _closes_more(text: str) -> bool:
    return sum(text.count(mark) for mark in "）)〕]】") > sum(text.count(mark) for mark in "（(〔[【")


def _without_rules(text: str) -> tuple[str, re.Match[str] | None, re.Match[str] | None]:
    """The text without the rules for later lists, and those of who is listed first and who before the comma."""
    first = FIRST_LISTED.search(text) if any(word in text for word in _FIRST) else None
    comma = BEFORE_COMMA.search(text) if "牵头" in text and ("逗号" in text or "“，”" in text) else None
    rule = comma or first
    kept = _without_rule(text, rule) if rule else text
    if "不再" in kept:
        kept = SHARED.sub("", kept)
    elif "均" in kept:
        kept = SHARED_BELOW.sub("", kept)
    if kept is not text:
        kept = re.sub(r"[（(〔][，,。；;]*[）)〕]", "", kept)
    kept = kept.strip("。；;，,")
    return without_duty(kept), None if comma else first, comma


def _body_of_rule(text: str, named: Set[str]) -> Unit | None:
    """Whom the rule for later lists names, who has the duty here too, where it is printed and nobody has named them."""
    rule = SHARED.search(text) if "不再" in text else SHARED_BELOW.search(_bare(text)) if "均" in text else None
    body = rule["body"] if rule else None
    if not body or not (is_collective(body) and plausible(body)) or named >= set(split_outside_brackets(body, "、")):
        return None
    return Unit(body, body)


def _others(rule: re.Match[str]) -> Role:
    return Role.SUPPORT if any(word in rule["others"] for word in _HELPING) else Role.RESPONSIBLE


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
        if body := text[start : found.start()].strip(_AROUND_LISTS):
            yield label, unwrapped(body)
        label, start = beside_lead(found.group(), text) or read_label(found), found.end()
    if body := text[start:].strip(_AROUND_LISTS):
        yield label, unwrapped(body)


def _read_section(draft: Draft, label: Label, body: str) -> None:
    if label.deadline:
        draft.deadline = body
        return
    if shared := _shared_out(label, body):
        for role, listed in shared:
            read_lists(draft, Label(role), listed)
        return
    before = len(draft.roles)
    read_lists(draft, label, body)
    if label.mixed:
        _settle(draft, label, before, body)


def _add_units_of_persons(draft: Draft, role: Role, persons: str) -> None:
    """Add the units of persons which nothing else in the statement names; where it names some, no office tells one."""
    named = {unit.name for _, unit in draft.roles}
    if others := [name for name in units_of_persons(persons, by_office=not named) if name not in named]:
        read_lists(draft, Label(role), "、".join(others))


def _shared_out(label: Label, body: str) -> tuple[tuple[Role, str], ...]:
    """Under a label of two roles, each with its own list where one stroke parts two lists of units: 市科协/市教育局."""
    lists = re.split("[/／]", body) if label.each else ()
    if len(lists) != len(label.each) or not all(plausible(name) for one in lists for name in re.split("[、，,]", one)):
        return ()
    return tuple(zip(label.each, lists, strict=True))


def _nobody_leads(draft: Draft) -> bool:
    return all(role is Role.RESPONSIBLE or (draft.mixed and role is Role.SUPPORT) for role, _ in draft.roles)


def _settle(draft: Draft, label: Label, before: int, body: str) -> None:
    """Under a label of several roles: a single unit has them all and leads; of more, it is asked which does."""
    found = draft.roles[before:]
    if label.leads and len(found) == 1 and found[0][0] is label.role:
        draft.roles[before:] = [(Role.LEAD, found[0][1])]
    elif found and all(role is label.role for role, _ in found):
        draft.mixed = label.leads
        draft.problems.append(("role_ambiguous", body))
