"""Every hit says why it matched, and what it says is so; what is matched_spans on the screen is what matched."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from rapidfuzz.distance import OSA

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, Record, Source
from eujdef_tui.model.searchable import names_of, prose_of
from eujdef_tui.present.match_reason import match_reason, matched_spans, reason_for_match
from eujdef_tui.search import score
from eujdef_tui.search.amounts import amounts_in
from eujdef_tui.search.engine import Hit, Match, search
from eujdef_tui.search.query import parse
from eujdef_tui.search.synonyms import other_words
from eujdef_tui.store import Base
from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.joints import joint_forms
from eujdef_tui.text.sounds import consonants, respelt
from eujdef_tui.text.tokens import words
from eujdef_tui.text.word_forms import (
    derivation_root,
    folded_words,
    is_unspaced,
    other_numeral,
    phrase_positions,
    same_word,
    stemmed,
    suffixes,
)
from tests.helpers.cache_probes import links_to


def known_to(base: Base) -> list[str]:
    """Every word that a misspelt one may stand for."""
    return [token for (token,) in base._select("SELECT token FROM vocabulary")]


def texts(base: Base, record: Record) -> dict[str, list[str]]:
    """The folded words of each field of a record in which text is searched."""
    return {field: every_word(" ".join(parts)) for field, parts in raw_texts(base, record).items()}


def every_word(text: str) -> list[str]:
    """The folded words of a text, and those of its joints."""
    return [*folded_words(text), *joint_forms(text)]


def raw_texts(base: Base, record: Record) -> dict[str, list[str]]:
    """The texts of each field of a record."""
    title = getattr(record, "name", "") or getattr(record, "title", "") or getattr(record, "text", "")
    quotes = [item.quote for item in evidence_of(record)]
    told = {"title": [title], "words": [prose_of(record)], "quotes": quotes}
    if not isinstance(record, Source):
        told["sentence"] = [sentence for item in evidence_of(record) for sentence in _sentences(base, item)]
        told["beside"] = [sentence for item in evidence_of(record) for sentence in _sentences(base, item, 1)]
    if isinstance(record, Source):
        told["article"] = [base.article(record.id).text]
    return told


def _sentences(base: Base, item: Evidence, reach: int = 0) -> list[str]:
    article = base.article(item.source)
    spans = article.spans[max(0, item.sentence - reach) : item.last_sentence + 1 + reach]
    return [article.text[start:end] for start, end in spans]


def stands(match: Match, among: list[str]) -> bool:
    """Whether the word that a match names stands among these, as its rule says."""
    if match.rule == "phrase":
        return any(True for _ in phrase_positions(folded_words(match.term), among))
    if is_unspaced(match.token):
        return any(match.token in word for word in among)
    return any(word == match.token or (match.rule == "prefix" and word.startswith(match.token)) for word in among)


def like(match: Match) -> bool:
    """Whether what was typed is to the word it found as its rule says."""
    match match.rule:
        case "":
            return match.token == match.term or is_unspaced(match.token)
        case "prefix":
            return match.term in match.token if is_unspaced(match.term) else match.token.startswith(match.term)
        case "sound":
            return bool(set(map(consonants, respelt(match.token))) & set(map(consonants, respelt(match.term))))
        case "spelling":
            return stemmed(match.token) == stemmed(match.term)
        case "derived":
            return derivation_root(match.token) == derivation_root(match.term)
        case "numeral":
            return match.token == other_numeral(match.term)
        case "beginnings":
            return match.token[0] == match.term[0]
        case "phrase":
            return match.token.startswith(folded_words(match.term)[-1])
        case "other word":
            others = other_words(folded_words(match.term)[0])
            return match.token in others or any(same_word(match.token, other) for other in others)
    edits = int(match.rule.removeprefix("~"))
    stems = [match.token, *(match.token[: len(match.term) + shift] for shift in (-1, 0, 1))]
    whole = OSA.distance("".join(folded_words(match.term)), match.token.replace(" ", ""))
    return edits == whole or edits in (OSA.distance(match.term, stem) for stem in stems)


def holds(base: Base, hit: Hit, match: Match) -> bool:
    """Whether what a match says of a record is so."""
    if match.rule == "date":
        return match.term != ""
    if match.rule == "amount":
        text = match.name or " ".join(raw_texts(base, base.record(hit.n).record)[match.field])
        return match.token in amounts_in(text)
    if not like(match):
        return False
    record = base.record(match.via or hit.n).record
    if match.via and match.via not in {n for n in range(1, base.count() + 1) if _points(base, hit.n, n)}:
        return False
    if match.name:
        found = [name for name, label in names_of(record) if (name, label) == (match.name, match.label)]
        return bool(found) and stands(match, [tail for word in every_word(match.name) for tail in suffixes(word)])
    return stands(match, texts(base, record)[match.field])


def _points(base: Base, src: int, dst: int) -> bool:
    return src in {n for _, n in links_to(base, dst)}


def typed(base: Base, seed: int) -> Iterator[str]:
    """Queries made of the base's own words, whole, cut, mistyped and joined."""
    chance = random.Random(seed)
    known = known_to(base)
    for _ in range(60):
        word = chance.choice(known)
        at = chance.randrange(len(word))
        yield chance.choice(
            [
                word,
                word[: at + 1],
                word[:at] + word[at + 1 :],
                word[:at] + chance.choice("aeoxr") + word[at:],
                f"{word} {chance.choice(known)[:3]}",
                f'"{word} {chance.choice(known)}"',
            ]
        )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_every_match_names_a_word_that_stands_where_it_says(metre: Base, corpus: Base, seed: int) -> None:
    checked = 0
    for base in (metre, corpus):
        for query in typed(base, seed):
            parsed = parse(query)
            for hit in search(base, parsed).hits[:15]:
                assert 0 < len(hit.why) <= len(parsed.terms)
                for match in hit.why:
                    assert holds(base, hit, match), (query, base.record(hit.n).record.id, match)
                    checked += 1
    assert checked > 200


