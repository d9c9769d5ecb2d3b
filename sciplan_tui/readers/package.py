"""A zip of XML parts, as .docx and .ofd are: opened with bounds, its XML never with a type of its own.

What such a file may do to a reader: unpack without end, name entities that grow. Each is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sciplan_tui.errors import ReadingError

LARGEST_PART = 64_000_000
"""Bytes of one part when unpacked: a book of a thousand pages has some ten million."""
LARGEST_SUM = 100_000_000
"""Bytes of all parts that were read."""
_NAMES = 500
"""Names of elements of which the local one is kept; a document has some dozen, each a thousand times."""
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """The parts of one file. Raises ReadingError: no zip, damaged, protected by a password, beyond all measure."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._left = LARGEST_SUM
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError):
            raise ReadingError("damaged_file", file=name) from None
        self.parts = frozenset(self._zip.namelist())

    def xml(self, part: str, without: re.Pattern[bytes] | None = None) -> Element | None:
        """The root of a part, or None where there is no such part. `without`: whole elements that nobody asks for."""
        if part not in self.parts:
            return None
        data = self.content(part)
        if _has_type(data):
            raise ReadingError("xml_entities", file=self.name)
        try:
            return ElementTree.fromstring(data if without is None else without.sub(b"", data))
        except (ElementTree.ParseError, ValueError, LookupError):
            raise ReadingError("damaged_file", file=self.name) from None

    def content(self, part: str) -> bytes:
        """The bytes of a part; none where there is no such part."""
        if part not in self.parts:
            return b""
        try:
            if self._zip.getinfo(part).flag_bits & 1:
                raise ReadingError("locked_file", file=self.name)
            with self._zip.open(part) as opened:
                data = opened.read(min(LARGEST_PART, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise ReadingError("damaged_file", file=self.name) from None
        self._left -= len(data)
        if len(data) > LARGEST_PART or self._left < 0:
            raise ReadingError("unpacks_too_large", file=self.name, limit=LARGEST_SUM // 1_000_000)
        return data.replace(_STRICT, _USUAL)


def _has_type(data: bytes) -> bool:
    """Whether the XML declares a document type; the parser takes no encoding but UTF-16 that would hide the word."""
    if b"\0" in data[:4]:
        data = data.replace(b"\0", b"")
    return b"<!DOCTYPE" in data


@lru_cache(_NAMES)
def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag[tag.rfind("}") + 1 :]
