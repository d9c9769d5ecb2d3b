"""What went out (责任清单, 会议材料): noted when it is made, so that the next one can tell what moved since."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.issued.issued import Issued
from sciplan_tui.errors import StoreError

if TYPE_CHECKING:
    from sciplan_tui.workspace.view.viewing import View


def last_issued(
    view: View, kind: str, plan_id: int, unit_id: int | None = None, *, before: datetime.date | None = None
) -> Issued | None:
    """The paper of this kind that went out last, of a plan, or of one of its units; None: none did.

    `before`: the last of an earlier day, so that a paper that is made again on its day tells the same as at first.
    """
    from sciplan_tui.store.database.faults import told
    from sciplan_tui.store.paper.issuing import read_last

    with told(view.database):
        return read_last(view.connection, kind, plan_id, unit_id, before.isoformat() if before else None)


def note_issued(database: Path, papers: Sequence[Issued]) -> StoreError | None:
    """Note papers that were made; call it once their files stand. `entry_id` is the `View.state` they were read at.

    Where the database cannot be written the papers are good all the same: the reason is handed back, to be told.
    """
    from sciplan_tui.store.database.engine import opened, transaction
    from sciplan_tui.store.paper.issuing import note

    if not papers:
        return None
    try:
        with opened(database, write=True) as connection, transaction(connection):
            note(connection, papers)
    except StoreError as error:
        return error
    return None
