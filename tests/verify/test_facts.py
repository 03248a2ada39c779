"""Facts are found by their words, by whom they name and by their numbers; a large base gives those that may matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.model.records import Actor, Agreement, Event, Statement
from eujdef_tui.store import Base
from eujdef_tui.verify import gathering
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.facts import query_of
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import root


def first(checker: Checker, text: str, most: int = 5) -> list[str]:
    """The ids of the first facts for a text."""
    one = Pieces(text)
    named = [(name.first, name.last, name.ids) for name in checker.names.find(text, one.words)]
    return [fact.id for _, fact in checker.facts.best(query_of(one, named), most)]


FOUND = {
    "for decades on military hardware": "afp-japan-relied",
    "nine trillion yen": "fig-japan-spending",
    "€326bn": "fig-eu-allocation",
    "satellite constellations": "jt-space-vow",
    "today's Ukraine, tomorrow's East Asia": "afp-ishiba-warning",
    "aerodynamics and avionics": "tt-fx-mix",
    "stealth": "nr-jet-technologies",
    "port calls": "afp-text-naval",
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_fact_is_among_the_first_for_its_words(checker: Checker, text: str, wanted: str) -> None:
    assert wanted in first(checker, text)


def test_a_fact_is_among_the_first_for_other_words_of_which_it_has_none_itself(checker: Checker) -> None:
    text = "Hackers"
    (word,) = Pieces(text).roots
    fact = next(fact for fact in checker.facts.facts if fact.id == "cyberattacks-on-both")
    assert word not in fact.own.roots
    assert "cyberattacks-on-both" in first(checker, text, 20)


def test_a_word_that_no_fact_has_finds_nothing(checker: Checker) -> None:
    assert first(checker, "zzyzx qwertz") == []
    assert not checker.facts.knows("zzyzx")


def test_rare_words_weigh_more_than_common_ones(checker: Checker) -> None:
    facts = checker.facts
    assert facts.weight(root("stealth")) > facts.weight(root("cooperation")) > 0
    assert facts.weight("@synspective") > facts.weight("@japan")


def test_scores_fall_and_no_fact_comes_twice(checker: Checker) -> None:
    one = Pieces("Japan and the EU announce a partnership on defence industry and space")
    found = checker.facts.best(query_of(one, ()), 20)
    scores = [score for score, _ in found]
    assert scores == sorted(scores, reverse=True)
    assert len({id(fact) for _, fact in found}) == len(found)


def test_each_record_says_something_and_an_agreement_one_thing_a_step(checker: Checker) -> None:
    facts = checker.facts.facts
    base = checker.facts.base
    said = {fact.id for fact in facts}
    for view in ("timeline", "actors", "agreements", "statements"):
        for n in base.span(view):
            record = base.record(n).record
            if any(item.sentence >= 0 for item in getattr(record, "evidence", ())):
                assert record.id in said
    for fact in facts:
        assert fact.words
        assert isinstance(fact.record, Actor | Agreement | Event | Statement)
        if fact.step:
            assert fact.step in fact.record.milestones  # type: ignore[union-attr]


def test_what_a_fact_is_linked_to_and_rests_on_is_known(checker: Checker) -> None:
    fact = next(one for one in checker.facts.facts if one.id == "afp-borrell-first")
    assert fact.speaker == "borrell"
    assert {"borrell", "afp-borrell-first"} <= fact.linked
    assert fact.places == {(item.source, item.sentence) for item in fact.evidence}
    assert fact.status == ""


def test_quotes_are_cut_out_of_their_sentences(checker: Checker) -> None:
    for fact in checker.facts.facts:
        for item, quote in zip(fact.evidence, checker.facts.quotes(fact), strict=False):
            assert "".join(quote.text.split()) in "".join(
                "".join(sentence.text.split()) for sentence in checker.facts.sentences(fact)
            )
            assert item.start >= 0


# --- a large base ---


@pytest.fixture
def large(base: Base, monkeypatch: pytest.MonkeyPatch) -> Base:
    """The shipped base, taken for a large one."""
    monkeypatch.setattr(gathering, "WHOLE", 10)
    return base


GATHERED = {
    "Biden hosted Kishida for a state visit in May 2024.": ("differs", "kishida-state-visit"),
    "Japan's defence spending reached about nine trillion yen.": ("supported", "fig-japan-spending"),
    "Kallas calls China the key enabler of Russia's war in Ukraine.": ("supported", "jt-kallas-china-enabler"),
    "China is increasing its military pressure on Taiwan.": ("supported", "afp-china-pressure"),
}


@pytest.mark.parametrize(("text", "wanted"), GATHERED.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_of_a_large_base_what_matters_is_gathered(large: Base, text: str, wanted: tuple[str, str]) -> None:
    checker = Checker(large, text)
    (one,) = checker.check(text)
    assert one.verdict.fact is not None
    assert (one.verdict.word, one.verdict.fact.id) == wanted
    assert len(checker.facts.facts) < 250


def test_of_a_large_base_names_are_gathered_by_surname_and_sign(large: Base) -> None:
    text = "Borrell met 岩屋毅 of Japan; the SPA and IHI were named."
    checker = Checker(large, text)
    (one,) = checker.check(text)
    assert [named.ids for named in one.named] == [("borrell",), ("iwaya",), ("japan",), ("spa",), ("ihi",)]


def test_of_a_large_base_nothing_is_gathered_for_strange_words(large: Base) -> None:
    facts, names = gathering.gathered(large, "zzyzx qwertz")
    assert (facts, names) == ([], [])
    (one,) = Checker(large, "zzyzx qwertz foo").check("zzyzx qwertz foo")
    assert one.verdict.word == "no source"
    assert one.verdict.fact is None
    assert "zzyzx" in one.verdict.why


def test_a_small_base_is_read_whole(base: Base) -> None:
    facts, names = gathering.gathered(base, "")
    assert len(facts) == sum(len(base.span(view)) for view in ("timeline", "actors", "agreements", "statements"))
    assert len(names) == sum(len(base.span(view)) for view in ("actors", "agreements", "sources"))


# --- reasons ---

Check = Callable[[str], list[Checked]]


def why(check: Check, text: str) -> str:
    """The reason of the last verdict on a text."""
    return check(text)[-1].verdict.why


def test_a_supported_sentence_says_what_was_compared_and_whose_word_it_is(check: Check) -> None:
    told = why(check, "China is the key enabler of Russia's war in Ukraine.")
    assert "3 names among them" in told
    assert told.endswith("Kaja Kallas says so.")


def test_who_is_named_as_speaker_is_not_told_again(check: Check) -> None:
    assert "says so" not in why(check, "Kallas calls China the key enabler of Russia's war in Ukraine.")


def test_a_difference_says_what_either_has(check: Check) -> None:
    told = why(check, "Japan is aiming at 3% of GDP for defence by 2027.")
    assert "“3%”" in told
    assert "“2%”" in told


def test_what_is_told_as_done_is_told_to_be_planned(check: Check) -> None:
    told = why(check, "The EU and Japan have accelerated the development of satellite constellations.")
    assert "“accelerated” as done" in told
    assert "planned" in told


def test_another_speaker_is_named(check: Check) -> None:
    told = why(check, "Borrell calls China the key enabler of Russia's war in Ukraine.")
    assert told == "The draft has Josep Borrell say it; in the base Kaja Kallas says it."


def test_what_no_source_says_names_what_was_looked_for(check: Check) -> None:
    told = why(check, "The orchestra played Mahler in Vienna.")
    assert "orchestra" in told or "Mahler" in told


def test_headings_code_questions_and_greetings_say_why_they_are_left(check: Check) -> None:
    found = check("# Head\n\nGood morning.\n\nWhere are we?\n\n```\nx\n```\n\nI think so.\n\nYes.")
    assert [one.verdict.why for one in found] == [
        "This is a heading.",
        "This greets, thanks or leads over.",
        "This is a question.",
        "This is code.",
        "This is an opinion or a wish of the one who speaks.",
        "There is too little in it.",
    ]


def test_a_record_and_an_article_are_read_once(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = checker.facts
    assert facts.record("kallas") is facts.record("kallas")
    assert facts.record("zzyzx") is None
    assert [one.id for one in facts.agreements(["kallas", "sdp", "zzyzx"])] == ["sdp"]
    source = next(iter(facts.facts[0].places))[0]
    assert not facts.is_in_article(source, "zzyzx")
    monkeypatch.setattr(facts, "base", None)
    assert facts.record("kallas") is not None
    assert not facts.is_in_article(source, "qwertz")


def test_a_name_of_several_says_as_much_as_the_rarest_of_them(checker: Checker) -> None:
    facts = checker.facts
    weight, levels = facts.of_name(("japan", "kallas"))
    assert weight == max(facts.weight("@japan"), facts.weight("@kallas"))
    assert levels == [facts.levels["@japan"], facts.levels["@kallas"]]


def test_a_fact_knows_its_number(checker: Checker) -> None:
    assert [fact.at for fact in checker.facts.facts] == list(range(len(checker.facts.facts)))
