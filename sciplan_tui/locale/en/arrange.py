"""How the matrix is arranged, and how to find."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "rows_lead": "by lead",
    "rows_status": "by status",
    "rows_date": "by date",
    "columns_load": "units by load",
    "folded": "{count} folded",
    "rows_path_long": "Tasks by path",
    "rows_lead_long": "Tasks by the protocol order of their first lead; those without one at the end",
    "rows_status_long": "Tasks by status at the next milestone: late, blocked, near, in progress, not started, ongoing,"
    " done, not applicable",
    "rows_date_long": "Tasks by their deadline; without one, by the next milestone",
    "columns_protocol_long": "Units in protocol order",
    "columns_load_long": "Units by load: those that lead most first",
    "no_outline": "Only tasks ordered by path can be folded; {press.row_order} goes back to that",
    "nothing_below": "There is nothing to fold here",
    "find.title": "Find a unit or a task",
    "find.hint": "characters or pinyin initials",
    "find.none": "Nothing found",
    "find.count": "{count} found",
    "find.more": "{count} found, the first {shown} are listed",
    "find.unit": "unit",
    "find.clears": "outside the filter: clears it",
    "find.moves": "in another plan",
    "some_plans": "{count} of {all} {all:plan|plans}",
    "plans.hint": "{press.plans_choose} ticks several    Enter looks",
}
