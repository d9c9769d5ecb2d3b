"""Whatever stands in titles and notes, a draft says it, the same in Word as in Markdown."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.core.draft.paper import draft_paper
from sciplan_tui.core.paper import Heading, Line
from sciplan_tui.writers import paper, paper_md
from sciplan_tui.writers.wording import writable
from tests.core.draft.test_draft import draft
from tests.writers.odd_sheets import HOSTILE, ON
from tests.writers.test_paper_markdown import read, wanted

TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40))


def said_in_both(kind: DraftKind, title: str, note: str) -> None:
    made = draft_paper(draft(kind, title, note))
    told = [made.title, *(block.text for block in made.blocks if isinstance(block, Line | Heading))]
    in_word = [one.text for one in docx.Document(io.BytesIO(paper.write(made, ON))).paragraphs]
    of_word = [text for text in map(wanted, in_word) if text]
    of_markdown = [text for text in (wanted(text) for _, text in read(paper_md.write(made, ON), lists=True)) if text]
    for found in (of_word, of_markdown):
        left = iter(found)
        assert all(text in left for text in map(wanted, told) if text)
    assert kind is DraftKind.BULLETIN or writable(note) in "\n".join(map(writable, told)), "nobody leads what is marked"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    said_in_both(DraftKind.SELF_EVALUATION, text, text or "-")


@settings(max_examples=30)
@given(st.sampled_from(DraftKind), TEXTS, TEXTS)
def test_any_text_is_said(kind: DraftKind, title: str, note: str) -> None:
    said_in_both(kind, title, note)
