"""A record by a clock: what had happened, who held an office, which evidence there was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.model.clock import (  # fmt: skip
    HELD,
    NOT_DATED,
    NOT_YET,
    OVER,
    PERHAPS,
    Clock,
    clock_words,
    is_known,
    office_on,
    offices,
    seen,
    told,
)
from eujdef_tui.model.records import (
    Actor,
    Agreement,
    Event,
    Evidence,
    Membership,
    Milestone,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.text import edtf

ISSUED = {"spring": "2024-04-01", "june": "2024-06~", "autumn": "2024-10-15~", "blog": ""}


def issued(source: str) -> str:
    return ISSUED[source]


def quotes(*sources: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(source=source, quote=f"what {source} says", start=0, end=4) for source in sources)


def event(day: str, status: Any = "happened", *sources: str, **more: Any) -> Event:
    said = quotes(*(sources or ("spring",)))
    return Event(id="fair", kind="fair", title="The fair", date=day, status=status, evidence=said, **more)


def numbered(day: date) -> int:
    return int(day.strftime("%Y%m%d"))


# --- the clock ---


def test_a_clock_says_its_days_in_words() -> None:
    assert clock_words(Clock(2024_03_03, 2024_11_01)) == ["as of 3 Mar 2024", "known by 1 Nov 2024"]
    assert clock_words(Clock(known=2024_11_01)) == ["known by 1 Nov 2024"]
    assert clock_words(Clock()) == []


@given(st.dates())
def test_a_day_is_written_as_every_reader_of_dates_reads_it(day: date) -> None:
    number = day.year * 10_000 + day.month * 100 + day.day
    assert edtf.iso_day(number) == day.isoformat()


@pytest.mark.parametrize(
    ("source", "day", "out"),
    [
        ("2024-04-01", 2024_03_31, False),
        ("2024-04-01", 2024_04_01, True),
        ("2024-06~", 2024_06_29, False),
        ("2024-06~", 2024_06_30, True),
        ("2024/..", 2099_01_01, False),
        ("", 2099_01_01, False),
        ("", 0, True),
    ],
)
def test_a_source_is_out_once_it_was_surely_issued(source: str, day: int, out: bool) -> None:
    assert Clock(known=day).is_out(source) is out


# --- events ---


@pytest.mark.parametrize(
    ("day", "status", "sources", "asof", "expected"),
    [
        ("2024-05-01", "happened", ["june"], 2024_04_30, "ahead"),
        ("2024-05-01", "happened", ["june"], 2024_05_01, "happened"),
        ("2024-05-01", "happened", ["spring", "june"], 2024_04_30, "planned"),
        ("2024-05-01", "happened", ["blog"], 2024_04_30, "ahead"),
        ("2024-05-01", "reported", ["june"], 2024_04_30, "ahead"),
        ("2024-05-01", "reported", ["spring", "june"], 2024_04_30, "planned"),
        ("2024-05-01", "planned", ["spring"], 2030_01_01, "planned"),
        ("2030", "target", ["spring"], 2024_01_01, "target"),
        ("2024", "happened", ["june"], 2024_01_01, "happened"),  # it may have been on that day
        ("2024", "happened", ["june"], 2023_12_31, "ahead"),
        ("../2024-05", "happened", ["june"], 2000_01_01, "happened"),
        ("", "happened", ["june"], 1900_01_01, "happened"),
    ],
)
def test_an_event_has_the_status_of_the_day(
    day: str, status: str, sources: list[str], asof: int, expected: str
) -> None:
    found = seen(event(day, status, *sources), Clock(asof=asof), issued)
    assert isinstance(found, Event)
    assert found.status == expected


def test_steps_of_an_agreement_have_the_status_of_the_day() -> None:
    steps: list[tuple[str, str, Any]] = [
        ("signed", "2024-05-01", "happened"),
        ("in-force", "2025", "planned"),
        ("drafted", "", "happened"),
    ]
    milestones = tuple(Milestone(action=a, date=d, status=s, evidence=quotes("june")) for a, d, s in steps)
    pact = Agreement(id="pact", title="Pact", instrument="treaty", milestones=milestones, evidence=quotes("june"))
    before, after = (seen(pact, Clock(asof=day), issued) for day in (2024_04_30, 2024_05_01))
    assert isinstance(before, Agreement)
    assert [step.status for step in before.milestones] == ["ahead", "planned", "happened"]
    assert after == pact


def test_who_spoke_before_the_day_planned_it_and_who_spoke_later_reports_it() -> None:
    assert told(event("2024-05-01", "happened", "spring", "june", "blog"), issued) == (("spring",), ("june",))
    assert told(event("2024-06-10", "happened", "june"), issued) == ((), ("june",))  # it was issued in that month
    assert told(event("2024-05-01", "planned", "spring"), issued) == ((), ())
    assert told(event("", "happened", "spring"), issued) == ((), ())
    assert told(event("2024-05-01", "reported", "spring", "june"), issued) == (("spring",), ("june",))


def test_a_quote_that_is_not_in_its_source_plans_nothing() -> None:
    lost = Evidence(source="spring", quote="never said")
    fair = Event(id="fair", kind="fair", title="The fair", date="2024-05-01", status="happened", evidence=(lost,))
    assert told(fair, issued) == ((), ())


# --- what was known ---


def test_a_fact_is_known_from_the_first_of_its_sources() -> None:
    fair = event("2024", "happened", "autumn", "june", "blog")
    assert [is_known(fair, Clock(known=day), issued) for day in (2024_06_29, 2024_06_30)] == [False, True]
    assert not is_known(event("2024", "happened", "blog"), Clock(known=2099_01_01), issued)


def test_a_tension_is_known_once_all_its_sources_are_out() -> None:
    two = Tension(id="two", title="Two", facts=("a", "b"), reading="They differ.", evidence=quotes("spring", "june"))
    assert [is_known(two, Clock(known=day), issued) for day in (2024_04_01, 2024_06_30)] == [False, True]


def test_a_source_is_known_from_its_own_day() -> None:
    source = Source(id="june", type="webpage", issued="2024-06~", file="june.txt")
    assert [is_known(source, Clock(known=day), issued) for day in (2024_06_29, 2024_06_30)] == [False, True]


def test_a_quote_that_is_not_in_its_source_makes_nothing_known() -> None:
    lost = Evidence(source="spring", quote="never said")
    said = Statement(id="said", kind="position", text="Said.", evidence=(lost,))
    assert not is_known(said, Clock(known=2024_12_31), issued)


def test_a_plan_is_what_was_known_of_what_happened_since() -> None:
    fair = event(
        "2024-05-01", "happened", "spring", "june", date_text="what june", location="June says", x={"x-note": "of June"}
    )
    before, after = (seen(fair, Clock(known=day), issued) for day in (2024_04_01, 2024_06_30))
    assert isinstance(before, Event)
    assert isinstance(after, Event)
    assert (before.status, before.date, before.date_text, before.location, before.x) == ("planned", "", "", "", {})
    assert [item.source for item in before.evidence] == ["spring"]
    assert (after.status, after.date, after.location, after.evidence) == (
        "happened", fair.date, fair.location, fair.evidence
    )  # fmt: skip


def test_a_date_that_an_early_source_gives_too_is_known() -> None:
    fair = event("2024-05-01", "happened", "spring", "june", date_text="says")
    before = seen(fair, Clock(known=2024_04_01), issued)
    assert isinstance(before, Event)
    assert (before.status, before.date) == ("planned", "2024-05-01")


@pytest.mark.slow
@pytest.mark.counts_lines
@given(
    st.lists(st.sampled_from(sorted(ISSUED)), min_size=1, unique=True), st.dates(date(2024, 1, 1), date(2024, 12, 31))
)
def test_evidence_is_that_of_sources_issued_by_then_and_more_on_a_later_day(sources: list[str], day: date) -> None:
    fair = event("2023", "happened", *sources)
    first, then = (seen(fair, Clock(known=numbered(day + timedelta(more))), issued) for more in (0, 1))
    assert isinstance(first, Event)
    assert isinstance(then, Event)
    early, late, every = ([item.source for item in one.evidence] for one in (first, then, fair))
    assert set(early) <= set(late) <= set(every)
    assert all(edtf.bounds(issued(item.source))[1] <= numbered(day) for item in first.evidence)
    assert bool(first.evidence) == is_known(fair, Clock(known=numbered(day)), issued)


# --- offices ---


def office(start: str = "", end: str = "", *sources: str) -> Membership:
    return Membership(organization="town", role="mayor", start=start, end=end, evidence=quotes(*(sources or ("blog",))))


@pytest.mark.parametrize(
    ("held", "day", "expected"),
    [
        (office(), 2024_01_01, NOT_DATED),
        (office("2024-03-01"), 2024_02_29, NOT_YET),
        (office("2024-03-01"), 2024_03_01, HELD),
        (office("2024-03-01"), 2099_01_01, HELD),
        (office("2024"), 2024_03_01, PERHAPS),
        (office("2024"), 2025_01_01, HELD),
        (office("2024", "", "spring"), 2024_04_01, HELD),  # an article of that day says so
        (office("2024", "", "spring"), 2024_03_31, PERHAPS),
        (office("2020", "2024-11-30"), 2024_11_30, HELD),
        (office("2020", "2024-11-30"), 2024_12_01, OVER),
        (office("2020", "2024"), 2024_06_01, PERHAPS),
        (office("2020", "2024", "june"), 2024_06_01, HELD),
        (office("", "2024-11-30"), 2024_11_01, PERHAPS),  # when it began is not said
        (office("", "2024-11-30", "spring"), 2024_11_01, HELD),
        (office("", "2024-11-30", "spring"), 2024_03_01, PERHAPS),
        (office("", "2024-11-30"), 2024_12_01, OVER),
    ],
)
def test_an_office_is_held_as_far_as_its_dates_say(held: Membership, day: int, expected: str) -> None:
    assert office_on(held, day, issued) == expected


def person(*held: Membership, kind: str = "person") -> Actor:
    return Actor(
        id="ann", kind=kind, name="Ann", summary="mayor and baker", memberships=held, evidence=quotes("spring")
    )


def test_a_summary_is_that_of_the_day_and_says_what_is_not_dated() -> None:
    baker = Membership(organization="guild", role="baker", evidence=quotes("blog"))
    ann = person(baker, office("2020", "2024-11-30"))
    words = {}
    for day in (2019_01_01, 2020_06_01, 2022_01_01, 2025_01_01):
        found = seen(ann, Clock(asof=day), issued)
        assert isinstance(found, Actor)
        words[day] = found.summary
    assert words == {
        2019_01_01: "not yet mayor; baker (not dated)",
        2020_06_01: "perhaps mayor; baker (not dated)",
        2022_01_01: "mayor; baker (not dated)",
        2025_01_01: "formerly mayor; baker (not dated)",
    }
    assert [state for state, _ in offices(ann, 2022_01_01, issued)] == [HELD, NOT_DATED]


def test_a_body_without_dated_offices_keeps_its_summary() -> None:
    guild = person(office(), kind="organization")
    assert seen(guild, Clock(asof=2024_01_01), issued) == guild


def test_an_office_that_only_a_later_source_tells_is_not_known() -> None:
    ann = person(office("2020", "2024-11-30", "june"), office("2024", "", "autumn"))
    known = seen(ann, Clock(known=2024_06_30), issued)
    assert isinstance(known, Actor)
    assert [(one.start, one.end) for one in known.memberships] == [("2020", "")]
    assert known.summary == "mayor"
