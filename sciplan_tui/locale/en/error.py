"""Errors a person can mend: what is wrong, where, what to do."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "bad_today": "SCIPLAN_TODAY is no date: {value}. Write it as 2023-06-30.",
    "bad_field": "{where} holds something else than it should: {value}. Mend it and read again.",
    "missing_field": "{where} is missing. Add it and read again.",
    "bad_cell": "Line {line}, column {column} holds something else than it should: {value}. Mend it and read again.",
    "empty_cell": "Line {line}, column {column} is empty. Fill it in and read again.",
    "path_twice": "The path {path} stands twice. A task's path may stand once only; mend it and read again.",
    "path_unknown": "No task has the path {path} (a parent stands before its children). Add it or mend it and read again.",
    "key_twice": "The milestone key {key} stands twice. Give each milestone a key of its own.",
    "other_schema": "This JSON is no plan: its schema is {schema}, it should be {wanted}.",
    "no_plan_row": "No row of the table has the record plan. Add the row that bears the plan's title.",
    "column_unknown": "Unknown column: {column}. The columns are: {known}.",
}
