"""Articles that were edited: how many quotes hold, which fell, and what they became."""

from __future__ import annotations

import pytest

from eujdef_tui.compare import articles
from eujdef_tui.compare.change import Change
from eujdef_tui.compare.comparing import compare
from tests.helpers.generated_facts import Facts, as_file, generated, sentence

FACTS = generated()
FILE = as_file(FACTS)


def change_of(changed: Facts, source: str = "source-1") -> Change:
    """What is told of an article."""
    (found,) = [one for one in compare(FILE, as_file(changed)) if one.kind == "edited"]
    assert (found.record, found.id) == ("source", source)
    return found


def edited(old: str, new: str) -> Facts:
    """The facts with other words in one article."""
    changed = FACTS.copy()
    assert old in changed.articles["a1.txt"]
    changed.articles["a1.txt"] = changed.articles["a1.txt"].replace(old, new)
    return changed


def test_quotes_hold_where_the_words_stand_elsewhere() -> None:
    found = change_of(edited("On day 1 ", "First a paragraph that is new.\n\nOn day 1 "))
    assert found.hold > 5
    assert found.fell == ()


def test_a_fallen_quote_is_told_with_each_record_that_rests_on_it_and_with_what_it_became() -> None:
    found = change_of(edited("Town 1 was opened", "Town 1 was closed"))
    assert {quote.id for quote in found.fell} == {"actor-1", "agreement-1", "event-1", "tension-1"}
    assert {quote.grade for quote in found.fell} == {"edited"}
    assert {quote.quote for quote in found.fell} == {sentence(1)}
    assert all(quote.now == sentence(1).replace("opened", "closed") for quote in found.fell)


def test_a_quote_whose_words_are_gone_became_nothing() -> None:
    found = change_of(edited(sentence(1) + "\n", ""))
    assert {quote.grade for quote in found.fell} <= {"orphan", "edited"}
    changed = FACTS.copy()
    changed.articles["a1.txt"] = "Nothing of it is left here, not one."
    found = change_of(changed)
    assert (found.hold, {quote.now for quote in found.fell}) == (0, {""})
    assert {quote.grade for quote in found.fell} == {"orphan"}


RESTING = {"actor-1", "agreement-1", "event-1", "tension-1"}  # the records with the quote that is edited
ALL = change_of(edited(sentence(1), "A line before it.\n" + sentence(1))).hold  # quotes from the article


def test_a_quote_with_other_signs_holds_less_exactly() -> None:
    found = change_of(edited("Town 1 was", "town  1 was"))
    assert (found.hold, found.fell, {quote.id for quote in found.weaker}) == (ALL, (), RESTING)
    assert {(quote.grade, quote.now[:25]) for quote in found.weaker} == {("normalised", "On day 1 the bridge of to")}


def test_a_quote_whose_words_stand_twice_now_holds_and_is_ambiguous() -> None:
    found = change_of(edited(sentence(1), sentence(1) + "\n" + sentence(1)))
    assert (found.hold, found.fell, {quote.id for quote in found.weaker}) == (ALL, (), RESTING)
    assert {(quote.grade, quote.now) for quote in found.weaker} == {("ambiguous", sentence(1))}


def test_a_quote_that_stands_in_its_article_again_to_the_letter_holds_and_is_no_weaker() -> None:
    changed = edited("Town 1 was", "town  1 was")
    (found,) = [one for one in compare(as_file(changed), FILE) if one.kind == "edited"]
    assert (found.hold, found.fell, found.weaker) == (ALL, (), ())


def test_a_quote_that_held_neither_before_nor_now_is_no_news() -> None:
    before, now = FACTS.copy(), edited("On day 1 ", "Once, on day 1 ")
    for facts in (before, now):
        facts.of("event-1")["evidence"].append({"source": "source-1", "quote": "words that no article has"})
    found = [one for one in compare(as_file(before), as_file(now)) if one.kind == "edited"]
    assert "words that no article has" not in {quote.quote for quote in found[0].fell}


def test_a_quote_that_was_written_anew_with_its_article_holds() -> None:
    changed = edited("Town 1 was opened", "Town 1 was closed")
    for section in changed.sections.values():
        for record in section:
            for item in record.get("evidence", ()):
                item["quote"] = item["quote"].replace("Town 1 was opened", "Town 1 was closed")
    changed.of("actor-1")["memberships"][0]["evidence"][0]["quote"] = sentence(1).replace("opened", "closed")
    found = change_of(changed)
    assert found.fell == ()
    kinds = [one.kind for one in compare(FILE, as_file(changed))]
    assert kinds.count("changed") == 4


def test_quotes_of_sentences_without_a_fact_are_looked_at_too() -> None:
    before = FACTS.copy()
    before.of("source-1")["no_fact"] = [{"kind": "filler", "quote": sentence(7)}]
    now = before.copy()
    now.articles["a1.txt"] = now.articles["a1.txt"].replace("Town 7 was", "Town 7 is")
    (found,) = [one for one in compare(as_file(before), as_file(now)) if one.kind == "edited"]
    assert ("source-1", sentence(7)) in {(quote.id, quote.quote) for quote in found.fell}


def test_a_source_that_is_renamed_and_edited_is_gone_and_new() -> None:
    changed = edited("Town 1 was opened", "Town 1 was closed")
    changed.rename("source-1", "source-one")
    kinds = {(one.kind, one.id) for one in compare(FILE, as_file(changed))}
    assert {("gone", "source-1"), ("new", "source-one")} <= kinds


def test_past_its_budget_a_fallen_quote_is_told_without_what_it_became(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "_WORK", 0)
    found = change_of(edited("Town 1 was opened", "Town 1 was closed"))
    assert {(quote.grade, quote.now) for quote in found.fell} == {("orphan", "")}
