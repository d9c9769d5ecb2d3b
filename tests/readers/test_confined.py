"""Hostile and broken containers: bounded in time and memory, one sentence, and the next file is read all the same."""

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

import pytest

from sciplan_tui import readers
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers import archive
from sciplan_tui.readers.child import children
from sciplan_tui.readers.sniffing import MODULES
from tests.readers.builders import docx, html, pdf, plan

LONGEST = 25.0
"""Seconds that any file may take, to the answer."""


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return made.getvalue()


def refused(data: bytes, name: str = "x.docx") -> str:
    start = time.perf_counter()
    with pytest.raises(ReadingError) as caught:
        readers.read(name, data)
    assert time.perf_counter() - start < LONGEST
    assert str(caught.value)
    return caught.value.code


def encrypted(data: bytes) -> bytes:
    """The same zip, all its parts marked as encrypted."""
    made = bytearray(data)
    for at in range(len(made) - 4):
        if made[at : at + 4] == b"PK\x01\x02":
            made[at + 8] |= 1
        elif made[at : at + 4] == b"PK\x03\x04":
            made[at + 6] |= 1
    return bytes(made)


def overlapping() -> bytes:
    """Many names for one and the same bytes."""
    data = packed({"word/document.xml": b"0" * 900_000})
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : data.index(b"PK\x05\x06")], data.index(b"PK\x05\x06")
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 90, 90, len(entry) * 90, at, 0)
    return data[:at] + entry * 90 + tail + data[end + 22 :]


def entities(part: str) -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    return packed({part: head + b"<a>" + b"&c;" * 1000 + b"</a>"})


def looping_pdf() -> bytes:
    """A page tree whose branches are each other's."""
    kids = b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n" + kids + b"\nendobj\n"
    return body + b"trailer << /Root 1 0 R >>\n%%EOF\n"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: packed({"word/document.xml": b"0" * 150_000_000}), "unpacks_too_large"),
        (lambda: packed({"word/document.xml": b"0" * 9_000_000}), "unpacks_too_large"),
        (lambda: packed({f"word/{i}.xml": b"" for i in range(2_100)}), "too_many_parts"),
        (lambda: encrypted(docx.build(plan.blocks())), "locked_file"),
        (lambda: docx.build(plan.blocks())[:-200], "damaged_file"),
        (lambda: packed({"a.txt": b"x"}), "archive"),
        (lambda: packed({"ppt/presentation.xml": b"x"}), "kind_unread"),
        (overlapping, "unpacks_too_large"),
        (lambda: entities("word/document.xml"), "xml_entities"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked_file"),
        (lambda: b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (lambda: b"Rar!\x1a\x07\x00", "archive"),
        (lambda: pdf.build(plan.blocks())[:900], "damaged_file"),
        (looping_pdf, "damaged_file"),
        (lambda: b"<html>" + b"<div>" * 100_000, "nested_too_deep"),
    ],
)
def test_a_hostile_file_gets_one_sentence(make: Callable[[], bytes], code: str) -> None:
    assert refused(make()) == code


def test_many_names_of_one_part_are_told_by_their_places() -> None:
    with pytest.raises(ReadingError) as caught:
        archive.inspect("x.docx", overlapping())
    assert caught.value.code == "unpacks_too_large"


BUILT: dict[str, Callable[[], bytes]] = {
    "docx": lambda: docx.build(plan.blocks()),
    "html": lambda: html.build(plan.blocks()),
    "pdf": lambda: pdf.build([*plan.blocks()[:12], *plan.blocks()[-1:]]),
}


@pytest.mark.parametrize("kind", BUILT)
@pytest.mark.parametrize("name", ["方案.txt", "方案.doc", "方案", "方案.xlsx"])
def test_a_wrong_suffix_is_no_obstacle(kind: str, name: str) -> None:
    assert readers.read(name, BUILT[kind]()).source.format == kind


def broken(whole: bytes, chance: random.Random) -> bytes:
    """Cut off, or with bytes changed, lost, doubled, figures gone wild."""
    data = bytearray(whole[: chance.randrange(1, len(whole))] if chance.random() < 0.3 else whole)
    for _ in range(chance.choice((1, 3, 10, 40))):
        at = chance.randrange(len(data))
        kind = chance.randrange(4)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1 and len(data) > 60:
            del data[at : at + chance.randrange(1, 50)]
        elif kind == 2:
            data[at:at] = data[chance.randrange(len(data)) :][:40]
        else:
            data[at:at] = chance.choice((b"-1", b"0", b"99999999999", b"1e30"))
    return bytes(data)


@pytest.mark.parametrize("kind", BUILT)
def test_broken_bytes_are_read_or_refused_in_words(kind: str) -> None:
    """The child would call any fault damage: so the reader itself is asked here."""
    reader = import_module(f"sciplan_tui.readers.{MODULES[kind]}")
    whole, chance = BUILT[kind](), random.Random(7)
    for _ in range(60):
        with suppress(ReadingError):
            reader.read(f"x.{kind}", broken(whole, chance))


@pytest.mark.parametrize("kind", BUILT)
def test_broken_files_do_not_stop_the_child(kind: str) -> None:
    whole, chance = BUILT[kind](), random.Random(11)
    for _ in range(20):
        with suppress(ReadingError):
            assert readers.read(f"x.{kind}", broken(whole, chance)).raw.strip()
    assert readers.read(f"x.{kind}", whole).source.format == kind


def test_a_child_answers_for_many_files_and_is_replaced_when_it_ends() -> None:
    data = html.build(plan.blocks())
    children.end_all()
    first = readers.read("a.html", data)
    (child,) = children._idle
    assert readers.read("a.html", data) == first
    assert children._idle == [child]
    child.process.kill()
    child.process.wait()
    assert readers.read("a.html", data) == first
    assert child not in children._idle
    assert len(children._idle) == 1


def test_a_child_that_has_read_enough_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    children.end_all()
    monkeypatch.setattr(children, "MOST_FILES", 2)
    data = html.build(plan.blocks())
    readers.read("a.html", data)
    (child,) = children._idle
    readers.read("a.html", data)
    assert children._idle == []
    assert child.process.poll() is not None


def test_who_asks_while_a_child_is_at_work_gets_another() -> None:
    children.end_all()
    first, second = children.taken("html"), children.taken("html")
    assert first is not second
    children.given_back(first)
    assert children.taken("html") is first
    for one in (first, second):
        children.given_up(one)
        assert one.process.poll() is not None
    assert children._at_work == children._idle == []


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    children.end_all()
    monkeypatch.setattr(children, "SECONDS", 0.0)
    assert refused(html.build(plan.blocks()), "a.html") == "takes_too_long"
    assert children._at_work == children._idle == []


def test_the_child_is_limited() -> None:
    """Memory beyond the limit is refused, and nothing can be written, started or called."""
    import subprocess
    import sys

    script = """
import os, socket, subprocess, sys
from sciplan_tui.readers.child import child
child._limit()
sys.addaudithook(child._refuse)
def fails(act):
    try:
        act()
    except (MemoryError, OSError) as fault:
        return type(fault).__name__
print(fails(lambda: bytearray(2 * child.MEMORY)), fails(lambda: open("written", "w")),
      fails(lambda: subprocess.run(["true"])), fails(lambda: socket.create_connection(("127.0.0.1", 9))))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    expected = "MemoryError" if sys.platform == "linux" else ran.stdout.split()[0]
    assert ran.stdout.split() == [expected, *["PermissionError"] * 3], ran.stderr
