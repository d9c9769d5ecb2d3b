"""The forms of what is edited by hand: a task, a figure, a milestone, a plan. Each is checked before it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sciplan_tui.core.detail.editable import EditableMilestone
from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.core.given.figure import YES, figure_columns
from sciplan_tui.core.given.moment import span
from sciplan_tui.core.given.plan import FIELDS as OF_A_PLAN
from sciplan_tui.core.given.plan import plan_columns
from sciplan_tui.core.plan import Comparator, Frequency, Kind, MilestoneKind, Target
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form.field_form import Field, FieldForm, Written
from sciplan_tui.tui.widgets.field import Choice
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.text.edit_lines import field as called

KINDS = (Kind.PART, Kind.ACTION, Kind.PROJECT, Kind.TASK_GROUP, Kind.TASK, Kind.SAFEGUARD)
"""What a task by hand may be; any other kind can be given to it then."""
_BELOW = {Kind.PART: Kind.ACTION}
"""What most often stands below a kind; else a task does."""


class EditForm(FieldForm):
    """A form whose answer is checked as a whole: what would be refused is said while it can still be mended."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        check: Callable[[Written], object] = dict,
        note: str = "",
        begin: str = "",
    ) -> None:
        """`begin`: the field that is written first, where it is not the first one."""
        super().__init__(title, fields, note)
        self._check = check
        self._begin = begin

    def on_mount(self) -> None:
        """Begin on the field that is meant."""
        super().on_mount()
        if self._begin:
            self.query_one(f"#{self._begin}").focus()

    def called(self, field: Field) -> str:
        """What a field is called here."""
        return called(field.key)

    def title_text(self) -> str:
        """What it is about, in signs of one width."""
        return narrow(super().title_text())

    def answer(self) -> Written | None:
        """What was written, when it would be taken."""
        written = super().answer()
        try:
            if written is not None:
                _short_enough(written)
                self._check(written)
        except RefusedError as refused:
            self.fault(str(refused))
            return None
        return written


class NewTaskForm(EditForm):
    """Its kind follows where it stands, until another is chosen."""

    def __init__(self, title: str, fields: Sequence[Field], beside: Kind) -> None:
        super().__init__(title, fields)
        self._beside = beside

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """It stands elsewhere now."""
        if message.choice.id == "where":
            kind = _kind(self._beside, below=message.choice.value == "below")
            self.query_one("#kind", Choice).chosen = KINDS.index(kind)


def _short_enough(written: Mapping[str, str]) -> None:
    from sciplan_tui.workspace.gesture.given_text import one_line

    for text in written.values():
        one_line(text)


def _kind(beside: Kind, *, below: bool) -> Kind:
    kind = _BELOW.get(beside, Kind.TASK) if below else beside
    return kind if kind in KINDS else Kind.TASK


def new_task_form(task: TaskDetail) -> EditForm:
    """Where it stands, what it is called, what it is, whether it has the units of the one beside it."""
    below = task.kind is Kind.PART
    fields = (
        Field("title", needed=True),
        Field("where", "below" if below else "behind", options=_options("edit.where", ("behind", "below"))),
        Field("kind", str(_kind(task.kind, below=below)), options=[(str(k), say(f"word.kind.{k}")) for k in KINDS]),
        Field("units", "none", options=_options("edit.units", ("none", "copied"))),
        Field("by", hint=say("edit.hint.by")),
    )
    return NewTaskForm(say("edit.title.new_task", path=task.path, title=task.title), fields, task.kind)


def target_form(task: TaskDetail, target: Target | None) -> EditForm:
    """A figure; None: a new one."""
    value = "" if target is None else _plain(target.value)
    most = "" if target is None or target.value_max is None else _plain(target.value_max)
    frequency = str(target.frequency or "") if target else ""
    comparator = str(target.comparator if target else Comparator.GE)
    fields = (
        Field("indicator", target.indicator if target else task.title, needed=True),
        Field("comparator", comparator, options=_options("word.comparator", tuple(Comparator))),
        Field("value", value, needed=True),
        Field("value_max", most, hint=say("edit.hint.value_max")),
        Field("unit", target.unit if target else "", hint=say("edit.hint.unit")),
        Field("frequency", frequency, options=[("", "-"), *_options("word.frequency", tuple(Frequency))]),
        Field("deadline", (target.deadline or "") if target else "", hint=say("edit.hint.date")),
        Field("aspirational", YES if target and target.aspirational else "no", options=_options("word", ("no", YES))),
    )
    title = say("edit.title.new_target" if target is None else "edit.title.target", path=task.path, title=task.title)
    return EditForm(title, fields, figure_columns)


def milestone_form(milestone: EditableMilestone) -> EditForm:
    """Its name, its kind, its date."""
    fields = (
        Field("label", milestone.label, needed=True),
        Field("kind", str(milestone.kind), options=_options("word.milestone", tuple(MilestoneKind))),
        Field("date", milestone.date, hint=say("edit.hint.date")),
    )
    title = say("edit.title.milestone", label=milestone.label, plan=milestone.plan_key)
    return EditForm(title, fields, lambda written: span(written["date"]))


def plan_form(key: str, said: Mapping[str, str | None], begin: str) -> EditForm:
    """What a plan says about itself; `begin`: the field to begin on."""
    fields = [Field(name, said[name] or "", needed=name == "title") for name in OF_A_PLAN]
    note = say("edit.note.plan", key=key)
    return EditForm(say("edit.title.plan", plan=key), fields, plan_columns, note, begin)


def new_plan_form() -> EditForm:
    """A plan without a file, with its first part."""
    hints = {"region": "edit.hint.region", "period": "edit.hint.period", "issued_on": "edit.hint.day"}
    fields = [Field(name, hint=say(hints[name]) if name in hints else "", needed=name == "title") for name in OF_A_PLAN]
    fields.append(Field("first", hint=say("edit.hint.first"), needed=True))
    return EditForm(say("edit.title.new_plan"), fields, lambda written: plan_columns(_without_first(written)))


def _without_first(written: Written) -> Written:
    return {name: text for name, text in written.items() if name != "first"}


def _options(area: str, names: Sequence[str]) -> list[tuple[str, str]]:
    return [(str(name), say(f"{area}.{name}")) for name in names]


def _plain(value: float) -> str:
    """A number as it is written: never in powers of ten."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
