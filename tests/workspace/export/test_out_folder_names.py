from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.errors import WritingError
from sciplan_tui.workspace.export.out_folder import OutFolder
from sciplan_tui.workspace.paper.pack import is_there


def test_a_folder_whose_name_is_too_long_is_refused_with_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / ("长" * 200)
    out = OutFolder(folder, force=False)
    with pytest.raises(WritingError, match="名字太长"):
        out.begin([folder / "a.csv"])
    out.begin([folder / "a.csv"], make=False)
    assert not is_there(folder)
