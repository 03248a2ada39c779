"""What a sentence denies, and what only looks like a denial."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import root

Check = Callable[[str], list[Checked]]


def denies(text: str, word: str) -> bool:
    """Whether a text denies a word."""
    return root(word) in Pieces(text).denied


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The pact does not authorise exchanges or specify what is exchanged.", "exchanges"),
        ("They paid little attention to it.", "attention"),
        ("Few firms export.", "firms"),
        ("Japan stays away from exercises.", "exercises"),
        ("They neglected the members.", "members"),
        ("Neither Japan nor the EU has enough capacity.", "capacity"),
        ("It was not certain that the summit would be held.", "certain"),
    ],
)
def test_a_denial_reaches_what_it_denies(text: str, word: str) -> None:
    assert denies(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He may govern without a majority after the disastrous election.", "election"),
        ("No challenge is greater than this one.", "challenge"),
        ("Nothing matters more to them than security.", "security"),
        ("Neither partner can do without the other.", "partner"),
        ("Neither of them was spared attacks.", "attacks"),
        ("It was not certain that the summit would be held.", "summit"),
        ("A few firms export.", "firms"),
        ("It costs a little more.", "costs"),
    ],
)
def test_what_stands_behind_a_denial_may_be_said_all_the_same(text: str, word: str) -> None:
    assert not denies(text, word)


@pytest.mark.parametrize(
    "text",
    [
        "No security challenge is greater for Japan than China, Japan has said.",
        "Never before had the EU made an agreement of this nature with an Asia-Pacific country, said Borrell.",
        "The pact does not allow anything to be exchanged, nor does it say which data will be.",
        "Without a majority after the general election, Ishiba could head a minority government.",
        "The number of North Korean troops in Russia runs into the thousands, the United States has said.",
    ],
)
def test_the_same_told_with_a_denial_is_supported(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported", found.verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "The EU had made agreements of this kind with Asia-Pacific countries before, Borrell said.",
        "Complete lethal weapons may now be exported from Japan.",
        "European companies have little experience in cybersecurity.",
        "Japan is reducing its investment in missile defence.",
        "American pressure on Japan to spend more is weakening.",
        "Europe's arms industry has traditionally neglected NATO members and EU countries.",
    ],
)
def test_the_contrary_told_without_a_not_is_seen(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word in ("differs", "no source")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The World Bank projects a US defence budget of 935 billion dollars for 2024.", "World"),
        ("The instrument of ratification was exchanged for the Economic Partnership Agreement.", "Economic"),
        ("Toyota, Toray and IHI were to take part in the meeting at the Paris Air Show.", "Toyota"),
        ("Hitachi was among the Japanese participants of the meeting at the Paris Air Show.", "Hitachi"),
        ("Nissan and Subaru were to take part in the meeting at the Paris Air Show.", "Nissan"),
        ("President Obama hosted Fumio Kishida in April 2024.", "Obama"),
    ],
)
def test_a_name_that_the_base_does_not_know_differs_though_its_words_are_common(
    check: Check, text: str, word: str
) -> None:
    (found,) = check(text)
    assert word in [one.said for one in found.verdict.differences]


def test_an_unknown_number_before_the_noun_of_the_fact_differs(check: Check) -> None:
    (found,) = check("Four governments will set up a joint headquarters for the fighter.")
    assert [(one.said, one.instead.lower()) for one in found.verdict.differences] == [("Four", "three")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Japan wants more start-ups to take part.", "startups"),
        ("A START-UP took part.", "startup"),
        ("They start up the engine.", "start"),
    ],
)
def test_a_start_up_is_one_word_with_its_hyphen(text: str, word: str) -> None:
    assert word in Pieces(text).folded


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The GCAP fighter starts its development in 2025; ten years later it is to be introduced.", False),
        ("The GCAP fighter is to be introduced two years later than 2035, in 2037.", True),
        ("Airbus and Dassault have concluded partnerships with Japanese counterparts.", True),
        ("Airbus and Dassault have been exploring partnerships with Japanese counterparts.", False),
        ("The negotiations on classified information have been completed.", True),
        ("The negotiations on classified information have been launched.", False),
        ("No Asian country had such a partnership with the EU before.", False),
    ],
)
def test_how_far_a_thing_has_come_is_seen(check: Check, text: str, flagged: bool) -> None:
    found = {one.verdict.word for one in check(text)}
    assert (not found <= {"supported"}) is flagged


@given(st.lists(st.sampled_from("start - up ups no few little a as than greater not without do".split()), max_size=12))
def test_whatever_is_denied_is_a_word_of_the_sentence(words: list[str]) -> None:
    pieces = Pieces(" ".join(words))
    assert all(root(pieces.folded[at]) == one for one, at in pieces.denied.items())


def test_a_day_is_not_another_day_of_the_same_month(check: Check) -> None:
    (found,) = check("It was on 11 November 2024 that Borrell and Iwaya presented the partnership.")
    assert found.verdict.word == "differs"
    (found,) = check("It was on 1 November 2024 that Borrell and Iwaya presented the partnership.")
    assert found.verdict.word == "supported"


def test_a_sentence_that_says_enough_needs_none_before_it(check: Check) -> None:
    alone = "The dialogue will bring together government officials and business representatives from both sides."
    *_, found = check(f"North Korea tested a missile on 31 October 2024.\n\n{alone}")
    assert found.verdict.word == "supported"


def test_a_pronoun_is_whom_its_own_sentence_names(check: Check) -> None:
    *_, found = check(
        "Joe Biden hosted Fumio Kishida.\n\nMr Ishiba concedes that his alliance will not happen overnight."
    )
    assert found.verdict.word == "supported"
