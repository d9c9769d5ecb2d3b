"""The text boxes of a Word 97–2003 file and where they hang: a shape is anchored at a character of the body, a stretch
of the boxes' text belongs to a shape ([MS-DOC] 2.8.37, 2.8.32).
"""

from __future__ import annotations

import struct

from sciplan_tui.readers.word.doc_pieces import Piece, WordFile

_ANCHORS, _TEXTS = 40, 56
_ANCHOR, _TEXT = (26, 0), (22, 14)
"""Bytes of one entry, and where in it the shape is named."""
_MOST = 10_000


def boxes(file: WordFile) -> list[tuple[int, list[Piece]]]:
    """Each box: the place in the body's text where it hangs, and its pieces. One without an anchor hangs at the end."""
    anchors = {shape: start for start, _, shape in _entries(file.table(_ANCHORS), *_ANCHOR)}
    end, length = file.counts[0], file.counts[6]
    texts = _entries(file.table(_TEXTS), *_TEXT) or [(0, length, 0)]
    texts.append((max(last for _, last, _ in texts), length, 0))
    hung = [(anchors.get(shape, end), file.box(first, last)) for first, last, shape in texts if first < last <= length]
    return sorted((box for box in hung if box[1]), key=lambda box: box[0])


def _entries(table: bytes, size: int, named: int) -> list[tuple[int, int, int]]:
    """Where each entry begins and ends, and its shape: places stand first, then the entries."""
    count = min((len(table) - 4) // (4 + size), _MOST)
    if count < 1:
        return []
    places = struct.unpack_from(f"<{count + 1}i", table)
    shapes = (struct.unpack_from("<i", table, 4 * (count + 1) + size * place + named)[0] for place in range(count))
    return list(zip(places, places[1:], shapes, strict=False))
