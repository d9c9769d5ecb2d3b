"""Plans as long as they are wanted, of the words of the plan that ships with the program, in several kinds of file.

As dense as real ones are: some 200 letters a task, two or three units a task, and marked up as programs mark up.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from html import escape

from sciplan_tui.readers.word.numerals import numeral
from tests.readers.builders import docx, html, pdf, sheets
from tests.readers.builders.plan import TEXT, Block, Cell, Row

LINES_A_PAGE, LETTERS_A_LINE = 22, 26
_REGION = "清屿市"
_FIRST, _LAST, _ANNEX = "二、", "四、组织实施", "附件："
_SECTION = re.compile(r"（[一二三四五六七八九十]+）")
_TASK = re.compile(r"\d[.．]|——|[^（、：]{4,16}。")
_OTHER = re.compile(r"[\d（）《》〔〕“”.．—局委办部会]")
_PROSE = 150
"""Letters of prose that a task has on average, beside what the shipped plan says of it."""


def plan(pages: float, region: str = _REGION, seed: int = 1) -> list[Block]:
    """A plan of some `pages`: parts of actions over and over, and behind them the table of who leads what."""
    chance = random.Random(seed)
    lines = TEXT.read_text(encoding="utf-8").replace(_REGION, region).split("\n")
    body, rest, end = (_at(lines, opening) for opening in (_FIRST, _LAST, _ANNEX))
    written: list[Block] = [*lines[:body]]
    rows = [[Cell("序号"), Cell("工作内容"), Cell("牵头单位"), Cell("责任单位")]]
    number, sections, clauses = 1, _sections(lines[body:rest]), _clauses(lines)
    while _pages([*written, rows]) < pages - 1:
        place = (number - 1) % len(sections)
        if place == 0:
            written.append(f"{_chinese(2 + number // len(sections))}、第{number}批重点行动")
        written += _section(place + 1, sections[place], clauses, chance)
        rows.append(_row_of(len(rows), place))
        number += 1
    last = 3 + (number - 2) // len(sections)
    return [*written, f"{_chinese(last)}、组织实施", *lines[rest + 1 : end + 1], rows]


def _pages(blocks: Sequence[Block]) -> float:
    lines = 0
    for one in blocks:
        cells = [one] if isinstance(one, str) else [cell.text for row in one for cell in row]
        lines += sum(1 + len(cell) // LETTERS_A_LINE for cell in cells)
    return lines / LINES_A_PAGE


def _at(lines: Sequence[str], opening: str) -> int:
    return next(place for place, line in enumerate(lines) if line.startswith(opening))


def _chinese(number: int) -> str:
    return numeral(number, "chineseCounting")


def _clauses(lines: Sequence[str]) -> list[str]:
    """What the shipped plan says without figures, names of units and quotations."""
    parts = re.split(r"[，。：；、\n]", "\n".join(lines))
    return [
        part for part in parts if 5 < len(part) < 20 and not re.search(r"[\d（）《》〔〕“”.．—]|[局委办部会]", part)
    ]


def _sections(lines: Sequence[str]) -> list[list[str]]:
    """The actions and projects of the plan, each with its heading, its tasks and its statements."""
    sections: list[list[str]] = []
    for line in lines:
        if _SECTION.match(line):
            sections.append([])
        if sections and line[1:2] != "、":
            sections[-1].append(line)
    return sections


def _section(number: int, lines: Sequence[str], clauses: Sequence[str], chance: random.Random) -> list[str]:
    """A section with its number, whose tasks have some prose of their own."""
    heading = _SECTION.sub(f"（{_chinese(number)}）", lines[0], count=1)
    told = (f"{line}{_prose(clauses, chance)}" if _TASK.match(line) and line.endswith("。") else line for line in lines)
    return [heading, *list(told)[1:]]


def _prose(clauses: Sequence[str], chance: random.Random) -> str:
    words = ""
    while len(words) < chance.gauss(_PROSE, _PROSE / 4):
        words += "，".join(chance.sample(clauses, 4)) + "。"
    return words


def _row_of(number: int, place: int) -> Row:
    """An action with its units, as an annex lists it."""
    told = (
        ("青少年科学素质提升行动", "市教育局、市科协", "市委宣传部、市科技局、市文化广电旅游局、团市委、市妇联"),
        ("科普信息化工程", "市委宣传部、市科协", "市委网信办、市数据局、市融媒体中心"),
    )
    work, lead, others = told[place % len(told)]
    return [Cell(str(number)), Cell(f"第{number}批{work}"), Cell(lead), Cell(others)]


def text(blocks: Sequence[Block]) -> bytes:
    """As plain text, the table's cells each on a line, as they are when a page is copied."""
    cells = (one if isinstance(one, str) else "\n".join(cell.text for row in one for cell in row) for one in blocks)
    return "\n".join(cells).encode()


def word(blocks: Sequence[Block]) -> bytes:
    """As Word writes it: figures, letters and marks in runs of their own, each with its font."""
    font = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="Times New Roman"'
    properties = f'<w:rPr>{font} w:hint="eastAsia"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
    layout = '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr>'

    def paragraph(line: str) -> str:
        runs = "".join(docx.run(piece, properties) for piece in _pieces(line))
        return f'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">{layout}{runs}</w:p>'

    return docx.package("".join(paragraph(one) if isinstance(one, str) else docx.table(one) for one in blocks))


def page(blocks: Sequence[Block]) -> bytes:
    """As a site shows what was pasted from Word: each stretch in a `<span>` with its font."""
    font = "font-family:仿宋_GB2312;font-size:21px;line-height:2em;color:rgb(51,51,51)"

    def paragraph(line: str) -> str:
        spans = "".join(f'<span style="{font}">{escape(piece)}</span>' for piece in _pieces(line))
        return f'<p style="text-indent:43px;text-align:justify;{font}">{spans}</p>'

    return html.page("\n".join(paragraph(one) if isinstance(one, str) else html.content([one]) for one in blocks))


def _pieces(line: str) -> list[str]:
    return re.findall(r"[\d.%A-Za-z]+|[，。、；：（）“”—]+|[^\d.%A-Za-z，。、；：（）“”—]+", line)


def rows_of(blocks: Sequence[Block]) -> list[list[str]]:
    """As the rows of a task table: every task with its words, the units of the annex beside it in turn."""
    annex = [row for one in blocks if not isinstance(one, str) for row in one[1:]]
    tasks = [one for one in blocks if isinstance(one, str) and len(one) > 40 and _TASK.match(one)]
    rows = [["序号", "工作内容", "牵头单位", "责任单位"]]
    for place, task in enumerate(tasks, 1):
        lead, others = (cell.text for cell in annex[place % len(annex)][2:])
        rows.append([str(place), task.lstrip("0123456789.．—"), lead, others])
    return rows


BUILDERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "docx": word,
    "pdf": pdf.build,
    "html": page,
    "xlsx": lambda blocks: sheets.xlsx({"分工表": rows_of(blocks)}),
    "xls": lambda blocks: sheets.xls({"分工表": rows_of(blocks)}),
    "ods": lambda blocks: sheets.ods({"分工表": rows_of(blocks)}),
}
"""Every kind that is measured, and who builds it."""
