"""A sentence is heard in its place: who speaks, and whom "he", "she", "they" and "the pact" stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.heard import Heard

Hear = Callable[..., Heard]

SPOKEN = {
    "Kallas says China enables the war.": "kallas",
    "According to Kallas, China enables the war.": "kallas",
    "China enables the war, according to Kaja Kallas.": "kallas",
    "China enables the war, says Kallas.": "kallas",
    "China enables the war, Kallas said.": "kallas",
    "“China enables the war,” said Kaja Kallas.": "kallas",
    "Kallas: China enables the war.": "kallas",
    "Kallas, the EU's foreign policy chief, said so.": "kallas",
    "The United States has said so.": "united-states",
    "Tokyo has repeatedly stated it.": "japan",
    "Ishiba has warned of it.": "ishiba",
    "The warning was issued by Ishiba.": "ishiba",
    "AFP reports so.": "afp",
    "Sebastian Maslow of the University of Tokyo thinks so.": "maslow",
    "The University of Tokyo thinks so.": "university-of-tokyo",
    "United States shipyards build ships.": "",
    "China enables the war.": "",
    "Paris Air Show: a meeting.": "",
    "They mention nobody.": "",
}


@pytest.mark.parametrize(("text", "wanted"), SPOKEN.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_who_speaks_is_heard(hear: Hear, text: str, wanted: str) -> None:
    assert hear(text).speaker == (frozenset({wanted}) if wanted else frozenset())


def test_he_and_she_stand_for_the_person_named_before(hear: Hear) -> None:
    assert hear("She hopes so.", "Kaja Kallas spoke of Japan.").person == ("kallas",)
    assert hear("She hopes so.", "Kaja Kallas spoke of Japan.").speaker == {"kallas"}
    assert hear("He called it timely.", "Josep Borrell spoke.").speaker == {"borrell"}


def test_the_minister_stands_for_the_person_named_before(hear: Hear) -> None:
    assert hear("The minister hopes so.", "Takeshi Iwaya spoke.").speaker == {"iwaya"}


def test_without_a_sentence_before_nobody_is_meant(hear: Hear) -> None:
    assert hear("She hopes so.").person == ()
    assert hear("She hopes so.").speaker == frozenset()
    assert not hear("The pact covers space.").pointing


def test_a_person_stays_meant_over_a_sentence_that_names_none(hear: Hear) -> None:
    one = hear("He hopes so.", "Josep Borrell spoke.", "The pact covers space security.")
    assert one.person == ("borrell",)


def test_he_may_be_one_of_two_sentences_back(hear: Hear) -> None:
    one = hear("He hopes so.", "Shigeru Ishiba warned.", "The same warning came from Fumio Kishida.")
    assert one.persons == {"ishiba", "kishida"}


def test_the_pact_points_to_what_was_proved_before(hear: Hear) -> None:
    before = "In November 2024 the EU and Japan announced a security and defence partnership."
    one = hear("The pact covers space security.", before)
    assert one.pointing == {1}
    assert one.points_back
    assert "sdp" in one.meant


def test_it_at_the_beginning_points_back(hear: Hear) -> None:
    before = "In November 2024 the EU and Japan announced a security and defence partnership."
    assert hear("It covers space security.", before).begins_back
    assert hear("They cover space security.", before).begins_back
    assert not hear("Japan raises its spending.", before).points_back


def test_they_stand_for_those_named_before(hear: Hear) -> None:
    one = hear("They agree.", "Japan and the EU share concerns over a deteriorating security environment.")
    assert {"japan", "eu"} <= one.meant


def test_names_and_verbs_of_saying_are_no_content(hear: Hear) -> None:
    one = hear("Kallas says China enables the war.")
    assert [one.pieces.folded[at] for at in one.content] == ["enables", "war"]


def test_dates_and_numbers_are_no_content(hear: Hear) -> None:
    one = hear("On 1 January 2025 five million euros arrived.")
    assert [one.pieces.folded[at] for at in one.content] == ["arrived"]


STRANGERS = {
    "Exports to Switzerland rose.": ["Switzerland"],
    "Experts met in Jakarta.": ["Jakarta"],
    "The Defence Industry Dialogue begins.": [],
    "On Monday in March they met.": [],
    "They met. Later they left.": [],
    "Exports To Every Country Rose": [],
}


@pytest.mark.parametrize(("text", "wanted"), STRANGERS.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_names_that_nobody_in_the_base_has_are_noticed(hear: Hear, text: str, wanted: list[str]) -> None:
    one = hear(text)
    words = [one.pieces.words[at] for at in one.strangers]
    assert [text[word.start : word.end] for word in words] == wanted


def test_a_sentence_that_only_says_that_something_took_place_is_known(hear: Hear) -> None:
    before = "Japanese and EU defence firms are to meet as the Paris Air Show is held."
    assert hear("The meeting has taken place.", before).only_happens
    assert not hear("The meeting has taken place in Lyon with ministers.", before).only_happens


def test_a_newspaper_that_was_told_says_nothing_of_what_happened(hear: Callable[..., Heard]) -> None:
    told = hear("Like-minded partners should stick together, Kaja Kallas told The Japan Times.")
    assert [told.is_reporter(one) for one in told.named] == [False, True]
    read = hear("Kaja Kallas was interviewed by The Japan Times.")
    assert not any(read.is_reporter(one) for one in read.named)


def test_what_others_have_done_is_only_compared(hear: Callable[..., Heard]) -> None:
    assert not hear("Japan is to do as the Europeans have done.").pieces.done


def test_a_programme_is_named_in_capitals(hear: Callable[..., Heard]) -> None:
    heard = hear("Airbus builds the F-X with Japan.")
    assert [heard.pieces.text[one.start : one.end] for one in heard.programmes] == ["F-X"]
    assert hear("Airbus builds planes with Japan.").programmes == []
