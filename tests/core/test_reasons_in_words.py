from __future__ import annotations

import errno

import pytest

from sciplan_tui.errors import WritingError
from sciplan_tui.locale import speaking


@pytest.mark.parametrize(("language", "said"), [("zh", "磁盘已满（No space"), ("en", "the disk is full (No space")])
def test_why_a_file_cannot_be_written_is_said_in_words_with_the_systems_own(language: str, said: str) -> None:
    fault = WritingError("export_failed", file="a.csv", reason=OSError(errno.ENOSPC, "No space left on device"))
    with speaking(language):
        assert said in str(fault)


def test_a_reason_without_words_is_the_systems_own() -> None:
    for reason in (OSError(errno.EXDEV, "Cross-device link"), OSError("Cross-device link")):
        assert "：Cross-device link。" in str(WritingError("export_failed", file="a.csv", reason=reason))