@pytest.mark.parametrize(
    "query", ['"general conference"', "kible", "日本 1885", "npl", "kib", '"bureau international"', "2018", "metre bar"]
)
def test_every_match_of_a_chosen_query_is_so(metre: Base, query: str) -> None:
    hits = search(metre, parse(query)).hits
    assert hits
    assert all(holds(metre, hit, match) for hit in hits for match in hit.why)


def test_a_better_match_of_a_record_hides_a_worse_one(metre: Base) -> None:
    kibble = search(metre, parse("kibble")).hits[0]
    assert [(match.field, match.label, match.rule) for match in kibble.why] == [("name", "name", "")]


# --- in words ---


@pytest.mark.parametrize(
    ("query", "record", "said"),
    [
        ("kibble", "kibble", "Bryan Kibble"),
        ("kib", "kibble", "kib → Bryan Kibble"),
        ("kible", "kibble", "kible ~1 Kibble"),
        ("bipm", "bipm", "BIPM → other name (acronym) of International Bureau of Weights and Measures"),
        ("日本", "japan", "日本 → other name (native, ja) of Japan"),
        ("ibwm", "bipm", "IBWM → initials of International Bureau of Weights and Measures"),
        ("delambre", "survey", "delambre → Jean-Baptiste Delambre"),
        ("delambra", "survey", "delambra ~1 Delambre → Jean-Baptiste Delambre"),
        ("bryankible", "kibble", "bryankible ~1 Bryan Kibble"),
        ("krypton", "metre-1960", "Definition of the metre by krypton-86"),
        ("meridian", "survey", "meridian in the title"),
        ("meridien", "survey", "meridien ~1 meridian in the title"),
        ("physicist", "kibble", "physicist in the description"),
        ("platinum", "prototypes", "platinum in the quote"),
        ("platnium", "prototypes", "platnium ~1 platinum in the quote"),
        ("daily", "kilogram-article", "The Daily Balance → source"),
        ("nov 2018", "vote", "16 Nov 2018 in nov 2018"),
        ("nov 2018", "kilogram-2019", "16 Nov 2018 in nov 2018"),
        ("1795", "survey", "1792–1798 overlaps 1795"),
        ('"seventeen states"', "signing", "seventeen states in the title"),
    ],
)
def test_why_is_said_in_a_few_words(metre: Base, query: str, record: str, said: str) -> None:
    hit = next(h for h in search(metre, parse(query)).hits if metre.record(h.n).record.id == record)
    (match,) = hit.why
    via = metre.title_of(metre.record(match.via).record.id) if match.via else ""
    assert reason_for_match(match, metre.record(hit.n).record, metre.title_of(record), via) == said
    assert match_reason(metre, hit) == said


