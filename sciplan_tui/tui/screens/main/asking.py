"""Asking on the main screen: the query line, which filters while it is written, and the queries asked before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sciplan_tui.core.matrix import Frame
from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import NamesRead, QueryKept, QueryRefused, QueryWritten
from sciplan_tui.tui.screens.main.recalling import Recalling
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.tui.desk.views import ViewDesk
    from sciplan_tui.tui.widgets.key_line import KeyLine
    from sciplan_tui.tui.widgets.query.filter_line import FilterLine


class Asking(Recalling):
    """The gestures about the query; the main screen adds what is shown, and says when a frame has come."""

    keys: KeyLine
    _version: int
    _ending = False
    _reading_names = False
    _names_of: tuple[int, str | None] | None = None

    @property
    def patient(self) -> bool:
        """Once a query is ended, the keys go back to the matrix when what it finds is there; what completes it, and a
        view that was called for by its name, are waited for too."""
        return self._ending or self._reading_names or self.recalled is not None or super().patient

    @property
    def query_line(self) -> FilterLine:
        """Where queries are written, once it is there."""
        from sciplan_tui.tui.widgets.query.filter_line import FilterLine

        return self.query_one(FilterLine)

    @property
    def furnished(self) -> bool:
        """Whether the query line is there."""
        return bool(self.query("#query"))

    async def furnish(self) -> None:
        """Bring the query line, which nobody sees before it is opened, and which the first frame need not wait for; by
        then the program may have been left.
        """
        from sciplan_tui.tui.widgets.query.filter_line import FilterLine

        if self.is_attached and not self.furnished:
            await self.mount(FilterLine(id="query"), before=self.keys)

    async def action_filter(self) -> None:
        """Open the query line."""
        await self.furnish()
        self.add_class("asking")
        views = app_of(self).desk.views()
        self.query_line.queries = views.memory.queries
        self.query_line.open(self.spec.query)
        self._read_names(views)

    def _read_names(self, views: ViewDesk) -> None:
        """Once for each plan, and anew when the database has changed."""
        plan, wanted = self.spec.plan, (self._version, self.spec.plan)
        if wanted == self._names_of:
            return
        self._reading_names = True

        def work() -> NamesRead:
            try:
                return NamesRead(wanted, views.names(plan))
            except SciplanError:  # what is wrong with the database is said by what reads the rows
                return NamesRead(wanted, None)

        in_background(self, work, group="names")

    def on_names_read(self, message: NamesRead) -> None:
        """Complete with them from now on."""
        self._names_of, self._reading_names = message.of, False
        self.query_line.know(message.names)

    def on_query_written(self, message: QueryWritten) -> None:
        """The query works as it is written; at the end the cursor goes back to the matrix."""
        if not message.ended and message.text != self.query_line.line.value.strip():
            return  # of letters that come together the last one tells what is asked
        frame = self.matrix.frame
        self._ending = message.ended
        if message.text != frame.spec.query or self.spec != frame.spec:
            self.show(replace(self.spec, query=message.text))
        else:
            self.answered(frame)
            self.say("")

    def on_query_refused(self, message: QueryRefused) -> None:
        """A wrong term is named under it; the line stays open, and so does what was shown."""
        if message.spec == self.spec:
            self.spec, self._ending, self.recalled = self.matrix.frame.spec, False, None
            if self.has_class("asking"):
                self.query_line.blame(message.fault)
                self.query_line.line.focus()
            else:
                self.say(str(message.fault), urgent=True)

    def answered(self, frame: Frame) -> None:
        """A frame has come: once the person is done, the line is given back to the keys."""
        self.shown(frame.spec)
        if not self._ending:
            if self.has_class("asking"):
                self.query_line.remark("" if frame.rows else say("tui.nothing"))
            return
        self._ending = False
        self.query_line.remove_class("open")
        self.remove_class("asking")
        self.matrix.focus()
        self._remember(frame.spec.query)

    def _remember(self, query: str) -> None:
        memory = app_of(self).desk.views().memory
        if query and memory.queries[-1:] != (query,):

            def work() -> QueryKept:
                memory.keep_query(query)
                return QueryKept()

            in_background(self, work, group="queries")
