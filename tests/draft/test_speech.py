"""Who says what in an article: the speaker of each sentence."""

from __future__ import annotations

import pytest

from eujdef_tui.draft.actors import Cast
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.quoted import Quotations
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.draft.speech import Speech


def speakers(text: str) -> list[str | None]:
    """The speaker of each sentence, None for one that nobody says."""
    sentences = read_sentences(text)
    by = Speech(Cast(text, sentences, Known()), Quotations(text, sentences)).by
    return [by[n].speaker if n in by else None for n in range(len(sentences))]


ONE = {
    "Kaja Kallas said that talks went well.": "Kaja Kallas",
    "EU foreign policy chief Kaja Kallas said Wednesday that she sees room.": "Kaja Kallas",
    "Talks went well, according to Kaja Kallas.": "Kaja Kallas",
    "According to police, two men fled.": "police",
    "“It is a step for both of us,” said Sebastian Maslow, a professor at the University of Tokyo.": "Sebastian Maslow",
    "'It will go both ways in time,' Kaja Kallas, who also serves as president, said there.": "Kaja Kallas",
    "The Immigration Minister, Philip Ruddock, says he is pleased.": "Philip Ruddock",
    "President of the Hazara Society, Hassan Ghulam, says it is bullying.": "Hassan Ghulam",
    "Coroner Graeme Johnston said it was unlikely.": "Graeme Johnston",
    "Palestinian hospital officials said two people died.": "Palestinian hospital officials",
    "But the Bureau of Meteorology's Claire Richards says the rain has done little.": "Claire Richards",
    "Joyce Blake also told Radio New Zealand that people had held a grudge.": "Joyce Blake",
    "She was told by Joyce Blake that it was over.": "Joyce Blake",
    "John Winter, from the New South Wales Rural Fire Service, says it is a concern.": "John Winter",
    "US Ambassador to Japan Rahm Emanuel explained that it was late.": "Rahm Emanuel",
    "Both Japan and the EU have said that it is a priority.": "Both Japan and the EU",
    "Japan has repeatedly stated that it is ready.": "Japan",
}


@pytest.mark.parametrize(("text", "speaker"), ONE.items())
def test_the_subject_of_a_verb_of_saying_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The report was long. Their claims were many.",
        "Japan and the European Union announced a pact in Tokyo.",
        "Norway and Sweden agreed on a treaty.",
        "The so-called “Pacific Solution” works.",
        "The states of the union voted.",
    ],
)
def test_what_is_no_speech_has_no_speaker(text: str) -> None:
    assert set(speakers(text)) == {None}


@pytest.mark.parametrize("text", ["It is thought that he fled.", "It was reported that ships sank."])
def test_what_is_thought_or_reported_is_said_by_nobody(text: str) -> None:
    assert speakers(text) == [""]


def test_a_pronoun_and_a_quotation_that_goes_on_mean_the_one_who_spoke() -> None:
    text = 'Denise Almao said she knew. "He was shot twice," she said. "They seem okay. The injuries were not serious."'
    assert speakers(text) == ["Denise Almao"] * 4


def test_a_quotation_before_its_speaker_is_named_is_given_to_that_one() -> None:
    text = '"We will downgrade their embassy staff here. We will ban their access," spokesman Aziz Khan said.'
    assert speakers(text) == ["Aziz Khan", "Aziz Khan"]


def test_the_official_is_the_one_who_spoke_before() -> None:
    text = "Karin Holm said it was late. The official said more would come."
    assert speakers(text) == ["Karin Holm", "Karin Holm"]


def test_a_mark_after_a_plural_closes_no_quotation() -> None:
    text = "'The two sides' agreements have become more important to us,' Karin Holm said."
    sentences = read_sentences(text)
    (span,) = Quotations(text, sentences).of(0)
    assert text[slice(*span)] == "The two sides' agreements have become more important to us,"


def test_a_quotation_that_no_mark_closes_ends_with_its_paragraph() -> None:
    text = "“We are all here today.\nThe rest is not quoted by anyone."
    sentences = read_sentences(text)
    quotations = Quotations(text, sentences)
    assert quotations.of(0)
    assert not quotations.of(1)