# --- what is matched_spans ---


def shown(text: str, base: Base, query: str) -> list[str]:
    """The parts of a text that any hit of a query marks."""
    hits = search(base, parse(query)).hits
    spans = {span for hit in hits for span in matched_spans(text, hit)}
    return [text[start:end] for start, end in sorted(spans)]


@pytest.mark.parametrize(
    ("query", "text", "parts"),
    [
        ("kibble", "Kibble’s balance, of Kibble", ["Kibble", "Kibble"]),
        ("kibb", "Bryan Kibble", ["Kibb"]),
        ("KIBB", "Bryan Kibble", ["Kibb"]),
        ("bryankible", "Bryan Kibble", ["Bryan", "Kibble"]),
        ("kible", "Bryan Kibble", ["Kibble"]),
        ("mechain", "by Pierre Méchain", ["Méchain"]),
        ("mech", "by Pierre Méchain", ["Méch"]),
        ("本", "Japan (日本)", ["本"]),
        ("日本", "Japan (日本国)", ["日本"]),
        ('"general conference"', "A general note: the General Conference", ["General", "Conference"]),
        ("delambre survey", "Delambre, and a survey", ["Delambre", "survey"]),
        ("kibble", "", []),
        ("kibble", "nothing here", []),
        ("nov 2018", "November 2018", []),
    ],
)
def test_what_matched_is_marked_in_what_is_shown(metre: Base, query: str, text: str, parts: list[str]) -> None:
    assert shown(text, metre, query) == parts


def test_without_a_hit_nothing_is_marked() -> None:
    assert matched_spans("Bryan Kibble", None) == []
    assert matched_spans("Bryan Kibble", Hit(1, 1.0)) == []


def test_a_letter_that_folds_into_two_is_marked_whole() -> None:
    hit = Hit(1, 1.0, (Match("s", 1.0, "prefix", "strasse", "title"),))
    assert matched_spans("ßtraße Straße", hit) == [(0, 6), (7, 13)]


@pytest.mark.slow
def test_marks_lie_in_words_and_in_order(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for query in typed(base, 9):
            for hit in search(base, parse(query)).hits[:10]:
                record = base.record(hit.n).record
                for text in (base.title_of(record.id), prose_of(record)):
                    spans = matched_spans(text, hit)
                    assert spans == sorted(set(spans))
                    for start, end in spans:
                        assert any(word.start <= start < end <= word.end for word in words(text))


# --- dates ---


def test_dates_fit_the_better_the_closer_their_spans(metre: Base) -> None:
    """The numbers behind the order: the very span, inside it, around it."""
    worth = {
        metre.record(hit.n).record.id: hit.why[0].score
        for hit in search(metre, parse("1988/1992")).hits
        if hit.why[0].rule == "date"
    }
    assert worth["comparison"] == 1.0
    assert worth["light"] == score.FARTHEST
    inside = search(metre, parse("2018")).hits[0].why[0]
    assert (inside.rule, inside.score) == ("date", score.INSIDE)
    assert from_words("1988/1992") == "1988/1992"
