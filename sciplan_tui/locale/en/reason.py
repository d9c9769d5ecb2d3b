"""Why a file or a folder cannot be written or read: the system's numbers of errors."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "told": "{what} ({system})",
    "ENOSPC": "the disk is full", "EDQUOT": "your share of the disk is full", "EACCES": "you may not", "EPERM": "you may not", "EROFS": "it can only be read there",
    "ENOTDIR": "a part of the path is a file, not a folder", "EISDIR": "that is a folder", "EFBIG": "the file is too large",
    "ENAMETOOLONG": "the name is too long", "EIO": "the disk failed", "EBUSY": "another program holds it",
    "ENOENT": "no such file or folder",
}  # fmt: skip
