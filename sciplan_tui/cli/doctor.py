"""`sciplan doctor`: whether the database and its settings are as they should be."""

from __future__ import annotations

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say


def doctor() -> Exit:
    """One line a finding: ok, look, or broken. Only what is broken ends with 1."""
    from sciplan_tui.workspace.doctor import examine

    findings = examine(settings.database_path())
    rows = [
        [say(f"cli.doctor.{finding.level}"), say(f"doctor.{finding.what}", **finding.details)] for finding in findings
    ]
    for line in output.columns(rows):
        output.data(line)
    return Exit.MEND if any(finding.level == "broken" for finding in findings) else Exit.DONE


COMMANDS = {"doctor": doctor}
