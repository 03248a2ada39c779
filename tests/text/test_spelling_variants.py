"""British and American spelling of one word, and words that are two."""

from __future__ import annotations

import pytest

from eujdef_tui.text.spelling_variants import same_but_for_spelling


@pytest.mark.parametrize(
    "pair",
    "defence/defense defence-industrial/defense-industrial organise/organize organisation/organization"
    " labour/labor neighbouring/neighboring centre/center theatres/theaters programme/program dialogue/dialog"
    " co-operation/cooperation co-ordinated/coordinated analysed/analyzed travelled/traveled towards/toward"
    " licence/license grey/gray colourful/colorful recognises/recognizes".split(),
)
def test_one_word_in_two_spellings(pair: str) -> None:
    one, other = pair.split("/")
    assert same_but_for_spelling(one, other)
    assert same_but_for_spelling(other, one)


@pytest.mark.parametrize(
    "pair",
    "four/for hour/hor fourth/forth signed/signs exports/experts filled/filed re-sign/resign increase/decrease"
    " launch/lunch million/billion will/would sense/since rise/rice prise/prize device/devise tour/tor".split(),
)
def test_two_words(pair: str) -> None:
    assert not same_but_for_spelling(*pair.split("/"))
