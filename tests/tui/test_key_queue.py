"""Keys that arrive together, as they do over a slow line, do what they would one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from eujdef_tui.tui.key_bindings import KEYS
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven

CHARACTERS = {"slash": "/", "enter": "\r", "question_mark": "?", "apostrophe": "'", "space": " "}


async def burst(at: Driver, keys: Sequence[str]) -> None:
    """Send keys all at once, and wait until the last of them is done."""
    for key in keys:
        at.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    await at.settle()


def state(at: Driver) -> tuple[object, ...]:
    """All that keys change."""
    main = at.main
    return (
        main.view,
        at.typed,
        at.picked,
        at.place,
        at.overlay,
        at.reader.cursor,
        at.detail.link,
        tuple(main.facts.marks),
    )


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (["2", "slash", *"kible", "enter", "n"], ("all", "kible", "kibble", "reader", "", 10, 0, ())),
        (["t", *"1879", "enter"], ("timeline", "", "cylinder-cast", "pane", "", 2, 0, ())),
        (["k", "m", "k", "m"], ("timeline", "", "light", "pane", "", 11, 0, (7, 6))),
        (
            ["question_mark", "escape", "j", "y", "escape", "j"],
            ("timeline", "", "bureau-created", "pane", "", 3, 0, ()),
        ),
        (["enter", "f", "2", "backspace", "J"], ("timeline", "", "new-second", "reader", "", 12, 0, ())),
    ],
)
def test_keys_that_arrive_together_act_in_turn(keys: list[str], seen: tuple[object, ...]) -> None:
    @driven
    async def send() -> None:
        async with explorer() as at:
            await burst(at, keys)
            assert state(at) == seen

    send()


KEYS_TRIED = [key for entry in KEYS for key in entry.keys.split(",") if key not in ("q", "ctrl+p", "ctrl+l", "y", "Y")]


@pytest.mark.slow
@settings(deadline=None, max_examples=8)
@given(st.lists(st.sampled_from([*KEYS_TRIED, *"abk2"]), max_size=6))
def test_any_keys_end_together_where_they_end_one_by_one(keys: list[str]) -> None:
    async def send() -> None:
        async with explorer() as at:
            await burst(at, keys)
            together = state(at)
        async with explorer() as at:
            for key in keys:
                await burst(at, [key])
            assert together == state(at)

    asyncio.run(send())


@driven
async def test_what_is_pasted_keeps_its_place_among_the_keys() -> None:
    async with explorer() as at:
        at.app.post_message(events.Key("slash", "/"))
        at.app.post_message(events.Paste("kib"))
        await burst(at, [*"ble", "enter", "2"])
        assert (at.typed, at.picked, at.place) == ("kibble", "kibble", "pane")


@pytest.mark.parametrize(
    ("keys", "ends"),
    [(["ctrl+c", "j", "ctrl+c"], False), (["ctrl+c", "ctrl+c"], True), (["slash", "x", "ctrl+c", "ctrl+c"], True),
     (["ctrl+c", "slash", "ctrl+c"], False), (["j", "ctrl+c", "j", "k", "ctrl+c"], False)],
)  # fmt: skip
def test_ctrl_c_quits_when_it_is_handled_twice_in_a_row_however_the_keys_arrive(keys: list[str], ends: bool) -> None:
    @driven
    async def send() -> None:
        async with explorer() as at:
            await burst(at, keys)
            assert at.app.is_running is not ends
            if ends:
                assert at.app.return_code == 130
            else:
                assert "Press ^c again to quit" in at.text

    send()


@driven
async def test_a_quit_among_the_keys_quits() -> None:
    async with explorer() as at:
        await burst(at, ["j", "q", "j", "j"])
        assert not at.app.is_running
        assert at.app.return_code == 0


@pytest.mark.parametrize("keys", [["j"], ["pagedown"], ["2"], ["slash", "k", "i"], ["tab"], ["g", "j", "n"]])
def test_a_key_is_shown_in_one_frame_with_all_that_follows_from_it(keys: list[str]) -> None:
    @driven
    async def send() -> None:
        async with explorer() as at:
            for key in keys[:-1]:
                await burst(at, [key])
            await at.pilot.pause(0.1)
            with patch.object(at.app, "_display", wraps=at.app._display) as display:
                at.app.post_message(events.Key(keys[-1], CHARACTERS.get(keys[-1], keys[-1])))
                await at.settle()
            assert [call.args[1] is not None for call in display.mock_calls].count(True) == 1

    send()


@driven
async def test_while_keys_wait_a_frame_is_shown_now_and_then() -> None:
    async with explorer() as at:
        with patch("eujdef_tui.tui.key_queue.FRAME_INTERVAL", 0), patch.object(at.app, "_display") as display:
            await burst(at, ["j", "j", "k"])
        assert len(display.mock_calls) >= 2
