"""Each field keeps exactly the records its help line says: told by the records themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eujdef_tui.search.fields
from eujdef_tui.errors import QueryError
from eujdef_tui.model.labels import kind_of
from eujdef_tui.model.records import Agreement, Event, Record, Source, Statement
from eujdef_tui.model.searchable import names_of
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import HAS, IS, parse
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.store.file_rows import span_of
from eujdef_tui.store.filter_tags import overlapping, years_in, years_of
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words
from tests.helpers.cache_probes import links_to

Keeps = Callable[[Base, int, Record], bool]


def records(base: Base) -> list[tuple[int, Record]]:
    return [(n, base.record(n).record) for n in range(1, base.count() + 1)]


def found(base: Base, query: str) -> set[int]:
    return {hit.n for hit in search(base, parse(query), base.count() + 1).hits}


def assert_keeps(base: Base, query: str, keeps: Keeps) -> None:
    """The query finds what the judgement keeps, its negation all else."""
    kept = {n for n, record in records(base) if keeps(base, n, record)}
    assert found(base, query) == kept, query
    assert found(base, f"!{query}") == {n for n, _ in records(base)} - kept, query


def named(record: Record, view: str, base: Base, n: int, *beginnings: str) -> bool:
    """Whether a record of a view has a word that begins so for each of these, in any of its names."""
    tokens = [token for name, _ in names_of(record) for token in folded_words(name)]
    return n in base.span(view) and all(any(token.startswith(begun) for token in tokens) for begun in beginnings)


def statuses(record: Record) -> list[str]:
    steps = [step.status for step in record.milestones] if isinstance(record, Agreement) else []
    return [*steps, *([record.status] if isinstance(record, Event) else [])]


# --- kinds, statuses, what is known of a record ---


@pytest.mark.parametrize("typed", "event actor agreement statement source tension person public-b p e figure".split())
def test_kind_is_a_records_name_or_finer_kind_or_how_one_begins(metre: Base, corpus: Base, typed: str) -> None:
    for base in (metre, corpus):
        assert_keeps(
            base,
            f"kind:{typed}",
            lambda _, n, record: type(record).__name__.lower().startswith(typed) or kind_of(record).startswith(typed),
        )


def test_kind_reads_words_as_they_are_written(corpus: Base) -> None:
    assert found(corpus, 'kind:"Public Body"') == found(corpus, "kind:public-body") != set()


@pytest.mark.parametrize("typed", ['"', "*", "'", "日", "a.b", "_all", "x OR y", "", "%", "é"])
def test_a_value_that_is_no_word_is_refused_as_a_kind_or_status(metre: Base, typed: str) -> None:
    typed = typed.replace('"', "")
    if typed:
        for field in ("kind", "status"):
            with pytest.raises(QueryError):
                found(metre, f'{field}:"{typed}"')


@pytest.mark.parametrize("typed", ["happened", "planned", "target", "reported", "p", "hap"])
def test_status_is_an_events_or_that_of_a_step(metre: Base, corpus: Base, typed: str) -> None:
    for base in (metre, corpus):
        assert_keeps(
            base, f"status:{typed}", lambda _, n, record: any(one.startswith(typed) for one in statuses(record))
        )


@pytest.mark.parametrize("word", IS)
def test_is(metre: Base, corpus: Base, word: str) -> None:
    def keeps(base: Base, n: int, record: Record) -> bool:
        if word == "corroborated":
            return base.record(n).support > 1
        if word == "differing":
            return bool(base.backlinks(n, "differs"))
        if word in ("coming", "passed"):
            if not isinstance(record, Event) or not record.date:
                return False
            ahead = record.status == "planned" or (record.status == "target" and word == "coming")
            return ahead and (edtf.bounds(record.date)[1] >= edtf.today()) == (word == "coming")
        return word in statuses(record) or (isinstance(record, Agreement) and record.binding == word)

    for base in (metre, corpus):
        assert_keeps(base, f"is:{word}", keeps)
        assert found(base, f"is:{word[:4]}") == found(base, f"is:{word}")


@pytest.mark.parametrize("word", HAS)
def test_has(metre: Base, corpus: Base, word: str) -> None:
    def keeps(base: Base, n: int, record: Record) -> bool:
        if word == "tension":
            return bool(base.backlinks(n, "differs"))
        if word == "outside":
            return any(f'"{key}":' in json.dumps(to_plain(record)) for key in ("x-outside", "date_outside"))
        if word == "date":
            return span_of(record)[0] is not None
        return isinstance(record, Statement) and getattr(record, word) != ""

    for base in (metre, corpus):
        assert_keeps(base, f"has:{word}", keeps)


@pytest.mark.parametrize(("word", "more"), [("coming", ""), ("passed", ""), ("coming", " kind:event"), ("pas", "")])
def test_what_is_to_come_stands_soonest_first_and_what_has_passed_latest_first(
    corpus: Base, word: str, more: str
) -> None:
    hits = search(corpus, parse(f"is:{word}{more}")).hits
    days = [edtf.bounds(getattr(corpus.record(hit.n).record, "date", ""))[1] for hit in hits]
    assert len(days) > 3
    assert days == sorted(days, reverse=word != "coming")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_of_more_than_are_listed_all_that_is_to_come_is_counted(corpus: Base) -> None:
    every = search(corpus, parse("is:passed"))
    some = search(corpus, parse("is:passed"), 3)
    assert some.hits == every.hits[:3]
    assert (some.total, every.total) == (len(every.hits), len(every.hits))
    assert set(some.counts or ()) == set(VIEWS)


# --- dates ---

TYPED = [
    "1875",
    "1960",
    "1983",
    "2024",
    "2025",
    "2024-11",
    "2025-07-23",
    "2018-05~",
    "1799",
    "3000",
    "1980s",
    "2019/2024",
]


@pytest.mark.parametrize(("field", "typed"), list(product(("from", "to", "on"), TYPED)))
def test_dates_keep_what_overlaps(metre: Base, corpus: Base, field: str, typed: str) -> None:
    lo, hi = edtf.bounds(edtf.parse({"1980s": "198X"}.get(typed, typed)).text)
    lo, hi = (edtf.MIN if field == "to" else lo), (edtf.MAX if field == "from" else hi)

    def keeps(base: Base, n: int, record: Record) -> bool:
        first, last = span_of(record)
        return first is not None and last is not None and first <= hi and last >= lo

    for base in (metre, corpus):
        assert_keeps(base, f"{field}:{typed}", keeps)


days = st.integers(-50, 3000).flatmap(lambda year: st.tuples(st.just(year), st.integers(1, 12), st.integers(1, 28)))
spans = st.lists(days.map(lambda day: day[0] * 10_000 + day[1] * 100 + day[2]), min_size=2, max_size=2).map(sorted)


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(st.lists(spans, max_size=6), spans, st.booleans(), st.booleans())
def test_what_overlaps_is_among_what_may_and_what_surely_does_overlaps(
    own: list[list[int]], asked: list[int], begun: bool, ended: bool
) -> None:
    lo, hi = asked[0] if begun else edtf.MIN, asked[1] if ended else edtf.MAX
    years = years_in(tag for span in own for tag in years_of(*span))
    sure, may = (words(expression) for expression in overlapping(years, lo, hi))
    for span in own:
        tags = {"_hdate", *years_of(*span)}
        if span[0] <= hi and span[1] >= lo:
            assert tags & may
        else:
            assert not tags & sure


def words(expression: str) -> set[str]:
    return set(expression.removeprefix("tags : (").removesuffix(")").split(" OR "))


def test_of_more_years_than_a_filter_names_all_are_one() -> None:
    years = " ".join(map(str, range(1950, 2026)))
    assert overlapping(years, 19000101, edtf.MAX) == ("tags : (_hdate)", "tags : (_hdate)")
    assert overlapping(f"{years} _open", 19000101, edtf.MAX)[1] == "tags : (_hdate)"
    assert overlapping(years, 20240601, edtf.MAX) == ("tags : (_y2025)", "tags : (_y2024 OR _y2025)")
    assert overlapping("", 0, 1) == ("tags : (_hdate)", "tags : (_hdate)")


# --- who and what a record is tied to ---

NAMED = {
    "actor": ("actors", ["japan", "kal", "e", "united", "un", "eur de", "general-conference", "kibble", "zzz"]),
    "party": ("actors", ["japan", "e", "general-conference", "swed"]),
    "agreement": ("agreements", ["metre", "metre-convention", "part", "s", "zzz"]),
    "source": ("sources", ["metre-article", "afp", "the", "j", "zzz"]),
}


def keeps_tied(base: Base, field: str, typed: str) -> Keeps:
    """Whether a record is one that the value names, or is tied to one."""
    view, every = NAMED[field][0], records(base)
    by_id = base.number(typed) or 0
    to = {by_id} & set(base.span(view))
    if not to:
        whole = {n for n, one in every for name, _ in names_of(one) if folded_words(name) == folded_words(typed)}
        to = whole & set(base.span(view))
    to = to or {n for n, one in every if named(one, view, base, n, *folded_words(typed))}
    resting = {n for source in to for n in base.citing_source(source)} if field == "source" else set()
    pointing = {n for one in to for role, n in links_to(base, one) if field != "party" or role == "party"}
    kept = to | resting | pointing if field != "party" else pointing
    return lambda _, n, record: n in kept


@pytest.mark.parametrize(("field", "typed"), [(field, typed) for field in NAMED for typed in NAMED[field][1]])
@pytest.mark.parametrize("few", [200, 0])
def test_who_and_what_a_record_is_tied_to(
    metre: Base, corpus: Base, monkeypatch: pytest.MonkeyPatch, field: str, typed: str, few: int
) -> None:
    monkeypatch.setattr(eujdef_tui.search.fields, "FEW", few)
    for base in (metre, corpus):
        keeps = keeps_tied(base, field, typed)
        query = f'{field}:"{typed}"'
        kept = {n for n, record in records(base) if keeps(base, n, record)}
        if kept or typed == "zzz":
            assert found(base, query) == kept, query
            assert found(base, f"!{query}") == {n for n, _ in records(base)} - kept, query


def test_a_name_that_is_no_name_keeps_what_the_nearest_names_keep(corpus: Base) -> None:
    assert found(corpus, "actor:kalas") >= found(corpus, "actor:kallas") != set()


# --- filters and words together ---


@pytest.mark.parametrize(
    ("query", "filters", "words"),
    [
        ("kind:person japan", "kind:person", "japan"),
        ("from:2024-11 !kind:source defence", "from:2024-11 !kind:source", "defence"),
        ("actor:japan !from:2025 security", "actor:japan !from:2025", "security"),
        ("!2024 summit", "!2024", "summit"),
    ],
)
def test_filters_and_words_keep_what_both_keep(corpus: Base, query: str, filters: str, words: str) -> None:
    assert found(corpus, query) == found(corpus, filters) & found(corpus, words) != set()


def test_filters_that_keep_nothing_find_nothing(corpus: Base) -> None:
    for query in ("actor:zzzz", "kind:person kind:event"):
        result = search(corpus, parse(query))
        assert (result.hits, result.counts) == ((), None)


def test_a_source_is_no_quote(corpus: Base) -> None:
    kept = found(corpus, "quote:japan")
    assert kept
    assert not any(isinstance(record, Source) for n, record in records(corpus) if n in kept)


def test_every_field_is_tried_here() -> None:
    tried: Any = {"kind", "status", "is", "has", "from", "to", "on", "quote", *NAMED}
    tried |= {"known"}  # a clock: tests/search/test_clocks.py
    assert set(eujdef_tui.search.fields._KEEP) - tried == {"text"}
