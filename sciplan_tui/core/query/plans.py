"""The plans that a query names, read out of its text and written into it: `plan:甲市,乙县`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sciplan_tui.core.folding import fold
from sciplan_tui.core.query.syntax import parse
from sciplan_tui.core.query.tokens import quoted, tokens
from sciplan_tui.core.query.words import FIELDS


def named_plans(query: str) -> tuple[str, ...]:
    """What the query calls plans, as it is written there. QueryError where it is no query."""
    terms = [term for term in parse(query).terms if term.field == "plan" and not term.negated]
    return tuple(name for term in terms for name in term.values)


def with_plans(query: str, keys: Sequence[str]) -> str:
    """The query, asking for any of these plans (none: for all) in place of those it named. QueryError likewise."""
    plans = [f"plan:{quoted(','.join(keys))}"] if keys else []
    return " ".join([*plans, *_others(query)])


def _others(query: str) -> Iterator[str]:
    """Each term of the query but those that name plans, as it is written."""
    found = list(tokens(query))
    ends = [*(token.column - 1 for token in found), len(query)][1:]
    for token, end in zip(found, ends, strict=True):
        if token.negated or FIELDS.get(fold(token.field or "")) != "plan":
            yield query[token.column - 1 : end].strip()
