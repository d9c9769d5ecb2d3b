"""A plan that was read by the child is the plan that would have been read here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Document
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.child import children
from tests.readers.builders import docx, html, pdf, plan, sheets

FORMATS: dict[str, Callable[[], bytes]] = {
    "txt": lambda: plan.TEXT.read_bytes(),
    "docx": lambda: docx.build(plan.blocks()),
    "html": lambda: html.build(plan.blocks()),
    "pdf": lambda: pdf.build(plan.blocks()),
    "xlsx": lambda: sheets.xlsx({"分工": plan.grid()}),
}
TRADITIONAL = (
    "某某市全民科學素質行動實施方案\n一、重點任務\n（一）青少年科學素質提升行動。\n責任單位：市教育局、市科協\n"
)


def apart(name: str, data: bytes) -> tuple[ParsedPlan, str]:
    read = readers.read_parsed(name, data)
    assert isinstance(read, tuple)
    return read


@pytest.mark.parametrize("kind", FORMATS)
def test_read_apart_a_plan_is_the_same(kind: str) -> None:
    name, data = f"示例.{kind}", FORMATS[kind]()
    document = readers.read(name, data)
    here, there = parse(document, str), apart(name, data)
    assert there == (here, document.raw)
    assert there[0].places == here.places
    assert [type(task.kind) for task in there[0].tasks] == [type(task.kind) for task in here.tasks]


def test_what_the_child_cannot_tell_comes_back_as_a_document() -> None:
    """Traditional characters are another's to convert; a fault of ours is reported where it can be."""
    assert isinstance(readers.read_parsed("a.txt", TRADITIONAL.encode()), Document)


def test_an_object_is_handed_on_as_it_is() -> None:
    found = readers.read_parsed("a.json", b'{"schema": "sciplan-plan/1"}')
    assert isinstance(found, Document)
    assert found.payload == {"schema": "sciplan-plan/1"}


def test_what_is_no_text_is_refused_in_the_same_words() -> None:
    for read in (readers.read, readers.read_parsed):
        with pytest.raises(ReadingError) as told:
            read("a.txt", bytes(range(256)) * 8)
        assert told.value.code == "binary_file"


def test_an_abandoned_child_is_replaced() -> None:
    child = children.taken("txt")
    children.abandon()
    child.process.wait()
    assert children.given_up(child) != 0
    assert apart("a.txt", FORMATS["txt"]())
    assert child not in children._idle
