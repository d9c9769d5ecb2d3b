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
    "query_field": "Filter, column {column}: there is no {field}:. Use one of {known}, or put the words in quotes to look for them.",
    "query_empty": "Filter, column {column}: nothing stands after {field}. Write what to look for.",
    "query_value": "Filter, column {column}: {field}: cannot be “{value}”. Use one of {allowed}.",
    "query_minus": "Filter, column {column}: no condition follows the minus. Write what to leave out right after it.",
    "query_quote": "Filter, column {column}: the quote is not closed. Add {quote}.",
    "query_milestone": "Filter, column {column}: there is no milestone “{milestone}”. There are: {known}.",
    "query_milestones": "Filter, column {column}: “{milestone}” fits several milestones of {plan}: {known}. Write the key of one.",
    "no_plan": "No plan fits “{plan}”. There are: {known}.",
    "several_plans": "Several plans fit “{plan}”: {known}. Name one of them.",
}
