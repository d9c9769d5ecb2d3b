"""What the doctor says, a sentence for each finding."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "python": "Python {version}",
    "sqlite": "SQLite {version}",
    "package": "{name} {version}",
    "package_missing": "{name} is not installed; what needs it will stop",
    "cloud_folder": "the database lies in a cloud folder ({folder}): syncing may replace it while in use; move it elsewhere",
    "network_folder": "the database lies on a network drive ({folder}, {kind}): locks fail there; move it to a local disk",
    "mode": "file mode {mode}: only you can read and write it",
    "mode_open": "file mode {mode}: others can read it; chmod 600 closes it",
    "left_over": "the file {file} lies beside it: the program may have been cut off",
    "no_database": "there is no database {path} yet",
    "unusable": "{reason}",
    "read_only": "{path} can be read but not written",
    "schema": "tables of version {version}",
    "integrity": "SQLite's integrity check passed",
    "damage": "SQLite's integrity check found damage: {reason}",
    "references": "every reference leads somewhere",
    "references_wrong": "{count} rows refer to what is not there",
    "paths": "every path stands once",
    "paths_wrong": "{count} paths stand more than once",
    "orphans": "every task hangs in the outline",
    "orphans_wrong": "{count} tasks do not hang in the outline",
    "holders": "inherited assignments are right",
    "holders_wrong": "{count} tasks inherit from the wrong one",
    "indexes": "all indexes are there",
    "indexes_missing": "indexes are missing ({names}): it works, but slowly",
    "setting": "setting {name} = {value}",
}
