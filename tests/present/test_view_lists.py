"""What each view lists: all of it, or the hits of a query."""

from __future__ import annotations

import pytest

from eujdef_tui.present.list_model import Break, ListModel
from eujdef_tui.present.view_lists import list_model, nothing_found
from eujdef_tui.present.view_results import ViewResults, view_results
from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.search.engine import COUNTED, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import VIEWS, Base
from tests.helpers.explorer import base_of
from tests.helpers.named_actors import base_of as many
from tests.helpers.places import METRE

DAY = 2026_01_15


def asked(text: str) -> tuple[Base, ViewResults]:
    """The metre, and what a query finds in it; nothing is asked by ""."""
    base = base_of(METRE)
    return base, view_results(base, search(base, parse(text)))


def listed(base: Base, listing: ListModel) -> list[str]:
    """The lines of a listing: ids, and headings in brackets."""
    lines = [listing.item(line) for line in range(len(listing))]
    return [f"[{line.text}]" if isinstance(line, Break) else base.record(line).record.id for line in lines]


@pytest.mark.parametrize("view", VIEWS)
def test_without_a_query_a_view_lists_all_its_records_in_its_order(view: str) -> None:
    base, now = asked("")
    listing = list_model(now, base, view, DAY)
    assert list(listing.numbers) == list(base.span(view))
    assert now.shown(base, view) == len(base.span(view))
    assert (now.hits(view), now.best(view)) == ({}, 0)


def test_the_timeline_has_a_line_for_today_and_no_headings_for_its_rows_say_the_year() -> None:
    base, now = asked("")
    lines = listed(base, list_model(now, base, "timeline", DAY))
    assert lines[:2] == ["survey", "signing"]
    assert lines[-4:] == ["vote", "[today]", "new-second", "bureau-created"]


@pytest.mark.parametrize(("day", "before"), [(17000101, "survey"), (18000101, "signing"), (20310101, "bureau-created")])
def test_the_line_of_today_stands_before_what_begins_after_it(day: int, before: str) -> None:
    base, now = asked("")
    lines = listed(base, list_model(now, base, "timeline", day))
    assert lines[lines.index("[today]") + 1] == before


def test_only_the_timeline_has_a_line_for_today() -> None:
    base, now = asked("")
    for view in set(VIEWS) - {"timeline"}:
        assert "[today]" not in listed(base, list_model(now, base, view, DAY))


def test_hits_stand_in_time_on_the_timeline_and_best_first_elsewhere() -> None:
    base, now = asked("kilogram")
    assert now.views is not None
    dated = list(list_model(now, base, "timeline", DAY).numbers)
    assert dated == sorted(now.views["timeline"])
    scores = [now.hits("statements")[n].score for n in list_model(now, base, "statements", DAY).numbers]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_every_view_counts_its_own_hits_and_knows_its_best() -> None:
    base, now = asked("japan")
    assert {view: now.shown(base, view) for view in VIEWS}["timeline"] == 1
    assert base.record(now.best("actors")).record.id == "japan"
    assert base.record(now.best("timeline")).record.id == "japan-joins"


def test_all_lists_the_hits_of_every_kind_best_first() -> None:
    base, now = asked("kibble")
    assert base.record(now.best(ALL)).record.id == "kibble"
    assert now.shown(base, ALL) == sum(now.shown(base, view) for view in VIEWS) == len(now.hits(ALL))
    scores = [now.hits(ALL)[n].score for n in list_model(now, base, ALL, DAY).numbers]
    assert scores == sorted(scores, reverse=True)


def test_a_query_leads_only_to_views_that_have_hits() -> None:
    base, now = asked("kibble")
    assert now.with_hits(base) == (ALL, "actors", "sources")
    assert asked("")[1].with_hits(base) == SCREEN_VIEWS


def test_where_nothing_is_found_the_list_says_why_shows_what_is_near_and_tells_what_can_be_asked() -> None:
    base, now = asked("delambre zzzz")
    assert now.nothing
    lines = listed(
        base, nothing_found(base, now, [[("Read: all.", "quiet")], [("zzzz", "key"), (" is in none.", "text")]])
    )
    assert lines[:4] == ["[Read: all.]", "[zzzz is in none.]", "[nearest, not all words]", "delambre"]
    assert "[what can be asked]" in lines
    assert now.with_hits(base) == (ALL,)
    assert not asked("kibble")[1].nothing
    assert not asked("")[1].nothing


@pytest.mark.slow
def test_of_more_records_than_are_counted_a_view_says_that_there_are_more() -> None:
    base = many([f"Council {'abcdefgh'[n % 8] * 5}" for n in range(COUNTED + 9)])
    for typed, shown, more in (("council", COUNTED, "+"), ("kind:company", COUNTED, "+"), ("council aaaaa", 1252, "")):
        result = view_results(base, search(base, parse(typed)))
        assert (result.shown(base, "actors"), result.more(base, "actors")) == (shown, more), typed
        assert [result.more(base, view) for view in VIEWS if view != "actors"] == [""] * 5


def test_no_view_that_has_matches_is_empty_however_few_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eujdef_tui.search.engine.SMALL", 0)
    monkeypatch.setattr("eujdef_tui.search.engine.LIMIT", 3)
    base = base_of(METRE)
    for typed in ("m", "metre", "k", "kind:event", "prototype"):
        result = view_results(base, search(base, parse(typed)))
        for view in VIEWS:
            assert bool(result.hits(view)) == bool(result.shown(base, view)), (typed, view)


def test_what_was_not_counted_is_said_to_be_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eujdef_tui.search.engine.SMALL", 0)
    monkeypatch.setattr("eujdef_tui.search.engine.LIMIT", 3)
    base = base_of(METRE)
    result = search(base, parse("from:1790-05"))
    assert result.cut
    assert view_results(base, result).more(base, "timeline") == "+"
    assert view_results(base, result).more(base, "sources") == "", "0 of which is more would be a riddle"
