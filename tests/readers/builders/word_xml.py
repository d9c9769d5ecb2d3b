"""The plan as one XML file: in Word's format of 2003, and as the parts of a .docx in one file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from tests.readers.builders import docx
from tests.readers.builders.plan import Block

OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_RENAMED = (("w:vMerge", "w:vmerge"), ("w:numPr", "w:listPr"), ("w:numId", "w:ilfo"), ("w:hyperlink", "w:hlink"))
_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def document(body: str, *, lists: str = "") -> bytes:
    """A file of 2003 with this body, whose elements have the names of a .docx."""
    for new, old in _RENAMED:
        body = body.replace(new, old)
    return (
        f'{docx.HEAD}<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{OLD}" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
        f'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:lists>{lists}</w:lists>'
        f"<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def build(blocks: Sequence[Block]) -> bytes:
    return document("".join(docx.paragraph(one) if isinstance(one, str) else docx.table(one) for one in blocks))


def package(data: bytes) -> bytes:
    """The parts of a .docx in one file."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name).decode().removeprefix(docx.HEAD) for name in opened.namelist()}
    inner = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{text}</pkg:xmlData></pkg:part>'
        for name, text in parts.items()
        if not name.startswith("[")
    )
    head = '<?mso-application progid="Word.Document"?>'
    return f'{docx.HEAD}{head}<pkg:package xmlns:pkg="{_PACKAGE}">{inner}</pkg:package>'.encode()
