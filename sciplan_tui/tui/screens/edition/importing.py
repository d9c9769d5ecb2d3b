"""Import: plan files picked from a folder, several or a whole folder at once, or a path that is written or pasted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from sciplan_tui.core.characters import show_text
from sciplan_tui.errors import ReadingError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings, first_key
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.import_outcome import ImportOutcome
from sciplan_tui.tui.messages import Answered, QueryWritten, Refused
from sciplan_tui.tui.screens.edition.imported import ImportedScreen
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.line_list import LineList, Pieces
from sciplan_tui.tui.widgets.path_line import PathSuggester
from sciplan_tui.tui.widgets.plain import Plain, plain
from sciplan_tui.tui.widgets.query.query_line import QueryLine
from sciplan_tui.tui.widgets.text import file_lines
from sciplan_tui.tui.work import in_background
from sciplan_tui.workspace.edition.folders import (
    Folder,
    PlanFile,
    begun_with_a_slash,
    files_below,
    looks_like_path,
    read_folder,
)

ROOM = 48
"""Cells of the title line that are not the path's."""
UP = Path("..")
"""The line of the folder above."""


@dataclass
class Below(Message):
    """What lies in a folder and in the folders in it: plan files, and why a folder was not read."""

    found: list[Path | ReadingError]


