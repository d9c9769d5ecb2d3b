"""Duties that running text lays on a unit outside any statement: 市科协要…, 由领导小组负责…, 各镇街负责…

They are proposals (`prose_duty`), never assignments: only a person can say what such a sentence obliges to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.parse.unit.lists import split_outside_brackets
from sciplan_tui.core.plan import Kind, Proposal, Role

_NOTE = re.compile(r"[（(][^（）()]{8,}[)）]|[（(][^（）()]*(?:负责|牵头|责任|配合)[^（）()]*[)）]")
_CUE = re.compile(
    "要|应当?(?!急)|须|必须|负责(?!人|同志)|将(?=通过|会同|组织|对|定期|适时)"
    "|按照?|根据|结合|主动|充分发挥|发挥|定期|统筹|建立|制定|在制定|履行|牵头|会同|对(?!于)|成立|加强|领导|列入|配合做好"
)
"""Words alone, for which is looked many times faster than for groups of them."""
_STRONG = frozenset("要应须必负将")
"""How those cues begin that count in the midst of a sentence too."""
_NOTED = re.compile(r"\(＊*\)$")
"""A note that is left out, right before a cue."""
_SENTENCE_ENDS = "。！；;"
_LAST = frozenset("局委部办府会协联关心组街道处政位门量织校乡镇议团院所体")
"""The signs that names of units end with."""
_BRACKETED = re.compile(f"[{''.join(sorted(_LAST))}][（(][^（）()]{{1,8}}[）)]$")
_MANY = ("各", "全", "有关", "相关")
_LEAD_NAME = re.compile(
    r"各|[省市区县州旗](?:[直委政教科财人民市本级]|[^\W\d_]{1,14}(?:局|委|部|办|协|联|组|议|政|会))|领导小组"
)
_CLAUSE = re.compile(rf"[。！；;，,][\s由]*(?P<words>(?={_LEAD_NAME.pattern})(?:[^\W\d_]|[（）()、]){{2,60}})")
"""A clause that begins with the name of a unit, and the sign before it."""
_NOT_UNIT = re.compile(
    r"^(?:市场|区域|县域|市民|省时|各类|各种|各项|各个|各方面|市级|区块|县城|各级各类)|工作$|活动$|建设$"
)


def read_duties(nodes: Sequence[Node]) -> Iterator[tuple[str, Proposal]]:
    """Each duty with the path of its node. Outside the safeguards a weak cue counts at the head of a sentence only."""
    for node in nodes:
        if node.kind in (Kind.GOAL, Kind.PREFACE):
            continue
        told = [(node.line, node.title)] if node.heading else []
        for line, text in (*told, *((span.line.number, span.text) for span in node.body)):
            for units, role, quote in _of_text(text):
                for unit in units:
                    yield node.path, Proposal(unit, role, "prose_duty", line, quote)


def _of_text(text: str) -> Iterator[tuple[tuple[str, ...], Role, str]]:
    text = f"。{text}"
    blank = _NOTE.sub(lambda found: f"({'＊' * (len(found[0]) - 2)})", text) if "（" in text or "(" in text else text
    for clause in _CLAUSE.finditer(blank):
        start = clause.start("words")
        for cue in _CUE.finditer(blank, start + 2, clause.end() + 40):
            begin = _before_note(blank, start + 2, cue.start())
            units = _units(blank[start:begin])
            led = cue.group() == "牵头" and blank[start - 1] == "由"
            if units and (led or cue.group()[0] in _STRONG or blank[clause.start()] in _SENTENCE_ENDS):
                end = min(len(text), cue.end() + 20)
                yield units, _role(blank[start:end]), text[start:end]
                break
            if begin > clause.end():
                break


def _before_note(text: str, start: int, at: int) -> int:
    """Where the note begins that ends at `at`, no further back than `start`; without one, `at` itself."""
    note = _NOTED.search(text, start, at) if text.endswith(")", start, at) else None
    return note.start() if note else at


def _role(words: str) -> Role:
    if "牵头" in words:
        return Role.LEAD
    return Role.SUPPORT if "配合做好" in words else Role.RESPONSIBLE


def _units(words: str) -> tuple[str, ...]:
    """The units that the words are, if they are nothing else."""
    if not _ends_as_unit(words) or not _LEAD_NAME.match(words):
        return ()
    names = split_outside_brackets(words, "、")
    if len(names) > 1 and names[0] in ("各区", "各市", "各县"):
        names = ["、".join(names)]
    good = all(_is_name(name) and not _NOT_UNIT.search(name) for name in names)
    return tuple(names) if good and len(words) <= 50 else ()


def _is_name(name: str) -> bool:
    """A few letters that end as units do; brackets only in what speaks of many (各县（市、区）人民政府)."""
    if not (2 <= len(name) <= 20 and _ends_as_unit(name)):
        return False
    return name.isalpha() or (name.startswith(_MANY) and all(sign.isalpha() or sign in "（）()、" for sign in name))


def _ends_as_unit(name: str) -> bool:
    """Whether a name ends as units do, perhaps with what belongs to it in a bracket: 各乡镇（街道）."""
    return name[-1] in _LAST or (name.startswith(_MANY) and _BRACKETED.search(name) is not None)
