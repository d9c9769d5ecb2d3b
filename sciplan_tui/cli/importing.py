"""`sciplan import`: files into the database; a first edition at once, a changed one after a yes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.differences import difference_lines, difference_object, rename_lines, rename_objects
from sciplan_tui.cli.file_count import FileCount
from sciplan_tui.cli.files import fault_of, named_files
from sciplan_tui.cli.parameters import DryRun, Encoding, Files, Json, Plan, Yes
from sciplan_tui.errors import SciplanError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.workspace.edition.import_draft import ImportResult
    from sciplan_tui.workspace.edition.importing_files import FileResult
    from sciplan_tui.workspace.edition.reading_files import Named


def import_files(
    files: Files,
    dry_run: DryRun = False,
    yes: Yes = False,
    encoding: Encoding = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """Import each file in a transaction of its own. A bad one does not stop the others; the run then ends with 1."""
    from sciplan_tui.workspace.edition import importing_files

    ended, named = Exit.DONE, list(named_files(files))
    with FileCount(named, json=json) as count:
        results = importing_files.import_files(
            settings.database_path(),
            named,
            key=plan,
            accept=yes,
            dry_run=dry_run,
            encoding=encoding,
            agreed=None if json else partial(_agreed, count),
            at=settings.now(),
        )
        for one in results:
            count.clear()
            if not _told(one, json=json, dry_run=dry_run):
                ended = Exit.MEND
            count.step()
    return ended


def _told(one: FileResult, *, json: bool, dry_run: bool) -> bool:
    """Say what came of a file; whether nothing is left for a person to do."""
    from sciplan_tui.workspace.edition.importing_files import waits

    if isinstance(one.result, SciplanError):
        output.tell(fault_of(one.file, one.result))
        return False
    _report(one.result, one.file, json)
    if dry_run or not waits(one.result):
        return True
    told = "waits" if one.result.differences else "waits_same"
    output.tell(say(f"cli.import.{told}", key=one.result.plan_key))
    return False


def _agreed(count: FileCount, file: Named, result: ImportResult) -> bool:
    """Show what waits for a yes, and ask, where someone is there to give it."""
    if file is None or not output.someone_is_there():
        return False
    count.clear()
    for line in difference_lines(result.differences, result.accepted):
        output.tell(line)
    for line in rename_lines(result.renames, result.plan_key, imported=False):
        output.tell(line)
    return output.agreed(say("cli.import.ask", title=result.title))


def _report(result: ImportResult, file: Named, json: bool) -> None:
    if json:
        output.json_line(_object(result, file))
        return
    done = result.is_in or result.entry_id is not None
    key = f"cli.import.{result.status}" if done else f"cli.import.{result.status}_not_yet"
    output.data(say(key, title=result.title, key=result.plan_key, edition=result.edition))
    output.data("  " + say("cli.import.counts", **result.counts))
    if result.doubted:
        output.tell(f"  {say('problem.no_task_plan')} {say('doubt.advice.no_task_plan')}")
    for line in difference_lines(result.differences, result.accepted):
        output.data(line)
    for line in rename_lines(result.renames, result.plan_key, imported=result.entry_id is not None):
        output.data(line)
    if result.entry_id is not None and len(result.accepted) < len(result.differences):
        output.tell(say("cli.import.review", key=result.plan_key))


def _object(result: ImportResult, file: Named) -> dict[str, object]:
    return {
        "file": "-" if file is None else str(file),
        "status": result.status,
        "plan": result.plan_key,
        "title": result.title,
        "edition": result.edition,
        "entry": result.entry_id,
        "counts": result.counts,
        "differences": [
            difference_object(one, accepted=place in result.accepted) for place, one in enumerate(result.differences)
        ],
        "renames": rename_objects(result.renames, result.plan_key, imported=result.entry_id is not None),
    }


COMMANDS = {"import": import_files}
