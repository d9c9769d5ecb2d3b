"""From a Document to a ParsedPlan in named steps: clean, outline, statements, targets, milestones, self-check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.core.parse.draft import Holding, Node
from sciplan_tui.core.parse.head.metadata import Metadata
from sciplan_tui.core.parse.selfcheck.looks import check_looks
from sciplan_tui.core.parse.whereabouts import places
from sciplan_tui.core.plan import Kind, ParsedPlan, Problem, Proposal, Source, Task, UnitCount

if TYPE_CHECKING:
    from sciplan_tui.core.parse.holding.held import Statements


def parse(document: Document, simplify: Callable[[str], str]) -> ParsedPlan:
    """What the document says. `simplify` turns traditional characters into simplified ones, one for one.

    A plan that this program wrote (an object, a table with a column `record`) comes back as it was; a table is read by
    its heads; everything else is read as running text. What the reader had to leave out is told with the rest.
    """
    if document.payload is None and any(isinstance(block, Table) or block.text[:1] == "|" for block in document.blocks):
        from sciplan_tui.core.parse.table.in_file.cards import with_cards_as_rows
        from sciplan_tui.core.parse.table.in_file.columns_as_rows import with_columns_as_rows
        from sciplan_tui.core.parse.table.in_file.marked_units import with_units_named
        from sciplan_tui.core.parse.table.in_file.own_lists import refuse_own_lists
        from sciplan_tui.core.parse.table.in_file.units_first import with_units_filled

        refuse_own_lists(document.blocks)
        document = with_units_named(with_units_filled(with_cards_as_rows(with_columns_as_rows(document))))
    plan = _parsed(document, simplify)
    by_looks = () if document.payload is not None else check_looks(document.blocks)
    return replace(plan, problems=(*document.problems, *plan.problems, *by_looks), places=places(document))


def _parsed(document: Document, simplify: Callable[[str], str]) -> ParsedPlan:
    if document.payload is not None:
        from sciplan_tui.core.interchange.plan_object import from_object

        return from_object(document.payload, document.source)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    written = any(isinstance(block, Paragraph) and block.text.strip() for block in document.blocks)
    if len(tables) == 1 and not written:
        return _parse_table(document, tables[0], simplify)
    return _parse_mixed(document, simplify) if tables else parse_text(document, simplify)


def _parse_table(document: Document, table: Table, simplify: Callable[[str], str]) -> ParsedPlan:
    rows = [list(row.cells) for row in table.rows]
    if rows and rows[0] and rows[0][0].strip().lower() == "record":
        from sciplan_tui.core.interchange.plan_object import from_records

        return from_records(rows, document.source, [row.line for row in table.rows])
    from sciplan_tui.core.cleaning.cells import clean_table
    from sciplan_tui.core.parse.table.in_file.task_table import read_task_table

    return read_task_table(clean_table(table, simplify), document.source)


def _parse_mixed(document: Document, simplify: Callable[[str], str]) -> ParsedPlan:
    """A plan in running text and tables."""
    from sciplan_tui.core.cleaning.cells import clean_tables

    return parse_text(clean_tables(document, simplify), simplify)


def _parse_headed(table: Table, source: Source, head: Metadata) -> ParsedPlan:
    """A plan that is a task table, with a title and perhaps a notice around it."""
    from sciplan_tui.core.parse.table.in_file.task_table import read_task_table

    plan = read_task_table(table, source, head.region)
    start, end = head.period if head.period[0] is not None else (plan.period_start, plan.period_end)
    return replace(
        plan,
        title=head.title or plan.title,
        document_number=head.document_number,
        issuer=head.issuer,
        region=head.region or plan.region,
        issued_on=head.issued_on,
        period_start=start,
        period_end=end,
    )


def parse_text(document: Document, simplify: Callable[[str], str]) -> ParsedPlan:
    """A plan in running text: each step hands the next what it found, and what it was not sure of."""
    from sciplan_tui.core import cleaning
    from sciplan_tui.core.parse.head.metadata import read_metadata, titled
    from sciplan_tui.core.parse.head.page_facts import with_page_facts
    from sciplan_tui.core.parse.holding.held import read_statements
    from sciplan_tui.core.parse.outline.headings import outline
    from sciplan_tui.core.parse.outline.laying_out import lay_out
    from sciplan_tui.core.parse.selfcheck import self_check
    from sciplan_tui.core.parse.table.in_file import cell_tables
    from sciplan_tui.core.parse.table.in_text.text_tables import find_tables, without_rows

    lines, unclear = cleaning.clean(cell_tables.without_tables(document), simplify)
    in_text = find_tables(lines)
    written = without_rows(lines, in_text)
    layout = lay_out(written)
    nodes, misnumbered = outline(written, layout)
    head = with_page_facts(read_metadata(written, layout), document.blocks)
    if not nodes and (table := cell_tables.only_table(document)):
        return _parse_headed(table, document.source, head)
    lines, tables = cell_tables.with_tables(document, lines, in_text)
    head = titled(head, next((table.title for table in tables if table.title), None), lines)
    statements = read_statements(nodes, lines, tables, head.region)
    plan = _plan(document.source, head, statements)
    found = (*unclear, *misnumbered, *statements.problems, *self_check(plan, statements.nodes, lines))
    return replace(plan, problems=_in_order(found))


def _plan(source: Source, head: Metadata, statements: Statements) -> ParsedPlan:
    """What is said, as a plan; its figures and milestones are read here."""
    from sciplan_tui.core.parse.figure.targets import read_targets
    from sciplan_tui.core.parse.time.milestones import read_milestones

    tasks = _tasks(statements)
    return ParsedPlan(
        source=source,
        title=head.title or source.name,
        document_number=head.document_number,
        issuer=head.issuer,
        region=head.region,
        issued_on=head.issued_on,
        period_start=head.period[0],
        period_end=head.period[1],
        tasks=tasks,
        targets=read_targets(statements.nodes, head.period[1], head.region, head.since),
        milestones=read_milestones(statements.nodes, head.period),
        units=_units(tasks),
    )


def _tasks(statements: Statements) -> tuple[Task, ...]:
    """The nodes of the outline, each with its kind, its own words, and who is said to hold it."""
    from sciplan_tui.core.parse.outline.owed import kinds_owed
    from sciplan_tui.core.parse.outline.own_words import own_words, statements_by_line

    nodes, held = statements.nodes, statements.by_path
    kinds = kinds_owed(nodes, {path for path, holding in held.items() if holding.assignments})
    duties, stating = _duties(nodes), statements_by_line(held.values())
    return tuple(
        _task(node, kinds[node.path], own_words(node, stating), held, duties.get(node.path, ())) for node in nodes
    )


def _duties(nodes: tuple[Node, ...]) -> dict[str, list[Proposal]]:
    """The duties that running text lays on units, by the path of their node."""
    from sciplan_tui.core.parse.statement.duties import read_duties

    found: dict[str, list[Proposal]] = {}
    for path, duty in read_duties(nodes):
        found.setdefault(path, []).append(duty)
    return found


def _proposed(holding: Holding, duties: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Each unit once a line, and no duty of a unit that the task's own statement names."""
    said = {assignment.unit for assignment in holding.assignments}
    told = {(duty.unit, duty.line): duty for duty in duties if duty.unit not in said}
    return (*holding.proposals, *told.values())


def _task(node: Node, kind: Kind, text: str, held: Mapping[str, Holding], duties: Iterable[Proposal]) -> Task:
    holding = held.get(node.path) or Holding()
    return Task(
        path=node.path,
        parent=node.parent,
        number=node.number,
        title=node.title,
        kind=kind,
        line=node.line,
        line_end=node.line_end,
        inferred=node.inferred,
        open_list=holding.open_list,
        deadline=holding.deadline,
        text=text,
        assignments=holding.assignments,
        proposals=_proposed(holding, duties),
    )


def _units(tasks: tuple[Task, ...]) -> tuple[UnitCount, ...]:
    from sciplan_tui.core.unit.counts import count_units
    from sciplan_tui.core.unit.registry import is_collective

    return count_units(tasks, is_collective)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Each problem once, by line; those of the whole document first."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line or 0))
