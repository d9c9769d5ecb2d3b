"""The named views: kept, shown, renamed, dropped; and of each the command that lists the same tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from sciplan_tui.core.view.named import NamedView
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.clipboard import send
from sciplan_tui.tui.desk.views import ViewDesk
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.copying import Copying
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.screens.view_name import ViewNameForm
from sciplan_tui.tui.widgets.line_list import LineList, Pieces
from sciplan_tui.tui.widgets.text import list_tables, view_lines
from sciplan_tui.tui.work import in_background, write_in_background

Views = Mapping[str, NamedView | None]
ON_SCREEN = ""
"""The line of what is on screen: a view that has no name yet."""


class ViewsScreen(Listing[str, ViewSpec], Copying):
    """Hands back the view that is to be shown."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("views")
    SCOPES = ("views", "rows", "ends", "app")

    @dataclass
    class Fits(Message):
        """A view can be shown, as `spec`."""

        spec: ViewSpec

    @dataclass
    class Changed(Message):
        """Views were kept or dropped; `back` takes it back."""

        sentence: str
        back: Views
        at: str

    def __init__(self, desk: ViewDesk, spec: ViewSpec) -> None:
        super().__init__()
        self._desk = desk
        self._spec = spec
        self._views: dict[str, NamedView] = {}
        self._backs: list[Views] = []
        self._saying = ""
        self.patient = False

    def on_mount(self) -> None:
        """Read them."""
        self.head(say("query.views.title"))
        self._read()

    def _read(self) -> None:
        in_background(self, lambda: Answered(self._desk.views()), group="views")

    def on_answered(self, message: Answered[dict[str, NamedView]]) -> None:
        """Fill the list: what is on screen, then the views."""
        self._views = message.value
        self.show_lines()

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        self.lines.show([ON_SCREEN, *self._views])
        self.head(say("query.views.title"), say("query.views.count", count=len(self._views)))
        self.tell()

    @property
    def idle(self) -> frozenset[str]:
        """What is on screen has no name to change."""
        return frozenset() if self.at_cursor(self._views) else frozenset({"views_rename", "views_drop"})

    # What is shown

    def header(self, width: int) -> Pieces:
        """The names of the columns."""
        return view_lines.header(width)

    def pieces(self, key: str, width: int) -> Pieces:
        """Name, plan, query."""
        return view_lines.pieces(self._at(key), width)

    def detail(self, key: str, width: int) -> Content:
        """What it shows, and the command."""
        view = self._at(key)
        folds = (len(self._spec.folded), len(self._spec.unfolded)) if not view.name else None
        return view_lines.detail(view, self._desk.command(view.query, view.plan), width, folds)

    def _at(self, key: str | None) -> NamedView:
        spec = self._spec
        on_screen = NamedView("", spec.plan, spec.query, spec.hide_empty, spec.rows, spec.columns, spec.density)
        return self._views.get(key or ON_SCREEN, on_screen)

    @property
    def view(self) -> NamedView | None:
        """The named view under the cursor; when there is none, that is said."""
        view = self.at_cursor(self._views)
        if view is None:
            self.say(say("query.views.on_view"), urgent=True)
        return view

    # What a person does

    def action_show(self) -> None:
        """Show the view under the cursor; what is on screen already stays."""
        view = self.at_cursor(self._views)
        if view is None:
            self.dismiss(None)
            return
        self.patient = True
        in_background(self, lambda: self.Fits(self._desk.spec(view)))

    def on_views_screen_fits(self, message: Fits) -> None:
        """It can be shown."""
        self.dismiss(message.spec)

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_show()

    def action_save(self) -> None:
        """Keep what is on screen under a name; the same name anew replaces what it meant."""
        spec = self._spec

        def named(name: str | None) -> None:
            if name:
                done = say("query.views.replaced" if name in self._views else "query.views.saved", name=name)
                self._change(done, name, lambda: self._desk.save(name, spec))

        self.app.push_screen(ViewNameForm(say("query.views.save"), spec.query or spec.plan or ""), named)

    def action_rename(self) -> None:
        """Another name for the view under the cursor."""
        view = self.view
        if view is None:
            return

        def renamed(name: str | None) -> None:
            if name and name != view.name:
                changes: Views = {view.name: None, name: view._replace(name=name)}
                done = say("query.views.renamed", old=view.name, name=name)
                self._change(done, name, lambda: self._desk.change(changes))

        title = say("query.views.rename", name=view.name)
        self.app.push_screen(ViewNameForm(title, view.name, taken=[*self._views]), renamed)

    def action_drop(self) -> None:
        """Drop the view under the cursor."""
        view = self.view
        if view is not None:
            done = say("query.views.dropped", name=view.name)
            self._change(done, view.name, lambda: self._desk.change({view.name: None}))

    def action_undo(self) -> None:
        """Take back what was done last on this screen."""
        if not self._backs:
            self.say(say("query.views.nothing_to_undo"), urgent=True)
            return
        back = self._backs.pop()

        def work() -> ViewsScreen.Changed:
            self._desk.change(back)
            return self.Changed(say("query.views.undone", names=" ".join(back)), {}, next(iter(back)))

        write_in_background(self, work)

    def _change(self, done: str, at: str, work: Callable[[], Views]) -> None:
        write_in_background(self, lambda: self.Changed(done, work(), at))

    def on_views_screen_changed(self, message: Changed) -> None:
        """Say it and show it."""
        if message.back:
            self._backs.append(message.back)
        self._views = self._desk.memory.views
        self.show_lines()
        self.say(message.sentence)
        if message.at in self._views:
            self._saying = message.sentence
            self.lines.find(message.at)

    @on(LineList.Moved)
    def _moved(self, message: LineList.Moved) -> None:
        """What was said before is past, but not what was said with the move."""
        message.prevent_default()
        self.say(self._saying)
        self._saying = ""
        self.tell()

    def action_copy_command(self) -> None:
        """Hand the command to the terminal's clipboard."""
        view = self._at(self.lines.key)
        command = self._desk.command(view.query, view.plan)
        send(self.app, command)
        self.say(say("out.copy.command", command=command))

    def action_copy(self) -> None:
        """Copy the list of views, each with its command."""
        desk = self._desk
        self.copy_table(list_tables.views(self._views.values(), lambda view: desk.command(view.query, view.plan)))
