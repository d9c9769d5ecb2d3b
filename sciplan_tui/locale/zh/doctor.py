"""What the doctor says, a sentence for each finding."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "python": "Python {version}",
    "sqlite": "SQLite {version}",
    "package": "{name} {version}",
    "package_missing": "没有装 {name}；用到它的功能会停下",
    "cloud_folder": "数据库在云同步文件夹里（{folder}）：同步可能换掉正在用的文件，请移到别处",
    "network_folder": "数据库在网络盘上（{folder}，{kind}）：那里的锁不可靠，请移到本机硬盘",
    "mode": "文件权限 {mode}，只有本人能读写",
    "mode_open": "文件权限 {mode}，别人也能读：chmod 600 可以收紧",
    "left_over": "旁边留有文件 {file}：程序可能曾被中断",
    "no_database": "还没有数据库 {path}",
    "unusable": "{reason}",
    "read_only": "{path} 只能读，不能写",
    "schema": "表的版本 {version}",
    "integrity": "SQLite 完整性检查通过",
    "damage": "SQLite 完整性检查发现损坏：{reason}",
    "references": "所有引用都有着落",
    "references_wrong": "有 {count} 行引用了不存在的内容",
    "paths": "每个任务的编号只出现一次",
    "paths_wrong": "有 {count} 个编号重复",
    "orphans": "每个任务都连到大纲",
    "orphans_wrong": "有 {count} 项任务连不到大纲",
    "holders": "承上的分工都对",
    "holders_wrong": "有 {count} 项任务承上的分工不对",
    "indexes": "索引齐全",
    "indexes_missing": "缺少索引（{names}）：能用，但慢",
    "setting": "设置 {name} = {value}",
}
