"""What is chosen to be exported: records alone, or with what they refer to and rest on."""

from __future__ import annotations

from eujdef_tui.export.selection import Selection
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Event, Source
from eujdef_tui.store import Base


def ids(selection: Selection) -> list[str]:
    return [record.id for record in selection.records()]


def number(base: Base, id_: str) -> int:
    n = base.number(id_)
    assert n is not None
    return n


def test_without_numbers_all_records_are_chosen_and_nothing_is_added(metre: Base) -> None:
    whole = Selection(metre)
    assert whole.with_linked() is whole
    assert len(ids(whole)) == metre.count()
    assert [one.id for one in whole.sources()] == [one.id for one in whole.records() if isinstance(one, Source)]


def test_records_come_in_the_order_in_which_they_were_chosen(metre: Base) -> None:
    chosen = Selection(metre, [number(metre, "new-second"), number(metre, "general-conference")])
    assert ids(chosen) == ["new-second", "general-conference"]


def test_sources_are_those_that_the_chosen_rest_on_or_that_were_chosen_once_each(metre: Base) -> None:
    (article,) = {item.source for item in evidence_of(metre.record(number(metre, "new-second")).record)}
    n = number(metre, "new-second")
    assert [one.id for one in Selection(metre, [n, number(metre, article)]).sources()] == [article]


def test_what_the_chosen_name_follows_them_and_the_sources_of_all_come_last(metre: Base) -> None:
    for view in ("timeline", "agreements", "statements", "tensions", "actors"):
        for n in metre.span(view):
            linked = list(Selection(metre, [n]).with_linked().records())
            assert linked[0].id == metre.record(n).record.id
            assert len({one.id for one in linked}) == len(linked)
            kinds = [isinstance(one, Source) for one in linked[1:]]
            assert kinds == sorted(kinds), "sources last"
            rests = {item.source for one in linked for item in evidence_of(one)}
            assert rests <= {one.id for one in linked}


def test_an_event_brings_its_actors_and_what_was_chosen_is_not_brought_twice(metre: Base) -> None:
    records = (metre.record(n).record for n in metre.span("timeline"))
    event = next(record for record in records if isinstance(record, Event) and record.actors)
    first = event.actors[0]
    alone = ids(Selection(metre, [number(metre, event.id)]).with_linked())
    assert set(event.actors) <= set(alone)
    both = ids(Selection(metre, [number(metre, event.id), number(metre, first)]).with_linked())
    assert both[:2] == [event.id, first]
    assert both.count(first) == 1
