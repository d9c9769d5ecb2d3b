"""Which format a file is in, told by its first bytes and by what lies in it; its suffix only where both are silent."""

from __future__ import annotations

import re
from pathlib import PurePath

from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import first_line, is_binary

MODULES = {
    "txt": "txt",
    "md": "md",
    "mdtables": "web.md_tables",
    "csv": "csv",
    "json": "json",
    "html": "web.html",
    "mht": "web.html",
    "pdf": "pdf.pdf",
    "docx": "word.docx",
    "doc": "word.doc",
    "wps": "word.doc",
    "rtf": "word.rtf",
    "xlsx": "sheet.sheets",
    "xls": "sheet.sheets",
    "et": "sheet.sheets",
    "ods": "sheet.sheets",
    "ofd": "ofd.ofd",
    "wordml": "word.word_xml",
    "excelml": "sheet.sheets",
    "odt": "foreign",
    "uof": "foreign",
}
"""The formats that are read, each with its module here: `read(name, data, encoding) -> Document`."""
PLAIN = frozenset({"txt", "md", "csv", "json"})
"""Formats without structure of their own, read where we are; all others are read in a child with limits."""
SUFFIXES = {
    "tsv": "csv",
    "markdown": "md",
    "htm": "html",
    "xhtml": "html",
    "mhtml": "mht",
    "docm": "docx",
    "xlsm": "xlsx",
}
"""Other suffixes of the formats that are read."""

_HEADS = frozenset(
    ("record", "任务", "工作任务", "任务名称", "工作内容", "工作事项", "牵头单位", "责任单位", "task", "title")
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_OTHERS = ((b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "gzip"), (b"SQLite format 3", "SQLite"))
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|center|font|span|style|script|p)\b", re.I)
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?>", re.DOTALL)
_WORD_XML = re.compile(r"progid=\"Word\.|<w:wordDocument|<pkg:package")
_EXCEL_XML = re.compile(r"progid=\"Excel\.|<(?:ss:)?Workbook\b")
_OTHER_XML = re.compile(r"<office:document")
_MARKDOWN = re.compile(rb"^(?:#{1,6} \S|\*\*[^*\n]+\*\*\s*$)|\]\((?:https?:|/)", re.M)
"""A heading, a line in bold, or a link, as a page that was saved as text has them."""
_SIGNS = (b"#", b"**", b"](")
"""Each of them has one of these."""
_TAGS, _TABLE = (b"<table", b"<TABLE"), re.compile(rb"^[ \t]*<table[ >]", re.IGNORECASE | re.MULTILINE)
_FEWEST_MARKS, _LOOKED_AT = 3, 100_000
_FEWEST_TABS, _FIRST_LINES = 2, 20
_WORKBOOK = {"xls", "et"}
_OF_OLE = {"doc", "wps", *_WORKBOOK}
"""A file called so that names none of their streams was cut off before it came to their names."""


def sniff(name: str, data: bytes, encoding: str | None = None) -> str:
    """The format of `data`, a key of MODULES. Raises ReadingError, with what to save it as, for what is never read.

    ReadingError too: a password, a bomb, a damaged zip.
    """
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    suffix = SUFFIXES.get(suffix, suffix)
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(_ZIP):
        return _in_zip(name, data)
    if data.startswith(_OLE):
        return _in_ole(name, data, suffix)
    if head.startswith(rb"{\rtf"):
        return "rtf"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    _refuse_known(name, data)
    return _text(name, data, suffix, encoding, head)


def _in_zip(name: str, data: bytes) -> str:
    from sciplan_tui.readers.archive import inspect

    parts = inspect(name, data)
    kinds = (
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("xl/workbook.bin", "xlsx"),
        ("OFD.xml", "ofd"),
    )
    for part, kind in kinds:
        if part in parts:
            return kind
    for kind, media in (("ods", b"opendocument.spreadsheet"), ("odt", b"opendocument.text")):
        if "mimetype" in parts and media in data[:200]:
            _refuse_enciphered(name, data)
            return kind
    if any(part.startswith("ppt/") for part in parts):
        raise ReadingError("kind_unread", file=name, kind="PowerPoint (.pptx)", wanted="docx")
    if any(part.startswith(("word/", "docProps/", "_rels/")) for part in parts):
        raise ReadingError("damaged_file", file=name)
    raise ReadingError("archive", file=name, kind="ZIP")


