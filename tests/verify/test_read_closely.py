"""What decides between facts that share most words: whose costs, before or after, a day, numbers that count nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import root

Check = Callable[[str], list[Checked]]


def verdicts(check: Check, text: str) -> list[tuple[str, str]]:
    """The verdict of each sentence of a text, with its fact."""
    return [(one.verdict.word, one.verdict.fact.id if one.verdict.fact else "") for one in check(text)]


def said(check: Check, text: str) -> list[tuple[str, str]]:
    """The words that differ in the last sentence of a text, with what the base has instead."""
    return [(one.said, one.instead) for one in check(text)[-1].verdict.differences]


def test_an_opposite_is_compared_of_the_thing_that_is_raised_or_reduced(check: Check) -> None:
    assert ("raise", "reduce") in said(check, "Working with European companies would raise Japan's costs.")
    assert not said(check, "Working with European companies could reduce Japan's costs.")
    assert not said(check, "Working with European companies could enhance Japan's defence technology.")


@pytest.mark.parametrize("word", ["afterwards", "subsequently"])
def test_what_was_announced_before_was_not_announced_afterwards(check: Check, word: str) -> None:
    assert word in [one for one, _ in said(check, f"GCAP was announced {word}, once the agreement had been signed.")]


def test_worries_that_were_heightened_have_not_become_less(check: Check) -> None:
    assert ("less", "heightened") in said(
        check, "Since Russia went into Ukraine, Japan worries less that China might invade Taiwan."
    )


def test_firms_that_an_aside_tells_of_are_of_the_country_told_behind_it(check: Check) -> None:
    text = "Both Thales and {}, which were expected at the Paris Air Show, are French."
    assert ("French", "Italy") in said(check, text.format("Leonardo"))
    assert not said(check, text.format("Safran"))


def test_a_sentence_of_one_name_and_no_word_supports_nothing(check: Check) -> None:
    paper = "The EU's recent white paper on defence stresses competitiveness and collaboration with Japan."
    assert [word for word, _ in verdicts(check, f"{paper} It was NATO that brought it out.")] == [
        "supported",
        "no source",
    ]


def test_what_is_proposed_at_the_end_of_a_title_is_aimed_at() -> None:
    told = Pieces("More opportunities for Japanese companies in EU-led projects proposed")
    assert {root("opportunities"), root("projects")} <= told.aimed
    assert root("opportunities") not in Pieces("More opportunities for companies were taken").aimed


def test_what_was_only_proposed_has_not_been_done(check: Check) -> None:
    text = "Japanese companies have been admitted to EU-led research and development projects since June 2024."
    assert verdicts(check, text)[0][0] == "differs"


def test_a_step_that_only_tells_when_is_no_step_of_the_agreement(check: Check) -> None:
    text = "The launch of GCAP had been announced before the three governments signed the agreement of December 2023."
    assert verdicts(check, text) == [("supported", "gcap-announced")]


def test_of_facts_that_agree_the_one_with_the_very_day_supports_it(check: Check) -> None:
    text = "On 31 October 2024, a Thursday, Pyongyang fired off one of its latest and strongest missiles."
    assert verdicts(check, text) == [("supported", "north-korea-missile-test")]


def test_an_event_of_the_month_that_a_sentence_gives_comes_first(check: Check) -> None:
    text = "Moscow and Pyongyang concluded a treaty on a comprehensive strategic partnership in June 2024."
    ((word, fact),) = verdicts(check, text)
    assert word == "supported"
    assert fact.startswith("russia-north-korea-treaty")


def test_one_or_two_that_count_nothing_are_no_number_that_a_fact_holds(check: Check) -> None:
    assert verdicts(check, "Two destroyers and a submarine took part for Japan.")[0][0] == "no source"


def test_what_is_told_as_different_is_not_held_against_what_is_separate(check: Check) -> None:
    text = "The Strategic Partnership Agreement was agreed on earlier and is a different thing from the security pact."
    assert verdicts(check, text) == [("supported", "afp-spa-separate")]
    assert said(check, "The SPA and the security partnership are not separate pacts.")


def test_the_alliance_is_the_only_one_that_the_base_has(check: Check) -> None:
    (found,) = check("According to the Alliance, the US defence budget for 2024 is projected at 935 billion dollars.")
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == "fig-us-budget"


def test_a_denial_is_compared_where_the_clause_has_other_words_for_the_rest(check: Check) -> None:
    text = "On both sides, says Maslow, factories can easily keep up with defence spending."
    assert "keep up with" in [one for one, _ in said(check, text)]


def test_who_is_kept_out_of_something_does_not_take_part_in_it(check: Check) -> None:
    denied = Pieces("The two want to keep private companies out of the removal of space debris.").denied
    assert {root("private"), root("companies")} <= denied.keys()
    assert not Pieces("They keep private companies informed.").denied
    assert not Pieces("They keep private companies informed, and out of danger.").denied
    assert (
        verdicts(check, "The two want to keep private companies out of the removal of space debris.")[0][0] == "differs"
    )


def test_countries_are_not_counted_with_what_they_set_up(check: Check) -> None:
    assert verdicts(check, "Four countries will share the headquarters of the new fighter.")[0][0] != "supported"
    assert verdicts(check, "Three countries will set up the headquarters of the new fighter.")[0][0] == "supported"


def test_the_least_of_something_is_not_its_key(check: Check) -> None:
    assert ("least", "key") in said(
        check, "Kallas called China the least important enabler of Russia's war in Ukraine."
    )
    assert not said(check, "Kallas called China the key enabler of Russia's war in Ukraine.")


def test_what_has_never_been_done_is_not_told_as_done(check: Check) -> None:
    text = "Defence companies from Japan and the EU had never met in this way before the Paris Air Show."
    assert verdicts(check, text)[0][0] == "supported"


def test_to_please_someone_is_not_to_counter_them(check: Check) -> None:
    assert ("please", "counter") in said(check, "Japan is ramping up defence spending partly in order to please China.")
