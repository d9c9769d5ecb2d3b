"""`sciplan import`: files into the database, a first edition at once, a changed one after a yes."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.files import named_files
from sciplan_tui.cli.parameters import DryRun, Encoding, Files, Json, Plan, Yes
from sciplan_tui.errors import SciplanError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.workspace.importing import ImportResult


def import_files(
    files: Files,
    dry_run: DryRun = False,
    yes: Yes = False,
    encoding: Encoding = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """Import each file in a transaction of its own. A bad one does not stop the others; the run then ends with 1."""
    ended = Exit.DONE
    for file in named_files(files):
        try:
            if isinstance(file, SciplanError):
                raise file
            result = _import(file, dry_run=dry_run, yes=yes, encoding=encoding, key=plan)
        except SciplanError as fault:
            output.tell(str(fault))
            ended = Exit.MEND
            continue
        _report(result, json)
        if waits(result) and not dry_run:
            ended = Exit.MEND
    return ended


def _import(file: Path | None, *, dry_run: bool, yes: bool, encoding: str | None, key: str | None) -> ImportResult:
    """Import one file; where its changes wait for a yes and someone can give it, ask."""
    from sciplan_tui.workspace.checking import read_plan
    from sciplan_tui.workspace.importing import import_plan

    parsed, raw = read_plan(file, encoding=encoding)
    database, at = settings.database_path(), settings.now()
    result = import_plan(database, parsed, raw, key=key, accept=yes, dry_run=dry_run, at=at)
    if waits(result) and not dry_run and file is not None and output.someone_is_there():
        _list(result)
        if output.agreed(say("cli.import.ask", title=result.title)):
            result = import_plan(database, parsed, raw, key=key, accept=True, dry_run=False, at=at)
    return result


def waits(result: ImportResult) -> bool:
    """Whether a changed edition was found and nothing was written."""
    return result.status == "edition" and result.entry_id is None


def _report(result: ImportResult, json: bool) -> None:
    if json:
        output.json_line(asdict(result))
        return
    output.data(say(f"cli.import.{result.status}", title=result.title, key=result.plan_key))
    _list(result)
    if waits(result):
        output.tell(say("cli.import.waits"))


def _list(result: ImportResult) -> None:
    for difference in result.differences:
        output.data(f"  {difference.path}  {difference.kind}  {difference.old} -> {difference.new}")


COMMANDS = {"import": import_files}
