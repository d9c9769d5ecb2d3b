"""The field's own words: roles, states, kinds, heads of columns."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "role.lead": "牵头",
    "role.responsible": "责任",
    "role.support": "配合",
    "sign.lead": "牵",
    "sign.responsible": "责",
    "sign.support": "配",
    "status.not_started": "未启动",
    "status.in_progress": "推进中",
    "status.done": "完成",
    "status.ongoing": "长期坚持",
    "status.blocked": "受阻",
    "status.not_applicable": "不适用",
    "status.late": "迟",
    "status.near": "将到期",
    "sign.not_started": "未",
    "sign.in_progress": "进",
    "sign.done": "完",
    "sign.ongoing": "长",
    "sign.blocked": "阻",
    "sign.not_applicable": "免",
    "sign.late": "迟",
    "sign.near": "近",
}
