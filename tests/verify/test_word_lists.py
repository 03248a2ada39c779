"""The words of english.txt are folded, stand in one place each, and their opposites and groups are of use."""

from __future__ import annotations

import pytest

from eujdef_tui.text.unicode import fold
from eujdef_tui.verify import word_lists as lists
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.roots import OPPOSED, is_content, root, stem

SETS = {
    "denials": lists.DENIALS,
    "denying verbs": lists.DENYING_VERBS,
    "turning": lists.TURNING,
    "aimed": lists.AIMED,
    "happening": lists.HAPPENING,
    "speaking": lists.SPEAKING,
    "about": lists.ABOUT,
    "magnitudes": lists.MAGNITUDES,
    "record nouns": lists.NOUNS_OF_RECORDS,
    "heads": lists.COMMON_HEADS,
    "general": lists.GENERAL,
}


@pytest.mark.parametrize("words", SETS.values(), ids=SETS)
def test_words_are_folded_and_there_are_some(words: frozenset[str]) -> None:
    assert words
    assert all(fold(word) == word and " " not in word for word in words)


def test_a_word_that_denies_neither_aims_nor_speaks() -> None:
    assert not (lists.DENIALS | lists.DENYING_VERBS) & (lists.AIMED | lists.MAGNITUDES)


def test_no_word_is_its_own_opposite() -> None:
    for one, other in lists.SIDES:
        assert not {*map(stem, one)} & {*map(stem, other)}, (one, other)


def test_opposites_hold_both_ways() -> None:
    for word, sides in OPPOSED.items():
        for here, there in sides:
            assert word in here
            for other in there:
                assert (there, here) in OPPOSED[other]


def test_steps_of_an_agreement_are_numbered_from_the_first_to_the_last() -> None:
    steps = {word: step for step, words in lists.STAGES for word in words}
    order = ["proposed", "negotiations", "concluded", "signed", "ratified", "entry-into-force"]
    found = [steps[word] for word in order]
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_multiples_are_by_word() -> None:
    assert lists.MULTIPLIERS["twice"] == lists.MULTIPLIERS["doubled"] == "2"
    assert lists.MULTIPLIERS["trebled"] == "3"
    assert lists.MULTIPLIERS["halved"] == "1/2"


def test_capitals_and_adjectives_lead_to_countries() -> None:
    assert lists.CAPITALS["moscow"] == "russia"
    assert lists.CAPITALS["seoul"] == "south korea"
    assert all(fold(name) == name for pair in lists.CAPITALS.items() for name in pair)


def test_talk_has_its_patterns_and_cues() -> None:
    assert set(lists.TALK) == {"opens", "thanks", "opinion", "cues"}
    assert all(lists.TALK.values())


@pytest.mark.parametrize("group", lists.SAME)
def test_words_for_the_same_say_something_and_are_several(group: str) -> None:
    assert not [word for word in group.replace(">", "").split() if not is_content(word)]  # others are never compared
    assert len(set(map(root, group.replace(">", "").split()))) > 1


SAME = [("unveil", "announce"), ("rely", "depend"), ("buy", "purchase"), ("accord", "treaty")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_for_the_same_are_known(checker: Checker, one: str, other: str) -> None:
    assert root(other) in checker.thesaurus.others(root(one))


@pytest.mark.parametrize(("finding", "found"), [("renewable", "hydro"), ("treat", "doctor"), ("commuter", "customer")])
def test_what_is_only_found_finds_nothing(checker: Checker, finding: str, found: str) -> None:
    assert root(found) in checker.thesaurus.others(root(finding))
    assert root(finding) not in checker.thesaurus.others(root(found))


def test_a_word_without_others_has_none(checker: Checker) -> None:
    assert checker.thesaurus.others("zzyzx") == frozenset()


def test_common_words_are_told_from_names(checker: Checker) -> None:
    assert checker.thesaurus.is_common("cooperation")
    assert checker.thesaurus.is_common("several")
    assert not checker.thesaurus.is_common("switzerland")
    assert not checker.thesaurus.is_common("synspective")
