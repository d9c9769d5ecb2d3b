"""The parts of which the tables are declared: what every row has, and how columns and constraints are said."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, Text
from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """Every row has a number, given by the program."""

    id: int = Field(nullable=False)


def text_column(name: str | None = None) -> Any:
    """A column that always says something; `name` where Python keeps the word for itself."""
    return Field(sa_type=Text, sa_column_kwargs={"name": name} if name else {})


def optional_text() -> Any:
    """A column of text that may say nothing."""
    return Field(default=None, sa_type=Text)


def row_key(table: str) -> PrimaryKeyConstraint:
    """The number of a row is its key."""
    return PrimaryKeyConstraint("id", name=f"pk_{table}")


def refers(table: str, column: str, to: str) -> ForeignKeyConstraint:
    """A column that names a row of another table, looked at when the transaction ends."""
    name = f"fk_{table}_{column.removesuffix('_id')}"
    return ForeignKeyConstraint([column], [f"{to}.id"], name=name, deferrable=True, initially="DEFERRED")


def one_of(table: str, column: str, values: type[StrEnum] | tuple[str, ...], *, quick: bool = False) -> CheckConstraint:
    """A list for IN is built anew for every row: on the one table that may grow to a million, `quick` writes it out."""
    quoted = [f"'{value}'" for value in values]
    rule = " OR ".join(f"{column} = {one}" for one in quoted) if quick else f"{column} IN ({', '.join(quoted)})"
    return CheckConstraint(rule, name=f"ck_{table}_{column}")
