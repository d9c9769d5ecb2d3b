"""A compound file (OLE2) of named streams: the container of .doc and .xls."""

from __future__ import annotations

import struct

SECTOR = 512
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SMALL = 4096
"""Shorter streams would belong into the mini stream, so each is filled up to this."""


def build(streams: dict[str, bytes]) -> bytes:
    """The streams, each from a sector of its own on."""
    padded = {name: data + bytes(-len(data) % SECTOR) for name, data in streams.items()}
    padded = {name: data + bytes(max(0, _SMALL - len(data))) for name, data in padded.items()}
    directory_size = -(-(len(padded) + 1) // 4)
    used = directory_size + sum(len(data) // SECTOR for data in padded.values())
    fats = 1
    while fats * (SECTOR // 4) < used + fats:
        fats += 1
    chain, content, entries, at = [_FAT] * fats, b"", [], fats
    chain += _run(at, directory_size)
    at += directory_size
    for name, data in padded.items():
        entries.append(
            _entry(name, 2, at, len(data), right=len(entries) + 2 if len(entries) + 1 < len(padded) else _NONE)
        )
        chain += _run(at, len(data) // SECTOR)
        at += len(data) // SECTOR
        content += data
    root = _entry("Root Entry", 5, _END, 0, child=1)
    directory = b"".join([root, *entries])
    directory += _entry("", 0, 0, 0) * (-(len(entries) + 1) % 4)
    chain += [_FREE] * (fats * (SECTOR // 4) - len(chain))
    return _header(fats, fats) + struct.pack(f"<{len(chain)}I", *chain) + directory + content


def _run(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), _END]


def _entry(name: str, kind: int, start: int, size: int, right: int = _NONE, child: int = _NONE) -> bytes:
    coded = name.encode("utf-16-le")
    length = len(coded) + 2 if name else 0
    return struct.pack(
        "<64sHBBIII16sIQQIII", coded, length, kind, 1, _NONE, right, child, b"", 0, 0, 0, start, size & 0xFFFFFFFF, 0
    )


def _header(fats: int, directory: int) -> bytes:
    head = struct.pack("<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
                       0, fats, directory, 0, _SMALL, _END, 0, _END, 0, 0)  # fmt: skip
    places = [*range(fats), *[_FREE] * (109 - fats)]
    return head[:76] + struct.pack("<109I", *places)
