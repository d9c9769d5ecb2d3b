"""One thing has one word wherever it is said."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

import sciplan_tui.locale.zh as catalogue
from sciplan_tui.locale import LANGUAGES, say

OTHERS = {"逾期": "迟", "超期": "迟", "佐证文件": "佐证材料"}


@pytest.mark.parametrize("area", [one.name for one in iter_modules(catalogue.__path__)])
def test_no_other_word_is_said_for_it(area: str) -> None:
    texts: dict[str, str] = import_module(f"sciplan_tui.locale.zh.{area}").TEXTS
    assert not {key: text for key, text in texts.items() for other in OTHERS if other in text}


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
