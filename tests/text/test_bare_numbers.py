"""Figures that nothing belongs to are read without the places of words, and give what `quantities` gives."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text import quantities as reading
from eujdef_tui.text.lone_figures import bare_numbers, is_alone
from eujdef_tui.text.quantities import quantities
from eujdef_tui.text.tokens import simple_words, words

# Words that a number may belong to, or that may belong to a number, and others.
WORDS = "to and or per cent percent million bn dollars us usd eur won hong japanese one two hundred may mr a point f"
FIGURES = ("0", "7", "13", "007", "999", "1000", "2024", "02024", "2999", "3000", "14500", "2nd", "5bn", "1990s")
FURTHER_FIGURES = ("1,000", "12,5", "3.5", "1.234.567", "½", "3½", "①", "３", "9兆円", "$5", "us$ 7", "四")
SIGNS = (" ", ", ", ". ", "; ", " (", "-", " - ", "/", "$", " $", "'")
FURTHER_SIGNS = ("\n", "\u00a0", "\u2009", "  ", "–", " € ", "", "·")
PIECES = st.sampled_from((*WORDS.split(), *FIGURES))


def read(text: str) -> list[Decimal] | None:
    """What `bare_numbers` says of a text, as `index_text` asks it; None where it is not asked."""
    written = simple_words(text)
    return None if written is None else bare_numbers(text, " ".join(written).lower().split())


@given(st.lists(st.tuples(PIECES, st.sampled_from(SIGNS)), max_size=8))
def test_bare_numbers_are_those_of_the_quantities(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + sign for word, sign in pieces)
    if (found := read(text)) is not None:
        assert [(number, "") for number in found] == [(one.number, one.unit) for one in quantities(text)]


FURTHER = st.tuples(
    st.sampled_from((*WORDS.split(), *FIGURES, *FURTHER_FIGURES)), st.sampled_from((*SIGNS, *FURTHER_SIGNS))
)


@given(st.lists(FURTHER, max_size=8))
def test_figures_alone_are_read_as_those_that_something_may_belong_to(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + sign for word, sign in pieces)
    quick = list(quantities(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "is_alone", lambda *_: False)
        assert quick == list(quantities(text))


@pytest.mark.parametrize("text", ["7", "7 ships", "the 7", "3, 4", "12 5000", "1234 500", "in 2024; 5 of them", "5\n6"])
def test_what_nothing_belongs_to_is_alone(text: str) -> None:
    found = words(text)
    assert any(is_alone(text, found, place) for place in range(len(found)))


@pytest.mark.parametrize("text", ["12 000", "5 bn", "3 won", "(7)", "7 to 9 bn", "usd 5", "-7", "F-2", "2nd", "1,000"])
def test_what_something_may_belong_to_is_not(text: str) -> None:
    found = words(text)
    assert not is_alone(text, found, 0)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("She said on 13 May 2024 that 7 ships left.", [13, 7]),
        ("Nothing is counted here", []),
        ("In 1999 and in 3000", [3000]),
        ("12 5000 4321 500 7 7", [12, 5000, 4321, 500, 7, 7]),
    ],
)
def test_dates_and_counts_are_bare(text: str, numbers: list[int]) -> None:
    assert read(text) == list(map(Decimal, numbers))


@pytest.mark.parametrize(
    "text",
    ["5 percent", "35 to 40 billion", "usd 5", "$ 5", "the F-2", "two ships", "12 000", "2nd", "3 Norwegian kroner"],
)
def test_what_something_belongs_to_is_left_to_those_who_look_at_places(text: str) -> None:
    assert read(text) is None
