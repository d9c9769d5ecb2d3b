"""The plan as it is printed to a .pdf by fpdf2: a Chinese font of its own, justified lines, numbered pages, ruled
tables that go on over pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableCellFillMode

from tests.readers.builders.plan import Block, Row

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")


class _Printed(FPDF):
    def footer(self) -> None:
        self.set_y(-20)
        self.cell(0, 10, f"— {self.page_no()} —", align="C")


def build(blocks: Sequence[Block]) -> bytes:
    """The file, its font cut down to the letters that it prints."""
    made = _Printed(format="A4")
    made.set_margins(28, 37, 26)
    made.set_auto_page_break(True, 35)
    made.add_font("song", "", FONT)
    made.set_font("song", size=16)
    made.add_page()
    for block in blocks:
        if isinstance(block, str):
            _paragraph(made, block)
        else:
            _table(made, block)
    return bytes(made.output())


def _paragraph(made: FPDF, text: str) -> None:
    if text.strip():
        made.set_font("song", size=16)
        made.multi_cell(0, 10, f"　　{text.strip()}", align="L", wrapmode="CHAR", new_x="LMARGIN", new_y="NEXT")


def _table(made: FPDF, rows: Sequence[Row]) -> None:
    made.set_font("song", size=10)
    with made.table(
        line_height=6, first_row_as_headings=False, wrapmode="CHAR", cell_fill_mode=TableCellFillMode.NONE
    ) as table:
        for row in rows:
            written = table.row()
            for cell in row:
                if cell.down:
                    written.cell(cell.text, colspan=cell.across, rowspan=cell.down, align="L")
