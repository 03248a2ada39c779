"""Where quotes are found, and what grade they get."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.quote_finding import FLOOR, PREFIX, QUOTE, SUFFIX, Anchor, find
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import (
    Actor,
    Agreement,
    Event,
    Evidence,
    FactFile,
    Membership,
    Milestone,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import clean
from tests.helpers.places import ARTICLES

TEXTS = [clean(path.read_text("utf-8")) for path in ARTICLES]
KALLAS = TEXTS[0]
SENTENCES = [(text, *span) for text in TEXTS for span in sentences(text)]
LONG = [item for item in SENTENCES if item[2] - item[1] > 40]
RUN = settings(max_examples=150, deadline=None)


def shown(text: str, anchor: Anchor) -> str:
    return text[anchor.start : anchor.end] if anchor.start >= 0 else ""


@pytest.mark.parametrize(("text", "start", "end"), SENTENCES)
def test_every_sentence_of_the_articles_is_found_verbatim_where_it_stands(text: str, start: int, end: int) -> None:
    assert find(text, text[start:end]) == Anchor(start, end, "verbatim", 1.0)


def test_words_at_two_places_are_ambiguous_and_the_first_is_given() -> None:
    anchor = find(KALLAS, "EU foreign policy chief Kaja")
    assert anchor.grade == "verbatim"
    anchor = find(KALLAS, "foreign policy chief Kaja Kallas said")
    assert (anchor.grade, anchor.start) == ("ambiguous", KALLAS.index("foreign policy chief"))


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [("European Union ", ""), ("", " the EU and Japan are aiming"), ("european  union", "THE EU and Japan")],
)
def test_prefix_or_suffix_choose_between_places(prefix: str, suffix: str) -> None:
    quote = "foreign policy chief Kaja Kallas said"
    anchor = find(KALLAS, quote, prefix, suffix)
    assert anchor == Anchor(KALLAS.rindex(quote), KALLAS.rindex(quote) + len(quote), "verbatim", 1.0)


@pytest.mark.parametrize("prefix", ["the", "nothing of the kind"])
def test_a_context_that_fits_both_places_or_neither_leaves_them_ambiguous(prefix: str) -> None:
    assert find("the cat and the cat", "cat", prefix).grade == "ambiguous"


def test_verbatim_words_beside_other_words_than_said_are_moved() -> None:
    anchor = find(KALLAS, "a lot of room for cooperation", "Iwaya told reporters in Rome", "between both navies")
    assert anchor.grade == "moved"
    assert shown(KALLAS, anchor) == "a lot of room for cooperation"
    assert anchor.score < 1


@pytest.mark.parametrize(
    "quote",
    [
        "France's Thales and Safran and Italy's Leonardo",
        "FRANCE’S THALES and Safran and Italy’s Leonardo",
        "  France’s Thales\n and Safran and Italy’s Leonardo ",
        "Francé’s Thales and Safran and Italy’s Leonardo",
    ],
)
def test_words_that_differ_in_typography_alone_are_normalised(quote: str) -> None:
    anchor = find(TEXTS[3], quote)
    assert anchor.grade == "normalised"
    assert shown(TEXTS[3], anchor) == "France’s Thales and Safran and Italy’s Leonardo"


def test_normalised_words_at_two_places_are_ambiguous_until_a_suffix_chooses() -> None:
    text = "“Security” first.\n“Security” last."
    assert find(text, '"security"').grade == "ambiguous"
    assert find(text, '"security"', suffix="last") == Anchor(18, 28, "normalised", 1.0)


def test_a_quote_across_lines_is_found_though_the_line_end_is_typed_as_a_space() -> None:
    text = "one two\n\nthree four"
    assert find(text, "two three") == Anchor(4, 14, "normalised", 1.0)


def test_one_character_that_folds_to_several_is_one_place() -> None:
    assert find("wait… what", ".") == Anchor(4, 5, "normalised", 1.0)


def test_an_edited_quote_shows_the_passage_in_whole_words() -> None:
    quote = "Japan, which is aiming to reach 3% of GDP spending by 2029, has come under pressure from Washington"
    anchor = find(KALLAS, quote)
    assert anchor.grade == "edited"
    assert shown(KALLAS, anchor) == (
        "Japan, which is aiming to reach 2% of GDP spending by 2027, has come under growing pressure from Washington"
    )
    assert FLOOR <= anchor.score < 1


def test_the_sides_lead_an_edited_quote_to_the_likelier_place() -> None:
    text = "In May the pact was signed in Tokyo. Much later, the pact was signed in Tokyo again."
    assert find(text, "the pakt was signed in Tokyo").start == text.index("the pact")
    anchor = find(text, "the pakt was signed in Tokyo", "Much later,", "again")
    assert (anchor.grade, anchor.start) == ("edited", text.rindex("the pact"))


def test_an_edited_quote_is_found_in_a_script_without_spaces() -> None:
    text = "日本は防衛費を増やす。欧州連合も同様だ。" * 500 + "岩屋外相は署名した。"
    assert shown(text, find(text, "岩屋外相が署名した")) == "岩屋外相は署名した"


@pytest.mark.parametrize("quote", ["", " \n", "\u200d", "the quick brown fox jumps over the lazy dog", "zzz", "…"])
@pytest.mark.parametrize("text", ["", KALLAS[:900]])
def test_what_is_empty_or_nowhere_near_is_an_orphan(text: str, quote: str) -> None:
    anchor = find(text, quote)
    assert (anchor.start, anchor.end, anchor.grade) == (-1, -1, "orphan")
    assert anchor.score < FLOOR


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_long_quote_is_found_where_its_beginning_stands() -> None:
    words = [f"{word * 7919 % 100_003:05}" for word in range(4000)]
    text, quote = " ".join(words), " ".join([*words[1000:1020], "edited", *words[1021:3000]])
    anchor = find(text, quote)
    assert anchor.grade == "edited"
    assert shown(text, anchor).startswith(" ".join(words[1000:1020]))
    assert find(text, " ".join(string.ascii_lowercase) * 2000).grade == "orphan"


@pytest.mark.slow
def test_a_sentence_of_one_article_is_not_claimed_for_another() -> None:
    claimed = [
        text[start:end]
        for text, start, end in LONG
        for other in TEXTS
        if other is not text and find(other, text[start:end]).grade != "orphan"
    ]
    assert claimed == []


def test_the_score_weighs_words_and_sides() -> None:
    anchor = find("aaaa xyz bbbb", "xyz", "aaaa", "cccc")
    assert anchor.grade == "moved"
    assert anchor.score == pytest.approx((QUOTE + PREFIX) / (QUOTE + PREFIX + SUFFIX))


@pytest.mark.slow
@RUN
@given(st.text(st.sampled_from("ab éß’\n日が゙🦀"), max_size=60), st.data())
def test_a_cut_of_any_text_is_found_and_cuts_out_exactly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    assume(quote.strip())
    anchor = find(text, quote)
    assert anchor.grade == ("verbatim" if text.find(quote) == text.rfind(quote) else "ambiguous")
    assert shown(text, anchor) == quote


@pytest.mark.slow
@RUN
@given(st.sampled_from(TEXTS), st.data())
def test_a_cut_of_an_article_with_its_sides_is_verbatim_in_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(40, len(text) - 80))
    end = start + data.draw(st.integers(1, 40))
    assume(text[start:end].strip() and text.count(text[start - 40 : end + 40]) == 1)
    anchor = find(text, text[start:end], text[start - 40 : start], text[end : end + 40])
    assert anchor == Anchor(start, end, "verbatim", 1.0)


@pytest.mark.slow
@RUN
@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=5), st.text(max_size=5))
def test_every_anchor_is_what_its_grade_says(text: str, quote: str, prefix: str, suffix: str) -> None:
    anchor = find(text, quote, prefix, suffix)
    assert 0 <= anchor.score <= 1
    if anchor.grade == "orphan":
        assert (anchor.start, anchor.end) == (-1, -1)
    else:
        assert 0 <= anchor.start < anchor.end <= len(text)
        assert anchor.score >= FLOOR or anchor.grade in ("moved", "ambiguous")
    if anchor.grade == "verbatim":
        assert text[anchor.start : anchor.end] == quote


@pytest.mark.slow
@RUN
@given(st.sampled_from(LONG), st.data())
def test_one_wrong_letter_in_a_sentence_is_edited_at_its_place(
    place: tuple[str, int, int], data: st.DataObject
) -> None:
    text, start, end = place
    at = data.draw(st.integers(start + 1, end - 2))
    letter = data.draw(st.sampled_from(string.ascii_letters))
    assume(letter.lower() != text[at].lower() and text[at].isalnum())
    anchor = find(text, text[start:at] + letter + text[at + 1 : end])
    assert anchor.grade == "edited"
    assert abs(anchor.start - start) <= 3
    assert abs(anchor.end - end) <= 3


@pytest.mark.slow
@RUN
@given(st.text(st.sampled_from("bcdfghjklmnpqrstvwxz"), min_size=25, max_size=80), st.sampled_from(TEXTS))
def test_nonsense_is_an_orphan(nonsense: str, text: str) -> None:
    assert find(text, nonsense).grade == "orphan"


def proof(quote: str, prefix: str = "") -> tuple[Evidence, ...]:
    return (Evidence(source="s", quote=quote, prefix=prefix),)


FACTS = FactFile(
    path=Path("facts.yaml"),
    title="Two sentences",
    inputs=(Path("facts.yaml"),),
    sources=(Source(id="s", type="article", file="a.txt"),),
    actors=(
        Actor(
            id="iwaya",
            kind="person",
            name="Iwaya",
            evidence=proof("Iwaya signed."),
            memberships=(Membership(organization="mofa", role="minister", evidence=proof("Iwaya")),),
        ),
    ),
    agreements=(
        Agreement(
            id="spa",
            title="SPA",
            instrument="treaty",
            evidence=proof("The SPA"),
            milestones=(Milestone(action="signed", evidence=proof("signed. The")),),
        ),
    ),
    events=(Event(id="e", kind="talk", title="E", status="happened", evidence=proof("enters into farce")),),
    statements=(Statement(id="st", kind="position", text="S", evidence=proof("never said by anyone")),),
    tensions=(Tension(id="t", title="T", facts=("e", "st"), reading="R", evidence=proof(" Then", prefix="force.")),),
    texts={"s": "Iwaya signed. The SPA enters into force.\n Then left."},
)


def test_settling_fills_every_evidence_of_every_kind_of_record() -> None:
    corpus = anchor_evidence(FACTS)
    found = [evidence for record in corpus.file.records() for evidence in evidence_of(record)]
    assert [(e.quote, e.grade, e.start, e.end, e.sentence, e.last_sentence) for e in found] == [
        ("Iwaya signed.", "verbatim", 0, 13, 0, 0),
        ("Iwaya", "verbatim", 0, 5, 0, 0),
        ("The SPA", "verbatim", 14, 21, 1, 1),
        ("signed. The", "verbatim", 6, 17, 0, 1),
        ("enters into farce", "edited", 22, 39, 1, 1),
        ("never said by anyone", "orphan", -1, -1, -1, -1),
        (" Then", "verbatim", 41, 46, 2, 2),
    ]
    assert {evidence.file for evidence in found} == {"a.txt"}
    assert corpus.sentences == {"s": ((0, 13), (14, 40), (42, 52))}


def test_settling_changes_nothing_but_evidence() -> None:
    corpus = anchor_evidence(FACTS)
    assert corpus.file.sources == FACTS.sources
    assert corpus.file.texts == FACTS.texts
    assert [r.id for r in corpus.file.records()] == [r.id for r in FACTS.records()]
    assert anchor_evidence(corpus.file) == corpus


def test_settling_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    anchor_evidence(FACTS, lambda done, total: told.append((done, total)))
    assert told == [(n, 7) for n in range(1, 8)]
