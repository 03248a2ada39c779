"""What was typed finds the fact that answers it first, says why, and finds nothing where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest

from eujdef_tui.errors import QueryError
from eujdef_tui.model.labels import date_of, kind_of
from eujdef_tui.model.searchable import names_of
from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search.engine import Result, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, Document
from eujdef_tui.text import edtf
from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.edtf import in_english
from eujdef_tui.text.word_forms import folded_words
from tests.helpers.cache_probes import links_to
from tests.helpers.explorer import base_of as fact_base
from tests.helpers.found_ids import ids
from tests.helpers.named_actors import base_of
from tests.helpers.places import METRE


def all_ids(base: Base) -> set[str]:
    return {base.record(n).record.id for n in range(1, base.count() + 1)}


def first(base: Base, typed: str) -> str:
    """The best of what a query finds, "" where that is nothing."""
    return next(iter(ids(base, typed)), "")


# --- names ---


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kibble", "kibble"),
        ("bryan", "kibble"),
        ("bryan kibble", "kibble"),
        ("kibble bryan", "kibble"),
        ("KIBBLE", "kibble"),
        ("kib", "kibble"),
        ("k b", "kibble"),
        ("mechain", "mechain"),
        ("méchain", "mechain"),
        ("Mechain, Pierre", "mechain"),
        ("jean baptiste", "delambre"),
        ("jean-baptiste", "delambre"),
        ("baptiste jean", "delambre"),
        ("bipm", "bipm"),
        ("BIPM", "bipm"),
        ("npl", "npl"),  # initials that no one wrote down
        ("ibwm", "bipm"),
        ("grand k", "cylinder"),
        ("日本", "japan"),
        ("本", "japan"),
        ("bureau international", "bipm"),
        ("metre convention", "metre-convention"),
        ("convention du mètre", "metre-convention"),
        ("daily balance", "kilogram-article"),
        ("arpent", "metre-article"),
        ("ada", "metre-article"),
        ("who is bryan kibble?", "kibble"),
    ],
)
def test_a_name_is_found_as_people_type_it(metre: Base, typed: str, found: str) -> None:
    assert first(metre, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kible", "kibble"),  # a letter too few
        ("kibbble", "kibble"),  # one too many
        ("kibbla", "kibble"),  # another one
        ("kbible", "kibble"),  # neighbours swapped
        ("delambra", "delambre"),
        ("dlambrre", "delambre"),  # two edits in a long word
        ("delmabr", "delambre"),  # a typo in a beginning
        ("swedn", "sweden"),
        ("bryan kible", "kibble"),
        ("quibble", "kibble"),  # it sounds alike
        ("kibbelx", "kibble"),  # two edits, where nothing else is near
    ],
)
def test_a_typo_of_each_kind_is_forgiven(metre: Base, typed: str, found: str) -> None:
    assert first(metre, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kallas", "kallas"),
        ("kalas", "kallas"),
        ("kaja", "kallas"),
        ("iwaya", "iwaya"),
        ("iwaaya", "iwaya"),  # a long vowel that is none
        ("tookyo", "japan"),
        ("石破", "ishiba"),
        ("破茂", "ishiba"),
        ("いしば", "ishiba"),
        ("経産省", "meti"),
        ("meti", "meti"),
        ("nato", "nato"),
        ("eu", "eu"),
        ("european union", "eu"),
        ("gcap", "gcap"),
        ("afp", "afp"),
    ],
)
def test_the_shipped_corpus_is_searched_the_same_way(corpus: Base, typed: str, found: str) -> None:
    assert found in ids(corpus, typed)[:2]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("石茂破", "ishiba"),  # two signs changed places
        ("石波茂", "ishiba"),  # another sign
        ("岸田雄", "kishida"),  # one too few
        ("岸田文文雄", "kishida"),  # one too many
        ("三菱電気", "mitsubishi-electric"),
        ("水破茂", ""),  # of three signs the first is the family's
        ("石破", "ishiba"),
        ("水田", ""),
    ],
)
def test_a_name_written_without_spaces_bears_one_wrong_sign(corpus: Base, typed: str, found: str) -> None:
    assert first(corpus, typed) == found


@pytest.mark.parametrize("typed", ["kajakallas", "kaja  kal las", "kajaxkallas", "KajaKalas"])
def test_a_name_is_found_where_its_spaces_are_wrong(corpus: Base, typed: str) -> None:
    assert ids(corpus, typed) == ["kallas"]


def test_a_word_is_found_where_it_was_typed_as_two(corpus: Base) -> None:
    assert first(corpus, "rhein metall") == "rheinmetall"
    assert first(corpus, "rhein metal") == "rheinmetall"


def test_two_typos_in_a_short_word_are_forgiven_beside_another_word_of_the_name(corpus: Base) -> None:
    assert first(corpus, "kjaa kallas") == first(corpus, "kaja aklals") == "kallas"
    assert ids(corpus, "aklals") == []
    assert ids(corpus, "aklals zzyzx") == []


def test_each_word_of_a_name_is_for_one_word_that_was_typed() -> None:
    base = base_of(["Lockheed Martin", "Martin Schulz", "Michael Martin"])
    assert first(base, "m martin") == first(base, "martin m") == "a2"


def test_initials_that_no_one_wrote_down_must_be_typed_as_they_are() -> None:
    base = base_of(["North Atlantic Treaty", "Ministry of Defence"])
    assert first(base, "nat") == "a0"
    assert first(base, "mod") == "a1"
    assert ids(base, "nato") == []


def test_of_two_names_that_differ_in_accents_the_one_that_was_typed_comes_first() -> None:
    base = base_of(["Katsunobu Kato", "Katsunobu Katō"])
    assert first(base, "katō katsunobu") == "a1"
    assert first(base, "kato katsunobu") == "a0"


def test_short_words_and_figures_are_never_taken_for_others(metre: Base, corpus: Base) -> None:
    assert ids(metre, "bpm") == []
    assert ids(metre, "1793 krypton-87") == []
    for base in (metre, corpus):
        for typed in ("2024", "1875", "86", "19"):
            for hit in search(base, parse(typed)).hits:
                assert all(match.rule in ("", "prefix", "date") for match in hit.why)


def test_a_record_of_its_own_comes_before_records_that_are_linked_or_mention_it(metre: Base) -> None:
    found = ids(metre, "general conference")
    assert found[0] == "general-conference"
    assert {"prototypes", "light", "vote", "new-second", "metre-1960"} <= set(found[1:])


def test_a_name_in_full_beats_a_name_that_contains_it(metre: Base, corpus: Base) -> None:
    assert ids(metre, "metre convention")[0] == "metre-convention"
    assert ids(corpus, "japan")[0] == "japan"
    assert ids(corpus, "nato")[0] == "nato"
    assert ids(corpus, "north korea")[0] == "north-korea"


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("second", "new-second", "light"),  # in a title rather than in a quote
        ("versailles", "vote", "general-conference"),  # a place rather than a quote
        ("norway", "norway", "signing"),  # a name rather than a link
        ("planck", "kilogram-2019", "vote"),
        ("paris", "signing", "bipm"),
    ],
)
def test_where_it_was_found_decides_what_comes_first(metre: Base, typed: str, better: str, worse: str) -> None:
    found = ids(metre, typed)
    assert found.index(better) < found.index(worse)


@pytest.mark.slow
def test_every_name_of_every_record_finds_its_record(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for row in base.rows(range(1, base.count() + 1)):
            for name, _ in names_of(row.record):
                if query := " ".join(f'"{word}"' for word in folded_words(name)[:6]):
                    assert row.record.id in ids(base, query), name


# --- several words ---


def test_words_are_all_asked_for(metre: Base) -> None:
    assert ids(metre, "kibble") == ["kibble", "kilogram-article"]
    assert set(ids(metre, "cylinder sèvres")) < set(ids(metre, "cylinder"))
    assert ids(metre, "kibble sweden") == []


def test_of_three_words_one_that_is_nowhere_is_left_out_and_told(metre: Base) -> None:
    result = search(metre, parse("bryan Zzyzx kibble"))
    assert metre.record(result.hits[0].n).record.id == "kibble"
    assert result.left_out == ("Zzyzx",)
    assert search(metre, parse("kibble zzyzx")).hits == ()
    assert search(metre, parse("bryan zzyzx kibble qqqq")).hits == ()
    assert search(metre, parse("bryan sweden zzyzx")).left_out == ()


def test_a_phrase_is_found_in_a_row_in_text_and_names(metre: Base) -> None:
    assert first(metre, '"speed of light"') == "metre-1983"
    assert ids(metre, '"light of speed"') == []
    assert ids(metre, '"bureau international"') == ["bipm"]
    assert first(metre, '"conference on weigh') == "general-conference"
    assert first(metre, '"platinum and iridium"') == "prototypes"


def test_what_is_not_wanted_is_left_out_by_its_very_words(metre: Base) -> None:
    whole = set(ids(metre, "cylinder"))
    assert set(ids(metre, "cylinder !comparison")) == whole - set(ids(metre, "comparison"))
    assert set(ids(metre, "cylinder !compariso")) == whole, "a beginning is not the word"
    assert set(ids(metre, "cylinder !comparisom")) == whole, "nor is a typo"
    everything = all_ids(metre)
    assert set(ids(metre, "!japan")) == everything - set(ids(metre, "japan"))
    assert set(ids(metre, "!日本")) == everything - set(ids(metre, "日本"))
    assert set(ids(metre, '!"general conference"')) == everything - set(ids(metre, '"general conference"'))
    assert "prototypes" not in ids(metre, "!1889")
    assert "light" in ids(metre, "!1889")


# --- dates ---


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1875", ["signing", "metre-convention"]),
        ("20 may 1875", ["signing", "metre-convention"]),
        ("1795", ["survey"]),
        ("1990", ["comparison", "drift"]),
        ("november 2018", ["vote"]),
        ("nov 2018 kilogram", ["vote"]),
        ("2030", ["new-second"]),
    ],
)
def test_a_date_finds_what_it_overlaps(metre: Base, typed: str, found: list[str]) -> None:
    assert set(found) <= set(ids(metre, typed)[:4])


def test_a_date_that_fits_better_comes_first(metre: Base) -> None:
    found = ids(metre, "2018")
    assert found.index("vote") < found.index("light")
    assert ids(metre, "16 november 2018")[0] in ("vote", "kilogram-2019")


def test_a_date_without_a_year_is_found_in_any(metre: Base, corpus: Base) -> None:
    assert ids(metre, "16 november")[0] in ("vote", "kilogram-2019")
    assert "vote" in ids(metre, "november")
    assert "vote" in ids(metre, "friday")  # the day was one
    assert "vote" not in ids(metre, "thursday")
    assert ids(corpus, "nov 1")[0] in ("sdp-announced", "spa-ratification-exchanged")
    assert match_reason(corpus, search(corpus, parse("nov 1")).hits[0]) == "1 Nov 2024 is nov 1"


def test_what_is_open_at_its_start_answers_only_where_its_end_is_asked_for(corpus: Base) -> None:
    """ "By about July 2025" says nothing of 1990."""
    assert ids(corpus, "1990") == []
    by = next(n for n in corpus.span("timeline") if (date_of(corpus.record(n).record) or "").startswith("../"))
    end = in_english(date_of(corpus.record(by).record)).removeprefix("by ")
    assert by in [hit.n for hit in search(corpus, parse(end.replace("about ", ""))).hits]


@pytest.mark.parametrize("typed", ["2018", "november", "friday", "today", "this year", "last november"])
def test_a_spoken_date_is_also_found_as_it_is_written(typed: str) -> None:
    base = base_of([f"The {typed} treaty"])
    assert [hit.why[0].field for hit in search(base, parse(typed)).hits] == ["name"]


def test_a_year_and_two_figures_find_both_the_years_and_the_season(metre: Base) -> None:
    found = ids(metre, "2018-22")
    assert {"vote"} <= set(found)


def test_every_record_that_a_date_finds_by_time_overlaps_it(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for typed in ("2024", "nov 2024", "1 nov 2024", "by 2035", "since 1983", "1700s"):
            written = from_words(typed)
            for hit in search(base, parse(typed)).hits:
                record = base.record(hit.n).record
                own = [getattr(record, name, "") for name in ("date", "as_of", "issued")]
                own += [step.date for step in getattr(record, "milestones", ())]
                if any(match.rule == "date" for match in hit.why):
                    lo, hi = (min(edtf.bounds(d)[0] for d in own if d), max(edtf.bounds(d)[1] for d in own if d))
                    assert written
                    assert lo <= edtf.bounds(written)[1]
                    assert edtf.bounds(written)[0] <= hi


# --- kinds, status and binding as words ---


@pytest.mark.parametrize(("typed", "kind"), [("treaty", "treaty"), ("summit", "summit"), ("companies", "company")])
def test_a_kind_typed_alone_shows_that_kind_first(corpus: Base, typed: str, kind: str) -> None:
    found = search(corpus, parse(typed)).hits
    assert kind_of(corpus.record(found[0].n).record) == kind


def test_a_status_and_a_binding_can_be_typed(corpus: Base) -> None:
    planned = set(ids(corpus, "planned summit"))
    assert planned & set(ids(corpus, "summit is:planned"))
    assert "spa" in ids(corpus, "legal partnership")


def test_what_is_counted_and_a_name_are_never_left_out(corpus: Base) -> None:
    for typed in ("how many zebras did japan buy", "how many north korean zebras"):
        assert search(corpus, parse(typed)).left_out == ()
    assert "kishida" not in search(corpus, parse("kishida manila dialogue")).left_out


# --- or ---


def test_or_finds_what_has_both_first_and_then_what_has_one(corpus: Base) -> None:
    result = search(corpus, parse("kallas or borrell"))
    found = ids(corpus, "kallas or borrell")
    assert set(found) >= set(ids(corpus, "kallas")) | set(ids(corpus, "borrell"))
    assert found[: len(ids(corpus, "kallas borrell"))] == ids(corpus, "kallas borrell")
    assert result.total == len(result.hits) == len(set(found))
    assert ids(corpus, "kallas | zzyzx") == ids(corpus, "kallas")
    assert search(corpus, parse("xyzzy | zzyzx")).absent == ("xyzzy", "zzyzx")


def test_or_joins_fields_dates_and_what_is_not_wanted(corpus: Base) -> None:
    for one, other in (
        ("is:coming", "is:passed"),
        ("is:planned", "is:target"),
        ("kind:summit", "on:2019"),
        ("nov 2024", "1 jul 2025"),
        ("kallas", "!japan"),
        ("-japan", "kind:person"),
    ):
        both = ids(corpus, f"{one} or {other}")
        assert set(both) == set(ids(corpus, one)) | set(ids(corpus, other)), (one, other)
        assert len(both) == len(set(both)) > 0
    assert ids(corpus, "is:coming or is:passed")[: len(ids(corpus, "is:coming"))] == ids(corpus, "is:coming")


def test_a_minus_leaves_a_word_out_and_is_told(corpus: Base) -> None:
    assert ids(corpus, "kallas -manila") == ids(corpus, "kallas !manila") != ids(corpus, "kallas manila")
    assert ("sign", "-manila", "!manila") in search(corpus, parse("kallas -manila")).readings


# --- fields ---


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kind:person", {"kibble", "delambre", "mechain"}),
        ("kind:pers", {"kibble", "delambre", "mechain"}),
        ("kind:Public-Body", {"npl", "general-conference"}),
        ('kind:"public body"', {"npl", "general-conference"}),
        ("kind:tension", {"age-of-the-cylinder"}),
        ("actor:kibble", {"kibble"}),
        ("actor:delambre", {"delambre", "survey"}),
        ("actor:delanbre", {"delambre", "survey"}),
        ("actor:npl", {"npl", "kibble"}),
        ("actor:bipm kind:event", {"bureau-created"}),
        ("party:japan", {"metre-convention"}),
        ("party:bipm", set()),
        ("agreement:metre-convention kind:event", {"signing", "bureau-created", "japan-joins"}),
        ('agreement:"metre convention" kind:statement', {"members"}),
        ("source:measures kind:person", {"delambre", "mechain"}),
        ('source:"daily balance" kind:person', {"kibble"}),
        ("status:planned", {"new-second"}),
        ("is:planned", {"new-second"}),
        ("is:legal", {"metre-convention"}),
        ("is:differing", {"cylinder-cast", "prototypes"}),
        ("has:tension", {"cylinder-cast", "prototypes"}),
        ("has:value", {"survey-error", "wavelengths", "drift", "planck", "members"}),
        ("has:speaker", {"whole-kilogram"}),
        ("has:outside", {"bipm", "metre-convention"}),
        ("is:corroborated kind:actor", {"general-conference"}),
        ("text:platinum", set()),
        ("quote:platinum", {"prototypes"}),
        ('quote:"platinum and"', {"prototypes"}),
        ("text:beam", {"metre-article"}),
        ("text:---", set()),
        ("on:1795", {"survey"}),
        ("from:2025", {"light", "new-second", "metre-1983"}),
        ("to:1874", {"survey"}),
        ("from:1870 to:1880 kind:event", {"signing", "cylinder-cast"}),
        ("!kind:event from:2025", {"metre-1983"}),
        ("kind:person !kibble", {"delambre", "mechain"}),
        ("kind:person kind:country", set()),
        ("actor:nobody", set()),
        ("actor:---", set()),
    ],
)
def test_each_field_keeps_just_what_it_says(metre: Base, typed: str, found: set[str]) -> None:
    assert set(ids(metre, typed)) == found


@pytest.mark.parametrize(
    ("typed", "said", "advice", "column"),
    [
        ("kible kind:persom", "there is no kind persom", "did you mean person?", 11),
        ("!kind:p_rson", "there is no kind p_rson", "did you mean person or ", 6),
        ("kind:%", "there is no kind %", "kinds here: accession, actor, ", 5),
        ('kind:"qqq qqq"', "there is no kind qqq qqq", "kinds here: accession, actor, ", 5),
    ],
)
def test_a_kind_that_the_fact_file_has_not_is_told_with_those_it_has(
    metre: Base, typed: str, said: str, advice: str, column: int
) -> None:
    with pytest.raises(QueryError, match=f"^{said}$") as caught:
        search(metre, parse(typed))
    assert caught.value.advice.startswith(advice)
    assert caught.value.column == column


def test_has_date_and_every_status_hold_of_what_they_keep(metre: Base) -> None:
    for record_id in ids(metre, "has:date"):
        record = metre.record(metre.number(record_id) or 0).record
        dated = [getattr(record, name, "") for name in ("date", "as_of", "issued")]
        assert any(dated) or any(step.date for step in getattr(record, "milestones", ()))
    assert set(ids(metre, "has:date")) | set(ids(metre, "!has:date")) == all_ids(metre)
    assert "metre-convention" in ids(metre, "status:happened")
    assert set(ids(metre, "is:unknown")) == {"metre-1960", "metre-1983", "kilogram-2019"}


def test_a_name_in_full_after_a_field_means_only_what_has_that_name(corpus: Base) -> None:
    japan = corpus.number("japan") or 0
    wanted = {japan} | {src for _, src in links_to(corpus, japan)}
    assert {hit.n for hit in search(corpus, parse("actor:japan")).hits} == wanted
    assert {hit.n for hit in search(corpus, parse("actor:日本")).hits} == wanted


def test_an_outlet_that_is_only_a_label_is_found_after_source(corpus: Base) -> None:
    assert ids(corpus, "source:afp kind:person")


# --- nothing ---


@pytest.mark.parametrize("typed", ["zzyzx", "xylophone", "zz", "quux kibble"])
def test_nothing_is_found_where_there_is_nothing(metre: Base, typed: str) -> None:
    assert search(metre, parse(typed)).hits == ()


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("kabbolx", "Bryan Kibble"),
        ("npk", "National Physical Laboratory"),  # NPL is initials that no one wrote down
        ("zzyzx", ""),
        ("87th", ""),
        ("qq", ""),
        ("bryan zzyzx", "Bryan Kibble"),  # the name that has the other word
    ],
)
def test_the_nearest_name_is_offered_and_not_searched(metre: Base, typed: str, suggested: str) -> None:
    result = search(metre, parse(typed))
    assert result.hits == ()
    assert result.suggestion == suggested


def test_an_empty_query_finds_nothing_and_asks_nothing(metre: Base) -> None:
    for typed in ("", "   ", '"', "!", "kind:"):
        assert search(metre, parse(typed)) == Result(parse(typed))


def test_hits_are_laid_out_by_view_best_first(metre: Base) -> None:
    result = search(metre, parse("metre"))
    views = result.by_view(metre)
    assert sorted(hit.n for hits in views.values() for hit in hits) == sorted(hit.n for hit in result.hits)
    for view, hits in views.items():
        assert all(metre.view(hit.n) == view for hit in hits)
        assert all(a.score >= b.score for a, b in pairwise(hits))


@pytest.mark.slow
def test_a_long_question_is_answered_in_the_time_of_its_words(corpus: Base) -> None:
    asked = "swiftly fortify defense industry links accelerating efforts strengthen ties between partners nobody"
    calls = 0
    real = corpus.index.documents

    def counted(ds: Sequence[int]) -> list[Document]:
        nonlocal calls
        calls += 1
        return real(ds)

    corpus.index.documents = counted  # type: ignore[method-assign]
    try:
        search(corpus, parse(asked))
    finally:
        del corpus.index.documents
    assert calls < 150


def test_more_words_than_a_question_has_are_refused_where_they_begin() -> None:
    with pytest.raises(QueryError) as caught:
        parse("word " * 33)
    assert caught.value.column == 160


@pytest.mark.parametrize("typed", ["gcap", "gcapa", "gcapab"])
def test_all_that_begins_as_typed_is_found_be_it_few_words_or_many_with_figures_or_without(typed: str) -> None:
    words = [f"gcap{end}" for end in ("", "a", "ab", "abc", "2", "a2", "ab20", "b2c")]
    more = [f"gcapab{first}{second}" for first in "cdefghijk" for second in "lmnopqrst"]
    for names in (words, words + more):
        base = base_of([f"{name} Works" for name in names])
        assert set(ids(base, typed)) == {f"a{n}" for n, name in enumerate(names) if name.startswith(typed)}
        assert set(ids(base, f'text:"{typed}"')) == set(ids(base, typed))


def test_what_the_letter_before_has_read_is_not_read_again_and_is_found_alike() -> None:
    names = ["Metre Works", "Metric House", "Metro Line"]
    base, fresh = base_of(names), base_of(names)
    before = ids(base, "metr")
    asked: list[str] = []

    def noted(sql: str, *given: Any) -> Any:
        asked.append(sql)
        return fresh.index._ask(sql, *given)

    with patch.object(base.index, "_ask", noted):
        assert ids(base, "metre") == ids(fresh, "metre") == ["a0"]
    assert set(before) == {"a0", "a1", "a2"}
    assert asked
    assert not [sql for sql in asked if "FROM document" in sql]


@pytest.mark.parametrize("word", ["kibble", "japan", "1875"])
def test_a_word_typed_twice_finds_what_it_finds_once(word: str) -> None:
    base = fact_base(METRE)
    once, twice = (search(base, parse(typed)) for typed in (word, f"{word} {word}"))
    assert [hit.n for hit in twice.hits] == [hit.n for hit in once.hits]


@pytest.mark.slow
def test_a_year_in_which_no_step_of_an_agreement_falls_is_not_its_date(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for year in range(1700, 2060):
            found = [base.record(hit.n).record for hit in search(base, parse(str(year))).hits]
            steps = [step.date for one in found for step in getattr(one, "milestones", ())]
            others = [one for one in found if not hasattr(one, "milestones")]
            assert not found or others or any(edtf.overlaps(date, str(year)) for date in steps if date)


def test_a_word_of_the_grammar_in_capitals_is_a_name(corpus: Base) -> None:
    assert ids(corpus, "WHO") == []
    assert ids(corpus, "who") != []
    assert first(corpus, "US") == "united-states"


def test_a_quotation_mark_without_its_other_is_let_go_where_no_phrase_is_found(corpus: Base) -> None:
    for typed in ('"manila kallas', 'manila "kallas tokyo', "”manila kallas"):
        plain = typed.replace('"', "").replace("”", "")
        result = search(corpus, parse(typed))
        assert [hit.n for hit in result.hits] == [hit.n for hit in search(corpus, parse(plain)).hits]
        assert not result.hits or result.readings[0].kind == "sign"
    assert search(corpus, parse('"high-tech arena')).readings == ()


# --- acronyms ---


@pytest.mark.parametrize("typed", ["ASEAN", "SAFE", "EDIP", "AUKUS", "Merz", "Saab", "asean japan".upper()])
def test_a_name_that_is_in_no_article_is_no_word_near_it(corpus: Base, typed: str) -> None:
    result = search(corpus, parse(typed))
    assert (result.hits, result.mended) == ((), "")
    assert result.suggestion in ("", "Japan")


@pytest.mark.parametrize(("typed", "found"), [("KALAS", "kallas"), ("KALLSA", "kallas"), ("AIRB", "airbus")])
def test_a_name_in_capitals_is_mended_and_completed_into_a_name(corpus: Base, typed: str, found: str) -> None:
    assert first(corpus, typed) == found


# --- dates that are compared ---


@pytest.mark.parametrize(("typed", "last"), [("before 2024", 2023_12_31), ("until 2022", 2022_12_31)])
def test_before_a_year_finds_nothing_that_only_has_the_year_in_its_text(corpus: Base, typed: str, last: int) -> None:
    hits = search(corpus, parse(typed)).hits
    assert hits
    assert {match.rule for hit in hits for match in hit.why} <= {"date", "phrase"}
    for (document,) in (corpus.index.documents_of([hit.n]).values() for hit in hits if hit.why[0].rule == "date"):
        assert document.lo is not None
        assert document.lo <= last


@pytest.mark.parametrize("typed", ["gcap programme", "japan spending", "missile test"])
def test_a_line_all_in_capitals_finds_what_it_does_in_small_letters(corpus: Base, typed: str) -> None:
    assert first(corpus, typed.upper()) == first(corpus, typed) != ""
