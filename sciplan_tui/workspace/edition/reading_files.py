"""Reading several files one after another: what cannot be read is an answer too, and stops no other file."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import SciplanError

Named = Path | SciplanError | None
"""What a person named: a file, standard input (None), or what is wrong with a folder that was to hold files."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file: its plan and its raw text, or the sentence of what is wrong with it."""

    file: Named
    plan: ParsedPlan | SciplanError
    raw: str = ""


FEW = 8
"""So many files are read one by one: to start another process takes as long as to read some."""
AT_ONCE = 2
"""Files that are read at the same time: while one reader hands over what it has, the other goes on."""
AHEAD = 8
"""Files that may be read and wait to be taken: enough to be ahead always, few enough to take no room."""


def read_files(
    files: Iterable[Named], *, encoding: str | None = None, meanwhile: Callable[[], None] | None = None
) -> Iterator[FileRead]:
    """Each file's plan, in the order they were named. Of many files, the next are read while one is worked on.

    `meanwhile` is done here while the first of many are read: what takes as long to load, loads then.
    """
    named = list(files)
    if len(named) <= FEW or None in named:
        from sciplan_tui.workspace.edition.checking import read_plan

        return (_read(file, partial(read_plan, encoding=encoding)) for file in named)
    return _ahead(named, encoding, meanwhile)


def _ahead(named: Iterable[Named], encoding: str | None, meanwhile: Callable[[], None] | None) -> Iterator[FileRead]:
    from concurrent.futures import Future, ThreadPoolExecutor

    from sciplan_tui.readers.child.children import abandon
    from sciplan_tui.workspace.edition.checking import read_plan_apart

    reading, rest = ThreadPoolExecutor(AT_ONCE, "reading"), iter(named)
    read = partial(read_plan_apart, encoding=encoding)

    def begun(file: Named) -> Future[FileRead]:
        return reading.submit(_read, file, read)

    waiting: deque[Future[FileRead]] = deque()
    try:
        waiting.extend(map(begun, islice(rest, AHEAD)))
        if meanwhile is not None:
            meanwhile()
        for file in rest:
            waiting.append(begun(file))
            yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        reading.shutdown(wait=False, cancel_futures=True)
        if waiting:
            abandon()


def _read(file: Named, read: Callable[[Any], tuple[ParsedPlan, str]]) -> FileRead:
    if isinstance(file, SciplanError):
        return FileRead(file, file)
    try:
        return FileRead(file, *read(file))
    except SciplanError as fault:
        return FileRead(file, fault)
