"""The query: one line of filter text, the same in the TUI and the CLI, as a syntax tree.

words lead:市教育局 resp:科协 unit:"…" plan:湘潭 path:2.1 kind:action mark:2023!=done status:late target:人次 no:lead -word
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is `word` for a bare word; `milestone` and `equal` are set for `mark:` only; `column` counts from 1."""

    field: str
    value: str
    negated: bool = False
    milestone: str | None = None
    equal: bool = True
    column: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must hold. No terms: everything."""

    terms: tuple[Term, ...] = ()
    text: str = ""
