"""Doors without a database: a sheet of three rows, and imports that answer as they are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import ReadingError, WritingError
from sciplan_tui.tui.desk.out import DraftForm, DutySheetsForm, ExportForm, PackForm
from sciplan_tui.workspace.edition.import_draft import ImportResult
from sciplan_tui.workspace.edition.importing_files import FileResult
from sciplan_tui.workspace.export.options import KeptOptions
from sciplan_tui.workspace.export.previewing import Preview
from sciplan_tui.workspace.sheet.copying import rows_tsv
from tests.tui.fake_review import EDITED

if TYPE_CHECKING:
    from tests.tui.fake_desk import FakeDesk

COLUMNS = (("plan", "方案"), ("path", "编号"), ("title", "任务"))
COUNTS = {"tasks": 8, "units": 3, "assignments": 9, "targets": 1, "milestones": 2, "problems": 1}


@dataclass
class FakeOut:
    """Remembers in the desk's `asked` what it wrote."""

    desk: FakeDesk
    gate: Event | None = None

    def preview(self, form: ExportForm, step: Callable[[int, int], None], begun: Callable[[Preview], None]) -> Preview:
        if form.view == "plan":
            raise WritingError("export_one_plan", known="甲市-2021 乙市-2021")
        title = self.desk.plans[0].head.title if self.desk.plans else ""
        if form.options.format == "json":
            return Preview((), ((json.dumps({"title": title}, ensure_ascii=False),),), 3, COLUMNS)
        chosen = form.options.columns or tuple(name for name, _ in COLUMNS)
        cells = {"plan": ["甲市-2021"] * 3, "path": ["2.1", "2.2", "2.3"], "title": [title] * 3}
        rows = tuple(zip(*(cells[name] for name in chosen), strict=True))
        return Preview(tuple(dict(COLUMNS)[name] for name in chosen), rows, 3, COLUMNS)

    def export(self, form: ExportForm, step: Callable[[int, int], None]) -> Path:
        step(0, 2)
        self.desk.asked.append(form)
        step(2, 2)
        return Path(form.file)

    def draft(self, form: DraftForm, step: Callable[[int, int], None]) -> str:
        self.desk.asked.append(form)
        return f"草稿写好了：{form.file}"

    def has_pack(self, folder: Path) -> bool:
        return any(isinstance(one, PackForm) and one.folder == folder.name for one in self.desk.asked)

    def pack(self, form: PackForm, step: Callable[[int, int], None]) -> str:
        if "bad" in form.folder:
            raise WritingError("folder_is_file", folder=form.folder)
        step(0, 2)
        self.desk.asked.append(form)
        step(2, 2)
        return f"会议材料写好了 {form.folder}"

    def duty_sheets(self, form: DutySheetsForm, step: Callable[[int, int], None]) -> str:
        if "bad" in form.folder:
            raise WritingError("folder_is_file", folder=form.folder)
        if any(isinstance(one, DutySheetsForm) for one in self.desk.asked) and not form.force:
            raise WritingError("export_exists", file=form.folder)
        step(0, 2)
        self.desk.asked.append(form)
        step(2, 2)
        return f"责任清单写好了 {form.folder}"

    def options(self) -> KeptOptions:
        return self.desk.kept_options

    def copied(self, spec: ViewSpec, tasks: frozenset[int], sheet: str) -> str:
        return "编号\t任务\n" + "".join(f"2.{task}\t某事\n" for task in sorted(tasks))

    def as_text(self, heads: Sequence[str], rows: Sequence[Sequence[str | int | None]]) -> str:
        return rows_tsv(heads, rows)

    def keep(self, text: str) -> Path:
        self.desk.asked.append(text)
        return Path("clipboard.tsv")

    def import_files(self, files: Sequence[Path]) -> Iterator[FileResult]:
        from tests.tui.fake_desk import plan

        for file in files:
            if "bad" in file.name:
                yield FileResult(file, ReadingError("not_a_plan", file=file.name))
                continue
            self.desk.plans = self.desk.plans or [plan()]
            head, again = self.desk.plans[0].head, "again" in file.name
            waits = self.desk.review.waits if self.desk.review else EDITED
            done = ImportResult(
                "edition" if again else "new", head.key, head.title, None if again else 1, COUNTS,
                waits if again else (), 2 if again else 1,
            )  # fmt: skip
            yield FileResult(file, done)
