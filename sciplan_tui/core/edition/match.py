"""A stored task as its last edition said it, and which task of a new edition it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredTask:
    """A task as its last edition said it, as far as it tells which one it is. `called`: its title as it stands now."""

    id: int
    parent_id: int | None
    path: str
    title: str
    text: str
    called: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The stored task that an edition's task is, and how alike they are.

    `how`: `path`, `title`, `text`, `moved`, which are certain; or `alike`, `split`, `joined`, which are not. `parts`:
    the titles of the other tasks that it was split into; `others`: the stored ones that it was joined from besides.
    """

    id: int
    how: str
    ratio: float = 1.0
    parts: tuple[str, ...] = ()
    others: tuple[int, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether no person needs to confirm it."""
        return self.how in ("path", "title", "text", "moved")
