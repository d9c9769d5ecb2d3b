"""A sentence that is longer than the line above the keys is read whole, and the line is one again behind it."""

from __future__ import annotations

import pytest

from tests.tui.driving import matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk

LONG = "拆分：市文化旅游广电体育局的第一至七项分工归市文旅局、市体育局，新设市文旅局、市体育局（湘潭市-2021）；" * 2


@pytest.mark.parametrize("keys", [(), ("H",), ("enter",)])
async def test_a_long_sentence_is_read_whole(keys: tuple[str, ...]) -> None:
    async with opened(FakeDesk(), (80, 24)) as pilot:
        await press(pilot, *keys)
        before = shown(pilot).splitlines()
        pilot.app.screen.say(LONG)  # type: ignore[attr-defined]
        await settled(pilot)
        after = shown(pilot).splitlines()
        assert LONG.replace("“", "").count("体育局") == "".join(line.strip() for line in after[-4:-1]).count("体育局")
        assert len(after) == len(before) == 24
        assert after[-1] == before[-1], "the keys stay where they are"
        pilot.app.screen.say("短")  # type: ignore[attr-defined]
        await settled(pilot)
        assert shown(pilot).splitlines()[-2].strip() == "短"


async def test_on_a_low_screen_it_stays_one_line() -> None:
    async with opened(FakeDesk(), (40, 12)) as pilot:
        matrix(pilot).say(LONG, urgent=True)
        await settled(pilot)
        assert shown(pilot).splitlines()[-2].rstrip().endswith("..")
