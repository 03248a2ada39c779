"""Sentences in other words are supported, those with one thing wrong are not, and each says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.store import Base
from eujdef_tui.verify.checking import Checked
from tests.bench.verify import SENTENCES, figures, judged, read
from tests.verify.article_passages import MISSED_LATER, PASSAGES_OF_ARTICLES
from tests.verify.passages import MISSED as MISSED_BEFORE
from tests.verify.passages import PASSAGES as PASSAGES_BEFORE
from tests.verify.passages import Case
from tests.verify.speech_sentences import MISSED_ALONE, SENTENCES_OF_SPEAKERS

FLAGGED = ("differs", "no source")
PASSAGES = (*PASSAGES_BEFORE, *PASSAGES_OF_ARTICLES, *SENTENCES_OF_SPEAKERS)
MISSED = MISSED_BEFORE | MISSED_LATER | MISSED_ALONE
HELD = [
    (passage, place)
    for passage in PASSAGES
    for place, case in enumerate(passage)
    if case.text not in MISSED
]  # fmt: skip


def name_of(value: object) -> str:
    """The sentence that a passage and a place stand for."""
    return str(value) if isinstance(value, int) else value[0].text[:40] if isinstance(value, tuple) else ""


def verdict_of(check: Callable[[str], list[Checked]], passage: tuple[Case, ...], place: int) -> list[Checked]:
    """The verdicts on a sentence of a passage that is checked as one text."""
    begin = sum(len(case.text) + 2 for case in passage[:place])
    found = check("\n\n".join(case.text for case in passage))
    return [one for one in found if begin <= one.part.start < begin + len(passage[place].text)]


@pytest.mark.parametrize(("passage", "place"), HELD, ids=name_of)
def test_a_sentence_has_the_verdict_that_it_should_have(
    check: Callable[[str], list[Checked]], passage: tuple[Case, ...], place: int
) -> None:
    words = {one.verdict.word for one in verdict_of(check, passage, place)}
    match passage[place].sort:
        case "true":
            assert words == {"supported"}
        case "nothing":
            assert words == {"nothing to check"}
        case _:
            assert words & set(FLAGGED)


def test_what_is_missed_is_missed_still_so_that_the_list_stays_true(check: Callable[[str], list[Checked]]) -> None:
    for passage in PASSAGES:
        for place, case in enumerate(passage):
            if case.text in MISSED:
                told = MISSED[case.text].split(" by ")[0]
                assert told in {one.verdict.word for one in verdict_of(check, passage, place)}, case.text


@pytest.mark.counts_lines
@pytest.mark.slow
def test_the_figures_on_sentences_written_before_the_code_do_not_get_worse(base: Base) -> None:
    found = list(judged(base, read(SENTENCES)))
    tuned = figures([one for one in found if one.sentence.passage % 2])
    kept = figures([one for one in found if not one.sentence.passage % 2])
    assert tuned["first"] >= 0.9
    assert tuned["flagged"] >= 0.96
    assert tuned["alarms"] <= 0.03
    assert kept["first"] >= 0.88
    assert kept["flagged"] >= 0.96
    assert kept["alarms"] <= 0.08


@pytest.mark.slow
def test_a_verdict_other_than_supported_names_what_differs_or_is_lacking(
    check: Callable[[str], list[Checked]],
) -> None:
    for passage in PASSAGES:
        for one in check("\n\n".join(case.text for case in passage)):
            assert one.verdict.why
            if one.verdict.word == "differs":
                assert any(odd.instead for odd in one.verdict.differences)
                assert one.verdict.fact is not None
            if one.verdict.word == "supported":
                assert not one.verdict.differences
                assert one.verdict.fact is not None
                assert one.verdict.fact.evidence


def test_a_sentence_that_stands_twice_has_one_verdict_unless_it_leans_on_another_one(
    check: Callable[[str], list[Checked]],
) -> None:
    same = "Kaja Kallas calls China the key enabler of Russia's war in Ukraine."
    *_, first, again = check("\n\n".join([same] * 4))  # of two persons who were named before each is remembered
    assert again.verdict is first.verdict
    assert again.part.start > first.part.start
    said = "He calls China the key enabler of Russia's war in Ukraine."
    found = check(f"Kaja Kallas was in Tokyo.\n\n{said}\n\nSebastian Maslow was in Tokyo.\n\n{said}")
    one, other = (one.verdict for one in found if one.part.shape == said)
    assert one is not other
