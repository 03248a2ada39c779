"""Two clocks: what stood on a day, and what was known by a day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import QueryError
from eujdef_tui.export.told import told_words
from eujdef_tui.model.clock import Clock, office_on
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event
from eujdef_tui.present.list_row import agreement_status
from eujdef_tui.present.understood import understood
from eujdef_tui.present.why_nothing import why_nothing
from eujdef_tui.search.clocks import clock_of, seen_by
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.results import Result
from eujdef_tui.store import Base
from tests.helpers.processes import python

DAYS = Path(__file__).with_name("clocks.tsv")


def rows() -> list[tuple[str, str, str, str]]:
    lines = (line for line in DAYS.read_text().splitlines() if not line.startswith("#"))
    return [(clock, one, asked, answer) for clock, one, asked, answer in (line.split("\t") for line in lines)]


def found(base: Base, query: str) -> list[int]:
    return [hit.n for hit in search(base, parse(query)).hits]


def answer_of(corpus: Base, clock: str, record_id: str, asked: str) -> str:
    """What the base says by a clock."""
    base, n = seen_by(corpus, parse(clock)), corpus.number(record_id) or 0
    record, issued = base.record(n).record, lambda one: corpus.source(one).issued
    match asked, record:
        case "known", _:
            return "yes" if n in found(corpus, clock) else "no"
        case (("coming" | "passed"), _):
            return "yes" if n in found(corpus, f"{clock} is:{asked}") else "no"
        case _, _ if ":" in asked:
            return "yes" if n in found(corpus, f"{asked} {clock}") else "no"
        case "sources", _:
            return " ".join(sorted({item.source for item in evidence_of(record)}))
        case "status", Event():
            return record.status
        case "date", Event():
            return record.date or "not dated"
        case "agreement", Agreement():
            return agreement_status(record, base.shown_day)[0]
        case "office", Actor():
            return office_on(record.memberships[0], base.shown_day, issued)
        case "told", Event():
            return "".join(told_words(base, record))
    raise ValueError(asked)


@pytest.mark.parametrize(("clock", "record_id", "asked", "answer"), rows())
def test_ten_days(corpus: Base, clock: str, record_id: str, asked: str, answer: str) -> None:
    assert answer_of(corpus, clock, record_id, asked) == answer


# --- what holds of every query ---

WORDS = (
    "kallas borrell japan summit partnership spa gcap 2024 2035 nato fighter russia kalas sumit tokyo chief minister "
    "dialogue planned happened kind:event kind:actor kind:tension is:coming is:passed is:planned status:happened "
    "status:planned has:date from:2024 to:2025-06 source:afp actor:japan party:eu !russia or who is when what changed "
    "what is planned how much 2% xyzzy is:corroborated agreement:spa quote:summit"
).split(" ")
QUERIES = st.lists(st.sampled_from((*WORDS, '"foreign policy"')), max_size=3).map(" ".join)
DAYS_OF_THE_CORPUS = st.dates(date(2024, 6, 1), date(2025, 8, 15))


def searched(base: Base, query: str) -> Result | None:
    try:
        return search(base, parse(query))
    except QueryError:
        return None


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    QUERIES,
    st.one_of(
        st.sampled_from(["2024-06-22", "2024-10-31", "2025-06-29", "2025-07-22"]).map(date.fromisoformat),
        DAYS_OF_THE_CORPUS,
    ),
)
def test_what_was_known_on_a_day_is_known_on_the_next(corpus: Base, query: str, day: date) -> None:
    first = searched(corpus, f"{query} known:{day}")
    second = searched(corpus, f"{query} known:{day + timedelta(1)}")
    if first and second and not asks_of_the_day(query):
        assert {hit.n for hit in first.hits} <= {hit.n for hit in second.hits}
    elif first:  # statuses change with the day: what is found was known, and has the status then
        seen = seen_by(corpus, parse(f"known:{day}"))
        known = [hit.n for hit in first.hits]
        assert set(seen.known(known)) == set(known)
        statuses = {record.status for n in known if isinstance(record := seen.record(n).record, Event)}
        assert not ("status:happened" in query and "status:planned" not in query) or statuses <= {"happened"}


def asks_of_the_day(query: str) -> bool:
    """Whether a query asks for what changes with the day: a status, what is to come, what has passed."""
    asked = parse(query)
    return bool(asked.asks) or any(item.field in ("is", "status") for item in asked.filters)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(QUERIES)
def test_as_of_today_is_as_without_the_field(corpus: Base, query: str) -> None:
    plain = searched(corpus, query)
    for today in ("today", "2025-09-01"):
        clocked = searched(corpus, f"{query} asof:{today}")
        if plain is None or plain.query.empty or clocked is None:
            continue
        assert clocked.hits == plain.hits
        assert seen_by(corpus, clocked.query) is corpus


CLOCKS = {f"eujdef_tui.{name}" for name in ("model.clock", "search.clocks", "store.clocked_base", "export.told")}


def test_without_a_clock_no_module_of_the_clocks_is_loaded() -> None:
    code = "import sys; from eujdef_tui.cli.commands import main; main(['find', 'kind:person', 'kallas'])"
    code += f"; print({CLOCKS} & set(sys.modules), file=sys.stderr)"
    python(code)  # builds the base
    assert python(code).err.splitlines()[-1] == "set()"


# --- how a clock is written ---


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("asof:2024-11-01", Clock(asof=20241101)),
        ("asof:2024-11", Clock(asof=20241130)),
        ("known:2024", Clock(known=20241231)),
        ('known:"1 nov 2024" asof:2025', Clock(20251231, 20241101)),
        ("kallas asof:yesterday", Clock(asof=20250831)),
        ("as of 2024 kallas", Clock(asof=20241231)),
        ("kallas As of 1 nov 2024", Clock(asof=20241101)),
        ("gcap known by nov 2024", Clock(known=20241130)),
        ("as of monday kallas", Clock()),
        ('"as of" 2024', Clock()),
        ("asof:2024-11-01~", Clock(asof=20241101)),
        ("asof:2024-11-30 asof:2024-11", Clock(asof=20241130)),
        ("known:", Clock()),
        ("kallas known:1 nov 2024", Clock(known=20241101)),
    ],
)
def test_a_clock_takes_any_date_and_means_its_last_day(typed: str, clock: Clock) -> None:
    assert clock_of(parse(typed)) == clock


@pytest.mark.parametrize(
    ("typed", "said", "column"),
    [
        ("kallas asof:friday13", "friday13 is not a date", 12),
        ("known:2024/..", "2024/.. has no last day", 6),
        ("known:2024 known:2025", "known: stands twice", 11),
        ("!known:2024", "known: cannot be negated", 0),
        ("known: x", "known: has no value", 6),
    ],
)
def test_what_is_no_clock_is_refused_where_it_stands(corpus: Base, typed: str, said: str, column: int) -> None:
    with pytest.raises(QueryError) as error:
        search(corpus, parse(typed))
    assert (str(error.value), error.value.column) == (said, column)


def test_a_result_says_by_which_day_it_answers(corpus: Base) -> None:
    result = search(corpus, parse("summit asof:2025-06 known:2025-06-30"))
    assert understood(result) == "as of 30 Jun 2025 · known by 30 Jun 2025 (1 source not dated)"


def test_a_question_keeps_its_meaning_beside_a_clock(corpus: Base) -> None:
    then, now = (found(corpus, f"what is planned{clock}") for clock in (" asof:2024-12-01", ""))
    assert set(then) >= set(now)
    assert corpus.record(then[0]).record.id == "spa-entry-into-force"


def test_what_only_later_sources_tell_is_counted_and_not_shown(corpus: Base) -> None:
    result = search(corpus, parse("kallas known:2024-12-01"))
    assert (result.hits, result.nearest, result.later) == ((), (), len(found(corpus, "kallas")))
    ((said, _),) = why_nothing(result, enter=False)[0]
    assert said.startswith("known by 1 Dec 2024")


def test_a_date_that_a_later_source_gave_finds_nothing_before(corpus: Base) -> None:
    summit = corpus.number("eu-japan-summit-2025")
    assert summit in found(corpus, "summit 23 jul 2025 known:2025-07-23")
    assert summit not in found(corpus, "summit 23 jul 2025 known:2025-07-22")
    assert summit in found(corpus, "summit known:2025-07-22")


def test_status_is_that_of_the_day(corpus: Base) -> None:
    summit = corpus.number("eu-japan-summit-2025")
    assert summit in found(corpus, "is:planned asof:2025-07-22")
    assert summit not in found(corpus, "status:happened summit asof:2025-07-22")
    assert summit in found(corpus, "status:happened summit asof:2025-07-23")


@pytest.mark.parametrize(
    ("day", "chief", "other"), [("2024-11-30", "borrell", "kallas"), ("2024-12-01", "kallas", "borrell")]
)
def test_who_held_the_office_on_the_day_stands_before_who_did_not(
    corpus: Base, day: str, chief: str, other: str
) -> None:
    hits = found(corpus, f"foreign policy chief asof:{day}")
    assert hits.index(corpus.number(chief) or 0) < hits.index(corpus.number(other) or 0)


# --- large bases ---


@pytest.mark.parametrize("query", ["japan", "kind:event", "summit", "kallas", ""])
def test_a_large_base_answers_as_a_small_one(corpus: Base, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    asked = parse(f"{query} known:2024-11-02".strip())
    every = {hit.n for hit in search(corpus, asked).hits}
    corpus.by_clock.clear()
    for module in ("search.clocks", "store.clocked_base"):
        monkeypatch.setattr(f"eujdef_tui.{module}.SMALL", 0)
    few = search(corpus, asked, 10)
    corpus.by_clock.clear()
    assert {hit.n for hit in few.hits} <= every
    assert bool(few.hits) == bool(every)
    assert few.total >= len(few.hits)
