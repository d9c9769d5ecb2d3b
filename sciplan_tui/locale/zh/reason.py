"""为什么一个文件或文件夹写不了、读不了：系统的错误号。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "told": "{what}（{system}）",
    "ENOSPC": "磁盘已满", "EDQUOT": "用完了给你的空间", "EACCES": "没有权限", "EPERM": "没有权限", "EROFS": "那里是只读的",
    "ENOTDIR": "路径里有一段是文件，不是文件夹", "EISDIR": "那是一个文件夹", "EFBIG": "文件太大",
    "ENAMETOOLONG": "名字太长", "EIO": "磁盘读写出错", "EBUSY": "正被别的程序占用",
    "ENOENT": "没有那个文件或文件夹",
}  # fmt: skip
