"""A base holds the records of the fact file in the order of the screen, and reports damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import RECORDS, Event, Record
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.store import SHIPPED, VIEWS, Base, open_base
from eujdef_tui.store.cache import base_path
from eujdef_tui.store.places import STEP
from eujdef_tui.store.sql_schema import view_of
from eujdef_tui.text import edtf
from tests.helpers.cache_probes import links_to
from tests.helpers.fact_files import HEAD, write
from tests.helpers.processes import METRE


def ids(base: Base, view: str) -> list[str]:
    return [row.record.id for row in base.rows(base.span(view))]


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Callable[[str], Base]]:
    """Opens the base of a small fact file: `s` is its one source unless the text has others."""
    bases: list[Base] = []

    def build(text: str) -> Base:
        head = HEAD if "sources:" not in text else HEAD[: HEAD.index("sources:")]
        bases.append(open_base(write(tmp_path, head + text)))
        return bases[-1]

    yield build
    for base in bases:
        base.close()


def event(event_id: str, date: str = "", more: str = "") -> str:
    proof = "evidence: [{source: s, quote: words}]"
    return f"  - {{id: {event_id}, kind: talk, title: T, status: happened, date: {date or '~'}, {more}{proof}}}\n"


# --- what it holds ---


@pytest.mark.slow
@pytest.mark.parametrize("path", [METRE, SHIPPED], ids=["metre", "corpus"])
def test_every_record_is_in_it_as_the_fact_file_has_it_with_its_quotes_anchored(path: Path) -> None:
    expected = {record.id: record for record in anchor_evidence(load(path)).file.records()}
    with closing(open_base(path)) as base:
        assert base.count() == len(expected)
        assert {row.record.id: row.record for row in base.rows(range(1, base.count() + 1))} == expected
        assert base.title == load(path).title


def test_ids_are_found_by_what_stands_beside_them_in_the_alphabet(metre: Base) -> None:
    every = sorted(metre.record(n).record.id for n in range(1, metre.count() + 1))
    assert sorted(metre.neighbouring_ids("kibble", metre.count())) == every
    for given in ("kibbel", "", "zzz", "japan"):
        before = [other for other in every if other <= given]
        assert metre.neighbouring_ids(given, 2) == [*before[:-3:-1], *every[len(before) :][:2]]


def test_a_record_is_found_by_its_number_and_its_id(metre: Base) -> None:
    for n in range(1, metre.count() + 1):
        row = metre.record(n)
        assert row.n == n
        assert metre.number(row.record.id) == n
    assert metre.number("nobody") is None
    assert metre.number("") is None


def test_rows_come_in_the_order_asked_for(metre: Base) -> None:
    assert [row.n for row in metre.rows((9, 2, 30))] == [9, 2, 30]
    assert metre.rows(()) == []


def test_a_record_that_is_not_there_is_not_made_up(metre: Base) -> None:
    assert metre.title_of("nobody") == "nobody"
    assert metre.title_of("kibble") == "Bryan Kibble"
    assert metre.title_of("joke") == "What defines weight cannot be weighed."


def test_a_source_without_a_title_is_called_by_its_outlet_or_id(built: Callable[[str], Base]) -> None:
    base = built(
        "sources: [{id: s, type: a, file: a.txt}, {id: w, type: a, file: a.txt, container-title-short: Wire}]\n"
    )
    assert [base.title_of("s"), base.title_of("w")] == ["s", "Wire"]


def test_plain_bodies_are_those_of_the_records_in_order(metre: Base) -> None:
    reported = list(metre.plain())
    assert [record for record, _ in reported] == [metre.record(n).record for n in range(1, metre.count() + 1)]
    assert all(plain == to_plain(record) for record, plain in reported)


def test_plain_bodies_come_in_batches_without_a_gap(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(metre.plain())
    monkeypatch.setattr("eujdef_tui.store.database.BATCH", 7)
    assert list(metre.plain()) == whole


# --- the order of the screen ---


def test_views_are_one_range_each_and_together_hold_everything(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        spans = [base.span(view) for view in VIEWS]
        assert [n for span in spans for n in span] == list(range(1, base.count() + 1))
        for view, span in zip(VIEWS, spans, strict=True):
            assert all(base.view(n) == view for n in span)
            assert all(view_of(type(row.record).__name__.lower()) == view for row in base.rows(span))
        assert sum(base.count(name) for name in RECORDS) == base.count()


def test_the_timeline_is_in_time_under_its_years(built: Callable[[str], Base]) -> None:
    base = built(
        "events:\n"
        + event("undated")
        + event("open", "../2040")
        + event("day", "2024-11-01")
        + event("year", "2024")
        + event("early", "2024-33~")
        + event("caesar", "-0043-03-15")
        + event("nerva", "0096")
        + event("far", "Y12345")
        + event("cave", "Y-12345")
    )
    assert ids(base, "timeline") == ["cave", "caesar", "nerva", "early", "day", "year", "open", "far", "undated"]
    headings = ["12346 BCE", "44 BCE", "96 CE", "2024", "2040", "12345", "Undated"]
    assert [text for _, text in base.headings("timeline")] == headings
    assert [n for n, _ in base.headings("timeline")] == [1, 2, 3, 4, 7, 8, 9]


def test_actors_and_agreements_stand_under_their_kinds_persons_first(metre: Base) -> None:
    assert [text for _, text in metre.headings("actors")] == [
        "Person", "Country", "Public body", "Organization", "Artefact",
    ]  # fmt: skip
    assert ids(metre, "actors")[:6] == ["delambre", "kibble", "mechain", "japan", "norway", "sweden"]
    assert [text for _, text in metre.headings("agreements")] == ["Treaty", "Not an agreement: rule"]
    assert ids(metre, "agreements")[0] == "metre-convention"


def test_what_is_no_accord_of_anyone_stands_last_under_a_heading_that_says_so(built: Callable[[str], Base]) -> None:
    proof = "binding: unknown, evidence: [{source: s, quote: words}]"
    base = built(
        f"actors:\n  - {{id: x, kind: country, name: X, {proof.split(', ', 1)[1]}}}\n"
        f"  - {{id: y, kind: country, name: Y, {proof.split(', ', 1)[1]}}}\n"
        f"agreements:\n  - {{id: own, title: A, instrument: export-rule, parties: [x], {proof}}}\n"
        f"  - {{id: common, title: B, instrument: export-rule, parties: [x, y], {proof}}}\n"
        f"  - {{id: pact, title: C, instrument: treaty, {proof}}}\n"
    )
    assert ids(base, "agreements") == ["pact", "common", "own"]
    assert [text for _, text in base.headings("agreements")] == [
        "Treaty", "Export rule", "Not an agreement: export rule",
    ]  # fmt: skip


def test_statements_stand_under_their_speakers_then_the_figures_and_tensions_have_a_view_of_their_own(
    built: Callable[[str], Base],
) -> None:
    def statement(statement_id: str, more: str) -> str:
        return f"  - {{id: {statement_id}, text: T, {more}, evidence: [*q]}}\n"

    people = "".join(
        f"  - {{id: {name}, kind: person, name: {name}, evidence: [&q {{source: s, quote: words}}]}}\n"
        for name in ("ann", "bob")
    )
    base = built(
        f"actors:\n{people}statements:\n"
        + statement("figure", "kind: figure, value: 5, unit: m, speaker: ann")
        + statement("article", "kind: position")
        + statement("source", "kind: position, speaker: s")
        + statement("ann-1", "kind: position, speaker: ann")
        + statement("bob-2", "kind: position, speaker: bob, date: 2024")
        + statement("bob-1", "kind: concern, speaker: bob, date: 2023")
        + "tensions: [{id: t, title: T, facts: [ann-1, bob-1], reading: r, evidence: [*q, {source: s, quote: word}]}]\n"
    )
    assert ids(base, "statements") == ["bob-1", "bob-2", "ann-1", "article", "source", "figure"]
    assert ids(base, "tensions") == ["t"]
    assert [text for _, text in base.headings("statements")] == [
        "bob", "ann", "The articles themselves", "Figures",
    ]  # fmt: skip


def test_the_day_divides_the_timeline(metre: Base, built: Callable[[str], Base]) -> None:
    events = metre.span("timeline")
    for day in (10000101, 18750519, 18750520, 20181116, 20250901, 29990101):
        after = metre.first_event_after(day)
        assert all(edtf.sort_key(_event(metre, n).date)[0] <= day for n in range(events.start, after))
        assert all(edtf.sort_key(_event(metre, n).date)[0] > day for n in range(after, events.stop))
    assert built("actors: []\n").first_event_after(20250901) == 1


def _event(base: Base, n: int) -> Event:
    record = base.record(n).record
    assert isinstance(record, Event)
    return record


# --- what is counted ---


def test_two_sources_of_one_origin_support_a_fact_once(built: Callable[[str], Base]) -> None:
    sources = "".join(
        f"  - {{id: {name}, type: a, file: a.txt, derived_from: {origin or '~'}}}\n"
        for name, origin in (("s", ""), ("b", "s"), ("c", "b"), ("d", "Wire"), ("e", "Wire"), ("f", "g"), ("g", "f"))
    )

    def proved(event_id: str, by: str) -> str:
        proof = ", ".join(f"{{source: {name}, quote: words}}" for name in by)
        return f"  - {{id: {event_id}, kind: talk, title: T, status: happened, evidence: [{proof}]}}\n"

    base = built(
        f"sources:\n{sources}events:\n"
        + proved("alone", "s")
        + proved("twice", "ss")
        + proved("chain", "sbc")
        + proved("outlet", "de")
        + proved("circle", "fg")
        + proved("all", "sbcde")
    )
    support = {row.record.id: row.support for row in base.rows(base.span("timeline"))}
    assert support["alone"] == support["twice"] == support["chain"] == support["outlet"] == 1
    assert support["all"] == 2
    assert support["circle"] >= 1  # two that name each other: the checker tells, and here it ends


def test_mentions_are_the_records_that_point_here(metre: Base) -> None:
    for n in range(1, metre.count() + 1):
        row = metre.record(n)
        assert row.mentions == len({src for _, src in links_to(metre, n)}), row.record.id
    assert metre.record(metre.number("kilogram-2019") or 0).mentions == 3


def test_links_back_are_in_the_order_of_the_screen_and_can_be_of_one_role(metre: Base) -> None:
    convention = metre.number("metre-convention") or 0
    back = links_to(metre, convention)
    assert [src for _, src in back] == sorted(src for _, src in back)
    assert {role for role, _ in back} == {"agreement", "about"}
    for role in ("about", "agreement", "speaker"):
        linked = [src for tie, src in back if tie == role]
        assert metre.backlinks(convention, role) == linked
        assert metre.backlinks(convention, role, 1) == linked[:1]
        assert metre.count_backlinks(convention, role) == len(linked)


def test_a_sentence_knows_the_records_that_rest_on_it(metre: Base) -> None:
    rests: dict[tuple[str, int], set[int]] = {}
    for n in range(1, metre.count() + 1):
        for item in evidence_of(metre.record(n).record):
            for sentence in range(item.sentence, item.last_sentence + 1):
                rests.setdefault((item.source, sentence), set()).add(n)
    for source in ("metre-article", "kilogram-article"):
        article, n = metre.article(source), metre.number(source) or 0
        for sentence in range(len(article.spans)):
            here = rests.get((source, sentence), set())
            assert metre.citing_sentence(n, sentence) == sorted(here)
            assert article.fact_counts[sentence] == len(here)
        facts = sorted({n for (of, _), found in rests.items() if of == source for n in found})
        assert metre.citing_source(n) == facts
        assert metre.citing_source(n, 2) == facts[:2]
        assert metre.count_citing_source(n) == len(facts)


def test_an_article_is_the_files_own_text_in_sentences(metre: Base) -> None:
    article = metre.article("metre-article")
    assert article.text == (METRE.parent / "articles" / "metre.txt").read_text(encoding="utf-8")
    assert article.hidden == 0
    assert [article.text[slice(*span)] for span in article.spans][1].startswith("On 20 May 1875")
    for n in range(1, metre.count() + 1):
        for item in evidence_of(metre.record(n).record):
            assert item.grade == "verbatim"
            assert metre.article(item.source).text[item.start : item.end] == item.quote


def test_a_quote_that_is_not_found_rests_on_no_sentence(built: Callable[[str], Base]) -> None:
    base = built("events: [{id: e, kind: talk, title: T, status: happened, evidence: [{source: s, quote: zzz}]}]\n")
    source = base.number("s") or 0
    assert base.citing_source(source) == []
    assert base.article("s").fact_counts == (0,)


def test_progress_is_reported_to_the_end(tmp_path: Path) -> None:
    reported: list[tuple[int, int]] = []
    path = write(tmp_path, HEAD + "events:\n" + "".join(event(f"e{n}") for n in range(3)))
    open_base(path, lambda done, total: reported.append((done, total))).close()
    assert (3, 3) in reported  # three quotes
    assert reported[-1] == (4, 4)  # three events and a source
    reported.clear()
    open_base(path, lambda done, total: reported.append((done, total))).close()
    assert reported == []


# --- damage ---


def ask_everything(base: Base) -> None:
    """Read all that can be read."""
    for view in VIEWS:
        base.headings(view)
        base.span(view)
    for record in (RECORDS["source"], RECORDS["actor"]):
        base.count(record.__name__.lower())
    for n in range(1, base.count() + 1):
        known: Record = base.record(n).record
        base.number(known.id)
        base.title_of(known.id)
        for role, _ in links_to(base, n):
            base.backlinks(n, role)
        base.citing_source(n)
    list(base.plain())
    base.first_event_after(20250901)
    base.article("metre-article")
    base.citing_sentence(1, 1)
    index = base.index
    index.documents(list(index.matching("tags : (_all)")))
    index.count("tags : (_all)", 9)
    index.whole("metre convention")
    index.named("metre", 5)
    index.words_starting("m", 1, 9)
    index.words_with_consonants("mtr")
    index.among([1, 2], "tags : (_all)")
    index.numbers("tags : (_all)", 9)


@pytest.mark.slow
def test_a_damaged_base_is_reported_and_built_again(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        ask_everything(base)
    whole = base_path(facts).read_bytes()
    reported = 0
    for page in range(len(whole) // 4096):
        base_path(facts).write_bytes(whole[: page * 4096] + b"\xff" * 4096 + whole[(page + 1) * 4096 :])
        with closing(open_base(facts)) as base, suppress(BaseFileError):
            ask_everything(base)
            continue
        reported += 1
        assert not base_path(facts).exists()
        with closing(open_base(facts)) as base:
            ask_everything(base)
    assert reported > 5


def test_damage_says_which_file_and_what_to_do(facts: Path) -> None:
    open_base(facts).close()
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute(f"UPDATE record SET body = '{{\"id\": 1' WHERE n = {STEP}")
        db.execute("UPDATE article SET spans = 'x'")
    with closing(open_base(facts)) as base:
        with pytest.raises(BaseFileError, match=base_path(facts).name) as caught:
            base.record(1)
        assert "made anew" in caught.value.advice
        with pytest.raises(BaseFileError):
            base.article("metre-article")
    assert caught.value.exit_code == 3


def test_a_base_that_was_closed_is_a_mistake_of_ours_and_not_damage(facts: Path) -> None:
    base = open_base(facts)
    base.close()
    with pytest.raises(sqlite3.ProgrammingError):
        base.headings("timeline")
    assert base_path(facts).exists()


def test_what_was_never_there_is_a_mistake_of_ours_too(metre: Base) -> None:
    with pytest.raises(KeyError):
        metre.record(10_000)
    with pytest.raises(IndexError):
        metre.article("nobody")
    assert metre.file
    assert metre.file.exists()


def test_records_that_were_read_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eujdef_tui.store.database.KEPT", 3)
    with closing(open_base(SHIPPED)) as base:
        several = base.rows([5, 3, 5, 4])
        assert [row.n for row in several] == [5, 3, 5, 4]
        assert all(base.record(row.n) is row for row in several)
        assert [row.n for row in base.rows([4, 6, 5])] == [4, 6, 5]
        assert base.record(3) is not several[1]  # the one read first is given up
        assert base.record(3) == several[1]
        every = range(1, base.count() + 1)
        assert [row.n for row in base.rows(every)] == list(every)
        assert len(base._kept) == 3
        with pytest.raises(KeyError):
            base.rows([1, base.count() + 1])
        with pytest.raises(KeyError):
            base.record(0)
