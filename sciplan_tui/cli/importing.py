"""`sciplan import`: files into the database; a first edition at once, a changed one after a yes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.differences import difference_lines
from sciplan_tui.cli.files import fault_of, named_files
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
            result = _import(file, dry_run=dry_run, yes=yes, encoding=encoding, key=plan, ask=not json)
        except SciplanError as fault:
            output.tell(fault_of(file, fault))
            ended = Exit.MEND
            continue
        _report(result, file, json)
        if _waits(result) and not dry_run:
            output.tell(say("cli.import.waits", key=result.plan_key))
            ended = Exit.MEND
    return ended


def _import(
    file: Path | None, *, dry_run: bool, yes: bool, encoding: str | None, key: str | None, ask: bool
) -> ImportResult:
    """Import one file; where its changes wait for a yes and someone is there to give it, show them and ask."""
    from sciplan_tui.workspace.checking import read_plan
    from sciplan_tui.workspace.importing import import_plan

    plan, raw = read_plan(file, encoding=encoding)
    database, at = settings.database_path(), settings.now()
    result = import_plan(database, plan, raw, key=key, accept=yes, dry_run=dry_run, at=at)
    if ask and _waits(result) and not dry_run and file is not None and output.someone_is_there():
        for line in difference_lines(result.differences):
            output.tell(line)
        if output.agreed(say("cli.import.ask", title=result.title)):
            return import_plan(database, plan, raw, key=key, accept=True, at=at, seen=result.differences)
    return result


def _waits(result: ImportResult) -> bool:
    """Whether a changed edition was found and not applied."""
    return result.status == "edition" and result.entry_id is None


def _report(result: ImportResult, file: Path | None, json: bool) -> None:
    if json:
        output.json_line(_object(result, file))
        return
    done = result.status == "unchanged" or result.entry_id is not None
    key = f"cli.import.{result.status}" if done else f"cli.import.{result.status}_not_yet"
    output.data(say(key, title=result.title, key=result.plan_key, edition=result.edition))
    output.data("  " + say("cli.import.counts", **result.counts))
    for line in difference_lines(result.differences):
        output.data(line)


def _object(result: ImportResult, file: Path | None) -> dict[str, object]:
    names = ("kind", "path", "title", "old", "new", "now", "reason")
    return {
        "file": "-" if file is None else str(file),
        "status": result.status,
        "plan": result.plan_key,
        "title": result.title,
        "edition": result.edition,
        "entry": result.entry_id,
        "counts": result.counts,
        "differences": [{name: getattr(one, name) for name in names} for one in result.differences],
    }


COMMANDS = {"import": import_files}
