"""A field of a form in which several names are ticked, and put in an order: what is ticked stands in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.widgets.labels import Labels
from sciplan_tui.tui.widgets.plain import plain

Names = Sequence[tuple[str, str]]
"""Each name with what it is called."""


class Ticks(Labels):
    """`wanted`: what is ticked, in its order, before it is known what there is; nothing: all, as they come."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("ticks")

    @dataclass
    class Changed(Message):
        """Something else is ticked, or stands in another order."""

        ticks: Ticks

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._wanted: tuple[str, ...] = ()
        self._offered: tuple[tuple[str, str], ...] = ()
        self._names: list[str] = []
        self._ticked: set[str] = set()
        self._at = 0

    @property
    def value(self) -> tuple[str, ...]:
        """What is ticked, in its order; empty where that is all there is, as it comes."""
        if not self._offered:
            return self._wanted
        ticked = tuple(name for name in self._names if name in self._ticked)
        return () if ticked == tuple(name for name, _ in self._offered) else ticked

    def want(self, names: Sequence[str]) -> None:
        """Tick these, once it is known what there is."""
        self._wanted, self._offered, self._at = tuple(names), (), 0
        self.refresh(layout=True)

    def offer(self, names: Names) -> None:
        """There are these names; the ticks stay where they are the ones that there were."""
        if [name for name, _ in names] != [name for name, _ in self._offered]:
            every = [name for name, _ in names]
            self._ticked = {name for name in self._wanted if name in every} or set(every)
            first = [name for name in self._wanted if name in every]
            self._names = [*first, *(name for name in every if name not in first)]
        self._offered = tuple(names)
        self.refresh(layout=True)

    def labels(self) -> Sequence[str]:
        """The names in their order, as they are called; none before it is known what there is."""
        called = dict(self._offered)
        return [called[name] for name in self._names] if called else []

    def drawn(self, index: int, label: str) -> Content:
        """What is ticked stands in brackets; the one under the cursor on the cursor's ground."""
        name = self._names[index]
        look = "reverse" if self.has_focus and index == self._at else ""
        if name in self._ticked:
            return plain(f"[{label}]", f"{look} bold".strip())
        return plain(f" {label} ", look or "$ink-dim")

    # What a person does

    def action_go(self, by: int) -> None:
        """To the next name or the one before, round the end."""
        if self._offered:
            self._at = (self._at + by) % len(self._names)
            self.refresh()

    def action_tick(self) -> None:
        """Tick the name under the cursor, or take its tick away; one stays ticked."""
        if self._offered:
            name = self._names[self._at]
            self._ticked = self._ticked ^ {name} or self._ticked
            self._changed()

    def action_move(self, by: int) -> None:
        """Move the name under the cursor one place."""
        to = self._at + by
        if self._offered and 0 <= to < len(self._names):
            self._names[self._at], self._names[to] = self._names[to], self._names[self._at]
            self._at = to
            self._changed()

    def _changed(self) -> None:
        self._wanted = self.value
        self.refresh(layout=True)
        self.post_message(self.Changed(self))

    def clicked(self, index: int) -> None:
        """A click on a name goes there and ticks it."""
        self._at = index
        self.action_tick()
