"""What the matrix is read through: one connection for frames and totals, kept open from one look to the next.

What is light of a database (its outline, the last match) is then read once, and not for each key. Called from worker
threads, which take turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from sciplan_tui.core.matrix import Frame, PlanHead, RoleCounts
from sciplan_tui.core.view.finding import Found
from sciplan_tui.core.view.spec import ViewSpec

if TYPE_CHECKING:
    from sciplan_tui.workspace.view.viewing import View

Totals = Mapping[int, RoleCounts]


_END = object()


class _Turn:
    """A view that threads take turns at; it is opened anew when another day is asked for."""

    def __init__(self, open_view: Callable[[], View]) -> None:
        self.lock = Lock()
        self._open = open_view
        self._view: View | None = None
        self._day: date | None = None

    def view(self, day: date | None) -> View:
        """The view, for whoever has the lock."""
        if self._view is None or self._day != day:
            self.close()
            self._view, self._day = self._open(), day
        return self._view

    def has(self, view: View) -> bool:
        """Whether this is the view that is open."""
        return self._view is view

    def stop(self) -> None:
        """Break off what is being read, for nobody waits for it any more."""
        if self._view is not None:
            self._view.interrupt()

    def close(self) -> None:
        """Give the database back."""
        if self._view is not None:
            self._view.close()
            self._view = None


class FrameDesk:
    """Frames, totals and what is found, of one database."""

    def __init__(self, open_view: Callable[[], View]) -> None:
        self._frames = _Turn(open_view)
        self._counted: tuple[object, Totals] = (None, {})

    def stop(self) -> None:
        """Break off what is being read: the program is being left."""
        self._frames.stop()

    def close(self) -> None:
        """Give the database back, once what is being read has been read."""
        with self._frames.lock:
            self._frames.close()

    def frame(self, spec: ViewSpec, day: date | None, wanted: Callable[[], bool] = lambda: True) -> Frame | None:
        """The frame of a view; None where it is no longer `wanted` when its turn comes. Raises QueryError."""
        with self._frames.lock:
            if not wanted():
                return None
            view = self._frames.view(day)
            view.match(spec)
            if not wanted():  # another letter was typed meanwhile
                return None
            asked, totals = self._counted
            return view.frame(spec, totals if asked == _asked(view, spec, day) else None)

    def matching(self, spec: ViewSpec, day: date | None, with_inherited: bool) -> frozenset[int]:
        """The tasks that `mark QUERY` would touch."""
        with self._frames.lock:
            return frozenset(task for _, task in self._frames.view(day).matching(spec, with_inherited))

    def totals(self, frame: Frame, day: date | None, wanted: Callable[[], bool] = lambda: True) -> Totals | None:
        """What the units of a frame hold, counted once for all frames of the same query; None as in `frame`."""
        self._ahead(day, wanted, lambda view: view.read_duties())
        with self._frames.lock:
            if not wanted():
                return None
            view = self._frames.view(day)
            asked = _asked(view, frame.spec, day)
            if self._counted[0] != asked:
                self._counted = (asked, view.totals(frame))
            return self._counted[1]

    def make_ready(self, day: date | None, wanted: Callable[[], bool]) -> None:
        """Read what queries and orders of rows hang on, so that the first key that asks for one is answered at once."""
        self._ahead(day, wanted, lambda view: view.read_ahead())

    def _ahead(self, day: date | None, wanted: Callable[[], bool], reading: Callable[[View], Iterator[None]]) -> None:
        """Read a step at a time: what is asked for meanwhile comes between, and another day ends it."""
        with self._frames.lock:
            view = self._frames.view(day)
            steps = reading(view)
        more = True
        while more:
            with self._frames.lock:
                more = wanted() and self._frames.has(view) and next(steps, _END) is not _END

    def find(self, spec: ViewSpec, day: date | None, text: str) -> Found:
        """The units and tasks that answer to a text, seen from what `spec` shows."""
        from sciplan_tui.workspace.view.finding import finder

        with self._frames.lock:
            return finder(self._frames.view(day), spec).find(text)

    def plans(self, day: date | None) -> tuple[PlanHead, ...]:
        """All plans."""
        with self._frames.lock:
            return self._frames.view(day).plans()


def _asked(view: View, spec: ViewSpec, day: date | None) -> object:
    """What totals hang on."""
    return view.state, day, spec.plan, spec.query, spec.unfolded
