"""Run by hand: `python -m tests.bench`. Prints medians and ratios beside a peer or a limit measured in the same run."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.bench import commands, screens


def main() -> None:
    """All measurements, one line of verdict each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--vd", help="path of VisiData's vd")
    asked.add_argument("--seeds", type=Path, default=Path(__file__).parents[3] / "shared" / "seeds")
    told = asked.parse_args()
    lines = []
    if told.seeds.is_dir():
        lines.append(commands.check_cost(told.seeds))
    lines.append(commands.help_cost(told.vd))
    lines.append(screens.frames("demo", [screens.SCIPLAN, "demo"], lambda text: "牵" in text and "/ " in text, 3.0))
    with tempfile.TemporaryDirectory() as folder:
        lines += large(Path(folder))
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
