"""What the control words of RTF stand for: signs, groups that are not printed, code pages."""

from __future__ import annotations

import codecs

SKIPPED = frozenset((
    "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "listtable", "listoverridetable", "fldinst",
    "themedata", "datastore", "generator", "xmlnstbl", "sp", "shprslt", "revtbl", "rsidtbl", "mmathPr", "latentstyles",
    "nonshppict", "filetbl", "private", "comment", "bkmkstart", "bkmkend",
))  # fmt: skip
"""Groups that hold nothing which is printed in the body, or what is printed once already."""
STARRED = frozenset(("shpinst", "shptxt"))
"""Groups marked as new (`\\*`) that are read all the same; the others are passed over, as the format wants it."""
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "nestcell": " ", "nestrow": "\n",
}  # fmt: skip
SYMBOLS = {b"\\": "\\", b"{": "{", b"}": "}", b"~": " ", b"_": "-"}
CHARSETS = {134: "gb18030", 136: "cp950", 128: "cp932", 129: "cp949"}
"""The code pages of East Asian fonts."""
_PAGES = {936: "gb18030", 65001: "utf-8"}


def codec(page: int) -> str:
    """The codec of a code page; one that is not known is taken for the Chinese one."""
    name = _PAGES.get(page, f"cp{page}")
    return name if known(name) else "gb18030"


def known(name: str) -> bool:
    """Whether there is such an encoding of text."""
    try:
        return bool(codecs.lookup(name)._is_text_encoding)
    except (LookupError, ValueError):
        return False
