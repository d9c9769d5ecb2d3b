"""What is found on a desk without a database: units and tasks whose names have the characters in them."""

from __future__ import annotations

from datetime import date

from sciplan_tui.core.view.finding import Found, Hit
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.desk.frames import FrameDesk


class FakeFrames(FrameDesk):
    """Frames as of any desk."""

    def find(self, spec: ViewSpec, day: date | None, text: str) -> Found:
        with self._frames.lock:
            view = self._frames.view(day)
            frame = view.frame(ViewSpec())
            rows = view.window(frame, 0, len(frame.rows))
        units = [Hit(unit.unit_id, unit.name, spec) for unit in frame.units]
        tasks = [Hit(row.task_id, row.title, spec, row.path) for row in rows]
        hits = tuple(hit for hit in (*units, *tasks) if text in hit.name)
        return Found(text, hits, len(hits))
