"""A sentence that turns a fact round differs from it; one that only says it otherwise does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces

Check = Callable[[str], list[Checked]]
Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("sort", "sentence"),
    [
        ("status", "Japan has already lifted its defence spending to two percent of GDP, as it intended."),
        ("status", "The NATO-like regional alliance that Shigeru Ishiba had in mind has come into being."),
        ("negation", "The Society of Japanese Aerospace Companies has yet to meet NATO officials in Brussels."),
        ("opposite", "Repairs of American ships in Japan would tie up industrial capacity in America."),
        ("opposite", "Russia's invasion of Ukraine has eased Japanese fears that China might attack Taiwan."),
        ("negation", "Japan no longer bans the export of complete lethal weapons."),
        ("opposite", "Kallas finds little room for cooperation between European and Japanese arms makers."),
        ("negation", "The EU's push to diversify its partners is confined to Japan, Kallas says."),
        ("name", "European firms act with great caution and formality, whereas Japanese ones are flexible."),
    ],
)
def test_a_sentence_that_turns_a_fact_round_differs(check: Check, sort: str, sentence: str) -> None:
    (found,) = check(sentence)
    assert found.verdict.word in ("differs", "no source")
    assert sort in {one.sort for one in found.verdict.differences}


@pytest.mark.parametrize(
    "sentence",
    [
        "Never before the gathering at the Paris Air Show had defence firms from Japan and the EU met as a group.",
        "For Kallas it is only natural that the bloc diversifies its trade and its partners in security.",
        "The EU's push to diversify its partners is not confined to Japan, Kallas says.",
        "Repairs of American ships in Japan would free up industrial capacity in America.",
        "Japanese firms act with great caution and formality, whereas European ones are flexible.",
        "European firms are flexible, whereas Japanese ones act with great caution and formality.",
        "An assertive China and an unpredictable North Korea are the chief worries of Japan.",
        "Both Europe and Japan were targeted by cyberattacks of state and non-state actors.",
    ],
)
def test_a_sentence_that_says_the_same_otherwise_is_supported(check: Check, sentence: str) -> None:
    assert [one.verdict.word for one in check(sentence)] == ["supported"]


def test_what_is_ahead_in_the_draft_and_done_in_the_base_is_told_so(check: Check) -> None:
    (found,) = check("A first meeting of SJAC with NATO officials in Brussels is planned but has yet to be held.")
    assert "The draft tells it as still ahead (“yet”); in the base it is done already." in found.verdict.why


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The treaty has yet to be signed.", "yet"),
        ("The treaty was not yet signed.", "yet"),
        ("The treaty is still only being planned.", "still"),
        ("The treaty remains to be signed.", "remains"),
        ("The treaty is not signed, and yet it stands.", ""),
        ("The treaty is still good, and was planned long ago by others.", ""),
    ],
)
def test_what_is_still_ahead_is_told_by_a_few_phrases(sentence: str, word: str) -> None:
    pieces = Pieces(sentence)
    assert (pieces.folded[pieces.pending] if pieces.pending >= 0 else "") == word


def test_what_came_as_planned_is_not_planned() -> None:
    assert not Pieces("The ship was built as planned.").aims
    assert not Pieces("It rose, as they had intended.").aims
    assert Pieces("The ship is planned as a cruiser.").aims
    assert "com" in {one[:3] for one in Pieces("An alliance has come about.").perfect}
    assert not Pieces("They have come late.").done


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Sebastian Maslow, who teaches at the University of Tokyo, notes that both spend more.", "sebastian-maslow"),
        ("The EU has had pacts with European states outside the Union for years.", ""),
    ],
)
def test_who_says_it_stands_before_an_aside_and_no_adjective_speaks(hear: Hear, sentence: str, speaker: str) -> None:
    found = hear(sentence).speaker
    assert {one for one in found if "maslow" in one} == found
    assert bool(found) == bool(speaker)


def test_a_newspaper_that_reports_what_others_say_is_no_other_speaker(check: Check) -> None:
    (found,) = check("China is the key enabler of Russia's war in Ukraine, The Japan Times reported.")
    assert found.verdict.word == "supported"
    (found,) = check("China is the key enabler of Russia's war in Ukraine, said Sebastian Maslow.")
    assert found.verdict.word == "differs"


def test_a_noun_that_is_told_of_does_not_point_back(hear: Hear) -> None:
    before = "Josep Borrell called the partnership with Japan historic."
    assert not hear("The meeting of defence firms is to take place in Paris.", before).pointing
    assert hear("The meeting took place in Tokyo.", before).pointing


@pytest.mark.parametrize(
    "sentence",
    [
        "The accord on secret information will set out how it is passed on, treated, kept and destroyed.",
        "Tokyo still prohibits most exports of finished lethal arms, although it lets components be sold abroad.",
        "Seoul is selling ever more arms to European buyers.",
    ],
)
def test_other_words_of_newspapers_are_no_lack_of_a_source(check: Check, sentence: str) -> None:
    assert [one.verdict.word for one in check(sentence)] == ["supported"]


def test_a_name_that_only_tells_when_is_background(hear: Hear) -> None:
    show = "Shortly before the Paris Air Show firms met NATO."
    assert [hear(show).is_background(one) for one in hear(show).named] == [True, False]
    after = "Before Kishida he led the party."
    assert not any(hear(after).is_background(one) for one in hear(after).named)


def test_a_project_that_the_sentence_names_is_what_its_noun_points_to(hear: Hear) -> None:
    before = "Josep Borrell called the partnership with Japan historic."
    assert not hear("The Global Combat Air Program wants to introduce the new jet by 2035.", before).pointing
    assert hear("Three countries want to introduce the new jet by 2035.", before).pointing


def test_words_of_phrases_have_no_opposite() -> None:
    assert not Pieces("The accord lays down how data are kept.").sided & {"down"}
    assert not Pieces("In the end both agree on it.").sided & {"end"}
    assert "down" in Pieces("Prices are down.").sided
    assert "end" in Pieces("They end the war.").sided


def test_a_denial_ends_where_someone_tells() -> None:
    assert "nikkei" not in Pieces("An official who was not named told Nikkei of talks.").denied
    assert "talk" in Pieces("An official did not speak of talks.").denied