class ImportScreen(Listing[Path, ImportOutcome]):
    """Hands back what came in; None when nothing did."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("files", "ends")
    SCOPES = ("files", "rows", "ends", "app")

    def __init__(self) -> None:
        super().__init__()
        self._folder = Folder(Path(), (), ())
        self._chosen: set[Path] = set()
        self._narrowed = ""
        self._came_from: Path | None = None
        self._suggest = PathSuggester(Path.cwd())

    def foot(self) -> Iterable[Widget]:
        """The keys, in whose place a path or a part of a name is written."""
        yield QueryLine(hint="out.import.hint", id="query")
        yield from super().foot()

    def on_mount(self) -> None:
        """Begin where files were picked last, else where the program was started."""
        self.query_one(QueryLine).query_one(TextLine).suggester = self._suggest
        self.head(say("out.import.title"))
        self.go(app_of(self).desk.folder or Path.cwd())

    def go(self, path: Path) -> None:
        """Look into a folder."""
        in_background(self, lambda: Answered(read_folder(path)), group="folder")

    def on_answered(self, message: Answered[Folder]) -> None:
        """It was read: the cursor stands on its first file, or on the folder one came from."""
        self._folder = message.value
        self._suggest.folder = app_of(self).desk.folder = self._folder.path
        self._narrowed = ""
        self.say("")
        self.show_lines()
        files = self._files
        self.lines.find(self._came_from if self._came_from in self._folder.folders else files[0] if files else UP)
        self._came_from = None

    # What is shown

    @property
    def _files(self) -> list[Path]:
        return [file.path for file in self._folder.files if self._fits(file.path)]

    def _fits(self, path: Path) -> bool:
        name = path.name.casefold()
        return all(word in name for word in self._narrowed.casefold().split())

    def show_lines(self) -> None:
        """Fill the title line and the list with what fits."""
        files, folders = self._files, [folder for folder in self._folder.folders if self._fits(folder)]
        self.lines.show([UP, *folders, *files])
        facts = [say("out.import.counts", files=len(files), folders=len(folders))]
        facts += [say("tui.selected", count=len(self._chosen))] if self._chosen else []
        room = max(self.size.width - ROOM, 16)
        self.head(f"{say('out.import.title')}  {file_lines.tail(self._folder.path, room)}", *facts)
        self.tell()

    def pieces(self, key: Path, width: int) -> Pieces:
        """The way up, a folder, or a file."""
        if key == UP:
            return file_lines.parent_pieces(self._folder.path.parent, width)
        file = self._file(key)
        if file is None:
            return file_lines.folder_pieces(key, len(self._chosen_below(key)), width)
        return file_lines.file_pieces(file, file.path in self._chosen, width)

    def detail(self, key: Path, width: int) -> Content:
        """The whole path, and what Enter does."""
        path = self._folder.path.parent if key == UP else key
        folder = "open" if key == UP else "open_or_choose"
        does = "take_chosen" if self._chosen else folder if self._file(key) is None else "take"
        keys = {"key": first_key("files_open"), "choose": first_key("files_choose")}
        told = plain(say(f"out.import.{does}", count=len(self._chosen), **keys), "bold")
        none = "" if self._folder.files else say("out.import.none")
        return Content("\n").join([plain(show_text(str(path))), told, plain(none)])

    def _file(self, key: Path | None) -> PlanFile | None:
        return next((file for file in self._folder.files if file.path == key), None)

    # Picking

    def action_open(self) -> None:
        """Import what is chosen, wherever it lies; else the file under the cursor, or into the folder."""
        key = self.lines.key
        if self._chosen:
            self.take(sorted(self._chosen))
        elif key is not None and self._file(key) is not None:
            self.take([key])
        else:
            self.action_into()

    def action_into(self) -> None:
        """Into the folder under the cursor."""
        key = self.lines.key
        if key == UP:
            self.action_parent()
        elif key is not None and self._file(key) is None:
            self.go(key)

    def action_parent(self) -> None:
        """To the folder above, the cursor on the one that was left; what is chosen stays so."""
        self._came_from = self._folder.path
        self.go(self._folder.path.parent)

    def action_choose(self) -> None:
        """Choose the file, or all in the folder, or let them go, and step on."""
        key, file = self.lines.key, self._file(self.lines.key)
        if file is not None:
            self._chosen ^= {file.path}
        elif key is None or key == UP:
            return
        elif chosen := self._chosen_below(key):
            self._chosen -= chosen
        else:
            in_background(self, lambda: Below(files_below(key)), group="folder")
            return
        self.lines.action_step(1)
        self.show_lines()

    def _chosen_below(self, folder: Path) -> set[Path]:
        return {path for path in self._chosen if folder in path.parents}

    @on(Below)
    def _choose_below(self, message: Below) -> None:
        """The plan files in a folder and its folders are found, and chosen; where some are left out, that is told, and
        the cursor stays there."""
        left = [str(one) for one in message.found if isinstance(one, ReadingError)]
        self._chosen.update(one for one in message.found if isinstance(one, Path))
        if message.found and not left:
            self.lines.action_step(1)
        self.show_lines()
        self.say(left[0] if left else "" if message.found else say("out.import.none"), urgent=bool(left))

    def action_choose_all(self) -> None:
        """Choose all files on screen; when all are, let them go."""
        files = set(self._files)
        self._chosen = self._chosen - files if files <= self._chosen else self._chosen | files
        self.show_lines()

    def take(self, files: list[Path]) -> None:
        """Import these files."""
        self.app.push_screen(ImportedScreen(files), self._came)

    def _came(self, came: ImportOutcome | None) -> None:
        """Leave when something came in; else another file may be picked."""
        if came is not None:
            self.dismiss(came)

    def on_line_list_opened(self) -> None:
        """A double click: into the folder under it, whatever is chosen."""
        if self._file(self.lines.key) is None:
            self.action_into()
        else:
            self.action_open()

    @on(LineList.Clicked)
    def _clicked(self, message: LineList.Clicked) -> None:
        """A click on the sign chooses."""
        if 0 <= message.x < file_lines.SIGN - 1:
            self.action_choose()

    # Writing a path or a part of a name

    def action_filter(self) -> None:
        """Open the line."""
        self._write(self._narrowed)

    def on_key(self, event: events.Key) -> None:
        """A character that is no key of this screen begins a path, or a part of a name."""
        writing = self.query_one(QueryLine).has_class("open")
        if event.is_printable and event.character and not writing and event.key not in self.active_bindings:
            event.stop()
            event.prevent_default()
            self._write(event.character)
            self._narrow("" if looks_like_path(event.character) else event.character)

    def on_paste(self, event: events.Paste) -> None:
        """A path that is pasted, or dropped into the terminal, is written on the line."""
        event.stop()
        self._write(event.text.strip().split("\n")[0])

    def _write(self, text: str) -> None:
        self.query_one(QueryLine).open(show_text(text))
        self.query_one(KeyLine).add_class("hidden")

    def on_query_written(self, message: QueryWritten) -> None:
        """What is no path narrows the list as it is written; a path is gone to at the end, by Enter alone."""
        if not message.ended:
            self._narrow("" if looks_like_path(message.text) else message.text)
            return
        self.query_one(QueryLine).remove_class("open")
        self.query_one(KeyLine).remove_class("hidden")
        self.lines.focus()
        if message.left:
            return
        path = begun_with_a_slash(message.text, self._folder.path)
        if looks_like_path(message.text) or (message.text and not self._files and path.exists()):
            self._follow(path)

    def _narrow(self, text: str) -> None:
        self._narrowed = text
        self.show_lines()
        if files := self._files:
            self.lines.find(files[0])
        nothing = len(self.lines.keys) < 2 and text
        self.query_one(QueryLine).query_one(Plain).say(
            say("out.import.nothing") if nothing else f"/ {say('tui.query')}"
        )

    def _follow(self, path: Path) -> None:
        """Into a folder; a file is imported, whatever it is called."""
        self._narrow("")
        if path.is_dir():
            self.go(path)
        else:
            self.take([path])

    def on_refused(self, message: Refused) -> None:
        """A folder cannot be opened: one stays where one was."""
        self._came_from = None
        self.say(message.sentence, urgent=True)

    def action_back(self) -> None:
        """Show all again; let the chosen go; else leave."""
        if self._narrowed:
            self._narrow("")
        elif self._chosen:
            self._chosen = set()
            self.show_lines()
        else:
            self.dismiss(None)
