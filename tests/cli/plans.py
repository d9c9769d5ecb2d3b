"""Plans of the tests' own, small enough to see through."""

from __future__ import annotations

PLAN = """某某市全民科学素质行动规划纲要实施方案（2021—2025年）
为做好全市全民科学素质工作，制定本方案。
一、重点任务
（一）青少年科学素质提升行动。
1. 办好科学教育活动。每年举办科普活动10场。
牵头单位：市教育局
责任单位：市科协、团市委
2. 建好科技馆。到2025年，建成科技馆2座。
牵头单位：市科协
责任单位：市教育局、市财政局
（二）农民科学素质提升行动。
3. 送科技下乡。组织专家到村里去。
牵头单位：市农业农村局
责任单位：市科协、市教育局等部门
二、组织实施
（一）加强督查。2023年开展中期督查，2025年开展总结评估。
"""

EDITED = PLAN.replace("责任单位：市科协、团市委", "责任单位：市科协、团市委、市妇联")
"""The same plan, one more unit responsible for one task."""

SHORTENED = "\n".join(line for line in PLAN.splitlines() if "送科技下乡" not in line and "市农业农村局" not in line)
"""The same plan without one task: a removal, which is only ever proposed."""
