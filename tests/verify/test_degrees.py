"""How much, which in a row, the highest of its kind: a sentence may not say more than the base."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked

Check = Callable[[str], list[Checked]]


def said(check: Check, text: str) -> list[tuple[str, str]]:
    """The words of a sentence that differ, with what the base has instead."""
    (found,) = check(text)
    return [(one.said, one.instead) for one in found.verdict.differences]


@pytest.mark.parametrize(
    ("text", "more", "instead"),
    [
        ("The Japanese market is the largest in the world.", "largest", "one of the largest"),
        ("Exports of complete lethal weapons remain completely banned in Japan.", "completely", "largely"),
        ("The meeting at the Paris Air Show will be the second of defence companies from Japan and the EU.",
         "second", "first"),
        ("China is Japan's greatest security partner.", "partner", "challenge"),
        ("All of Europe's biggest defence contractors see Japan as a vital partner in manufacturing.", "All", "some"),
    ],
)  # fmt: skip
def test_what_says_more_than_the_base_differs(check: Check, text: str, more: str, instead: str) -> None:
    assert (more, instead) in said(check, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Japanese market is one of the largest in the world.",
        "The Japanese market is among the largest and most technologically advanced in the world.",
        "Exports of complete lethal weapons remain largely banned in Japan.",
        "Japan has called China its greatest security challenge.",
        "Closer cooperation has become all the more important, the EU and Japan said in their joint statement.",
        "Some of Europe's biggest defence contractors see Japan as a vital partner in manufacturing.",
        "Third countries may be part of the naval exercises.",
        "Pyongyang test-fired one of its newest and most powerful missiles.",
    ],
)
def test_what_says_no_more_does_not(check: Check, text: str) -> None:
    assert said(check, text) == []
