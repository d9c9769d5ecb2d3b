"""An .ofd of the plan: drawn as the .pdf is, each operator as an object of the national format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from tests.readers.builders import pdf
from tests.readers.builders.docx import HEAD, zipped
from tests.readers.builders.plan import Block

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_MM = 25.4 / 72
_TEXT = re.compile(r"BT /F1 (\S+) Tf (\S+) (\S+) Td <(\w*)> Tj ET")
_LINE = re.compile(r"(\S+) (\S+) m (\S+) (\S+) l S")


def text(x: float, y: float, words: str, size: float = 4.0, more: str = "") -> str:
    """Words whose base line begins at x, y (millimetres from above)."""
    steps = f' DeltaX="g {len(words) - 1} {size:.4f}"' if len(words) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x:.4f} {y - size:.4f} {size * len(words):.4f} {size:.4f}" Font="2" '
        f'Size="{size:.4f}"{more}><ofd:TextCode X="0" Y="{size:.4f}"{steps}>{escape(words)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    left, top = min(x1, x2), min(y1, y2)
    return (
        f'<ofd:PathObject ID="3" Boundary="{left:.4f} {top:.4f} {abs(x2 - x1):.4f} {abs(y2 - y1):.4f}">'
        f"<ofd:AbbreviatedData>M {x1 - left:.4f} {y1 - top:.4f} L {x2 - left:.4f} {y2 - top:.4f}</ofd:AbbreviatedData>"
        "</ofd:PathObject>"
    )


def document(pages: Iterable[Sequence[str]]) -> bytes:
    """A file of these pages, each its objects."""
    contents = ["".join(page) for page in pages]
    listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(contents)))
    parts = {
        "OFD.xml": f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 "
        f"{pdf.WIDTH * _MM:.4f} {pdf.HEIGHT * _MM:.4f}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for i, content in enumerate(contents):
        layer = f'<ofd:Content><ofd:Layer Type="Body" ID="9">{content}</ofd:Layer></ofd:Content>'
        parts[f"Doc_0/Pages/Page_{i}/Content.xml"] = f"{HEAD}<ofd:Page {SPACE}>{layer}</ofd:Page>"
    return zipped(parts)


def build(blocks: Iterable[Block]) -> bytes:
    return document([_object(drawn) for drawn in page] for page in pdf.pages(blocks))


def _object(drawn: str) -> str:
    if found := _TEXT.fullmatch(drawn):
        size, x, y = (float(one) * _MM for one in found.groups()[:3])
        return text(x, pdf.HEIGHT * _MM - y, bytes.fromhex(found[4]).decode("utf-16-be"), size) if found[4] else ""
    found = _LINE.fullmatch(drawn)
    assert found
    x1, y1, x2, y2 = (float(one) * _MM for one in found.groups())
    return line(x1, pdf.HEIGHT * _MM - y1, x2, pdf.HEIGHT * _MM - y2)
