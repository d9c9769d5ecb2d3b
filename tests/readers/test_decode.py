"""Bytes to text: the ladder of encodings, and the sentences for what cannot be read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui import readers
from sciplan_tui.errors import ReadingError
from sciplan_tui.locale import say
from sciplan_tui.readers.decode import decode

TEXT = "一、总体要求\n（一）市科协牵头，㐂𠮷\n"
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1)


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_the_ladder(data, codec):
    assert decode("x.txt", data) == (TEXT, codec)


def test_a_named_encoding_wins():
    assert decode("x.txt", "市科協".encode("big5"), "big5")[0] == "市科協"
    assert decode("x.txt", "\ufeff市科协".encode(), "UTF8") == ("市科协", "utf-8")


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"abc", "no-such-code", "unknown_encoding"),
        (b"abc", "rot13", "unknown_encoding"),
        (b"abc", "a\x00b", "unknown_encoding"),
        ("市科协".encode("gb18030"), "utf-8", "wrong_encoding"),
        (b"PK\x03\x04\x00\x00", None, "binary_file"),
        (b"ok\n\xff\xff\xff", None, "unknown_bytes"),
        (b"\xff\xfea", None, "unknown_bytes"),
    ],
)
def test_what_cannot_be_read_says_why(data, encoding, code):
    with pytest.raises(ReadingError) as caught:
        decode("x.txt", data, encoding)
    assert caught.value.code == code
    for language in ("zh", "en"):
        assert say(f"error.{code}", language, **caught.value.details)


@given(HAN)
def test_utf8_and_marked_utf16_are_never_mistaken(text):
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode("x.txt", text.encode(codec))[0] == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data):
    with suppress(ReadingError):
        assert readers.read("x.txt", data).raw.strip()


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00", "\u3000\n".encode()])
def test_nothing_to_read_is_empty(data):
    with pytest.raises(ReadingError) as caught:
        readers.read("x.txt", data)
    assert caught.value.code == "empty_file"


def test_too_long_is_refused():
    with pytest.raises(ReadingError) as caught:
        readers.read("x.txt", b"a" * (readers.LONGEST_LINE + 1))
    assert caught.value.code == "line_too_long"
    with pytest.raises(ReadingError) as caught:
        readers.read("x.txt", b"a\n" * (readers.MOST_LINES + 1))
    assert caught.value.code == "too_many_lines"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_lines_of_old_mac_programs_end_with_carriage_returns(codec):
    document = readers.read("x.txt", "甲\r乙\r丙".encode(codec))
    assert [block.text for block in document.blocks] == ["甲", "乙", "丙"]
    assert [block.line for block in document.blocks] == [1, 2, 3]


def test_a_carriage_return_beside_newlines_parts_nothing():
    document = readers.read("x.txt", "甲\r乙\n丙\r\n".encode())
    assert [block.line for block in document.blocks] == [1, 2, 3]


def test_lines_are_parted_at_newlines_only():
    document = readers.read("x.txt", "甲\u2028乙\x0b丙\r\n丁\x85戊\n".encode())
    assert [block.line for block in document.blocks] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("x.txt", "一、总体", "txt"),
        ("x.doc", "一、总体", "txt"),
        ("x.txt", '{"schema":"sciplan-plan/1"}', "json"),
        ("x.txt", "\ufeffrecord,path,title\n", "csv"),
        ("x.txt", "序号,任务,牵头单位,责任单位\n1,a,b,c\n", "csv"),
        ("x.csv", "甲,乙\n", "csv"),
        ("x.tsv", "甲\t乙\n", "csv"),
    ],
)
def test_the_format_is_told_by_content_then_by_suffix(name, text, format_):
    assert readers.sniff(name, text.encode()) == format_
    assert readers.sniff(name, text.encode("gb18030")) == format_
