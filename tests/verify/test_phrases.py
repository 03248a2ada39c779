"""What is said in two words or more is read as the one word for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.word_lists import PHRASE_WORDS, PHRASES


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They made it public.", ""),
        ("The programme was made public in Rome.", "announced"),
        ("They will make public what they have.", "announce"),
        ("It won't come from one day to the next.", "overnight"),
        ("Rome put its name to the accord.", "signed"),
        ("Firms keep up with demand.", "match"),
        ("Beijing has not ruled out force.", "rejected"),
        ("The dialogue is up and running.", "launched"),
        ("Like-minded partners stick together.", "likeminded"),
    ],
)
def test_a_phrase_is_read_as_one_word_in_its_tense(text: str, word: str) -> None:
    one = Pieces(text)
    assert (word in one.folded) == bool(word)
    assert all(place.start < place.end for place in one.words)
    assert [place.start for place in one.words] == sorted(place.start for place in one.words)


def test_a_phrase_keeps_the_place_of_all_its_words() -> None:
    text = "Parts for weapons are for the most part allowed."
    one = next(word for word in Pieces(text).words if word.folded == "largely")
    assert text[one.start : one.end] == "for the most part"


@pytest.mark.parametrize("text", ["What they make, public or not.", "On the table, cards.", "They set: aside."])
def test_words_that_a_mark_parts_are_no_phrase(text: str) -> None:
    assert len(Pieces(text).folded) == len(text.split())


def test_the_longest_of_phrases_that_begin_alike_is_meant() -> None:
    assert "accelerated" in Pieces("They stepped up the pace.").folded
    assert "increased" in Pieces("They stepped up spending.").folded
    for found in (some for behind in PHRASES.values() for some in behind.values()):
        assert [len(rest) for rest, _ in found] == sorted((len(rest) for rest, _ in found), reverse=True)


def test_a_phrase_is_looked_for_by_its_longest_word() -> None:
    for first, behind in PHRASES.items():
        for rest, _ in (one for some in behind.values() for one in some):
            assert not PHRASE_WORDS.isdisjoint((first, *rest))


def test_the_last_word_of_a_text_begins_no_phrase_of_two_but_may_be_one() -> None:
    assert Pieces("They renounced").folded[-1] == "rejected"
    assert Pieces("They call").folded[-1] == "call"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Washington is leaning on Tokyo to do likewise.", "jt-us-pressure"),
        ("Those who think alike should hold together, says Kaja Kallas.", "jt-kallas-like-minded"),
        ("The Global Combat Air Programme was made public before the agreement was signed.", "gcap-announced"),
        ("Japan and the EU are on the lookout for a wider range of partners.", "jt-diversify-partners"),
    ],
)
def test_a_phrase_finds_the_fact_that_has_the_word(check: Callable[[str], list[Checked]], text: str, fact: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == fact
