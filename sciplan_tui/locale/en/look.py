"""The colours of the screens and the file of keys."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "Colours", "kept": "colours: {name}, at the next start too",
    "keys_unread": "The file of keys {file} cannot be understood: {reason}. All keys are as they were.",
    "keys_syntax": "{file}, line {line}: not written as TOML is, as where a quote or bracket stays open. All keys are as they were.",
    "keys_no_action": "{file} line {line}: there is no action {name}, left out. sciplan keys lists them.",
    "keys_no_list": "{file} line {line}: {name} is to be written as [\"key\", ..], left out.",
    "keys_no_key": "{file} line {line}: {key}, of {name}, is no key to use, left out. Write \"/\", \"F3\", \"Ctrl+P\", \"PgDn\".",
    "keys_is_text": "{file} line {line}: {name} belongs to a place where one writes, and {key} is a letter there, left out.",
    "keys_taken": "{file} line {line}: {key}, of {name}, is a key of {other} on the same screen, left out.",
    "keys_more": " ({count} more: sciplan keys)",
    "toml_head": "Keep as {file}, only the lines you change; the first of several keys is the one shown",
    "outside": "changed elsewhere: {what}", "outside_many": "changed elsewhere {count} {count:time|times}, last: {what}", "saved": "saved {at}",
    "undecided": "changes left open {press.review}",
    "to_view": "view: {query}", "to_plan": "look at this plan",
    "sciplan": "Calm (dark)", "sciplan-light": "Light", "sciplan-contrast": "High contrast",
}  # fmt: skip
