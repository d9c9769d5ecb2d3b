"""The field's own words: roles, states, kinds, heads of columns."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "role.lead": "lead",
    "role.responsible": "responsible",
    "role.support": "support",
    "sign.lead": "L",
    "sign.responsible": "R",
    "sign.support": "S",
    "status.not_started": "not started",
    "status.in_progress": "in progress",
    "status.done": "done",
    "status.ongoing": "ongoing",
    "status.blocked": "blocked",
    "status.not_applicable": "not applicable",
    "status.late": "late",
    "status.near": "due soon",
    "sign.not_started": "n",
    "sign.in_progress": "p",
    "sign.done": "d",
    "sign.ongoing": "o",
    "sign.blocked": "B",
    "sign.not_applicable": "x",
    "sign.late": "!",
    "sign.near": "N",
}
