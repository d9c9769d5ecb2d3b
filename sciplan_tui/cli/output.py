"""The only module of the commands that prints: data to stdout, all else to stderr.

Every line passes `show_text`, so nothing in a plan, a file name or a query can drive the terminal; rich gets `Text`,
never markup. What is meant for programs (`--json`, exports) is complete whatever the terminal's encoding.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sciplan_tui.core.cell_width import cell_width as cell_width
from sciplan_tui.core.characters import show_text
from sciplan_tui.core.line_break import fitting
from sciplan_tui.errors import WritingError

_GAP = "  "
_WHOLE, _NAME = 24, 8
"""Cells up to which a word stays on one line of a column (evaluation-2025), and those that a name has at least."""


class PipeClosedError(Exception):
    """The reader of our output has seen enough (`| head`); no one is told."""


def data(line: str = "") -> None:
    """One line of what was asked for. Raises WritingError (a full disk), PipeClosedError."""
    _put(show_text(line))


def page(text: str) -> None:
    """Several lines for a person who did not know how to go on."""
    for line in text.splitlines():
        tell(line)


def data_bytes(content: bytes) -> None:
    """A file's content, as it is."""
    finish()
    if sys.stdout is None:
        raise WritingError("stdout_failed", reason=os.strerror(errno.EBADF))
    with _told():
        sys.stdout.buffer.write(content)


def finish() -> None:
    """Have all that was printed written, as far as the system tells."""
    if sys.stdout is not None:
        with _told():
            sys.stdout.flush()


def json_line(value: Any) -> None:
    """One JSON value on a line of its own, in ASCII escapes where the terminal could not carry it unharmed."""
    line = json.dumps(value, ensure_ascii=False)
    _put(line if _carries(line) else json.dumps(value))


def tell(line: str) -> None:
    """One line about what was done, or what is wrong and how to mend it."""
    if sys.stderr is not None:
        print(show_text(line), file=sys.stderr)


def agreed(question: str) -> bool:
    """Whether the person at the terminal says yes. The question goes to stderr; the end of input is a no."""
    return (answered(question) or "").lower() in {"y", "yes", "是", "好"}


def answered(question: str) -> str | None:
    """What the person at the terminal answers; None at the end of input. The question goes to stderr."""
    print(show_text(question), end=" ", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


def someone_is_there() -> bool:
    """Whether a person can be asked: a terminal to read from and one to write to."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def can_hold_screens() -> bool:
    """Whether there is a terminal to open screens on."""
    return shown_to_someone() and sys.stdin is not None and sys.stdin.isatty()


def shown_to_someone() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns under their heads: drawn by rich on a terminal (on a narrow one each row as a list), else aligned
    plainly, whole and unwrapped.
    """
    if shown_to_someone():
        _draw(heads, rows)
    else:
        _align([heads, *rows])


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with their columns aligned; a wide character takes two cells."""
    cells = [[show_text(cell) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    return [_GAP.join(map(pad, row, widths)).rstrip() for row in cells]


def pad(text: str, width: int) -> str:
    """`text` filled with blanks to `width` cells."""
    return text + " " * (width - cell_width(text))


def hung(lead: str, text: str) -> Iterator[str]:
    """`lead` and `text` on lines that fit the terminal, what runs over below where the text began; else on one line."""
    room = shutil.get_terminal_size().columns - cell_width(lead) - 1 if shown_to_someone() else 0
    text = show_text(text)
    while 10 <= room < cell_width(text):
        head = fitting(text, room)
        yield lead + head
        text, lead = text[len(head) :].lstrip(), " " * cell_width(lead)
    yield lead + text


def _carries(line: str) -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        return show_text(line) == line and line.encode(encoding).decode(encoding) == line
    except UnicodeError:
        return False


def _align(rows: Sequence[Sequence[str]]) -> None:
    for line in columns(rows):
        _put(line)


def _draw(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from sciplan_tui.cli.wrapped_cell import WrappedCell

    whole, *shown = ([show_text(cell) for cell in row] for row in (heads, *rows))
    least = [max(map(_least, column)) for column in zip(whole, *shown, strict=True)]
    console = Console(highlight=False)
    if sum(least) + len(_GAP) * (len(least) - 1) > console.width:
        return _list(whole, shown)
    drawn = Table(box=None, pad_edge=False, padding=(0, len(_GAP), 0, 0), header_style="bold")
    for head, width in zip(whole, least, strict=True):
        drawn.add_column(Text(head), overflow="fold", min_width=width)
    for row in shown:
        drawn.add_row(*map(WrappedCell, row))
    with _told():
        console.print(drawn)


def _list(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Where columns have no room side by side: row after row, each cell that says something behind its head."""
    width = max(map(cell_width, heads))
    for row in rows:
        for head, cell in zip(heads, row, strict=True):
            for line in hung(pad(head, width) + _GAP, cell) if cell else ():
                _put(line)
        _put("")


def _least(text: str) -> int:
    """Cells that a column needs for this: a word, a number, a day, a key is not parted, names not squeezed."""
    words = max(map(len, re.findall(r"[!-~]+", text)), default=1)
    return max(min(words, _WHOLE), min(cell_width(text), _NAME))


def _put(line: str) -> None:
    with _told():
        print(line)


@contextmanager
def _told() -> Iterator[None]:
    """Say what keeps stdout from being written, and let what is left of it go nowhere."""
    try:
        yield
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(fault, BrokenPipeError):
            raise PipeClosedError from None
        raise WritingError("stdout_failed", reason=fault.strerror or "") from None