def _refuse_enciphered(name: str, data: bytes) -> None:
    """An OpenDocument file names the parts that are enciphered in its manifest ([ODF 1.2] part 3, 4.4)."""
    from sciplan_tui.readers.package import Package

    if b"encryption-data" in Package(name, data).content("META-INF/manifest.xml"):
        raise ReadingError("locked_file", file=name)


def _in_ole(name: str, data: bytes, suffix: str) -> str:
    """Streams are named in UTF-16; where a document lies within another, the suffix says which is the outer one."""
    if _stream("EncryptedPackage") in data:
        raise ReadingError("locked_file", file=name)
    word = _stream("WordDocument") in data
    book = _stream("Workbook") in data or _stream("Book\0") in data
    if word and not (book and suffix in _WORKBOOK):
        return suffix if suffix in ("doc", "wps") else "doc"
    if book:
        return suffix if suffix in _WORKBOOK else "xls"
    if _stream("PowerPoint Document") in data:
        raise ReadingError("kind_unread", file=name, kind="PowerPoint (.ppt)", wanted="docx")
    if suffix in _OF_OLE:
        raise ReadingError("damaged_file", file=name)
    raise ReadingError("kind_unread", file=name, kind="OLE2", wanted="docx")


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_known(name: str, data: bytes) -> None:
    if data.startswith(_IMAGES) and b"\0" in data[:4096]:
        raise ReadingError("picture", file=name)
    for magic, kind in _OTHERS:
        if data.startswith(magic):
            raise ReadingError("archive" if kind != "SQLite" else "kind_unread", file=name, kind=kind, wanted="csv")


def _text(name: str, data: bytes, suffix: str, encoding: str | None, head: bytes) -> str:
    """An object is JSON, a tag is HTML, a row of known heads is CSV, else the suffix tells; else text."""
    line = first_line(data, encoding)
    opening = head.decode("utf-16" if _marked(data) else "latin-1", "ignore")
    if line.startswith("{"):
        return "json"
    if line.startswith("<") and _WORD_XML.search(opening):
        return "wordml"
    if line.startswith("<") and _EXCEL_XML.search(opening):
        return "excelml"
    if line.startswith("<") and re.search(r"<(?:uof:|\w+:)?UOF\b", opening):
        return "uof"
    if line.startswith("<") and _OTHER_XML.search(opening):
        raise ReadingError("kind_unread", file=name, kind="XML", wanted="docx")
    if line.startswith("<") and _HTML.match(_COMMENT.sub("", opening).lstrip("\ufeff \r\n\t")):
        return "html"
    if "mime-version:" in opening.lower() and "multipart/related" in opening.lower():
        return "mht"
    if _has_heads(line):
        return "csv"
    if suffix in MODULES and suffix not in PLAIN and encoding is None and not _marked(data) and is_binary(data):
        raise ReadingError("damaged_file", file=name)
    if suffix not in (*PLAIN, "html", "mht") or suffix == "txt":
        if line.count("\t") >= _FEWEST_TABS and _is_pasted(name, data, encoding):
            return "csv"
        suffix = "md" if _is_markdown(data[:_LOOKED_AT]) else "txt"
    if suffix in ("txt", "md") and any(tag in data for tag in _TAGS) and _TABLE.search(data):
        return "mdtables"
    return suffix


def _is_pasted(name: str, data: bytes, encoding: str | None) -> bool:
    """Whether it is a region of a sheet that was pasted: its title has as many cells as its head further down."""
    from sciplan_tui.readers.decode import decode

    lines = decode(name, data[:_LOOKED_AT], encoding)[0].splitlines() if len(data) <= _LOOKED_AT else []
    return any(map(_has_heads, lines[1:_FIRST_LINES])) and sum("\t" in line for line in lines) * 2 > len(lines)


def _is_markdown(data: bytes) -> bool:
    """Whether marks of it are there; a text that has none of their signs is not looked through for them."""
    return any(sign in data for sign in _SIGNS) and len(_MARKDOWN.findall(data)) >= _FEWEST_MARKS


def _marked(data: bytes) -> bool:
    """Whether it says of itself that it is text in UTF-16."""
    return data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _has_heads(line: str) -> bool:
    for comma in (",", "\t", ";"):
        cells = [cell.strip().strip('"').lower() for cell in line.split(comma)]
        if len(cells) > 2 and _HEADS.intersection(cells):
            return True
    return False
