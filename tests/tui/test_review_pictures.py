"""Whole screens of a review as text. After a change that is wanted: `python -m tests.tui.test_review_pictures`."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from eujdef_tui.model.records import Actor, Event, Evidence, Record
from tests.helpers.review_screen import reviewing
from tests.helpers.reviews import NORWAY

PROOF = (Evidence(source="other", quote="words"),)
RECORDS: tuple[Record, ...] = (
    NORWAY,
    Actor(id="lofjord", kind="company", name="Lofjord Shipping", evidence=PROOF),
    Event(
        id="pact",
        kind="signing",
        title="Grimsvik signed a ferry agreement with Lofjord",
        date="2026-11",
        status="happened",
        actors=("norway",),
        evidence=PROOF,
    ),
)
# Name → size, the draft that is gone to, and the keys that are then pressed; a text is typed.
STATES: Mapping[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "first": ((80, 24), "Port town", ()),
    "kept and dropped": ((80, 24), "Port town", ("a", "x", "a")),
    "all clean in sight": ((80, 24), "Port town", ("A",)),
    "event": ((80, 24), "The harbour board", ()),
    "agreement": ((80, 24), "ferry agreement", ()),
    "same suggested": ((80, 24), "Lofjord Shipping Company", ()),
    "same asked": ((80, 24), "Lofjord Shipping Company", ("equals_sign",)),
    "refused": ((80, 24), "The deal is worth 48", ("a",)),
    "flagged": ((80, 24), "The deal does not", ()),
    "misquoted": ((80, 24), "The board is sorry", ()),
    "date typed": ((80, 24), "The harbour board", ("d", "=last friday")),
    "who asked": ((80, 24), "“We have waited", ("w",)),
    "who by letters": ((80, 24), "“We have waited", ("w", "=lof")),
    "words typed": ((80, 24), "A third one", ("e",)),
    "words not in the sentence": ((80, 24), "A third one", ("e", "= and a lighthouse", "enter")),
    "split": ((80, 24), "Lofjord Shipping Company will put", ("vertical_line", "right")),
    "quote shorter": ((80, 24), "Lofjord Shipping Company will put", ("less_than_sign",)),
    "found": ((80, 24), "Port town", ("slash", "=pier")),
    "known on this": ((80, 24), "The harbour board", ("f",)),
    "help": ((80, 24), "Port town", ("question_mark",)),
    "end": ((80, 24), "Read more", ("a",)),
    "wide": ((120, 36), "The harbour board", ("a",)),
    "wide who": ((120, 36), "The harbour board", ("w",)),
    "another type": ((80, 24), "A third one", ("T",)),
    "another kind": ((80, 24), "Torill Haavik", ("2",)),
    "taken back": ((80, 24), "Port town", ("A", "u")),
    "no fact here": ((80, 24), "Passenger numbers", ("0",)),
    "tall": ((80, 50), "The harbour board", ("a", "a")),
    "widest": ((200, 60), "The deal does not", ()),
    "small": ((40, 12), "The harbour board", ()),
    "small who": ((40, 12), "The harbour board", ("w",)),
    "small refused": ((40, 12), "The deal is worth 48", ("a",)),
}


async def screen_of(state: str, folder: Path) -> list[str]:
    """The lines of a screen."""
    size, label, keys = STATES[state]
    async with reviewing(folder, size, records=RECORDS) as at:
        await at.go(label)
        for key in keys:
            if key.startswith("=") and len(key) > 1:
                await at.type(key[1:])
            else:
                await at.press(key)
        return at.lines


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_a_screen_is_as_it_was(state: str, tmp_path: Path) -> None:
    from tests.tui.review_pictures import PICTURES

    lines = asyncio.run(screen_of(state, tmp_path))
    assert lines == PICTURES[state]


def test_there_is_a_picture_of_each_state_and_no_line_is_wider_than_its_screen() -> None:
    from tests.tui.review_pictures import PICTURES

    assert set(PICTURES) == set(STATES)
    for state, ((width, height), _, _) in STATES.items():
        assert len(PICTURES[state]) == height
        assert max(map(len, PICTURES[state])) <= width


def main() -> None:
    """Write the pictures anew."""
    lines = ['"""Whole screens of a review. Made by `python -m tests.tui.test_review_pictures`."""', ""]
    lines += [
        "from __future__ import annotations",
        "",
        "# ruff: noqa: E501",
        "# fmt: off",
        "PICTURES: dict[str, list[str]] = {",
    ]
    for state in STATES:
        with tempfile.TemporaryDirectory() as folder:
            screen = asyncio.run(screen_of(state, Path(folder)))
        lines += [f'    "{state}": [', *(f"        {line!r}," for line in screen), "    ],"]
    lines += ["}", "# fmt: on", ""]
    (Path(__file__).with_name("review_pictures.py")).write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
