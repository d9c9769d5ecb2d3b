"""The query: one line of filter text, the same in the TUI and the CLI, as a syntax tree.

words 2.2.3 第12项 lead:市教育局 resp:科协 unit:"…" lead:=市教育局 plan:湘潭 path:2.1 kind:action mark:2023!=done
status:late target:人次 figure:missed no:lead -word

`parse` reads the line; what a term means for stored tasks is said in `store.query.filtering`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sciplan_tui.core.folding import fold
from sciplan_tui.core.query.number import number_meant
from sciplan_tui.core.query.tokens import EXACT, Token, tokens
from sciplan_tui.core.query.words import ABSENCES, CHOICES, FIELDS, FREE_FIELDS, offered
from sciplan_tui.errors import QueryError
from sciplan_tui.locale import language

UNIT_FIELDS = frozenset({"lead", "resp", "support", "unit"})
"""The fields whose terms look at units, and so tell printed from inherited."""

_PATH = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
"""A bare number of this form is a path: 2.2.3."""
_NARROW = str.maketrans("＝！≠，、；：", "=!≠,,;:")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is `word` for a bare word, `number` for one that may be the number of a task; `milestone`
    and `equal` are for `mark:`; `column` is from 1.

    `value` is as typed for names and words; for `plan` it is one name or several, for `kind`, `status`, `mark`,
    `figure` and `no` one code or several, joined by commas (any of them will do). `mark` without a state has the value
    "" and asks for any mark; `target` likewise. `exact`: only the unit of that very name, and what it holds itself.
    """

    field: str
    value: str
    negated: bool = False
    milestone: str | None = None
    equal: bool = True
    column: int = 1
    exact: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The codes of `value`, any of which will do."""
        return tuple(self.value.split(",")) if self.value else ()


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must hold. No terms: everything."""

    terms: tuple[Term, ...] = ()
    text: str = ""

    @property
    def names_units(self) -> bool:
        """Whether a term looks at units, so that the printed and the inherited counts may differ."""
        return any(term.field in UNIT_FIELDS for term in self.terms)


def parse(text: str) -> Query:
    """The query that `text` says. QueryError for a wrong term, with its column and what would be right."""
    return Query(tuple(_term(token) for token in tokens(text)), text.strip())


def _term(token: Token) -> Term:
    field = _field(token)
    value = token.value.strip()
    if field == "mark":
        return _mark(token, value)
    if field in CHOICES:
        value = _codes(token, field, value, CHOICES[field])
    elif field == "no":
        value = _codes(token, field, value, ABSENCES)
    elif field == "plan":
        value = ",".join(name.strip() for name in value.translate(_NARROW).split(",") if fold(name))
    exact = field in UNIT_FIELDS and value[:1] in EXACT
    value = value[1:].strip() if exact else value
    if not fold(value) and field != "target":
        raise QueryError("query_empty", column=token.column, field=field)
    return Term(field, value, token.negated, column=token.column, exact=exact)


def _field(token: Token) -> str:
    if token.field is None:
        return _bare(token)
    field = FIELDS.get(fold(token.field))
    if field is None:
        raise QueryError(
            "query_field", column=token.column, field=token.field, known=" ".join(f"{name}:" for name in FREE_FIELDS)
        )
    return field


def _bare(token: Token) -> str:
    """What is in quotes is looked for as text, whatever it is."""
    if token.quoted:
        return "word"
    if _PATH.fullmatch(fold(token.value)):
        return "path"
    return "number" if number_meant(token.value) else "word"


def _mark(token: Token, value: str) -> Term:
    narrow = value.translate(_NARROW).replace("≠", "!=")
    milestone, sign, state = narrow.partition("=")
    equal = not milestone.endswith("!")
    milestone = milestone if equal else milestone[:-1]
    if not fold(milestone):
        raise QueryError("query_empty", column=token.column, field="mark")
    code = _codes(token, "mark", state, CHOICES["mark"]) if sign else ""
    return Term("mark", code, token.negated, milestone.strip(), equal, token.column)


def _codes(token: Token, field: str, value: str, known: dict[str, str]) -> str:
    """The codes of the words in `value`, each once, in the order typed."""
    codes: list[str] = []
    for word in value.translate(_NARROW).split(","):
        code = known.get(fold(word))
        if code is None:
            allowed = offered(known, language())
            raise QueryError("query_value", column=token.column, field=field, value=word.strip(), allowed=allowed)
        codes.append(code)
    return ",".join(dict.fromkeys(codes))
