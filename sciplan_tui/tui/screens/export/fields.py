"""The fields of the export form: which there are, which make sense for a view and a format, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.view.spec import ColumnOrder
from sciplan_tui.locale import LANGUAGES, language, say
from sciplan_tui.tui.widgets.field import Choice
from sciplan_tui.tui.widgets.ticks import Ticks
from sciplan_tui.workspace.export.exporting import FORMATS, INHERITED, ORDERED, PROPOSED, VIEWS, has_columns

ENCODINGS = ("utf-8-sig", "gb18030", "utf-8")
_INHERITING = ("matrix", "tasks")
"""The views that have what is inherited, unless it is left out."""
_AS_SEEN = "seen"


class ExportFields:
    """The fields of one form, but for the file's name."""

    def __init__(self, screen: Screen[str | None], view: str) -> None:
        self._screen = screen
        self._first = view

    def widgets(self) -> Iterator[tuple[str, Widget]]:
        """Each field with its name."""
        views = [(view, say(f"tui.view.{view}")) for view in VIEWS]
        yield say("tui.export.view"), Choice(views, value=self._first, id="view")
        yield say("tui.export.format"), Choice([(name, name) for name in FORMATS], id="format")
        yield say("out.export.columns"), Ticks(id="columns")
        for option in ("inherited", "proposed"):
            both = [("without", say("tui.export.without")), ("with", say("tui.export.with"))]
            yield say(f"out.export.{option}"), Choice(both, id=option)
        orders = [(order, say(f"out.order.{order}")) for order in (_AS_SEEN, *ColumnOrder)]
        yield say("out.export.order"), Choice(orders, id="order")
        languages = [(one, say(f"out.language.{one}")) for one in LANGUAGES]
        yield say("out.export.language"), Choice(languages, value=language(), id="language")
        encodings = [(name, say(f"out.encoding.{name}")) for name in ENCODINGS]
        yield say("out.export.encoding"), Choice(encodings, id="encoding")

    @property
    def view(self) -> str:
        """The view that is chosen."""
        return self._chosen("view")

    @property
    def format(self) -> str:
        """The format that is chosen."""
        return self._chosen("format")

    @property
    def columns(self) -> Ticks:
        """The field of columns."""
        return self._screen.query_one("#columns", Ticks)

    def options(self) -> ExportOptions:
        """What is filled in, as far as it makes sense."""
        order, spoken = self._chosen("order"), self._chosen("language")
        return ExportOptions(
            format=self.format,
            encoding=self._chosen("encoding") if self._fits("encoding") else ENCODINGS[0],
            language=None if spoken == language() else spoken,
            columns=self.columns.value if self._fits("columns") else (),
            order=ColumnOrder(order) if self._fits("order") and order != _AS_SEEN else None,
            inherited=self._inherited() if self._fits("inherited") else None,
            proposed=self._fits("proposed") and self._chosen("proposed") == "with",
        )

    def _inherited(self) -> bool | None:
        """What is asked for, where it is not what the view has anyway."""
        asked = self._chosen("inherited") == "with"
        return None if asked == (self.view in _INHERITING) else asked

    def fill(self, options: ExportOptions) -> None:
        """Have the fields say these options."""
        said = {
            "format": options.format or FORMATS[0],
            "inherited": "with" if self._has_inherited(options) else "without",
            "proposed": "with" if options.proposed else "without",
            "order": options.order or _AS_SEEN,
            "language": options.language or language(),
            "encoding": options.encoding,
        }
        for name, value in said.items():
            self._screen.query_one(f"#{name}", Choice).choose(value)
        self.columns.want(options.columns)

    def _has_inherited(self, options: ExportOptions) -> bool:
        return self.view in _INHERITING if options.inherited is None else options.inherited

    def look(self) -> None:
        """Show the fields that make sense, with what is chosen."""
        for name in ("columns", "inherited", "proposed", "order", "encoding"):
            row = self._screen.query_one(f"#{name}").parent
            assert isinstance(row, Widget)
            row.display = self._fits(name)

    def _fits(self, name: str) -> bool:
        view, form = self.view, self.format
        if name == "columns":
            return has_columns(view, form)
        if name == "order":
            return view in ORDERED
        if name == "inherited":
            return view in INHERITED
        if name == "proposed":
            return view in PROPOSED
        return form == "csv"

    def _chosen(self, name: str) -> str:
        return self._screen.query_one(f"#{name}", Choice).value
