"""What the parts of the screen tell the ones above them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.message import Message

from sciplan_tui.core.matrix import Frame, RoleCounts
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import QueryError

if TYPE_CHECKING:
    from sciplan_tui.core.query.completion import QueryNames

Value = TypeVar("Value")


class CursorMoved(Message):
    """A person moved the cursor of the matrix."""


class Tallied(Message):
    """What the unit under the cursor holds in all has been counted."""


@dataclass
class SelectionChanged(Message):
    """So many tasks are selected."""

    count: int


@dataclass
class TaskOpened(Message):
    """A task is to be shown whole. `order`: the tasks that are gone through there, where it is not that of the matrix;
    `back` is told the one that was looked at last."""

    task_id: int
    order: Sequence[int] = ()
    back: Callable[[int | None], None] | None = None


class FoldClicked(Message):
    """The fold sign over a collective's column was clicked; the cursor is on it."""


@dataclass
class FoldRowClicked(Message):
    """The fold sign of a task was clicked: what is below it is to be hidden, or shown again."""

    task_id: int


@dataclass
class UnitOpened(Message):
    """A unit is to be shown whole."""

    unit_id: int


class MarkClicked(Message):
    """A cell of marks was double-clicked: its task is to be marked there; the cursor is on it."""


@dataclass
class Framed(Message):
    """A view was read."""

    frame: Frame


@dataclass
class Totalled(Message):
    """The roles of the units of a view were counted."""

    spec: ViewSpec
    totals: Mapping[int, RoleCounts]


@dataclass
class QueryRefused(Message):
    """A query has a wrong term; `fault` says what is wrong and in which column."""

    spec: ViewSpec
    fault: QueryError


@dataclass
class QueryWritten(Message):
    """The query line says this; `ended`: the person is done with it, `left`: by going elsewhere, not by Enter."""

    text: str
    ended: bool
    left: bool = False


@dataclass
class NamesRead(Message):
    """The names that a query may say, of a state of the database and a plan; None where they could not be read."""

    of: tuple[int, str | None]
    names: QueryNames | None


class QueryKept(Message):
    """A query is remembered."""


@dataclass
class Selected(Message):
    """The tasks that a query means."""

    tasks: frozenset[int]


@dataclass
class Finished(Message):
    """Work on the database or on a file is done; `sentence` says what."""

    sentence: str


@dataclass
class Refused(Message):
    """Work was refused, with the one sentence that says why."""

    sentence: str


@dataclass
class Answered(Message, Generic[Value]):
    """What was read in the background for a screen."""

    value: Value
