"""The view that was on screen when the program was left comes back when it is opened again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import QueryError, RefusedError, StoreError
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.workspace.view.remembering import Memory
    from sciplan_tui.workspace.view.viewing import View


def remembered(database: Path) -> Memory:
    """What is remembered of looking at the user's own database."""
    from sciplan_tui.workspace.view.remembering import Memory, views_file

    return Memory(database, views_file())


def last_frame(view: View, memory: Memory) -> Frame:
    """What was on screen at last; everything where nothing is remembered, or where it no longer fits: what there is to
    say of that is left in the memory. StoreError.
    """
    from sciplan_tui.workspace.view.first_frame import first_frame

    if memory.fault is not None:
        memory.said = str(memory.fault)
    if memory.last is None:
        return first_frame(view, ViewSpec())
    from sciplan_tui.workspace.view.named_views import spec_of

    try:
        return first_frame(view, spec_of(view, memory.last))
    except (QueryError, RefusedError) as fault:
        memory.said = say("query.views.last_gone", reason=fault)
        return first_frame(view, ViewSpec())


def keep_last(view: View, memory: Memory) -> None:
    """Remember what is on screen. Where it cannot be kept, that is said in the terminal that was given back."""
    from sciplan_tui.workspace.view.named_views import named

    if memory.shown is None:
        return
    try:
        memory.keep_last(named(view, "", memory.shown))
    except StoreError as fault:
        if sys.stderr is not None:
            print(show_text(str(fault)), file=sys.stderr)
