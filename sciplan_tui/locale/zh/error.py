"""Errors a person can mend: what is wrong, where, what to do."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "bad_today": "SCIPLAN_TODAY 不是日期：{value}。请写成 2023-06-30 的样子。",
    "bad_field": "{where} 的内容不对：{value}。请改正后再读。",
    "missing_field": "缺少 {where}。请补上后再读。",
    "bad_cell": "第 {line} 行 {column} 一列的内容不对：{value}。请改正后再读。",
    "empty_cell": "第 {line} 行 {column} 一列是空的。请补上后再读。",
    "path_twice": "编号 {path} 出现了两次。每个任务的编号只能出现一次，请改正后再读。",
    "path_unknown": "编号 {path} 没有对应的任务（上级要写在下级之前）。请补上或改正后再读。",
    "key_twice": "节点代号 {key} 出现了两次。请改成不同的代号后再读。",
    "other_schema": "这个 JSON 不是方案文件：schema 是 {schema}，应为 {wanted}。",
    "no_plan_row": "表里没有 record 为 plan 的一行。请补上方案名称所在的一行。",
    "column_unknown": "不认识这一列：{column}。可用的列：{known}。",
    "query_field": "筛选第 {column} 个字处：不认识 {field}:。可用的有 {known}；若是要找这几个字，请用引号括起来。",
    "query_empty": "筛选第 {column} 个字处：{field} 后面没有内容。请写上要找的字。",
    "query_value": "筛选第 {column} 个字处：{field}: 后面不能是“{value}”。可用的有 {allowed}。",
    "query_minus": "筛选第 {column} 个字处：减号后面没有条件。请紧接着写要排除的字或条件。",
    "query_quote": "筛选第 {column} 个字处：引号没有结束。请补上 {quote}。",
    "query_milestone": "筛选第 {column} 个字处：没有节点“{milestone}”。现有的节点：{known}。",
    "query_milestones": "筛选第 {column} 个字处：“{milestone}”在 {plan} 里有几个节点：{known}。请写其中一个的代号。",
    "no_plan": "没有与“{plan}”相符的方案。现有的方案：{known}。",
    "several_plans": "与“{plan}”相符的方案有几个：{known}。请写出其中一个。",
}
