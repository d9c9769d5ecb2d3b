"""Files being imported one after another, and what came of each: a new plan, differences to review, a refusal.

Esc stops behind the file that is being read; what was told before is in the database and stays there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from sciplan_tui.core.characters import show_text
from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings, first_key
from sciplan_tui.tui.desk.review import FileRead, WatchedReview
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.import_outcome import ImportOutcome, asks, in_a_sentence, kind_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets.line_list import LineList, Pieces
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.progress_bar import progress_bar
from sciplan_tui.tui.widgets.text.file_lines import Meanwhile, result_pieces, state
from sciplan_tui.tui.work import in_background, wanted, write_in_background
from sciplan_tui.workspace.edition.importing_files import FileResult, waits

if TYPE_CHECKING:
    from sciplan_tui.workspace.edition.import_draft import ImportResult


@dataclass
class FileDone(Message):
    """One more file is done."""

    place: int
    found: FileResult


class AllDone(Message):
    """No file is left, or it was stopped."""


class ImportedScreen(Listing[int, ImportOutcome]):
    """Hands back what came in; None when nothing did."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("imported", "ends")
    SCOPES = ("imported", "rows", "ends", "app")

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__()
        self._paths = tuple(files)
        self._found: dict[int, FileResult] = {}
        self._busy = True
        self._moved = False
        self._placed = 0
        self._stop = Event()

    # Importing

    def on_mount(self) -> None:
        """Begin."""
        out, stop, files = app_of(self).desk.out(), self._stop, self._paths

        def work() -> Message:
            results = out.import_files(files)
            for place, found in enumerate(results):
                self.post_message(FileDone(place, found))
                if stop.is_set() or not wanted():
                    break
            if close := getattr(results, "close", None):
                close()
            return AllDone()

        self.show_lines()
        write_in_background(self, work)

    def on_file_done(self, message: FileDone) -> None:
        """Tell what came of it; the cursor goes with the files until a person moves it."""
        self._found[message.place] = message.found
        self.show_lines()
        self._put(message.place)

    def on_all_done(self, message: AllDone) -> None:
        """Say how it went; the cursor goes to the first file that asks for something."""
        self._busy = False
        self.show_lines()
        self.say(self._sentence())
        asking = [place for place, found in self._found.items() if asks(found)]
        if asking:
            self._put(asking[0])

    def _put(self, place: int) -> None:
        """Put the cursor on a file, unless a person has put it somewhere."""
        if not self._moved:
            self._placed = place
            self.lines.find(place)

    # What is shown

    def show_lines(self) -> None:
        """Fill the title line, the bar and the list."""
        self.lines.show(list(range(len(self._paths))))
        done, count = len(self._found), len(self._paths)
        self.head(say("out.import.title"), say("out.import.progress", done=done, count=count))
        if self._busy:
            self.say(self._bar(done, count))
        self.tell()

    def _bar(self, done: int, count: int) -> str:
        if self._stop.is_set():
            return say("out.import.stopping")
        name = show_text(self._paths[min(done, count - 1)].name)
        return say("out.import.bar", bar=progress_bar(done, count), name=name, key=first_key("imported_back"))

    def pieces(self, place: int, width: int) -> Pieces:
        """The file and what came of it."""
        return result_pieces(self._paths[place], self._found.get(place), self._meanwhile(place), width)

    def _meanwhile(self, place: int) -> Meanwhile:
        """How it stands with a file of which nothing has come."""
        if not self._busy:
            return "left"
        return "reading" if place == len(self._found) else "waiting"

    def detail(self, place: int, width: int) -> Content:
        """The whole path, all that is to be said, and what can be done."""
        found = self._found.get(place)
        lines = [plain(show_text(str(self._paths[place])), "bold")]
        if found is None:
            lines.append(plain(state(None, self._meanwhile(place))))
        elif isinstance(found.result, SciplanError):
            lines.append(plain(str(found.result)))
        else:
            result = found.result
            lines.append(plain(f"{result.title}  {result.plan_key}"))
            lines.append(plain(say("out.import.holds", **result.counts)))
            lines.append(plain(self._next(found)))
        return joined(lines)

    def _next(self, found: FileResult) -> str:
        """What a person may do about it."""
        assert not isinstance(found.result, SciplanError)
        if waits(found.result):
            told = "review" if found.result.differences else "review_same"
            return say(f"out.import.{told}", count=len(found.result.differences), key=first_key("imported_open"))
        if found.result.status == "earlier":
            return say("out.import.is_earlier", edition=found.result.edition)
        problems = found.result.counts.get("problems", 0)
        return say("out.import.look", count=problems, key=first_key("imported_doubts")) if problems else ""

    def _sentence(self) -> str:
        return in_a_sentence(self._found.values(), len(self._paths))

    @on(LineList.Moved)
    def _went(self, message: LineList.Moved) -> None:
        """The cursor stays where a person has put it; what was said is past then, but the bar stays."""
        message.prevent_default()
        if self.lines.key != self._placed:
            self._moved = True
            if not self._busy:
                self.say("")
        self.tell()

    # Going on

    def action_open(self) -> None:
        """Review the differences; of a plan that came in, show it."""
        place = self.lines.key
        found = self._found.get(place) if isinstance(place, int) else None
        if self._busy or found is None or not isinstance(place, int):
            return
        if isinstance(found.result, SciplanError):
            self.say(str(found.result), urgent=True)
        elif waits(found.result):
            self._read_anew(place)
        else:
            self.dismiss(ImportOutcome(self._sentence(), found.result.plan_key))

    def _read_anew(self, place: int) -> None:
        """The file is read once more: since it was imported it may have changed, and so may the plan."""
        self.say(say("tui.reading"))
        desk, path = app_of(self).desk, self._paths[place]
        in_background(self, lambda: Answered((place, desk.import_file(path))))

    def on_answered(self, message: Answered[tuple[int, FileRead]]) -> None:
        """It waits still, or it is done meanwhile."""
        place, read = message.value
        self.say("")
        if read.review is None:
            self._now(place, read.result)
            return
        from sciplan_tui.tui.screens.edition.review import ReviewScreen

        review = WatchedReview(read.review)

        def left(sentence: str | None) -> None:
            if review.decided:
                self._now(place, replace(read.result, entry_id=read.result.entry_id or 0))
            self.say(sentence or "")

        self.app.push_screen(ReviewScreen(review, read.waiting), left)

    def _now(self, place: int, result: ImportResult) -> None:
        """What became of it since."""
        self._found[place] = FileResult(self._paths[place], result)
        self.show_lines()

    def action_doubts(self) -> None:
        """What is in doubt in the plan."""
        place = self.lines.key
        found = self._found.get(place) if isinstance(place, int) else None
        if self._busy or found is None or isinstance(found.result, SciplanError) or waits(found.result):
            self.say(say("out.import.no_plan"), urgent=True)
        else:
            self.dismiss(ImportOutcome(self._sentence(), found.result.plan_key, doubts=True))

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()

    def on_refused(self, message: Refused) -> None:
        """The database, or a file that is gone: say so."""
        self._busy = False

    def action_back(self) -> None:
        """While files are read, stop behind this one; else leave."""
        if self._busy:
            self._stop.set()
            self.show_lines()
            return
        came = [found.result for found in self._found.values() if kind_of(found) in ("new", "edition")]
        new = [result.plan_key for result in came if not isinstance(result, SciplanError)]
        self.dismiss(ImportOutcome(self._sentence(), new[0] if len(new) == 1 else None) if new else None)
