"""A .pdf of text and ruled lines, by hand: no font is embedded, its letters stand in a CMap that readers know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from tests.readers.builders.plan import Block, Cell, Row

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 85, 510
SIZE = 16
LEADING = 28
BOTTOM = 110
PER_LINE = (RIGHT - LEFT) // SIZE
_PADDING = 5


def text(x: float, y: float, words: str, size: float = SIZE) -> str:
    code = words.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf {x} {y} Td <{code}> Tj ET"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1} {y1} m {x2} {y2} l S"


def document(pages: Iterable[Sequence[str]], *, extra: bytes = b"", rotate: int = 0) -> bytes:
    """A file whose pages are drawn by these operators."""
    contents = ["\n".join(page).encode() for page in pages]
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
        b"/FontDescriptor << /Type /FontDescriptor "
        b"/FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 /Descent -120 /ItalicAngle 0 "
        b"/CapHeight 880 /StemV 80 >> >>",
    ]
    for i, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} /Contents {6 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    return _file(objects, extra)


def _file(objects: Sequence[bytes], extra: bytes) -> bytes:
    made, places = bytearray(b"%PDF-1.5\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root 1 0 R " % (len(objects) + 1) + extra
    return bytes(made + b">>\nstartxref\n%d\n%%%%EOF\n" % start)


def build(blocks: Iterable[Block]) -> bytes:
    """The plan as it is printed: broken lines, numbered pages, a table that may go on over pages."""
    return document(pages(blocks))


def pages(blocks: Iterable[Block]) -> list[list[str]]:
    """What is drawn on each page."""
    printer = _Printer()
    for block in blocks:
        if isinstance(block, str):
            printer.paragraph(block)
        else:
            printer.table(block)
    return printer.pages()


class _Printer:
    def __init__(self) -> None:
        self._pages: list[list[str]] = [[]]
        self._y = 740.0

    def pages(self) -> list[list[str]]:
        return [[*page, text(280, 60, f"— {i} —", 14)] for i, page in enumerate(self._pages, start=1)]

    def paragraph(self, words: str) -> None:
        words = f"　　{words}"
        for start in range(0, len(words), PER_LINE):
            self._room(LEADING)
            kept = words[start : start + PER_LINE]
            self._pages[-1].append(text(LEFT + SIZE * kept.count("　"), self._y, kept.lstrip("　")))
            self._y -= LEADING

    def table(self, rows: Sequence[Row]) -> None:
        """Each cell with its own borders; a merged one spans them, and ends and begins again where the page does."""
        columns = sum(cell.across for cell in rows[0])
        width = (RIGHT - LEFT) / columns
        letters = int((width - 2 * _PADDING) // 10)
        heights = [self._height(row, letters) for row in rows]
        reaching: dict[int, int] = {}
        for number, row in enumerate(rows):
            begins = self._room(heights[number])
            column = 0
            for cell in row:
                left = cell.down or reaching.get(column, 1)
                reaching[column] = left - 1
                if cell.down or begins:
                    high = self._fitting(heights[number : number + left])
                    self._cell(cell, LEFT + column * width, cell.across * width, high, letters * cell.across)
                column += cell.across
            self._y -= heights[number]

    def _fitting(self, heights: Sequence[float]) -> float:
        """The height of the rows that have room on this page."""
        reached = accumulate(heights)
        return max(high for high in reached if high == heights[0] or self._y - high >= BOTTOM)

    def _height(self, row: Row, letters: int) -> float:
        lines = (sum(-(-len(part) // (letters * cell.across)) for part in cell.text.split("\n")) for cell in row)
        return 14.0 * max(1, *lines) + 6

    def _cell(self, cell: Cell, x: float, width: float, height: float, letters: int) -> None:
        page = self._pages[-1]
        top, bottom = self._y + 11, self._y + 11 - height
        page += [line(x, top, x + width, top), line(x, bottom, x + width, bottom)]
        page += [line(x, bottom, x, top), line(x + width, bottom, x + width, top)]
        y = self._y - 2
        for part in cell.text.split("\n"):
            for start in range(0, len(part), letters):
                page.append(text(x + _PADDING, y, part[start : start + letters], 10))
                y -= 14

    def _room(self, height: float) -> bool:
        """Whether a page was begun, to have it."""
        if self._y - height >= BOTTOM:
            return False
        self._pages.append([])
        self._y = 740.0
        return True
