"""The tables of what was done and what went out: the journal, and the papers that were issued."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index

from sciplan_tui.core.issued.issued import ISSUED
from sciplan_tui.store.schema.declaring import Row, one_of, optional_text, refers, row_key, text_column


class JournalEntry(Row, table=True):
    """One user's gesture. `made_in`: `screens` or `command`; None: made before that was noted."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        row_key("journal_entry"),
        refers("journal_entry", "undoes", "journal_entry"),
        refers("journal_entry", "undone_by", "journal_entry"),
    )
    at: str = text_column()
    kind: str = text_column()
    summary: str = text_column()
    undoes: int | None
    undone_by: int | None
    made_in: str | None = optional_text()


class JournalChange(Row, table=True):
    """One row's change, old and new as JSON."""

    __tablename__ = "journal_change"
    __table_args__ = (
        row_key("journal_change"),
        ForeignKeyConstraint(
            ["entry_id"],
            ["journal_entry.id"],
            name="fk_journal_change_entry",
            deferrable=True,
            initially="DEFERRED",
        ),
        Index("ix_journal_change_entry", "entry_id"),
        Index("ix_journal_change_row", "table_name", "row_id"),
    )
    entry_id: int
    position: int
    table_name: str = text_column()
    row_id: int
    old: str | None = optional_text()
    new: str | None = optional_text()


class Issued(Row, table=True):
    """A paper that went out. It names plan, unit and journal entry by number and refers to none: none hangs on it."""

    __tablename__ = "issued"
    __table_args__ = (
        row_key("issued"),
        one_of("issued", "kind", ISSUED),
        Index("ix_issued_plan", "plan_id", "kind", "unit_id"),
    )
    kind: str = text_column()
    plan_id: int
    unit_id: int | None
    on_day: str = text_column()
    entry_id: int
    at: str = text_column()
