"""A real terminal for the real program: a pty whose screen is kept by pyte, so that tests see what a person sees."""

from __future__ import annotations

import codecs
import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pyte


class Terminal:
    """One program in one terminal of `columns` × `lines`. Use as a context manager: the program ends with it.

    `drawn` False keeps no screen, only the output: drawing it takes longer than many a program does.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int,
        lines: int,
        environment: Mapping[str, str] | None = None,
        drawn: bool = True,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._drawn = drawn
        self.output = b""
        self.arrived = 0.0
        self.started = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            _become(command, columns, lines, environment or {})

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):
            os.close(self.master)

    @property
    def text(self) -> str:
        """The screen as lines; a wide character stands once."""
        return "\n".join("".join(row[x].data for x in range(self.screen.columns)).rstrip() for row in self._rows())

    def _rows(self) -> list[Mapping[int, pyte.screens.Char]]:
        return [self.screen.buffer[y] for y in range(self.screen.lines)]

    def send(self, keys: str) -> None:
        """Type: text as it is, control keys as their sequences."""
        os.write(self.master, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Change the window's size, as a person dragging its corner does."""
        self.screen.resize(lines, columns)
        _size(self.master, columns, lines)
        os.kill(self.pid, signal.SIGWINCH)

    def read(self, timeout: float) -> bool:
        """Take what the program writes within `timeout` seconds; False at its end or when nothing came."""
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        if not data:
            return False
        self.arrived = time.perf_counter()
        self.output += data
        self._answer(data)
        if self._drawn:
            self._stream.feed(self._decoder.decode(data))
        return True

    def _answer(self, data: bytes) -> None:
        # A terminal answers a question about a mode or its own kind; the program may wait for it.
        if b"\x1b[?2026$p" in data:
            os.write(self.master, b"\x1b[?2026;2$y")
        if b"\x1b[6n" in data:
            os.write(self.master, b"\x1b[1;1R")

    def wait(self, seen: Callable[[str], bool], timeout: float = 20) -> str:
        """Read until the screen is as wished; AssertionError with the screen when it does not become so."""
        until = time.perf_counter() + timeout
        while not seen(self.text):
            left = until - time.perf_counter()
            if left <= 0:
                raise AssertionError(f"the screen did not become as wished:\n{self.text}")
            self.read(min(left, 0.2))
        return self.text

    def wait_for(self, *words: str, timeout: float = 20) -> float:
        """Read until all of the words have been written; when the last of them arrived."""
        until = time.perf_counter() + timeout
        wanted = [word.encode() for word in words]
        while not all(word in self.output for word in wanted):
            if time.perf_counter() > until:
                raise AssertionError(f"{words} were not all written: …{self.output[-2000:]!r}")
            self.read(0.2)
        return self.arrived

    def end(self, timeout: float = 20) -> int:
        """Wait for the program to end by itself; its exit code (negative: the signal)."""
        until = time.perf_counter() + timeout
        while time.perf_counter() < until:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read(0.05):
                    pass
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"the program did not end:\n{self.text}")


def _become(command: Sequence[str], columns: int, lines: int, environment: Mapping[str, str]) -> None:
    # Not by COLUMNS and LINES: a program that is told its size so does not see the window change.
    plain = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "TMPDIR", "PYTHONPATH")}
    try:
        _size(0, columns, lines)
        os.execvpe(command[0], list(command), {**kept, **plain, **environment})
    finally:
        os._exit(127)


def _size(terminal: int, columns: int, lines: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
