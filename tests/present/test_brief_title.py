"""A brief is named as its reader would name it: without clocks, and after the actor that was asked for."""

from __future__ import annotations

import pytest

from eujdef_tui.present.brief_title import brief_title
from eujdef_tui.store import Base


@pytest.mark.parametrize(
    ("asked", "first", "title"),
    [
        ("ishiba", "ishiba", "Shigeru Ishiba"),
        ("asof:2024-07-01 Kishida", "kishida", "Fumio Kishida"),
        ("ishiba nato", "ishiba", "ishiba nato"),
        ("kishida", "ishiba", "kishida"),
        ("known:2024-11-01  nato is:planned", "spa", "nato is:planned"),
        ("asof:2024-07-01", "ishiba", ""),
        ("", "ishiba", ""),
    ],
)
def test_the_title_is_what_was_asked_for(corpus: Base, asked: str, first: str, title: str) -> None:
    assert brief_title(corpus, [corpus.number(first) or 0], asked) == title


def test_a_brief_of_all_has_no_title_of_its_own(corpus: Base) -> None:
    assert brief_title(corpus, None, "") == ""
