"""What stands around the matrix: classes of units, counts, and why a light shines."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # 单位类别: 从长到短, 表头有多宽就用多长的
    "class.party": "党委部门|党委|党",
    "class.government": "政府部门|政府|政",
    "class.vertical": "派出和垂直管理|派出|派",
    "class.institution": "直属事业单位|直属|直",
    "class.mass": "群团组织|群团|群",
    "class.locality": "乡镇街道|乡镇|乡",
    "class.collective": "集合单位|集合|集",
    "class.other": "其他|其",
    # 符号
    "inherited_dim": "淡色：承上",
    "inherited_ditto": '" 承上',
    "inherited_lead": '"L 承上牵头',
    "signs.roles": '{lead} 牵头  {responsible} 责任  {support} 配合    淡色或 " 是承自上级，"L 是承上的牵头',
    "signs.origins": "{lead_ruled} {responsible_ruled} {support_ruled} 是后来另定的牵头、责任、配合    ? 或下划线是程序的推测",
    "signs.tree": "单位名上和任务前的 + 可展开，- 已展开    [7] 收起了 7 项任务  [3 条] 收起了 3 条不计任务的内容",
    "signs.states": (
        "{not_started} 未启动  {in_progress} 推进中  {done} 完成  {ongoing} 长期坚持  {blocked} 受阻"
        "  {not_applicable} 不适用  {late} 已过期  {near} 将到期  . 还没有标记"
    ),
    "signs.lights": "!{in_progress} !{blocked} 有状态而已过期    ~{in_progress} 有状态而将到期",
    # 合计
    "count.lead": "牵头",
    "count.responsible": "责任",
    "count.all": "承担",
    "found": "筛选出的：牵头 {lead}，责任 {responsible}",
    "found_support": "筛选出的：牵头 {lead}，责任 {responsible}，配合 {support}",
    "totals": "共牵头 {lead}，责任 {responsible}",
    "totals_support": "共牵头 {lead}，责任 {responsible}，配合 {support}",
    # 行
    "hidden_lines": "{count} 条",
    "plan_counts": "任务 {tasks}  单位 {units}",
    # 标记和灯
    "state_on": "{state}（{on}）",
    "late": "迟 {days} 天（期限 {due}）",
    "near": "{days} 天后到期（期限 {due}）",
    "late_short": "迟 {days} 天",
    "near_short": "{days} 天后到期",
    "near_today": "今天到期",
    "due": "期限 {due}",
    "note": "说明：{note}",
    "no_such_milestone": "这个方案没有这个节点",
    "lit": "{label} {why}",
    # 密度
    "density.upright": "竖排：每个单位一列，简称竖写",
    "density.short": "横排：简称横写在列上",
    "more_units": ".. 还有 {count} 个单位",
    "density.lines": "单行：任务一行，光标所在的任务下面一个单位一行",
}
