"""One thing has one word wherever it is said."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

import sciplan_tui.locale.zh as catalogue
from sciplan_tui.locale import LANGUAGES, say

AREAS = [one.name for one in iter_modules(catalogue.__path__)]
OTHERS = {
    "zh": {"逾期": "迟", "超期": "迟", "佐证文件": "佐证材料"},
    "en": {
        r"\b[Tt]argets?\b": "figure", r"\bno marks?\b|not marked|without a mark": "unmarked",
        "no lead is printed": "no lead printed",
    },
}  # fmt: skip
TYPED = re.compile(r"sciplan target\S*( \w+)?|\{[^}|]*[:}]|targets \|")
"""Commands and gaps, which are called as programs call them."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_no_other_word_is_said_for_it(area: str, language: str) -> None:
    texts: dict[str, str] = import_module(f"sciplan_tui.locale.{language}.{area}").TEXTS
    said = {key: TYPED.sub("", text) for key, text in texts.items()}
    assert not {key: text for key, text in said.items() for other in OTHERS[language] if re.search(other, text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_evidence_is_called_alike_in_each_place(language: str) -> None:
    word = say("reported.field.evidence", language)
    for place in ("word.head.evidence", "history.field.evidence", "error.no_evidence"):
        details = {"path": "x"} if place.startswith("error") else {}
        assert word in say(place, language, **details), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_ways_to_a_pack_tell_each_its_own(language: str) -> None:
    told = [say(f"tui.about.{one}", language) for one in ("pack", "milestones_pack", "overview_pack")]
    assert len({text[:9] for text in told}) == 3
