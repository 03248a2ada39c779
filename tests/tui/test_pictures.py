"""The tool that draws pictures of every state of the screen."""

from __future__ import annotations

import asyncio

import pytest

from tests.helpers.pictures import STATES, drawn


@pytest.mark.slow
def test_every_state_is_reached_by_its_keys_and_looks_like_no_other() -> None:
    pictures = {name: asyncio.run(drawn(keys, (80, 24), "mono")) for name, keys in STATES.items()}
    assert all(picture.startswith("<svg") for picture in pictures.values())
    words = {name: picture.partition("</style>")[2] for name, picture in pictures.items()}
    assert len(set(words.values())) == len(STATES)
