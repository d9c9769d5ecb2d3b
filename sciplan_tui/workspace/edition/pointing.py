"""The lines of the source that say what an edition changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.diff.source_place import Place, Said, places

if TYPE_CHECKING:
    from sciplan_tui.core.diff.difference import Difference


def pointed(
    database: Path, plan_key: str, differences: Sequence[Difference], new: Said | None = None
) -> tuple[tuple[Place, ...], ...]:
    """For each difference its places, in the last edition and in `new`; without it, in the last edition and the one
    before. StoreError: the database.
    """
    from sciplan_tui.core.edition.said import plan_said
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.edition.editions import last_texts

    with opened(database) as connection:
        found = last_texts(connection, plan_key, 2)
    stored = [Said(number, plan_said(said), raw) for number, said, raw in found[: 1 if new else 2]]
    editions = [new, *stored] if new else stored
    if not editions:
        return tuple(() for _ in differences)
    old = editions[1] if len(editions) > 1 else None
    return tuple(places(one, old, editions[0]) for one in differences)
