"""The journal of a fake desk: three gestures, the second undone; the first cannot be, as long as the others stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sciplan_tui.core.detail.entry import ADDED, ALTERED, EntryDetail, Field, Touch
from sciplan_tui.core.journal import Entry
from sciplan_tui.errors import RefusedError

MARK = {"plan": "云溪市-2021", "tasks": 1, "milestone": "midterm-2023", "status": "done"}


def refused() -> RefusedError:
    """Why the first is not taken back."""
    return RefusedError("undo_hangs", entry=1, count=3, table="标记", first=("4",))


@dataclass
class FakeHistory:
    """`title`: foreign text, in every sentence."""

    title: str
    asked: list[tuple[str, int]] = field(default_factory=list)
    more: int = 0

    def __post_init__(self) -> None:
        title = {"path": "2.1.1", "old": self.title, "new": "乙", "plan": "云溪市-2021", "what": "title"}
        edition = {"title": self.title, "plan": "云溪市-2021", "edition": 1}
        self.all = [
            Entry(1, "2023-05-04T10:00:00+08:00", "import", edition),
            Entry(2, "2023-05-04T10:01:00+08:00", "mark", MARK | {"note": self.title}, in_force=False),
            Entry(3, "2023-05-04T10:02:00+08:00", "undo", MARK | {"of": "mark", "entry": 2}, undoes=2),
            Entry(4, "2023-05-05T09:00:00+08:00", "correct", title),
            *(Entry(i, "2023-05-06T09:00:00+08:00", "mark", MARK) for i in range(5, 5 + self.more)),
        ]

    def entries(self, newest: int | None = None) -> Sequence[Entry]:
        return tuple(self.all[-newest:] if newest else self.all)

    def sizes(self) -> dict[int, int]:
        return {entry.id: 1000 if entry.id == 1 else 1 for entry in self.all}

    def detail(self, number: int) -> EntryDetail:
        self.asked.append(("detail", number))
        entry = self.all[number - 1]
        if number == 1:
            touches = tuple(Touch("task", ADDED, f"2.1.{i} {self.title}", 1000 + i, ()) for i in range(1, 4))
            return EntryDetail(entry, {("task", ADDED): 1000}, touches, f"{self.title}.docx", refused())
        if number == 4:
            fields = (Field("title", self.title, "乙"), Field("kind", "task", "action"))
            touch = Touch("task", ALTERED, f"2.1.1 {self.title}", 1002, fields)
        else:
            told = (Field("status", None, "done"), Field("note", None, self.title))
            touch = Touch("mark", ADDED, f"2.1.1 {self.title} 中期督查", 1002, told)
        return EntryDetail(entry, {(touch.table, touch.how): 1}, (touch,))

    def undo(self, number: int) -> Entry:
        return self._turn("undo", number, in_force=False)

    def redo(self, number: int) -> Entry:
        return self._turn("redo", number, in_force=True)

    def _turn(self, what: str, number: int, *, in_force: bool) -> Entry:
        self.asked.append((what, number))
        if number == 1:
            raise refused()
        self.all[number - 1] = replace(self.all[number - 1], in_force=in_force)
        return self.all[number - 1]
