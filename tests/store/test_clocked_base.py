"""A base seen by a clock: its reads, without what no source had told by then."""

from __future__ import annotations

from itertools import pairwise

import pytest

from eujdef_tui.model.clock import Clock
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Source, Tension
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.store.clocked_base import ClockedBase, by_clock
from eujdef_tui.text import edtf

DAYS = (2024_06_22, 2024_06_23, 2024_11_01, 2025_06_30, 2025_07_23)


def known(corpus: Base, day: int) -> ClockedBase:
    base = by_clock(corpus, Clock(known=day))
    assert isinstance(base, ClockedBase)
    return base


def numbers(base: Base) -> set[int]:
    return {base.number(record.id) or 0 for record, _ in base.plain()}


def test_by_today_a_base_is_itself(corpus: Base) -> None:
    assert by_clock(corpus, Clock()) is corpus
    assert by_clock(corpus, Clock(asof=edtf.today())) is corpus
    assert corpus.clock is None
    assert corpus.shown_day == corpus.due_day == edtf.today()


def test_a_clock_is_kept_for_the_next_look(corpus: Base) -> None:
    first = known(corpus, DAYS[2])
    assert by_clock(corpus, Clock(known=DAYS[2])) is first
    for day in range(2025_01_01, 2025_01_06):
        known(corpus, day)
    assert by_clock(corpus, Clock(known=DAYS[2])) is not first


def test_the_day_shown_is_that_of_the_clock_and_plans_go_by_it(corpus: Base) -> None:
    for clock, due, shown in (
        (Clock(2024_01_01, 0), 2024_01_01, 2024_01_01),
        (Clock(0, 2024_01_01), 2024_01_01, 2024_01_01),
        (Clock(2024_01_01, 2024_02_02), 2024_01_01, 2024_01_01),
    ):
        base = by_clock(corpus, clock)
        assert (base.due_day, base.shown_day) == (due, shown)


def test_each_day_has_what_the_day_before_had(corpus: Base) -> None:
    found = [numbers(known(corpus, day)) for day in DAYS]
    assert found[0] == set()
    assert all(before < after for before, after in pairwise(found))
    assert found[-1] < set(range(1, corpus.count() + 1))  # what an undated article alone tells is known by no day


@pytest.mark.parametrize("day", DAYS)
def test_no_read_leads_to_what_was_not_known(corpus: Base, day: int) -> None:
    base = known(corpus, day)
    there = numbers(base)
    roles = ("actor", "agreement", "about", "speaker", "party", "member", "related", "differs", "read")
    for n in there:
        record = base.record(n).record
        links = [linked for role in roles for linked in base.backlinks(n, role)]
        assert there.issuperset(links)
        assert len(links) == sum(base.count_backlinks(n, role) for role in roles)
        for item in evidence_of(record):
            assert base.number(item.source) in there
        for field in ("actors", "agreements", "parties", "about", "facts"):
            assert there.issuperset(base.number(one) for one in getattr(record, field, ()))
        if isinstance(record, Source):
            assert there.issuperset(base.citing_source(n))
            assert base.count_citing_source(n) == len(base.citing_source(n))
    assert there.issuperset([*base.coming(day), *base.passed(day), *base.newest_sources(10)])
    assert base.count_due(day, 100) == (len(base.coming(day)), len(base.passed(day)))
    assert sum(count for _, count in base.months()) == sum(
        1 for n in there if n in base.span("timeline") and edtf.month(getattr(corpus.record(n).record, "date", ""))
    )


@pytest.mark.parametrize("day", DAYS)
def test_what_is_known_is_what_a_source_issued_by_then_tells(corpus: Base, day: int) -> None:
    sources = [corpus.record(n).record for n in corpus.span("sources")]
    dated = [source for source in sources if isinstance(source, Source) and source.issued]
    out = {source.id for source in dated if edtf.bounds(source.issued)[1] <= day}
    expected = {corpus.number(source) for source in out}
    for view in VIEWS:
        for n in corpus.span(view):
            record = corpus.record(n).record
            told = {item.source for item in evidence_of(record)}
            if told <= out if isinstance(record, Tension) else told & out:
                expected |= {n} - (set() if told else {n})
    assert numbers(known(corpus, day)) == expected


def test_support_and_mentions_are_those_of_the_day(corpus: Base) -> None:
    invasion = corpus.number("invasion-of-ukraine") or 0
    assert [known(corpus, day).record(invasion).support for day in DAYS[1:]] == [1, 1, 2, 3]
    japan = corpus.number("japan") or 0
    mentions = [known(corpus, day).record(japan).mentions for day in DAYS]
    assert mentions == sorted(mentions)
    assert mentions[0] == 0
    assert mentions[-1] <= corpus.record(japan).mentions


def test_an_end_of_an_office_that_lies_after_the_day_is_not_known(corpus: Base) -> None:
    borrell = corpus.number("borrell") or 0
    for day, end in ((2024_11_10, ""), (2024_12_01, "2024-11-30")):
        record = known(corpus, day).record(borrell).record
        assert isinstance(record, Actor)
        assert record.memberships[0].end == end


def test_remarks_and_reasons_are_written_with_all_articles_in_view_and_are_left_out(corpus: Base) -> None:
    base = known(corpus, 2024_11_01)
    sdp, announced = (base.record(base.number(one) or 0).record for one in ("sdp", "sdp-announced"))
    assert isinstance(sdp, Agreement)
    assert isinstance(announced, Event)
    assert all(step.note == "" for step in sdp.milestones)
    assert "Japan Times" not in f"{sdp} {announced}"


def spoken_of(base: ClockedBase, day: int) -> list[tuple[int, int]]:
    """(last day, number) of what was to come on a day, worked out from each event by itself."""
    found = []
    for n in base.span("timeline"):
        event, then = base.raw.record(n).record, base.record(n).record
        assert isinstance(event, Event)
        assert isinstance(then, Event)
        lo, hi = edtf.bounds(event.date)
        ahead = then.status in ("planned", "target") and (event.status == then.status or lo > day)
        if event.date and hi >= day and ahead:
            found.append((hi, n))
    return sorted(found)


@pytest.mark.parametrize("day", [1990_01_01, 2023_11_30, 2024_10_31, 2025_06_30, 2030_01_01])
def test_what_was_to_come_is_listed_soonest_first_however_much_it_is(
    corpus: Base, day: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eujdef_tui.store.clocked_base.SMALL", 2)  # as a base of many more records than are looked up
    base = ClockedBase(corpus, Clock(asof=day))
    expected = [n for _, n in spoken_of(base, day)]
    assert base.coming(day) == expected
    for most in (1, 2, 5, 10_000):
        assert base.coming(day, most) == expected[:most]
        assert base.count_due(day, most)[0] == len(expected[:most])


def test_what_was_to_come_is_found_once_for_a_day_and_not_by_reading_its_records(
    corpus: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = ClockedBase(corpus, Clock(asof=2024_06_23))
    first = base.coming(2024_06_23)
    assert first
    monkeypatch.setattr(corpus, "rows", lambda numbers: pytest.fail(f"records are read: {numbers}"))
    for most in (3, 20, 10_000):
        assert base.coming(2024_06_23, most) == first[:most]
    assert base._done_later.cache_info().misses == 2  # once whole, once as far as the first screen counts


def test_another_thread_has_the_same_clock(corpus: Base) -> None:
    base = known(corpus, 2024_11_01)
    again = base.reopen()
    assert (again.clock, numbers(again)) == (base.clock, numbers(base))
    again.close()
