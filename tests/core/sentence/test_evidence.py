"""Where the proof of a mark lies, in words."""

from __future__ import annotations

import pytest

from sciplan_tui.core.sentence.evidence import evidence, evidence_sent


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/srv/材料/报表.pdf", "佐证材料 报表.pdf"),
        ("C:\\材料\\报表.pdf", "佐证材料 报表.pdf"),
        ("材料/报表.pdf", "佐证材料 材料/报表.pdf"),
        ("档案 3 号柜", "佐证材料 档案 3 号柜"),
    ],
)
def test_no_paper_that_leaves_the_house_tells_the_folders_of_this_computer(path: str, sent: str) -> None:
    assert evidence_sent(path) == [sent]
    assert evidence(path) == [f"佐证材料 {path}"]
    assert evidence_sent(None) == evidence(None) == []
