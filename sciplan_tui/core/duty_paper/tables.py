"""The tables of a duty sheet in their order: how much a unit holds, its tasks by role, figures, progress, the basis.

Every number has the query that gives it, in its row or beneath the table. A table of which there is nothing to say is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.book import Book
from sciplan_tui.core.duty_paper.basis_table import basis_table, proposal_table
from sciplan_tui.core.duty_paper.facts import DutyPaper, Share
from sciplan_tui.core.duty_paper.progress_tables import ahead_table, figures_table, standing_table
from sciplan_tui.core.duty_paper.table import Row, all_of_the_unit, notes, printed_note, query, row_note, without_empty
from sciplan_tui.core.duty_paper.task_table import task_table
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Code, Sheet, columns, without
from sciplan_tui.locale import say

HISTORY = "sciplan history"
"""What lists each change."""


def duty_tables(paper: DutyPaper) -> tuple[Sheet, ...]:
    """All of them; "moved" also where nothing did, so that this is said."""
    progress = (figures_table(paper), standing_table(paper), ahead_table(paper))
    found = (_totals(paper), *(task_table(paper, role) for role in Role), *progress)
    moved = () if paper.moved is None else (_of_the_unit(paper, paper.moved),)
    proof = (basis_table(paper), proposal_table(paper))
    return (*_told(found), *moved, *_told(proof))


def without_queries(tables: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The tables for a paper that is sealed: without what only who keeps the record can use, queries and the state of
    the data."""
    unsaid = {say(f"duty_paper.note.{what}") for what in ("query", "printed", "state")}
    return tuple(
        without(replace(one, notes=tuple(note for note in one.notes if note[0] not in unsaid)), {"query"})
        for one in tables
    )


def _of_the_unit(paper: DutyPaper, moved: Sheet) -> Sheet:
    """What moved, without the plan, which is one and the same; what is said now is in the lists of what it holds."""
    asked = (*all_of_the_unit(paper), *all_of_the_unit(paper, "targets"), (say("duty_paper.note.query"), HISTORY))
    told = replace(without(moved, {"plan", "query"}), notes=(*asked, *notes(paper)) if moved.rows else notes(paper))
    return without_empty(told, "path", "title", "was", "now")


def _told(tables: Sequence[Sheet]) -> tuple[Sheet, ...]:
    return tuple(one for one in tables if one.rows)


def _totals(paper: DutyPaper) -> Sheet:
    """By role how many 任务 print the unit, and how many those are with the ones that inherit."""
    rows = tuple(row for share in paper.shares for row in _roles(paper, share))
    heads = columns("role through tasks=tasks_printed below=with_below query")
    beneath = (
        (say("duty_paper.note.counted"), say("duty_paper.counted")),
        row_note(paper),
        printed_note(paper),
        *notes(paper),
    )
    return without_empty(Sheet("duty_totals", heads, rows, notes=beneath))


def _roles(paper: DutyPaper, share: Share) -> Iterator[Row]:
    """A row for each role, and for all together where there are several."""
    roles = [role for role in Role if any(share.of(role))]
    for role in (*roles, *([None] if len(roles) > 1 else [])):
        printed = {duty.task_id for duty in share.of(role)}
        counted = paper.counted(share, role)
        said = Code("role", role) if role else say("duty_paper.any_role")
        yield said, share.through, len(printed & counted.keys()), len(counted), query(share, role)


def duty_book(paper: DutyPaper, tables: Sequence[Sheet]) -> Book:
    """The same tables as a workbook."""
    plan = paper.unit.plan
    told = (
        ("unit", paper.unit.name),
        ("plan", f"{plan.title} {paper.facts.document_number or ''}".strip()),
        ("as_of", paper.as_of.isoformat()),
        ("state", paper.state),
    )
    beside = tuple((say(f"duty_paper.note.{what}"), said) for what, said in told)
    title = f"{say('duty_paper.title', unit=paper.unit.name)}  {plan.title}"
    return Book(title, tuple(tables), beside, paper.on, a4=True)
