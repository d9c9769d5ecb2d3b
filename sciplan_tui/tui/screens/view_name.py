"""The form of a view's name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.widget import Widget

from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form.form import Form
from sciplan_tui.tui.widgets.field import TextLine


class ViewNameForm(Form[str]):
    """Hands back a name. `taken`: names that mean another view; the one proposed is none of them."""

    def __init__(self, title: str, proposed: str, taken: Collection[str] = ()) -> None:
        super().__init__()
        self._title = title
        self._proposed = proposed
        self._taken = set(taken) - {proposed}

    def title_text(self) -> str:
        """What is asked."""
        return self._title

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One line."""
        yield say("query.views.name"), TextLine(self._proposed, id="name")

    def answer(self) -> str | None:
        """The name, when it is one and free."""
        name = self.query_one("#name", TextLine).value.strip()
        if not name:
            self.fault(say("query.views.no_name"))
        elif name in self._taken:
            self.fault(say("query.views.taken", name=name))
        else:
            return name
        return None
