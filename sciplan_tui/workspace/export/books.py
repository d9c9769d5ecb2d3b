"""What one export holds: the sheets of a view, its title, and the notes that make it traceable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from sciplan_tui.core.book import Book
from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.matrix_sheet import signs_told
from sciplan_tui.core.sheet import Code, Sheet, Value
from sciplan_tui.locale import say
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.parts import Step, portion, sheet_parts, silent
from sciplan_tui.workspace.view.viewing import View

WORKBOOK_OF_MATRIX = ("matrix", "assignments", "targets", "milestones")
"""The sheets of a workbook that is asked for the matrix."""
_DATED = ("milestones", "targets", "tasks")
"""The sheets whose rows have days."""


def make_book(asked: Asked, name: str, form: str, step: Step = silent) -> Book:
    """The book of the view `name` for the format `form`. `step` is told how far it is."""
    if name == "overview":
        return _overview(asked)
    first, *others = _sheets(name, form)
    asking = [*of_each_plan(asked, first), *((replace(asked, columns=()), other, "") for other in others)]
    steps = [portion(step, place, len(asking)) for place in range(len(asking))]
    sheets = tuple(_whole(*one, done) for one, done in zip(asking, steps, strict=True))
    return Book(_title(asked.frame), sheets, tuple(_notes(asked, sheets)), asked.view.today)


def of_each_plan(asked: Asked, name: str) -> Sequence[tuple[Asked, str, str]]:
    """What the sheet is asked of, and the plan it is named by: units of several plans side by side are no matrix that a
    page could hold, so that each plan has its own.
    """
    frame = asked.frame
    shown = {row.plan_id for row in frame.rows} if name == "matrix" else set()
    if len(shown) < 2:
        return [(asked, name, "")]
    from sciplan_tui.core.plan_name import plan_names

    plans = [plan for plan in frame.plans if plan.plan_id in shown]
    called = plan_names(plans)
    return [(replace(asked, frame=frame.of_plan(plan)), name, called[plan.key]) for plan in plans]


def overview_tables(asked: Asked) -> tuple[Sheet, ...]:
    """A sheet for each thing that is counted; for programs they are one table."""
    from sciplan_tui.core.progress.sheets import overview_sheets
    from sciplan_tui.workspace.progress.overview import overview

    found = overview(asked.view, asked.frame.spec)
    return overview_sheets(found, found.nearest)


def _overview(asked: Asked) -> Book:
    """Each with its chart."""
    from sciplan_tui.core.progress.sheets import charts

    sheets = overview_tables(asked)
    told = _notes(asked, [Sheet("overview", (), ())])
    return Book(_title(asked.frame), sheets, tuple(told), asked.view.today, charts(sheets))


def bare_book(view: View, frame: Frame) -> Book:
    """What stands above and below the pages of a whole plan: its title, and the state of the data."""
    return Book(_title(frame), (), ((say("export.note.made"), _made(view)),), view.today)


def _whole(asked: Asked, name: str, plan: str, step: Step) -> Sheet:
    """A sheet of which all parts are joined; `plan` is the one it is named by."""
    parts = sheet_parts(asked, name, step)
    first = next(parts)
    kept: dict[str | Code, str | Code] = {}
    rows = tuple(_sharing(row, kept) for part in chain([first], parts) for row in part.rows)
    return replace(first, rows=rows, part=plan)


def _sharing(row: tuple[Value, ...], kept: dict[str | Code, str | Code]) -> tuple[Value, ...]:
    """Texts that say the same are the same object: of 100,000 assignments most do, and they fit in a small memory."""
    return tuple(kept.setdefault(value, value) if isinstance(value, str | Code) else value for value in row)


def _sheets(name: str, form: str) -> tuple[str, ...]:
    if name == "plan":
        return _DATED if form == "ics" else ("division",)
    return WORKBOOK_OF_MATRIX if (name, form) == ("matrix", "xlsx") else (name,)


def _title(frame: Frame) -> str:
    """The plan's title; of several plans whose they are."""
    if len(frame.plans) == 1:
        return frame.plans[0].title
    from sciplan_tui.core.plan_name import plans_together

    return plans_together(frame.plans)


def _notes(asked: Asked, sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    """The notes: what was asked, of which data, and how much that is; the state of the data last."""
    sheet, rows = sheets[0], sum(len(one.rows) for one in sheets if one.name == sheets[0].name)
    view, frame, counts = asked.view, asked.frame, asked.frame.counts
    told = {
        "view": say(f"export.sheet.{sheet.name}"),
        "plans": say("word.between").join(plan.key for plan in frame.plans) or "-",
        "query": frame.spec.query.strip() or say("export.everything"),
        "counts": say("export.counts", found=counts.tasks, below=counts.tasks_with_inherited, all=counts.all_tasks),
        "rows": str(rows),
        "inherited": say("export.with" if asked.inherited else "export.without"),
        "proposed": say("export.with" if asked.proposed else "export.without"),
        "as_of": view.as_of.isoformat(),
        "signs": signs_told(proposed=asked.proposed),
        "made": _made(view),
    }
    return [(say(f"export.note.{name}"), said) for name, said in told.items() if _tells(name, sheet, asked)]


def _made(view: View) -> str:
    """On which day, of which data; as things stood on an earlier one, where that is asked for."""
    days = {"on": view.today.isoformat(), "as_of": view.as_of.isoformat()}
    return say("export.made_as_of" if view.as_of != view.today else "export.made", **days, state=data_state(view))


def _tells(note: str, sheet: Sheet, asked: Asked) -> bool:
    """Whether a note has anything to do with a sheet: only the assignments have rows that are inherited, they and the
    matrix what is proposed, only the matrix has signs. What is left out of the others is told.
    """
    if note == "inherited" and asked.printed:
        return sheet.name in ("matrix", "tasks", "assignments")
    if (note, sheet.name) == ("rows", "overview"):
        return False  # its rows stand in several sheets
    told_with = ("assignments", "duties")
    of = {"inherited": told_with, "proposed": (*told_with, "matrix"), "signs": ("matrix",)}
    return sheet.name in of.get(note, (sheet.name,))


def data_state(view: View) -> str:
    """The newest entry of the journal, by its number and its time."""
    from sciplan_tui.store.journal.entries import entry

    newest = entry(view.connection, view.state)
    if newest is None:
        return say("export.no_state")
    return say("export.state", entry=newest.id, at=newest.at.replace("T", " ")[:16])
