"""A table with a unit a column and a mark (★, ○, 牵) where that unit holds the task of the row, made a task table: the
marks become lists below 牵头单位, 责任单位 and 配合单位. What a mark stands for its letter says, or a note explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse.statement.roles import label_role
from sciplan_tui.core.parse.table.heads import Column, read_head
from sciplan_tui.core.parse.table.rows import EMPTY, is_units
from sciplan_tui.core.plan import Problem, Role

_HEAD_WITHIN = 8
_FEWEST = 3
"""Units that a head must name, so that no other table is taken for such a one."""
_LONGEST = 2
_LETTERS = {
    Role.LEAD: frozenset({"牵", "主", "头", "牵头", "主办", "主责", "L"}),
    Role.RESPONSIBLE: frozenset({"责", "负", "责任", "负责", "R"}),
    Role.SUPPORT: frozenset({"配", "协", "参", "配合", "协办", "参与", "S"}),
}
_ROLE = "(?P<role>牵头|主办|主责|责任|负责|配合|协办|协助|参与|支持)"
_HEADS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.SUPPORT: "配合单位"}
_NOTHING = EMPTY | {"×", "否"}


def with_units_named(document: Document) -> Document:
    """The document, each table of marks in it as a task table."""
    tables = {
        place: block for place, block in enumerate(document.blocks) if isinstance(block, Table) and not block.unread
    }
    found = {place: head for place, table in tables.items() if (head := _head(table)) is not None}
    if not found:
        return document
    words = list(_words(document.blocks))
    blocks, problems = list(document.blocks), list(document.problems)
    for place, at in found.items():
        rows = tables[place].rows
        roles = _roles(_marks(rows, at), words)
        if roles is None:
            problems.append(Problem("marks_unexplained", rows[at].line, (("text", " ".join(_marks(rows, at))),)))
        blocks[place] = Table(tuple(_named(rows, at, roles or {})))
    return replace(document, blocks=tuple(blocks), problems=tuple(problems))


def _words(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell for row in block.rows for cell in row.cells if len(cell) > _LONGEST)


def _head(table: Table) -> int | None:
    """The row that names a unit a column, and a task's column beside them; below are marks and nothing else."""
    for at, row in enumerate(table.rows[:_HEAD_WITHIN]):
        if len(_places(row)) >= _FEWEST and Column.TITLE in map(read_head, _heads(table.rows, at)):
            return at if (marks := _marks(table.rows, at)) and all(map(_is_mark, marks)) else None
    return None


def _heads(rows: Sequence[TableRow], at: int) -> list[str]:
    """The heads of the row, those that only the row above has filled in."""
    above = rows[at - 1].cells if at else ()
    pairs = zip_longest(rows[at].cells, above[: len(rows[at].cells)], fillvalue="")
    return ["".join((own or up).split()) for own, up in pairs]


def _places(row: TableRow) -> list[int]:
    """The columns that are units."""
    heads = ["".join(cell.split()) for cell in row.cells]
    return [place for place, head in enumerate(heads) if head and read_head(head) is None and is_units(head)]


def _marks(rows: Sequence[TableRow], at: int) -> list[str]:
    """What stands below the units, each once; rows of one cell, merged over all, are notes and headings."""
    places = _places(rows[at])
    told = (
        row.cells[place].strip()
        for row in rows[at + 1 :]
        if len({cell for cell in row.cells if cell}) > 1
        for place in places
        if place < len(row.cells)
    )
    return list(dict.fromkeys(mark for mark in told if mark not in _NOTHING))


def _is_mark(text: str) -> bool:
    return any(text in letters for letters in _LETTERS.values()) or (
        len(text) <= _LONGEST and not any(sign.isalnum() for sign in text)
    )


def _roles(marks: Sequence[str], words: Sequence[str]) -> dict[str, Role] | None:
    """What each mark gives; one mark alone says who is responsible. None where several are not explained."""
    roles = {mark: role for mark in marks for role, letters in _LETTERS.items() if mark in letters}
    for mark in marks:
        if mark not in roles and (role := _explained(mark, words)):
            roles[mark] = role
    return roles if len(roles) == len(marks) or len(marks) == 1 else None


def _explained(mark: str, words: Sequence[str]) -> Role | None:
    sign = re.escape(mark)
    told = re.compile(rf"{sign}[”\"’）)]?(?:为|是|表示|代表|指|[：:—=-])*{_ROLE}")
    before = re.compile(rf"{_ROLE}(?:单位|部门)?(?:用|以|为|标|[：:—=“\"（(-])*{sign}")
    for pattern in (told, before):
        if found := next(filter(None, (pattern.search("".join(text.split())) for text in words)), None):
            return label_role(found["role"]).role
    return None


def _named(rows: Sequence[TableRow], at: int, roles: dict[str, Role]) -> Iterator[TableRow]:
    """The rows above the head but for those that are its upper half, the head with the roles, and the rows below."""
    places = _places(rows[at])
    kept = [place for place in range(len(rows[at].cells)) if place not in places]
    given = [role for role in Role if role in {roles.get(mark, Role.RESPONSIBLE) for mark in _marks(rows, at)}]
    heads = _heads(rows, at)
    yield from (row for row in rows[:at] if Column.TITLE not in map(read_head, row.cells))
    yield rows[at]._replace(cells=(*(heads[place] for place in kept), *(_HEADS[role] for role in given)))
    for row in rows[at + 1 :]:
        cells = [*row.cells, *[""] * len(heads)]
        lists: dict[Role, list[str]] = {role: [] for role in given}
        if len(set(filter(None, row.cells))) > 1:
            for place in places:
                if (mark := cells[place].strip()) not in _NOTHING:
                    lists[roles.get(mark, Role.RESPONSIBLE)].append(heads[place])
        yield row._replace(cells=(*(cells[place] for place in kept), *("、".join(lists[role]) for role in given)))
