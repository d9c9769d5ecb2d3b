"""Saved web pages (.html, .htm, .mht): the text of the page without its chrome, its tables as tables."""

from __future__ import annotations

import re
from typing import Any

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import decode
from sciplan_tui.readers.laying import lay_out
from sciplan_tui.readers.web.blocks import blocks
from sciplan_tui.readers.web.body import find_body, find_title

_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{2,20})", re.I)
_CHINESE = re.compile(r"gb-?_?(?:2312|k|18030)|x-gbk|cp936", re.I)
_HEAD = 8192
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MOST_WRAPPED = 20
"""Parts of an .mht file that hold nothing but parts; an honest one has one or two."""
_LOST = 0.01
"""Share of characters that may be lost under the charset that the page names; beyond it that charset is wrong."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The page's text and tables.

    Raises ReadingError: no page in an .mht file, an encoding that does not fit, nested too deep.
    """
    page, charset = _page(name, data)
    root = parsed(name, _decoded(name, page, encoding, charset))
    title, body = find_title(root), find_body(root)
    try:
        found = list(blocks(body))
    except RecursionError:
        raise ReadingError("nested_too_deep", file=name) from None
    printed = "".join(one for one in found[:12] if isinstance(one, str))
    if title and "".join(title.split()) not in "".join(printed.split()):
        found.insert(0, title)
    return lay_out(name, data, "html", found)


def parsed(name: str, text: str) -> Any:
    """The root of the page. Tags that nobody closes nest hundreds deep in pages of office programs, which `huge_tree`
    lets pass; where even that ends, the parser leaves out what follows and tells so only in its log.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(_NOT_XML.sub(" ", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        root = None
    if parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        raise ReadingError("nested_too_deep", file=name)
    if root is None:
        raise ReadingError("empty_file", file=name)
    return root


def _page(name: str, data: bytes) -> tuple[bytes, str | None]:
    """The page itself, and the charset that an .mht file says it is in."""
    head = data[:4096].lower()
    if b"mime-version:" not in head or head.lstrip().startswith(b"<"):
        return data, None
    from email import message_from_bytes

    parts = list(message_from_bytes(data).walk())
    for part in parts:
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            return (page if isinstance(page, bytes) else b""), part.get_content_charset()
    wrapped = sum(part.get_content_maintype() == "multipart" for part in parts)
    raise ReadingError("nested_too_deep" if wrapped > _MOST_WRAPPED else "empty_file", file=name)


def _decoded(name: str, page: bytes, encoding: str | None, charset: str | None) -> str:
    """By the encoding the person names, the mark of its first bytes, the charset that it names itself, else as text."""
    if encoding is not None:
        return decode(name, page, encoding)[0]
    meta = _META.search(page[:_HEAD])
    charset = charset or (meta[1].decode("ascii") if meta else None)
    if charset is None or page.startswith(_MARKS):
        return decode(name, page)[0]
    codec = "gb18030" if _CHINESE.fullmatch(charset) else charset
    try:
        return page.decode(codec)
    except LookupError:
        return decode(name, page)[0]
    except UnicodeDecodeError:
        text = page.decode(codec, "replace")
        return text if text.count("\ufffd") <= _LOST * len(text) else decode(name, page)[0]
