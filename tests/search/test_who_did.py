"""Who did something is told by active sentences, also where no actor is linked; and so is who leads something once."""

from __future__ import annotations

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from tests.helpers.named_actors import base_of_titles


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("who blocked the road", "Farmers blocked the road at dawn"),
        ("who built a pier", "Fishers built a pier"),
        ("who builds the sluice", "Holm Works is building the sluice"),
    ],
)
def test_an_active_sentence_tells_who_did_it(typed: str, title: str) -> None:
    assert len(search(base_of_titles([title]), parse(typed)).hits) == 1


def test_a_passive_sentence_without_a_doer_tells_nobody() -> None:
    assert search(base_of_titles(["The sign had been stolen"]), parse("who stole the sign")).hits == ()
